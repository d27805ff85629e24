import type { Evidence, Span } from '../../../editing.ts'
import type { Translate } from '../text/translate.ts'

/** What is needed to say what a piece of evidence names, in the language of the page. */
export interface Naming {
  readonly locale: string
  readonly t: Translate
  readonly source: NamingSide
  readonly target: NamingSide
}

interface NamingSide {
  readonly text: string
  readonly language: string
}

/** What a piece of evidence names: by its key where every language has a word for it, else as a text of the pair has it. */
export function nameOf(evidence: Evidence, naming: Naming): string {
  const [kind = '', ...rest] = (evidence.key ?? '').split(':')
  const value = rest.join(':')
  return keyName(kind, value, naming) ?? surfaceName(evidence, naming) ?? evidence.note
}

function keyName(kind: string, value: string, { locale, t }: Naming): string | undefined {
  switch (kind) {
    case 'date':
      return dateName(value, t('page.region'))
    case 'percent':
      return isNumber(value)
        ? new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(Number(value) / 100)
        : undefined
    case 'number':
      return isNumber(value) ? new Intl.NumberFormat(locale).format(Number(value)) : undefined
    case 'ordinal':
    case 'section':
      return isNumber(value) ? t('why.ordinal', { number: value }) : undefined
    case 'money':
      return moneyName(value, locale)
    case 'place':
      return /^[A-Z]{2}$/u.test(value) ? displayName(value, 'region', locale) : undefined
    case 'language':
      return displayName(value, 'language', locale)
    case 'currency':
      return displayName(value, 'currency', locale)
    default:
      return undefined
  }
}

function isNumber(value: string): boolean {
  return value !== '' && Number.isFinite(Number(value))
}

function displayName(value: string, type: 'region' | 'language' | 'currency', locale: string): string | undefined {
  try {
    const name = new Intl.DisplayNames(locale, { type }).of(value)
    return name === value ? undefined : name
  } catch {
    return undefined
  }
}

/** `EUR:1.13e10` as the language writes amounts. */
function moneyName(value: string, locale: string): string | undefined {
  const [currency = '', amount = ''] = value.split(':')
  if (!isNumber(amount)) return undefined
  try {
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      maximumFractionDigits: 2,
      minimumFractionDigits: 0,
    }).format(Number(amount))
  } catch {
    return undefined
  }
}

/** `2021-09-03`, `2021-09`, `2021`, `--09-03` and `--09`, as the language writes them. */
function dateName(value: string, locale: string): string | undefined {
  const parts = /^(\d{4}|-)(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(value)
  if (!parts) return undefined
  const [, year = '-', month, day] = parts
  const time = new Date(Date.UTC(year === '-' ? 2000 : Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  if (Number.isNaN(time.getTime())) return undefined
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    ...(year === '-' ? {} : { year: 'numeric' }),
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(time)
}

/** As the text has it that is in the language of the page, else as the source has it. */
function surfaceName({ links }: Evidence, { locale, source, target }: Naming): string | undefined {
  const link = links?.[0]
  if (!link) return undefined
  const isTarget = target.language.split('-')[0] === locale
  return isTarget ? slice(target.text, link.target) : slice(source.text, link.source)
}

/** A stretch of a text that stays in one piece among words of another direction. */
export function slice(text: string, { start, end }: Span): string {
  return `\u2068${text.slice(start, end).replace(/\s+/gu, ' ')}\u2069`
}

/** What only one side names, from the note of the evidence; undefined for evidence of another kind. */
export function oneSidedName({
  note,
}: Evidence): { readonly side: 'source' | 'target'; readonly name: string } | undefined {
  const parts = /^only the (source|target) names (.+)$/su.exec(note)
  if (!parts) return undefined
  return { side: parts[1] === 'target' ? 'target' : 'source', name: `\u2068${parts[2] ?? ''}\u2069` }
}

/** What stands against what, from the note of the evidence. */
export function opposedNames({ note }: Evidence): { readonly here: string; readonly there: string } | undefined {
  const parts = /^(.+) against (.+)$/su.exec(note)
  return parts ? { here: `\u2068${parts[1] ?? ''}\u2069`, there: `\u2068${parts[2] ?? ''}\u2069` } : undefined
}
