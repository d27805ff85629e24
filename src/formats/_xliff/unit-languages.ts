import type { Header } from '../../core/contracts.ts'
import { undetermined } from '../../core/tags.ts'
import type { LanguageTag } from '../../core/types.ts'
import type { VariantPair } from '../_units/pair.ts'
import type { Property } from '../_units/provenance.ts'
import { fromFileTag, toFileTag } from '../_xml/tags.ts'

/** The languages of the two sides of a unit, or of all units in a file. */
export interface LanguagePair {
  readonly sourceLanguage: LanguageTag
  readonly targetLanguage: LanguageTag
}

/** The languages that a pair itself has, those of the file where it has none. */
export function languagesOfPair({ source, target }: VariantPair, header: Header): LanguagePair {
  const known = (own: LanguageTag, other: LanguageTag): LanguageTag => (own === undetermined ? other : own)
  return {
    sourceLanguage: known(source.language, header.sourceLanguage),
    targetLanguage: known(target.language, header.targetLanguage),
  }
}

/** How a unit tells of its languages in a file that has a place for those of all units alone. */
const names = { sourceLanguage: 'x-source-language', targetLanguage: 'x-target-language' } as const

const sides = ['sourceLanguage', 'targetLanguage'] as const

/**
 * What is to be said, before its other properties, of the languages of a unit that are not those of its file, or that another
 * property would be taken for.
 */
export function languageProperties(
  own: LanguagePair,
  file: LanguagePair,
  others: readonly Property[],
): readonly Property[] {
  return sides.flatMap((side): readonly Property[] => {
    const tag = toFileTag(own[side])
    const isNamed = others.some(([name]) => name === names[side])
    return tag === toFileTag(file[side]) && !isNamed ? [] : [[names[side], tag]]
  })
}

/** The reverse of `languageProperties`: the languages of a unit, and its other properties. The first one of a name counts. */
export function readLanguages(
  properties: readonly Property[],
  file: LanguagePair,
): { readonly languages: LanguagePair; readonly others: readonly Property[] } {
  const languages: { -readonly [Side in keyof LanguagePair]: LanguageTag } = {
    sourceLanguage: file.sourceLanguage,
    targetLanguage: file.targetLanguage,
  }
  const said = new Set<Property>()
  for (const side of sides) {
    const found = properties.find(([name]) => name === names[side])
    const tag = found === undefined ? undetermined : fromFileTag(found[1])
    if (found === undefined || tag === undetermined) continue
    languages[side] = tag
    said.add(found)
  }
  return { languages, others: said.size === 0 ? properties : properties.filter((one) => !said.has(one)) }
}
