import type { LanguagePack } from '../../core/contracts.ts'
import type { LanguageTag } from '../../core/types.ts'
import { displayNameRows } from '../_shared/display-names.ts'
import { createEntityFinder } from '../_shared/entities.ts'
import { createGazetteer } from '../_shared/gazetteer.ts'
import { type GazetteerRow, readColumn, readInternational } from '../_shared/gazetteer-file.ts'
import { setOf } from '../_shared/lists.ts'
import { createPersonFinder } from '../_shared/persons.ts'
import { createQuantityFinder } from '../_shared/quantities/finder.ts'
import { personLists, sentenceLists, titleLists } from '../_shared/spaced-pack.ts'
import { splitSpaced } from '../_shared/spaced-splitter.ts'
import { createStemmer } from '../_shared/stemmer.ts'
import { createTitleFinder } from '../_shared/titles.ts'
import { createSpacedWordFinder } from '../_shared/words.ts'
import { abbreviations, nameParticles, shoutingNames, wordsBeforeLetter } from './abbreviations.ts'
import { furniture } from './furniture.ts'
import { createLemmaFinder } from './lemmas.ts'
import { languageCue, personWords, titleWords } from './names.ts'
import { quantities } from './quantities.ts'
import { stopwords } from './stopwords.ts'

/** The pack of English. */
export function createPack(tag: LanguageTag = 'en'): LanguagePack {
  const lists = sentenceLists({
    abbreviations,
    starters: stopwords,
    particles: nameParticles,
    beforeLetter: wordsBeforeLetter,
    shoutingNames,
  })
  return {
    tag,
    version: 2,
    scripts: ['Latn'],
    direction: 'ltr',
    joiner: ' ',
    unitsPerCharacter: 1,
    segment: (text, block) => splitSpaced(text, block, lists),
    words: createSpacedWordFinder({ ending: /['’]s?$/u }),
    entities: createEntityFinder({
      quantities: createQuantityFinder(quantities),
      gazetteer: createGazetteer(gazetteerRows, { languageCue }),
      titles: createTitleFinder(titleLists({ ...titleWords, sureJoins: titleWords.joins, firstMembers: '' }, true)),
      persons: createPersonFinder(personLists(personWords)),
    }),
    stem: createStemmer('english'),
    lemmas: createLemmaFinder(),
    functionWords: setOf(stopwords),
    furniture,
  }
}

function gazetteerRows(): readonly GazetteerRow[] {
  return [...readColumn('en'), ...readInternational(), ...displayNameRows('en')]
}
