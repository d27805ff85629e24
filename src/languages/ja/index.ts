import type { LanguagePack } from '../../core/contracts.ts'
import type { Entity, LanguageTag, Span } from '../../core/types.ts'
import { createCountryFinder } from '../_shared/country-compounds.ts'
import { displayNameRows } from '../_shared/display-names.ts'
import { createEntityFinder, type EntityFinder } from '../_shared/entities.ts'
import { createGazetteer } from '../_shared/gazetteer.ts'
import { type GazetteerRow, readColumn, readInternational } from '../_shared/gazetteer-file.ts'
import { findHanPersons, type HanPersonLists } from '../_shared/han-persons.ts'
import { splitHan } from '../_shared/han-splitter.ts'
import { setOf, wordsOf } from '../_shared/lists.ts'
import { createQuantityFinder } from '../_shared/quantities/finder.ts'
import { createTitledPersonFinder } from '../_shared/titled-persons.ts'
import { createVariantFolder } from '../_shared/variants.ts'
import { createWordBounds, type WordBounds } from '../_shared/word-bounds.ts'
import { createMixedWordFinder } from '../_shared/words.ts'
import { countryCharacters } from './country-characters.ts'
import { furniture } from './furniture.ts'
import { joiners, notNames, notPeople, personTitles, surnames, wordsBeforeNames } from './names.ts'
import { quantities } from './quantities.ts'
import { stopwords } from './stopwords.ts'
import { findJapaneseTitles } from './titles.ts'

/** Particles right after a quotation that ends in its own mark: `「はい。」と答えた`. Words that begin alike start a sentence. */
const goesOnAfterQuote =
  /^(?:と|って|の(?!ち)|が(?!ん)|を|に(?!も)|は(?![いっじ])|も(?![うしっ])|で(?![はも])|や(?![はが])|など|から|まで|だ(?!か|が)|です|へ|ばかり|ほど|くらい|より)/u

/** The pack of Japanese. */
export function createPack(tag: LanguageTag = 'ja'): LanguagePack {
  const bounds = createWordBounds('ja')
  const people: HanPersonLists = {
    offices: wordsOf(wordsBeforeNames),
    joiners: wordsOf(joiners),
    surnames: setOf(surnames),
    notPeople,
  }
  const names = createNameFinder(bounds)
  const findTitled = createPersonFinder(names)
  return {
    tag,
    version: 1,
    scripts: ['Jpan'],
    direction: 'ltr',
    joiner: '',
    unitsPerCharacter: 2.4,
    segment: (text, block) => splitHan(text, block, { endMarks: furniture.endMarks, goesOnAfterQuote }),
    words: createMixedWordFinder('ja', { katakanaRuns: true }),
    entities: createEntityFinder({
      quantities: createQuantityFinder(quantities),
      gazetteer: names,
      titles: findJapaneseTitles,
      persons: (text, span) => [...findHanPersons(text, span, people), ...findTitled(text, span)],
    }),
    stem: (norm) => norm,
    fold: createVariantFolder(),
    functionWords: setOf(stopwords),
    furniture,
  }
}

/** Names of the gazetteer, and countries in one character where no name stands. */
function createNameFinder(bounds: WordBounds): EntityFinder {
  const gazetteer = createGazetteer(gazetteerRows, { bounds })
  const countries = createCountryFinder(countryCharacters, bounds)
  return (text: string, span: Span): readonly Entity[] => {
    const names = gazetteer(text, span)
    return [...names, ...countries(text, span, names)]
  }
}

/** A surname with up to three more characters, or katakana, before a title. */
function createPersonFinder(names: EntityFinder): EntityFinder {
  const titles = [...wordsOf(personTitles)].sort((a, b) => b.length - a.length).join('|')
  const han = `(?<![\\p{Script=Han}々])(?:${wordsOf(surnames).join('|')})[\\p{Script=Han}々ノヶ]{0,3}?`
  const kana =
    '(?<![\\p{Script=Katakana}ー・])[\\p{Script=Katakana}ー]{2,12}(?:[・＝=][\\p{Script=Katakana}ー]{1,12}){0,3}'
  const pattern = new RegExp(`(${han}|${kana})(?:${titles})`, 'gu')
  const others = setOf(notNames)
  return createTitledPersonFinder(pattern, (name) => name.length > 1 && !others.has(name), names)
}

function gazetteerRows(): readonly GazetteerRow[] {
  return [...readColumn('ja'), ...readInternational(), ...displayNameRows('ja')]
}
