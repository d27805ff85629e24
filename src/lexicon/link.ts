import type { AnalysedDocument, Link, LinkedPair, StemTable, TokenTable } from '../core/types.ts'
import type { Column, WordKnowledge } from './column.ts'
import type { Lexicon } from './lexicon.ts'
import { dropImplied, linkKeys } from './links.ts'
import { linkPeople, mergeLinks } from './people.ts'
import type { VersionedWords } from './source.ts'
import { termFinder } from './terms.ts'
import { linkTitles, type NameFinder } from './titles.ts'
import { type ConceptTrust, pairWords } from './words.ts'

type Terms = ReturnType<typeof termFinder>

/** One language as the linker needs it: how its pack sees words, and its column of the lexicon. */
export interface Vocabulary {
  /** ISO 15924 codes of the scripts it is written in. */
  readonly scripts: readonly string[]
  readonly words: WordKnowledge
  readonly names: NameFinder
  readonly column: Column | undefined
  /** Terms to add to the words of its tokeniser. */
  readonly terms: Terms | undefined
}

/** Prepares one language of a lexicon; done once a language, not once a text. */
export function createVocabulary(
  lexicon: Lexicon,
  language: string,
  words: VersionedWords & { readonly entities: NameFinder; readonly scripts: readonly string[] },
): Vocabulary {
  const column = lexicon.column(language, words)
  return {
    scripts: words.scripts,
    words,
    names: words.entities,
    column,
    terms: column === undefined ? undefined : termFinder(column, words),
  }
}

/** One side to link: a text, its words, and what is known of its language. */
export interface Side {
  readonly document: AnalysedDocument
  readonly tokens: TokenTable
  readonly vocabulary: Vocabulary
}

/** Links people of two sides in different scripts; `names/linker.ts` makes one. */
export type PeopleLinker = (source: Side, target: Side) => readonly Link[]

/**
 * All that links two texts: shared keys, people, titles by composition, and words that may render each other. Sides in
 * different scripts need `across` for the names of their people.
 */
export function linkTexts(
  source: Side,
  target: Side,
  concepts: ConceptTrust,
  lexicons: readonly string[],
  across: PeopleLinker = () => [],
): LinkedPair {
  const titles = (side: Side) => ({
    document: side.document,
    words: side.vocabulary.words,
    names: side.vocabulary.names,
    column: side.vocabulary.column,
  })
  return {
    ...linkWords(source, target, concepts),
    links: [
      ...dropImplied(linkKeys(source.document, target.document)),
      ...mergeLinks([...linkPeople(source.document, target.document), ...across(source, target)]),
      ...linkTitles(titles(source), titles(target)),
    ],
    lexicons,
  }
}

/** What links the words of two texts, and nothing else: for learning from them. */
export function linkWords(source: Side, target: Side, concepts: ConceptTrust): LinkedPair {
  const words = (side: Side) => ({ tokens: side.tokens, words: side.vocabulary.words, column: side.vocabulary.column })
  return {
    source: source.document,
    target: target.document,
    links: [],
    sourceTokens: source.tokens,
    targetTokens: target.tokens,
    sourceStems: stemsOf(source),
    targetStems: stemsOf(target),
    wordPairs: pairWords(words(source), words(target), concepts),
    lexicons: [],
  }
}

/** Stems of the words of one side, in the order in which they first stand in the text. */
function stemsOf({ tokens, vocabulary }: Side): StemTable {
  const ids = new Map<string, number>()
  const of = Uint32Array.from(tokens.vocabulary, (norm) => {
    const stem = vocabulary.words.stem(norm)
    const id = ids.get(stem) ?? ids.size
    ids.set(stem, id)
    return id
  })
  return { names: [...ids.keys()], of }
}
