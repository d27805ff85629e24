import { type PriorOf, preparePool } from './align/translation/pool.ts'
import { tokenise } from './analyse/tokens.ts'
import type { Context, LanguagePack } from './core/contracts.ts'
import { baseLanguage } from './core/tags.ts'
import type { AnalysedDocument, LanguageTag } from './core/types.ts'
import { createWordIndex, type WordIndex } from './document-bag.ts'
import { isEnough, type LearntWords, learntFor } from './learnt.ts'
import { learntSignature } from './learnt-file.ts'
import { createLexicon, type Lexicon } from './lexicon/lexicon.ts'
import { createVocabulary, type Side, type Vocabulary } from './lexicon/link.ts'
import type { NamedLinker } from './lexicon/names/linker.ts'
import type { Bridge } from './lexicon/pivot.ts'
import type { Source } from './lexicon/source.ts'
import { loadLexicon } from './lexicons.ts'
import type { Stock } from './stock.ts'

/** What is loaded once and used for every pair. */
export interface Knowledge {
  pack(tag: LanguageTag): Promise<LanguagePack>
  vocabulary(tag: LanguageTag, context: Context): Promise<Vocabulary>
  /** What the words of a language stand for, remembered from document to document. */
  wordIndex(tag: LanguageTag, context: Context): Promise<WordIndex>
  lexicon(context: Context): Promise<Lexicon>
  /** Ways between the concepts of two languages through third ones, where the lexicon needs them. */
  bridges(source: LanguageTag, target: LanguageTag, context: Context): Promise<readonly Bridge[]>
  /** Links people whom one side names in Latin letters and the other in Han characters. */
  peopleLinker(): Promise<NamedLinker>
  /** What other documents taught of two languages; undefined when that is nothing, or too little. */
  learnt(source: LanguageTag, target: LanguageTag): LearntKnowledge | undefined
}

export interface LearntKnowledge {
  readonly words: LearntWords
  readonly priorOf: PriorOf
  readonly signature: string
}

/** What knowledge is made from. */
export interface KnowledgeOptions {
  readonly learnt: readonly LearntWords[]
  readonly lexiconFiles: readonly string[]
  readonly lexiconFolder?: string
}

/** Knowledge that loads itself when it is asked for. */
export function createKnowledge({ learnt, lexiconFiles, lexiconFolder }: KnowledgeOptions, stock: Stock): Knowledge {
  const lexicons = new Map<string, Promise<Lexicon>>()
  return knowledgeWith(
    (context) => remembered(lexicons, 'all', () => loadLexicon(lexiconFiles, lexiconFolder, context, stock)),
    createLearnt(learnt),
    stock,
  )
}

/** The same with one more source of words. */
export function withSource(knowledge: Knowledge, source: Source, stock: Stock): Knowledge {
  const lexicons = new Map<string, Promise<Lexicon>>()
  const more = async (context: Context): Promise<Lexicon> =>
    createLexicon([source, ...(await knowledge.lexicon(context)).sources])
  return knowledgeWith((context) => remembered(lexicons, 'all', () => more(context)), knowledge.learnt, stock)
}

function knowledgeWith(lexicon: Knowledge['lexicon'], learnt: Knowledge['learnt'], stock: Stock): Knowledge {
  const { pack, peopleLinker } = stock
  const vocabularies = new Map<LanguageTag, Promise<Vocabulary>>()
  const ways = new Map<string, Promise<readonly Bridge[]>>()
  const vocabulary = (tag: LanguageTag, context: Context): Promise<Vocabulary> =>
    remembered(vocabularies, tag, async () =>
      createVocabulary(await lexicon(context), baseLanguage(tag), await pack(tag)),
    )
  const indexes = new Map<LanguageTag, Promise<WordIndex>>()
  const wordIndex: Knowledge['wordIndex'] = (tag, context) =>
    remembered(indexes, tag, async () => createWordIndex(await vocabulary(tag, context)))
  const bridges: Knowledge['bridges'] = (source, target, context) => {
    const [from, to] = [baseLanguage(source), baseLanguage(target)]
    return remembered(ways, `${from} ${to}`, async () => {
      const all = await lexicon(context)
      const pivots = all.pivotLanguages(from, to)
      return Promise.all(pivots.map(async (pivot) => all.bridge(from, to, pivot, await pack(pivot))))
    })
  }
  return { pack, vocabulary, wordIndex, lexicon, bridges, peopleLinker, learnt }
}

/** What other documents taught, made ready once for each pair of languages. */
function createLearnt(all: readonly LearntWords[]): Knowledge['learnt'] {
  const prepared = new Map<LearntWords, LearntKnowledge>()
  return (source, target) => {
    const words = learntFor(all, [source, target])
    if (words === undefined || !isEnough(words)) return undefined
    const known = prepared.get(words) ?? { words, priorOf: preparePool(words.pool), signature: learntSignature(words) }
    prepared.set(words, known)
    return known
  }
}

function remembered<V>(map: Map<string, Promise<V>>, key: string, make: () => Promise<V>): Promise<V> {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** One side of a pair, ready to be linked. */
export async function sideOf(document: AnalysedDocument, knowledge: Knowledge, context: Context): Promise<Side> {
  const vocabulary = await knowledge.vocabulary(document.language.tag, context)
  const tokens = tokenise(document, await knowledge.pack(document.language.tag), vocabulary.terms)
  return { document, tokens, vocabulary }
}
