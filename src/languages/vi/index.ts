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
import { createTitleFinder } from '../_shared/titles.ts'
import { createSpacedWordFinder, normOf } from '../_shared/words.ts'
import { abbreviations, nameParticles, shoutingNames, wordsBeforeLetter } from './abbreviations.ts'
import { furniture } from './furniture.ts'
import { acceptsForm, variantsOf } from './matching.ts'
import { languageCue, personWords, titleWords } from './names.ts'
import { quantities } from './quantities.ts'
import { stopwords } from './stopwords.ts'
import { foldTones } from './tones.ts'

/** The pack of Vietnamese. Its words are syllables, and their norm has one place for the tone mark. */
export function createPack(tag: LanguageTag = 'vi'): LanguagePack {
  const lists = sentenceLists({
    abbreviations,
    starters: stopwords,
    particles: nameParticles,
    beforeLetter: wordsBeforeLetter,
    shoutingNames,
  })
  return {
    tag,
    version: 1,
    scripts: ['Latn'],
    direction: 'ltr',
    joiner: ' ',
    unitsPerCharacter: 1,
    segment: (text, block) => splitSpaced(text, block, lists),
    words: createSpacedWordFinder({ norm: (word) => foldTones(normOf(word)) }),
    entities: createEntityFinder({
      quantities: createQuantityFinder(quantities),
      gazetteer: createGazetteer(gazetteerRows, { languageCue, accepts: acceptsForm }),
      titles: createTitleFinder(titleLists(titleWords, false)),
      persons: createPersonFinder(personLists(personWords)),
    }),
    stem: (norm) => norm,
    functionWords: setOf(foldTones(stopwords)),
    furniture,
  }
}

function gazetteerRows(): readonly GazetteerRow[] {
  return [...readColumn('vi').flatMap(variantsOf), ...readInternational(), ...displayNameRows('vi').map(lowerLanguage)]
}

/** CLDR's `Tiếng Anh` begins a list; in a sentence it is `tiếng Anh`. */
function lowerLanguage(row: GazetteerRow): GazetteerRow {
  return row.key.startsWith('language:') ? { ...row, form: row.form.charAt(0).toLowerCase() + row.form.slice(1) } : row
}
