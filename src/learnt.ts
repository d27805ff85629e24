import type { Taught } from './align/search/learning.ts'
import { createPooling, type Pool, type Pooling } from './align/translation/pool.ts'
import type { Context } from './core/contracts.ts'
import type { LanguageTag } from './core/types.ts'

/** What documents of one pair of languages taught of their words; plain data that passes between threads. */
export interface LearntWords {
  readonly languages: LanguagePair
  /** How many documents and well-founded beads taught it. */
  readonly documents: number
  readonly beads: number
  readonly pool: Pool
}

/** Source and target. */
export type LanguagePair = readonly [LanguageTag, LanguageTag]

/** What one document teaches. */
export interface TaughtWords extends Taught {
  readonly languages: LanguagePair
}

/** From fewer, words that stand together by chance are taken for renderings of each other. */
const leastDocuments = 2
const leastBeads = 200

/** Whether so much was learnt that it helps with other documents. */
export const isEnough = ({ documents, beads }: Omit<LearntWords, 'pool'>): boolean =>
  documents >= leastDocuments && beads >= leastBeads

/** The words learnt of a pair of languages, when they are enough to help. */
export function learntFor(learnt: readonly LearntWords[], [source, target]: LanguagePair): LearntWords | undefined {
  return learnt.find(({ languages }) => languages[0] === source && languages[1] === target)
}

/** Says that what was given does not help with two languages (LEARNT_NOT_USED). */
export function warnOfIdleWords(learnt: readonly LearntWords[], languages: LanguagePair, context: Context): void {
  if (learnt.length === 0) return
  const words = learntFor(learnt, languages)
  if (words !== undefined && isEnough(words)) return
  const names = learnt.map((one) => one.languages.join('–')).join(', ')
  const why = words === undefined ? `they are in ${names}` : `only ${words.beads} sentence pairs taught them`
  context.report({
    code: 'LEARNT_NOT_USED',
    level: 'warning',
    message: `the learnt words do not help with ${languages.join(' and ')}: ${why}`,
    hint: 'Learn from a batch in these languages, in this order, of at least two documents and 200 sure sentence pairs.',
  })
}

/** Sums what documents teach, by pair of languages. */
export interface Learning {
  add(taught: TaughtWords): void
  /** What was learnt up to now, in the order of the languages. */
  words(): readonly LearntWords[]
}

/** Starts with what was learnt before. The sums do not depend on the order in which documents are added. */
export function createLearning(before: readonly LearntWords[]): Learning {
  const sums = new Map<string, { languages: LanguagePair; documents: number; beads: number; pooling: Pooling }>()
  const sumFor = (languages: LanguagePair) => {
    const key = languages.join(' ')
    const sum = sums.get(key) ?? { languages, documents: 0, beads: 0, pooling: createPooling() }
    sums.set(key, sum)
    return sum
  }
  for (const { languages, documents, beads, pool } of before) {
    const sum = sumFor(languages)
    sum.pooling.addPool(pool)
    sum.documents += documents
    sum.beads += beads
  }
  return {
    add(taught) {
      const sum = sumFor(taught.languages)
      sum.pooling.add(taught)
      sum.documents++
      sum.beads += taught.beads
    },
    words: () =>
      [...sums]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { languages, documents, beads, pooling }]) => ({ languages, documents, beads, pool: pooling.pool() })),
  }
}
