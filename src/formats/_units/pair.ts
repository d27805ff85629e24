import type { Header } from '../../core/contracts.ts'
import { sameLanguage, undetermined } from '../../core/tags.ts'
import type { LanguageTag, TranslationUnit, Variant } from '../../core/types.ts'

/** The two sides of a unit in a bilingual file. */
export interface VariantPair {
  readonly source: Variant
  readonly target: Variant
}

/**
 * The variants in the two languages of a file; of several targets the last, which is the preferred one. Falls back to another
 * region of the same language in the same script: a traditional text never stands in for a simplified one. Undefined when a
 * side is missing.
 */
export function pairOf(unit: TranslationUnit, header: Header): VariantPair | undefined {
  const source = unit.variants.find((variant) => variant.language === header.sourceLanguage)
  const from = source ?? unit.variants.find((variant) => fits(variant.language, header.sourceLanguage))
  const rest = unit.variants.filter((variant) => variant !== from)
  const target = rest.findLast((variant) => variant.language === header.targetLanguage)
  const to = target ?? rest.findLast((variant) => fits(variant.language, header.targetLanguage))
  return from === undefined || to === undefined ? undefined : { source: from, target: to }
}

function fits(tag: LanguageTag, wanted: LanguageTag): boolean {
  if (tag === undetermined || wanted === undetermined) return true
  return sameLanguage(tag, wanted) && scriptOf(tag) === scriptOf(wanted)
}

function scriptOf(tag: LanguageTag): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script
  } catch {
    return undefined
  }
}
