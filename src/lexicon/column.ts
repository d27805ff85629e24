import type { LanguagePack } from '../core/contracts.ts'
import type { ConceptTable } from './concepts.ts'
import { foldLetters } from './letters.ts'

/** How a language looks words up: what its pack knows of words, and no more. */
export type WordKnowledge = Pick<LanguagePack, 'joiner' | 'stem' | 'words' | 'functionWords' | 'compoundLinks'>

/** A rendering of a concept, better the nearer its rank is to 0. */
export interface Sense {
  readonly concept: number
  readonly rank: number
}

/** One language of a concept table, ready to look up. */
export interface Column {
  /** Senses of a word as it stands in the text (its norm). */
  readonly exact: ReadonlyMap<string, readonly Sense[]>
  /** Senses of the forms that share a word's stem; less sure than a whole form. */
  byStem(norm: string): readonly Sense[]
  readonly hasPhrases: boolean
  /** Phrases that a word may begin, longest first. */
  phrasesFrom(norm: string): readonly Phrase[]
  /** Concepts that cannot be part of a compound: *over* in *overvliegen* is no preposition. */
  readonly joining: ReadonlySet<number>
  /** Longest form in UTF-16 units. */
  readonly longest: number
}

/** A rendering of several words, as stems without function words in between left out. */
export interface Phrase {
  readonly stems: readonly string[]
  readonly norm: string
}

/** Index of a column by form, stem and phrase; undefined when the table lacks the language. */
export function indexColumn(table: ConceptTable, language: string, words: WordKnowledge): Column | undefined {
  const at = table.languages.indexOf(language)
  if (at < 0) return undefined
  const exact = new Map<string, Sense[]>()
  const singles: Single[] = []
  const wordLists: WordList[] = []
  let longest = 1
  table.rows.forEach((row, concept) => {
    ;(row[at] ?? []).forEach((form, rank) => {
      const sense = { concept, rank }
      longest = Math.max(longest, form.length)
      const norms = words.joiner === '' ? [form] : normsOf(form, words)
      const [first] = norms
      if (first === undefined) return
      if (norms.length === 1) {
        push(exact, first, sense)
        singles.push({ norm: first, sense })
      } else {
        wordLists.push({ norms, first })
        push(exact, norms.join(' '), sense)
      }
    })
  })
  const joining = new Set(table.kinds.flatMap((kind, concept) => (kind === 'p' ? [concept] : [])))
  return {
    exact,
    byStem: stemIndex(singles, words.stem),
    hasPhrases: wordLists.length > 0,
    phrasesFrom: phraseIndex(wordLists, words.stem),
    joining,
    longest,
  }
}

interface Single {
  readonly norm: string
  readonly sense: Sense
}

interface WordList {
  readonly norms: readonly string[]
  readonly first: string
}

const stemIndex = (singles: readonly Single[], stem: (norm: string) => string): Column['byStem'] =>
  stemDrawers(
    singles,
    (single) => single.norm,
    (single) => single.sense,
    stem,
  )

function phraseIndex(lists: readonly WordList[], stem: (norm: string) => string): Column['phrasesFrom'] {
  const ranked = [...lists].sort((a, b) => b.norms.length - a.norms.length)
  const phraseOf = ({ norms }: WordList): Phrase => ({ stems: norms.map(stem), norm: norms.join(' ') })
  return stemDrawers(ranked, (list) => list.first, phraseOf, stem)
}

/**
 * Entries by the stem of a word. Stems cost much more than they are worth for words that no text asks for, so they are
 * made by first letters, when a word with these letters is asked for.
 */
function stemDrawers<T, V>(
  entries: readonly T[],
  normOf: (entry: T) => string,
  made: (entry: T) => V,
  stem: (norm: string) => string,
): (norm: string) => readonly V[] {
  const drawers = new Map<string, T[]>()
  for (const entry of entries) push(drawers, drawerOf(normOf(entry)), entry)
  const opened = new Map<string, ReadonlyMap<string, readonly V[]>>()
  return (norm) => {
    const drawer = drawerOf(norm)
    let byStem = opened.get(drawer)
    if (byStem === undefined) {
      const stems = new Map<string, V[]>()
      for (const entry of drawers.get(drawer) ?? []) push(stems, stem(normOf(entry)), made(entry))
      opened.set(drawer, stems)
      byStem = stems
    }
    return byStem.size === 0 ? [] : (byStem.get(stem(norm)) ?? [])
  }
}

/** Words of one stem begin alike, but for marks on their letters and vowels that are doubled in a closed syllable (*oog*, *ogen*). */
const drawerOf = (norm: string): string =>
  foldLetters(norm)
    .replace(/([aeou])\1/g, '$1')
    .slice(0, 2)

function normsOf(form: string, words: WordKnowledge): readonly string[] {
  const norms: string[] = []
  words.words(form, { start: 0, end: form.length }, (_start, _end, norm) => norms.push(norm))
  return norms
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
