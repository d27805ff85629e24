import type { UnitReadOptions } from '../../core/contracts.ts'
import { undetermined } from '../../core/tags.ts'
import type { LanguageTag } from '../../core/types.ts'
import { tagNamed } from '../_table/names.ts'
import { fromFileTag } from '../_xml/tags.ts'
import { usualSource } from './tags.ts'

/** The fields of the entry that stands for the whole file, by lower-case name. */
export type PoHeader = ReadonlyMap<string, string>

/** `Name: value` on each line. */
export function readHeader(text: string): PoHeader {
  const fields = text.split('\n').map((line): readonly [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, Math.max(0, colon)).trim().toLowerCase(), line.slice(colon + 1).trim()]
  })
  return new Map(fields.filter(([name]) => name !== ''))
}

/** The label of the encoding in the head of a file; undefined where there is none, or the word that stands for it in templates. */
export function statedEncoding(head: Uint8Array): string | undefined {
  const text = Buffer.from(head.subarray(0, headLength)).toString('latin1')
  const label = /Content-Type:[^\n"]{0,80}?charset=([\w.:-]+)/iu.exec(text)?.[1]
  return label === undefined || label.toUpperCase() === 'CHARSET' ? undefined : label
}
const headLength = 16_384

/** The languages of a file: what its header says, then what the user says, then its name, then what is usual. */
export function languagesOf(
  header: PoHeader,
  fileName: string,
  options: UnitReadOptions,
): { readonly source: LanguageTag; readonly target: LanguageTag } {
  const stated = (...names: readonly string[]): LanguageTag | undefined =>
    names.map((name) => fromLocale(header.get(name) ?? '')).find((tag) => tag !== undefined)
  return {
    source: stated('x-source-language', 'source-language') ?? options.sourceLanguage ?? usualSource,
    target: stated('language') ?? options.targetLanguage ?? languageInName(fileName) ?? undetermined,
  }
}

/** The tag of a locale as gettext names it: `zh_CN`, `sr@latin`, `nl_NL.UTF-8`. */
function fromLocale(name: string): LanguageTag | undefined {
  const match = /^([a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,2})(?:\.[\w-]+)?(?:@(\w+))?$/iu.exec(name.trim())
  if (match?.[1] === undefined) return undefined
  const script = match[2] === undefined ? undefined : modifiers[match[2].toLowerCase()]
  const [base = '', ...rest] = match[1].split(/[-_]/u)
  const tag = fromFileTag(script === undefined ? match[1] : [base, script, ...rest].join('-'))
  return tag === undetermined ? undefined : tag
}

const modifiers: Readonly<Record<string, string>> = {
  latin: 'Latn',
  cyrillic: 'Cyrl',
  arabic: 'Arab',
  devanagari: 'Deva',
}

/** `nl.po`, `app.nl_BE.po`, `app-nl.po`, `locale/nl/LC_MESSAGES/app.po`. */
function languageInName(path: string): LanguageTag | undefined {
  const folder = /(?:^|[/\\])([^/\\]+)[/\\]LC_MESSAGES[/\\][^/\\]*$/iu.exec(path)?.[1]
  const stem = (/[^/\\]*$/u.exec(path)?.[0] ?? '').replace(/\.po(?:t|\.gz|\.zip)?$/iu, '')
  const parts = [folder, stem, /\.([^.]+)$/u.exec(stem)?.[1], /[-_.]([a-z]{2}(?:[-_][a-z]{2,4})?)$/iu.exec(stem)?.[1]]
  for (const part of parts) {
    const tag = part === undefined ? undefined : fromLocale(part)
    if (tag !== undefined && tagNamed(tag) !== undefined) return tag
  }
  return undefined
}
