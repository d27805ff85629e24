import type { LanguageTag } from './types.ts'

/** The tag of text whose language nobody knows. */
export const undetermined: LanguageTag = 'und'

/** `zh-Hant-TW` gives `zh`. */
export function baseLanguage(tag: LanguageTag): string {
  return (tag.split(/[-_]/, 1)[0] ?? tag).toLowerCase()
}

/** True when two tags name the same language, whatever script or region they add. */
export function sameLanguage(a: LanguageTag, b: LanguageTag): boolean {
  return baseLanguage(a) === baseLanguage(b)
}

/** The canonical form of a BCP 47 tag (`nld` gives `nl`, `zh-hant` gives `zh-Hant`), or undefined when it is none. */
export function canonicalTag(tag: string): LanguageTag | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** The language in which the tool itself speaks, for names of languages and of regions. */
export const interfaceLocale: LanguageTag = 'en-GB'

/** Languages of the columns of CC-CEDICT: traditional characters, simplified characters, renderings. */
export const cedictTags: readonly LanguageTag[] = ['zh-Hant', 'zh', 'en']
