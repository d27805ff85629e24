import type { Furniture, LanguagePack } from '../../core/contracts.ts'
import { baseLanguage, undetermined } from '../../core/tags.ts'
import type { LanguageTag } from '../../core/types.ts'
import { displayNameRows } from '../_shared/display-names.ts'
import { createEntityFinder } from '../_shared/entities.ts'
import { createGazetteer } from '../_shared/gazetteer.ts'
import { type GazetteerRow, readColumn, readInternational } from '../_shared/gazetteer-file.ts'
import { splitAnyScript } from '../_shared/general-splitter.ts'
import { findHanTitles } from '../_shared/han-titles.ts'
import { createQuantityFinder } from '../_shared/quantities/finder.ts'
import { createWordBounds } from '../_shared/word-bounds.ts'
import { createMixedWordFinder } from '../_shared/words.ts'
import { quantities } from './quantities.ts'

const noFurniture: Furniture = {
  afterwords: [],
  menu: [],
  captionStarts: [],
  captionParts: [],
  bylineStarts: [],
  endMarks: [],
}

/** Languages that put nothing between two sentences. */
const unspacedScripts = new Set(['Hani', 'Hans', 'Hant', 'Jpan'])

/**
 * The pack of every language that has none: sentences by Unicode's punctuation, words by Unicode's letters, and of names
 * the international ones, countries and currencies as CLDR writes them, and the gazetteer's column where there is one.
 */
export function createPack(tag: LanguageTag = undetermined): LanguagePack {
  const locale = new Intl.Locale(tag).maximize()
  const script = locale.script ?? 'Zyyy'
  const isUnspaced = unspacedScripts.has(script)
  return {
    tag,
    version: 1,
    scripts: tag === undetermined ? ['Zyyy'] : [script],
    direction: /^(?:Arab|Hebr|Syrc|Thaa|Nkoo|Adlm)$/u.test(script) ? 'rtl' : 'ltr',
    joiner: isUnspaced ? '' : ' ',
    unitsPerCharacter: isUnspaced ? 2.4 : 1,
    segment: splitAnyScript,
    words: createMixedWordFinder(tag),
    entities: createEntityFinder({
      quantities: createQuantityFinder(quantities),
      gazetteer: createGazetteer(() => gazetteerRows(tag), isUnspaced ? { bounds: createWordBounds(tag) } : {}),
      titles: findHanTitles,
      persons: () => [],
    }),
    stem: cutEnding,
    functionWords: new Set(),
    furniture: noFurniture,
  }
}

/** Inflected forms mostly differ in their last third; short words are left whole. */
const cutEnding = (norm: string): string =>
  norm.length < 6 ? norm : norm.slice(0, Math.max(5, Math.ceil(0.7 * norm.length)))

function gazetteerRows(tag: LanguageTag): readonly GazetteerRow[] {
  if (tag === undetermined) return readInternational()
  return [...readColumn(baseLanguage(tag)), ...readInternational(), ...displayNameRows(tag)]
}
