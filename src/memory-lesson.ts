import { teachFromPairs } from './align/search/learning.ts'
import {
  createPooling,
  type PooledPair,
  type PriorOf,
  pairsOfPool,
  poolOf,
  preparePool,
} from './align/translation/pool.ts'
import { analyseDocument } from './analyse/analyse.ts'
import type { Context, LanguagePack } from './core/contracts.ts'
import { hashOf } from './core/hash.ts'
import { baseLanguage } from './core/tags.ts'
import type { LanguageTag } from './core/types.ts'
import { type Knowledge, sideOf, withSource } from './knowledge.ts'
import type { LanguagePair } from './learnt.ts'
import { linkWords } from './lexicon/link.ts'
import { termsOfUnits } from './lexicon/read/tmx.ts'
import { tableSource } from './lexicon/source.ts'
import { madeDocument } from './made-document.ts'
import type { MemoryAnswer } from './memory-answer.ts'
import type { Stock } from './stock.ts'

/** What pairs of a memory teach of the words of two texts. */
export interface MemoryLesson {
  /** All that is known of words, with the short pairs as terms. */
  readonly knowledge: Knowledge
  /** What the words of all pairs render. */
  readonly taughtOf: PriorOf
}

/** From fewer, words that stand together by chance are taken for renderings of each other. */
const leastPairs = 200

/** Learns from pairs as from two texts of which line i renders line i; short pairs are looked up as those of a glossary are. */
export async function learnFromMemory(
  { pairs }: MemoryAnswer,
  languages: LanguagePair,
  base: Knowledge,
  stock: Stock,
  context: Context,
): Promise<MemoryLesson> {
  const knowledge = withTerms(pairs, languages, base, stock)
  const words = pairs.length < leastPairs ? [] : await wordsOf(pairs, languages, knowledge, context)
  return { knowledge, taughtOf: preparePool(poolOf(words)) }
}

async function wordsOf(
  pairs: MemoryAnswer['pairs'],
  [source, target]: LanguagePair,
  knowledge: Knowledge,
  context: Context,
): Promise<readonly PooledPair[]> {
  const silent: Context = { ...context, report: () => undefined }
  const side = async (texts: readonly string[], tag: LanguageTag) => {
    // Things that both sides name are not learnt from.
    const pack: LanguagePack = { ...(await knowledge.pack(tag)), entities: () => [] }
    const analysed = analyseDocument(madeDocument(texts, tag), { tag, by: 'user' }, pack, silent)
    return sideOf(analysed, knowledge, silent)
  }
  const sources = pairs.map((pair) => pair.source)
  const targets = pairs.map((pair) => pair.target)
  const lexicon = await knowledge.lexicon(silent)
  const bridges = await knowledge.bridges(source, target, silent)
  const linked = linkWords(await side(sources, source), await side(targets, target), { ...lexicon, bridges })
  const pooling = createPooling()
  pooling.add(teachFromPairs(linked))
  return [...pairsOfPool(pooling.pool())].filter(isSure)
}

/** Counts in hundredths: words that stand together in one long pair alone do so by chance as often as not. */
const leastSeen = 150
const isSure = ({ forward, backward }: PooledPair): boolean => Math.max(forward, backward) >= leastSeen

function withTerms(pairs: MemoryAnswer['pairs'], languages: LanguagePair, base: Knowledge, stock: Stock): Knowledge {
  const [source, target] = languages
  const units = pairs.map((pair) => [
    { language: baseLanguage(source), text: pair.source },
    { language: baseLanguage(target), text: pair.target },
  ])
  const table = termsOfUnits('memory', units)
  if (table.rows.length === 0) return base
  return withSource(base, tableSource(table, `memory.${hashOf(...table.rows.flat(2))}`), stock)
}
