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
import type { Context } from './core/contracts.ts'
import { hashOf } from './core/hash.ts'
import { baseLanguage } from './core/tags.ts'
import type { LanguageTag } from './core/types.ts'
import { type Knowledge, sideOf, withSource } from './knowledge.ts'
import type { LanguagePair, LearntWords } from './learnt.ts'
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
  /** What the words of all pairs render, together with what other documents taught. */
  readonly priorOf: PriorOf
}

/** Learns from pairs as from two texts of which line i renders line i; short pairs are looked up as those of a glossary are. */
export async function learnFromMemory(
  { pairs }: MemoryAnswer,
  [source, target]: LanguagePair,
  base: Knowledge,
  stock: Stock,
  context: Context,
): Promise<MemoryLesson> {
  const knowledge = withTerms(pairs, [source, target], base, stock)
  const silent: Context = { ...context, report: () => undefined }
  const side = async (texts: readonly string[], tag: LanguageTag) => {
    const document = madeDocument(texts, tag)
    const analysed = analyseDocument(document, { tag, by: 'user' }, await knowledge.pack(tag), silent)
    return sideOf(analysed, knowledge, silent)
  }
  const left = await side(
    pairs.map((pair) => pair.source),
    source,
  )
  const right = await side(
    pairs.map((pair) => pair.target),
    target,
  )
  const lexicon = await knowledge.lexicon(silent)
  const bridges = await knowledge.bridges(source, target, silent)
  const pooling = createPooling()
  pooling.add(teachFromPairs(linkWords(left, right, { ...lexicon, bridges })))
  const sure = poolOf([...pairsOfPool(pooling.pool())].filter(isSure))
  const all = createPooling()
  all.addPool(sure)
  const before: LearntWords | undefined = knowledge.learnt(source, target)?.words
  if (before !== undefined) all.addPool(before.pool)
  return { knowledge, priorOf: preparePool(all.pool()) }
}

/** Counts in hundredths: words that stand together in one long pair alone do so by chance as often as not. */
const leastSeen = Number(process.env.TEACH_LEAST ?? 150)
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
