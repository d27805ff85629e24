import type { LanguagePack } from '../core/contracts.ts'
import type { ConceptTable } from './concepts.ts'
import { indexForms } from './form-index.ts'
import { drawerOf, formAt, isPhrase, type PackedColumn, packColumn } from './packed-column.ts'
import { type ConceptFacts, factsOf, joiningKind, minorKind } from './source.ts'

/** How a language looks words up: what its pack knows of words, and no more. */
export type WordKnowledge = Pick<
  LanguagePack,
  'joiner' | 'stem' | 'lemmas' | 'words' | 'separated' | 'functionWords' | 'compoundLinks' | 'endings' | 'fold'
>

/** A rendering of a concept, better the nearer its rank is to 0. */
export interface Sense {
  readonly concept: number
  readonly rank: number
}

/** One language of all sources in use, ready to look up. */
export interface Column {
  /** Senses of a word as it stands in the text (its norm). */
  readonly exact: Pick<ReadonlyMap<string, readonly Sense[]>, 'get' | 'has'>
  /** True when the letters of the text from `start` to `end` are a form. */
  hasForm(text: string, start: number, end: number): boolean
  /** False when no form of two units or more begins with these two UTF-16 units; true says little. */
  mayBegin(first: number, second: number): boolean
  /** Senses of the forms that share a word's stem; less sure than a whole form. */
  byStem(norm: string): readonly Sense[]
  readonly hasPhrases: boolean
  /** Phrases that a word may begin, longest first. */
  phrasesFrom(norm: string): readonly Phrase[]
  /** Concepts that cannot be part of a compound: *over* in *overvliegen* is no preposition. */
  readonly joining: Pick<ReadonlySet<number>, 'has'>
  /** Concepts that count less, and much less where a word has others. */
  readonly minor: Pick<ReadonlySet<number>, 'has'>
  /** Longest form in UTF-16 units. */
  readonly longest: number
}

/** A rendering of several words, as stems without function words in between left out. */
export interface Phrase {
  readonly stems: readonly string[]
  readonly norm: string
}

/** One source of a column: its forms, what is known of its concepts, and the number of its first concept among all sources. */
export interface ColumnPart {
  readonly packed: PackedColumn
  readonly facts: ConceptFacts
  readonly firstConcept: number
}

/** Index of a column by form, stem and phrase; undefined when the table lacks the language. */
export function indexColumn(table: ConceptTable, language: string, words: WordKnowledge): Column | undefined {
  const packed = packColumn(table, language, words)
  return packed === undefined ? undefined : stackColumn([{ packed, facts: factsOf(table), firstConcept: 0 }], words)
}

/** One column of several sources; where two have phrases of one length and stem, the first one settles which it is. */
export function stackColumn(parts: readonly ColumnPart[], words: WordKnowledge): Column {
  const layers = parts.map((part) => openLayer(part, words))
  const [only, ...others] = layers
  if (only !== undefined && others.length === 0) return only
  return {
    exact: {
      get(norm) {
        const found = layers.flatMap((layer) => layer.exact.get(norm) ?? [])
        return found.length === 0 ? undefined : found
      },
      has: (norm) => layers.some((layer) => layer.exact.has(norm)),
    },
    hasForm: (text, start, end) => layers.some((layer) => layer.hasForm(text, start, end)),
    mayBegin: (first, second) => layers.some((layer) => layer.mayBegin(first, second)),
    byStem: (norm) => layers.flatMap((layer) => layer.byStem(norm)),
    hasPhrases: layers.some((layer) => layer.hasPhrases),
    phrasesFrom(norm) {
      const found = layers.flatMap((layer) => layer.phrasesFrom(norm))
      return found.length < 2 ? found : found.sort(byLength)
    },
    joining: { has: (concept) => layers.some((layer) => layer.joining.has(concept)) },
    minor: { has: (concept) => layers.some((layer) => layer.minor.has(concept)) },
    longest: Math.max(1, ...layers.map((layer) => layer.longest)),
  }
}

function openLayer({ packed, facts, firstConcept }: ColumnPart, words: WordKnowledge): Column {
  const index = indexForms(packed)
  const find = (norm: string): number => index.find(norm, 0, norm.length)
  const sensesOf = (form: number): readonly Sense[] => {
    const senses: Sense[] = []
    for (let k = form === 0 ? 0 : (packed.senseEnds[form - 1] ?? 0); k < (packed.senseEnds[form] ?? 0); k++) {
      const sense = packed.senses[k] ?? 0
      senses.push({ concept: firstConcept + (sense >>> 8), rank: sense & 255 })
    }
    return senses
  }
  const drawers = openDrawers(packed, words.stem, sensesOf)
  return {
    exact: {
      get(norm) {
        const form = find(norm)
        return form < 0 ? undefined : sensesOf(form)
      },
      has: (norm) => find(norm) >= 0,
    },
    hasForm: (text, start, end) => index.find(text, start, end) >= 0,
    mayBegin: index.mayBegin,
    byStem: drawers.byStem,
    hasPhrases: packed.drawers.length > 0 && index.hasPhrases,
    phrasesFrom: drawers.phrasesFrom,
    joining: { has: (concept) => facts.kindOf(concept - firstConcept) === joiningKind },
    minor: { has: (concept) => facts.kindOf(concept - firstConcept) === minorKind },
    longest: index.longest,
  }
}

/** The forms of one drawer: words and phrases by the stem of their first word, each made when it is asked for. */
interface Drawer {
  readonly singles: () => ReadonlyMap<string, readonly Sense[]>
  readonly phrasesFrom: (stem: string) => readonly Phrase[]
}

/**
 * Entries by the stem of a word. Stems cost much more than they are worth for words that no text asks for, so a drawer is
 * opened when a word with its letters is asked for, and its words apart from its phrases.
 */
function openDrawers(
  packed: PackedColumn,
  stem: (norm: string) => string,
  sensesOf: (form: number) => readonly Sense[],
): Pick<Column, 'byStem' | 'phrasesFrom'> {
  const places = drawerPlaces(packed)
  const opened = new Map<string, Drawer>()
  const drawerFor = (norm: string): Drawer | undefined => {
    const name = drawerOf(norm)
    const known = opened.get(name)
    if (known !== undefined) return known
    const place = places.get(name)
    if (place === undefined) return undefined
    const made = openDrawer(packed, place, stem, sensesOf)
    opened.set(name, made)
    return made
  }
  return {
    byStem: (norm) => drawerFor(norm)?.singles().get(stem(norm)) ?? [],
    phrasesFrom: (norm) => drawerFor(norm)?.phrasesFrom(stem(norm)) ?? [],
  }
}

type Place = readonly [from: number, to: number]

function drawerPlaces(packed: PackedColumn): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  let from = 0
  for (const to of packed.drawers) {
    places.set(drawerOf(formAt(packed, from)), [from, to])
    from = to
  }
  return places
}

function openDrawer(
  packed: PackedColumn,
  [from, to]: Place,
  stem: (norm: string) => string,
  sensesOf: (form: number) => readonly Sense[],
): Drawer {
  let singles: Map<string, Sense[]> | undefined
  const openSingles = (): Map<string, Sense[]> => {
    const made = new Map<string, Sense[]>()
    for (let form = from; form < to; form++) {
      if (!isPhrase(packed, form)) push(made, stem(formAt(packed, form)), sensesOf(form))
    }
    return made
  }
  const phrases = new Map<string, string[]>()
  for (let form = from; form < to; form++) {
    if (!isPhrase(packed, form)) continue
    const norm = formAt(packed, form)
    push(phrases, stem(norm.slice(0, norm.indexOf(' '))), [norm])
  }
  const known = new Map<string, readonly Phrase[]>()
  return {
    singles() {
      singles ??= openSingles()
      return singles
    },
    phrasesFrom(first) {
      const norms = phrases.get(first)
      if (norms === undefined) return []
      const made = known.get(first) ?? norms.map((norm) => ({ stems: norm.split(' ').map(stem), norm })).sort(byLength)
      known.set(first, made)
      return made
    },
  }
}

/** Longest first; equals stay in the order of their rows, and of their sources. */
const byLength = (a: Phrase, b: Phrase): number => b.stems.length - a.stems.length

function push<T>(map: Map<string, T[]>, key: string, values: readonly T[]): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [...values])
  else list.push(...values)
}
