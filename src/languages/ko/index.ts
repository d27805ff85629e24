import type { LanguagePack } from '../../core/contracts.ts'
import type { Entity, LanguageTag, Span } from '../../core/types.ts'
import { createCountryFinder } from '../_shared/country-compounds.ts'
import { displayNameRows } from '../_shared/display-names.ts'
import { createEntityFinder, type EntityFinder } from '../_shared/entities.ts'
import { createGazetteer } from '../_shared/gazetteer.ts'
import { type GazetteerRow, readColumn, readInternational } from '../_shared/gazetteer-file.ts'
import { findHanTitles } from '../_shared/han-titles.ts'
import { setOf, wordsOf } from '../_shared/lists.ts'
import { createQuantityFinder } from '../_shared/quantities/finder.ts'
import { sentenceLists } from '../_shared/spaced-pack.ts'
import { splitSpaced } from '../_shared/spaced-splitter.ts'
import { createSyllableBounds } from '../_shared/syllable-bounds.ts'
import { createTitledPersonFinder } from '../_shared/titled-persons.ts'
import { createSpacedWordFinder } from '../_shared/words.ts'
import { countryCharacters } from './country-characters.ts'
import { furniture } from './furniture.ts'
import {
  japaneseSurnames,
  nameHeads,
  namePrefixes,
  noNameEnds,
  notPeople,
  personTitles,
  sureTitles,
  surnames,
} from './names.ts'
import { nameEnding } from './particles.ts'
import { quantities } from './quantities.ts'
import { afterQuote, gluedStop, sentenceWords } from './sentences.ts'
import { stopwords } from './stopwords.ts'
import { stemKorean, wordEnding } from './words.ts'

/** Names of organisations are long; every form has to end where its word does. */
const longestForm = 200

/** The pack of Korean, of the South and the North alike. */
export function createPack(tag: LanguageTag = 'ko'): LanguagePack {
  const lists = {
    ...sentenceLists(sentenceWords),
    afterQuote: setOf(afterQuote),
    neverAfterDigits: true,
    gluedStop,
  }
  const names = createNameFinder()
  return {
    tag,
    version: 1,
    scripts: ['Kore'],
    direction: 'ltr',
    joiner: ' ',
    unitsPerCharacter: 2.6,
    segment: (text, block) => splitSpaced(text, block, lists),
    words: createSpacedWordFinder({ ending: wordEnding }),
    entities: createEntityFinder({
      quantities: createQuantityFinder(quantities),
      gazetteer: names,
      titles: findHanTitles,
      persons: createPersonFinder(names),
    }),
    stem: stemKorean,
    functionWords: setOf(stopwords),
    furniture,
  }
}

/** Names of the gazetteer, and countries in one syllable where no name stands. */
function createNameFinder(): EntityFinder {
  const bounds = createSyllableBounds({
    ending: nameEnding,
    heads: wordsOf(nameHeads),
    prefixes: wordsOf(namePrefixes),
  })
  const gazetteer = createGazetteer(gazetteerRows, { bounds, longestUnsureForm: longestForm })
  const countries = createCountryFinder(countryCharacters, bounds)
  return (text: string, span: Span): readonly Entity[] => {
    const names = gazetteer(text, span)
    return [...names, ...countries(text, span, names)]
  }
}

/** A surname with two more syllables before a title, and any other word before a title of those who govern. */
function createPersonFinder(names: EntityFinder): EntityFinder {
  const titles = wordsOf(personTitles).join('|')
  const japanese = `(?:${wordsOf(japaneseSurnames).join('|')})(?:\\s[가-힣]{2,4})?`
  const foreign = `[가-힣]{2,5}[^${noNameEnds}\\P{Script=Hangul}](?=\\s(?:${wordsOf(sureTitles).join('|')}))`
  const pattern = new RegExp(
    `(?<!\\p{Script=Hangul})(${japanese}|${foreign}|[${wordsOf(surnames).join('')}]\\p{Script=Hangul}{2})\\s?(?:[가-힣]{2,6}\\s)?(?:${titles})(?=[은는이가을를의에와과도만께]|[^\\p{Script=Hangul}]|$)`,
    'gu',
  )
  const others = setOf(notPeople)
  return createTitledPersonFinder(pattern, (name) => !others.has(name) && !/[는를의에와과들]$/u.test(name), names)
}

function gazetteerRows(): readonly GazetteerRow[] {
  return [...readColumn('ko'), ...readInternational(), ...displayNameRows('ko')]
}
