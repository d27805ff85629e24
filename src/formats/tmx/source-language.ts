import { sameLanguage, undetermined } from '../../core/tags.ts'
import type { LanguageTag, Variant } from '../../core/types.ts'

/** The language of the variant that the file calls the source, else of the first one: what a reader takes for it. */
export function sourceLanguageOf(variants: readonly Variant[], tag: LanguageTag): LanguageTag {
  for (const { language } of variants) if (language === tag) return language
  if (tag !== undetermined) for (const { language } of variants) if (sameLanguage(language, tag)) return language
  return variants[0]?.language ?? undetermined
}
