import type { LanguageTag } from '../../core/types.ts'
import { amountOf, decimalMarks, type Numeral } from './amounts.ts'

/**
 * True when the new number asks for another form of a noun in the target language (1 dag, 2 dagen) and not in the source
 * language (1 天, 2 天), so that the change of the number alone may make a wrong sentence.
 */
export function changesNoun(change: {
  readonly old: Numeral
  readonly new: Numeral
  readonly sourceLanguage: LanguageTag
  readonly targetLanguage: LanguageTag
}): boolean {
  const [source, target] = [pluralsOf(change.sourceLanguage), pluralsOf(change.targetLanguage)]
  if (target === undefined) return false
  return decimalMarks.some((mark) => {
    const [old, next] = [valueIn(change.old, mark), valueIn(change.new, mark)]
    if (old === undefined || next === undefined || target.select(old) === target.select(next)) return false
    return source === undefined || source.select(old) === source.select(next)
  })
}

function valueIn(numeral: Numeral, mark: '.' | ','): number | undefined {
  const amount = amountOf(numeral, mark)
  return amount && Number(`${amount.integer}.${amount.decimals || '0'}`)
}

/** Undefined for a language whose plurals are not known. */
function pluralsOf(language: LanguageTag): Intl.PluralRules | undefined {
  const [known] = Intl.PluralRules.supportedLocalesOf(language)
  return known === undefined ? undefined : new Intl.PluralRules(known)
}
