import type { LanguagePack } from '../core/contracts.ts'
import { baseLanguage, canonicalTag, undetermined } from '../core/tags.ts'
import type { LanguageTag } from '../core/types.ts'

/** One language pack; its code and data are loaded when it is asked for. */
export interface LanguageRow {
  readonly tag: LanguageTag
  /** ISO 639-3, as the detector names languages. */
  readonly iso6393: string
  /** ISO 15924 codes of the scripts it is written in. */
  readonly scripts: readonly string[]
  /** Makes the pack for a tag of this language, with its script and region; for the row's own tag when there is none. */
  load(tag?: LanguageTag): Promise<LanguagePack>
}

/** The languages that have a pack of their own, and `und` for all others. */
export const languages: readonly LanguageRow[] = [
  {
    tag: 'nl',
    iso6393: 'nld',
    scripts: ['Latn'],
    load: async (tag) => (await import('./nl/index.ts')).createPack(tag),
  },
  {
    tag: 'en',
    iso6393: 'eng',
    scripts: ['Latn'],
    load: async (tag) => (await import('./en/index.ts')).createPack(tag),
  },
  {
    tag: 'de',
    iso6393: 'deu',
    scripts: ['Latn'],
    load: async (tag) => (await import('./de/index.ts')).createPack(tag),
  },
  {
    tag: 'fr',
    iso6393: 'fra',
    scripts: ['Latn'],
    load: async (tag) => (await import('./fr/index.ts')).createPack(tag),
  },
  {
    tag: 'zh',
    iso6393: 'cmn',
    scripts: ['Hans', 'Hant'],
    load: async (tag) => (await import('./zh/index.ts')).createPack(tag),
  },
  {
    tag: 'es',
    iso6393: 'spa',
    scripts: ['Latn'],
    load: async (tag) => (await import('./es/index.ts')).createPack(tag),
  },
  {
    tag: 'vi',
    iso6393: 'vie',
    scripts: ['Latn'],
    load: async (tag) => (await import('./vi/index.ts')).createPack(tag),
  },
  {
    tag: 'ja',
    iso6393: 'jpn',
    scripts: ['Jpan'],
    load: async (tag) => (await import('./ja/index.ts')).createPack(tag),
  },
  {
    tag: 'ko',
    iso6393: 'kor',
    scripts: ['Kore'],
    load: async (tag) => (await import('./ko/index.ts')).createPack(tag),
  },
  {
    tag: undetermined,
    iso6393: undetermined,
    scripts: ['Zyyy'],
    load: async (tag) => (await import('./und/index.ts')).createPack(tag),
  },
]

/** Tags of `languages`, in its order. */
export const languageTags: readonly LanguageTag[] = languages.map((row) => row.tag)

/** The best pack for a BCP 47 tag: `nl-BE` gives the Dutch one, `zh-Hant` the Chinese one for traditional characters, any other tag `und` made for it. A new pack each time. */
export function loadPack(tag: LanguageTag): Promise<LanguagePack> {
  const canonical = canonicalTag(tag) ?? undetermined
  const base = baseLanguage(canonical)
  const row = languages.find((each) => each.tag === base) ?? languages.find((each) => each.tag === undetermined)
  if (row === undefined) throw new Error('the registry has no row for undetermined languages')
  return row.load(canonical)
}

/** Languages that put nothing between two sentences. */
const unspaced = new Set(['zh', 'ja', 'yue', 'wuu', 'lzh'])

/** What stands between two sentences that are joined in a language: the `joiner` of its pack, without loading it. */
export function joinerOf(tag: LanguageTag): ' ' | '' {
  return unspaced.has(baseLanguage(tag)) ? '' : ' '
}
