import { baseLanguage, canonicalTag, undetermined } from '../core/tags.ts'
import type { LanguageTag } from '../core/types.ts'
import type { GazetteerRow } from './_shared/gazetteer-file.ts'
import type { QuantityData } from './_shared/quantities/data.ts'

/** What a pack knows of single words, each part loaded by itself: a whole pack takes many times as long. */
interface WordRow {
  /** Absent where numbers are no words of their own: Chinese, and what counts with its characters. */
  readonly quantities?: () => Promise<QuantityData>
  /** Files of names beside `gazetteer.tsv` by script (ISO 15924). */
  readonly moreNames?: Readonly<Record<string, string>>
  /** The pack's `fold`. */
  readonly fold?: () => Promise<(norm: string) => string>
}

const loadVariantFolder = async (): Promise<(norm: string) => string> =>
  (await import('./_shared/variants.ts')).createVariantFolder()

const rows: ReadonlyMap<LanguageTag, WordRow> = new Map<LanguageTag, WordRow>([
  ['nl', { quantities: async () => (await import('./nl/quantities.ts')).quantities }],
  ['en', { quantities: async () => (await import('./en/quantities.ts')).quantities }],
  ['de', { quantities: async () => (await import('./de/quantities.ts')).quantities }],
  ['fr', { quantities: async () => (await import('./fr/quantities.ts')).quantities }],
  ['zh', { moreNames: { Hant: 'gazetteer-hant.tsv' }, fold: loadVariantFolder }],
  ['es', { quantities: async () => (await import('./es/quantities.ts')).quantities }],
  ['vi', { quantities: async () => (await import('./vi/quantities.ts')).quantities }],
  ['ja', { fold: loadVariantFolder }],
  ['ko', {}],
])

const rowOf = (tag: LanguageTag): WordRow | undefined => rows.get(baseLanguage(canonicalTag(tag) ?? undetermined))

/** The `fold` of a language's pack; undefined where it has none. */
export async function loadFold(tag: LanguageTag): Promise<((norm: string) => string) | undefined> {
  return rowOf(tag)?.fold?.()
}

/**
 * Gives the value of a word that by itself is a number, an ordinal or a month: 3 for *drie*, *derde* and *maart*. Words that are
 * one only beside others, as *een* and *may*, have none. Undefined where numbers are no words, as in Chinese.
 */
export async function loadNumberWords(tag: LanguageTag): Promise<((norm: string) => number | undefined) | undefined> {
  const data = await rowOf(tag)?.quantities?.()
  if (data === undefined) return undefined
  const { createQuantityFinder } = await import('./_shared/quantities/finder.ts')
  const find = createQuantityFinder(data)
  const known = new Map<string, number | undefined>()
  const read = (word: string): number | undefined =>
    valueIn(find(word, { start: 0, end: word.length }).flatMap(({ key }) => key ?? []))
  return (norm) => {
    if (!known.has(norm)) {
      if (known.size >= mostKept) known.clear()
      // Months have a capital in some languages.
      known.set(norm, read(norm) ?? read(norm.charAt(0).toUpperCase() + norm.slice(1)))
    }
    return known.get(norm)
  }
}

/** Words whose value is kept. */
const mostKept = 10_000

function valueIn([key = '', ...more]: readonly string[]): number | undefined {
  const [, value] = (more.length === 0 && /^(?:number:|ordinal:|date:--)(\d+(?:\.\d+)?)$/u.exec(key)) || []
  return value === undefined ? undefined : Number(value)
}

/** Kinds of entity that have proper names. */
const properNames = /^(?:place|org|treaty|event):/u

/** Tells names of places, organisations, treaties and events; undefined for all else, and where a form may mean something else. */
export async function loadNames(tag: LanguageTag): Promise<((text: string) => true | undefined) | undefined> {
  const locale = canonicalTag(tag) ?? undetermined
  const row = rowOf(locale)
  if (row === undefined) return undefined
  const [{ readColumn, readInternational }, { countryRows }] = await Promise.all([
    import('./_shared/gazetteer-file.ts'),
    import('./_shared/display-names.ts'),
  ])
  const { language, script = '' } = new Intl.Locale(locale).maximize()
  const more = row.moreNames?.[script]
  const lists: readonly (readonly GazetteerRow[])[] = [
    readColumn(language),
    more === undefined ? [] : readColumn(language, more),
    readInternational(),
    countryRows(locale),
  ]
  const names = new Set<string>()
  for (const list of lists)
    for (const { key, form, condition } of list) if (condition === undefined && properNames.test(key)) names.add(form)
  return (text) => names.has(text) || undefined
}
