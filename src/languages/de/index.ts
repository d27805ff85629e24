import type { LanguagePack } from '../../core/contracts.ts'
import type { LanguageTag } from '../../core/types.ts'
import { displayNameRows } from '../_shared/display-names.ts'
import { createEntityFinder } from '../_shared/entities.ts'
import { createGazetteer } from '../_shared/gazetteer.ts'
import { type GazetteerRow, readColumn, readInternational } from '../_shared/gazetteer-file.ts'
import { genitivesOf } from '../_shared/genitives.ts'
import { setOf } from '../_shared/lists.ts'
import { createPersonFinder } from '../_shared/persons.ts'
import { createQuantityFinder } from '../_shared/quantities/finder.ts'
import { personLists, sentenceLists, titleLists } from '../_shared/spaced-pack.ts'
import { splitSpaced } from '../_shared/spaced-splitter.ts'
import { createStemmer } from '../_shared/stemmer.ts'
import { createTitleFinder } from '../_shared/titles.ts'
import { createSpacedWordFinder } from '../_shared/words.ts'
import {
  abbreviations,
  nameParticles,
  ordinalLeads,
  ordinalNouns,
  shoutingNames,
  wordsBeforeLetter,
} from './abbreviations.ts'
import { furniture } from './furniture.ts'
import { languageCue, personWords, titleWords } from './names.ts'
import { quantities } from './quantities.ts'
import { stopwords } from './stopwords.ts'

/** The pack of German, for Germany, Austria and Switzerland alike. */
export function createPack(tag: LanguageTag = 'de'): LanguagePack {
  const lists = sentenceLists({
    abbreviations,
    starters: stopwords,
    particles: nameParticles,
    beforeLetter: wordsBeforeLetter,
    ordinalLeads,
    ordinalNouns,
    shoutingNames,
  })
  return {
    tag,
    version: 1,
    scripts: ['Latn'],
    direction: 'ltr',
    joiner: ' ',
    unitsPerCharacter: 0.9,
    segment: (text, block) => splitSpaced(text, block, lists),
    words: createSpacedWordFinder(),
    entities: createEntityFinder({
      quantities: createQuantityFinder(quantities),
      gazetteer: createGazetteer(gazetteerRows, { languageCue }),
      titles: createTitleFinder(titleLists({ ...titleWords, sureJoins: titleWords.joins }, false)),
      persons: createPersonFinder(personLists(personWords)),
    }),
    stem: createStemmer('german'),
    compoundLinks: ['', 's', 'es', 'n', 'en', 'er', 'e', 'ens', '-'],
    functionWords: setOf(stopwords),
    furniture,
  }
}

function gazetteerRows(): readonly GazetteerRow[] {
  const column = readColumn('de')
  const names = displayNameRows('de')
  const places = [...column, ...names]
  const adjectives = new Set(column.map(({ form }) => form))
  return [
    ...column,
    ...readInternational(),
    ...names,
    ...genitivesOf(places),
    ...names.flatMap(inflectedCountry),
    ...names.flatMap((row) => inflectedLanguage(row, adjectives)),
  ]
}

/** `Vereinigte Arabische Emirate` after an article: `der Vereinigten Arabischen Emirate`, `den … Emiraten`. */
function inflectedCountry(row: GazetteerRow): readonly GazetteerRow[] {
  if (!row.key.startsWith('place:') || !/^\p{Lu}\p{L}+e\s/u.test(row.form)) return []
  const form = row.form.replaceAll(/(?<=\p{Ll}e)(?=\s)/gu, 'n')
  return form.endsWith('e')
    ? [
        { ...row, form },
        { ...row, form: `${form}n` },
      ]
    : [{ ...row, form }]
}

/** `ins Vietnamesische`, `im Deutschen`; only where the same word is a country's adjective, which it is without a cue. */
function inflectedLanguage(row: GazetteerRow, adjectives: ReadonlySet<string>): readonly GazetteerRow[] {
  if (!row.key.startsWith('language:') || !adjectives.has(`${row.form.toLowerCase()}e`)) return []
  return ['e', 'en'].map((ending) => ({ ...row, form: row.form + ending }))
}
