import type { LanguagePack } from '../../core/contracts.ts'
import type { Entity, LanguageTag, Span } from '../../core/types.ts'
import { createCountryFinder } from '../_shared/country-compounds.ts'
import { displayNameRows } from '../_shared/display-names.ts'
import { createEntityFinder, type EntityFinder } from '../_shared/entities.ts'
import { createGazetteer } from '../_shared/gazetteer.ts'
import { type GazetteerRow, readColumn, readInternational } from '../_shared/gazetteer-file.ts'
import { findHanPersons, type HanPersonLists } from '../_shared/han-persons.ts'
import { splitHan } from '../_shared/han-splitter.ts'
import { findHanTitles } from '../_shared/han-titles.ts'
import { setOf, wordsOf } from '../_shared/lists.ts'
import { createQuantityFinder } from '../_shared/quantities/finder.ts'
import { createVariantFolder } from '../_shared/variants.ts'
import { createWordBounds, type WordBounds } from '../_shared/word-bounds.ts'
import { createMixedWordFinder } from '../_shared/words.ts'
import { countryCharacters } from './country-characters.ts'
import { furniture } from './furniture.ts'
import { joiners, notPeople, surnames, wordsBeforeNames } from './names.ts'
import { quantities } from './quantities.ts'
import { stopwords } from './stopwords.ts'

/** The pack of Chinese. A tag with the script Hant or a region that writes it gives one whose gazetteer has those forms too. */
export function createPack(tag: LanguageTag = 'zh'): LanguagePack {
  const locale = isTraditional(tag) ? 'zh-Hant' : 'zh'
  const bounds = createWordBounds(locale)
  const people: HanPersonLists = {
    offices: wordsOf(wordsBeforeNames),
    joiners: wordsOf(joiners),
    surnames: setOf(surnames),
    notPeople,
  }
  return {
    tag,
    version: 1,
    scripts: [isTraditional(tag) ? 'Hant' : 'Hans'],
    direction: 'ltr',
    joiner: '',
    unitsPerCharacter: 3.5,
    segment: (text, block) => splitHan(text, block, furniture),
    words: createMixedWordFinder(locale),
    entities: createEntityFinder({
      quantities: createQuantityFinder(quantities),
      gazetteer: createNameFinder(locale, bounds),
      titles: findHanTitles,
      persons: (text, span) => findHanPersons(text, span, people),
    }),
    stem: (norm) => norm,
    fold: createVariantFolder(),
    functionWords: setOf(stopwords),
    furniture,
  }
}

function isTraditional(tag: LanguageTag): boolean {
  const { script } = new Intl.Locale(tag).maximize()
  return script === 'Hant'
}

/** Names of the gazetteer, and countries in one character where no name stands. */
function createNameFinder(locale: string, bounds: WordBounds): EntityFinder {
  const gazetteer = createGazetteer(() => gazetteerRows(locale), { bounds })
  const countries = createCountryFinder(countryCharacters, bounds)
  return (text: string, span: Span): readonly Entity[] => {
    const names = gazetteer(text, span)
    return [...names, ...countries(text, span, names)]
  }
}

function gazetteerRows(locale: string): readonly GazetteerRow[] {
  const traditional = locale === 'zh' ? [] : readColumn('zh', 'gazetteer-hant.tsv')
  return [...traditional, ...readColumn('zh'), ...readInternational(), ...displayNameRows(locale)]
}
