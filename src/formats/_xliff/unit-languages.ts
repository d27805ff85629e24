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

/** What is to be said of the languages of a unit that are not those of its file. */
export function languageProperties(own: LanguagePair, file: LanguagePair): readonly Property[] {
  return (['sourceLanguage', 'targetLanguage'] as const).flatMap((side): readonly Property[] => {
    const tag = toFileTag(own[side])
    return tag === toFileTag(file[side]) ? [] : [[names[side], tag]]
  })
}

/** The reverse of `languageProperties`: the languages of a unit, and its other properties. */
export function readLanguages(
  properties: readonly Property[],
  file: LanguagePair,
): { readonly languages: LanguagePair; readonly others: readonly Property[] } {
  const tagOf = (side: keyof LanguagePair): LanguageTag => {
    const found = properties.find(([name]) => name === names[side])?.[1]
    const tag = found === undefined ? undetermined : fromFileTag(found)
    return tag === undetermined ? file[side] : tag
  }
  const languages = { sourceLanguage: tagOf('sourceLanguage'), targetLanguage: tagOf('targetLanguage') }
  const said = new Set(languageProperties(languages, file).map(([name]) => name))
  return { languages, others: said.size === 0 ? properties : properties.filter(([name]) => !said.has(name)) }
}
