import { type BagMaker, createBagMaker, type DocumentBag } from './align/document-bag.ts'
import { textOf } from './core/text.ts'
import { foldLetters } from './lexicon/letters.ts'
import type { Side } from './lexicon/link.ts'
import { impliedKeys } from './lexicon/links.ts'
import { meaningsOf } from './lexicon/meanings.ts'

/** Something with a key says more about what a text is about than a word does. */
const keyedTrust = 2
/** What a key implies (a day its month), and figures as bare digits, say less. */
const impliedTrust = 0.5
/** Meanings less sure than this are left out. */
const leastTrust = 0.3

/** What a word stands for. */
type WordThings = readonly (readonly [key: string, trust: number])[]

/** Looks up what the words of one language stand for, and remembers it from document to document. */
export type WordIndex = (norm: string) => WordThings

/** How many words are remembered before all are forgotten; what is looked up stays the same. */
const mostRemembered = 200_000

/** An index of the words of one language. */
export function createWordIndex(vocabulary: Side['vocabulary']): WordIndex {
  const known = new Map<string, WordThings>()
  return (norm) => {
    const found = known.get(norm)
    if (found !== undefined) return found
    if (known.size >= mostRemembered) known.clear()
    // A copy, since a slice of a text keeps the whole text in memory.
    const own = Buffer.from(norm).toString()
    const things = thingsOfWord(own, vocabulary)
    known.set(own, things)
    return things
  }
}

function thingsOfWord(norm: string, { words, column }: Side['vocabulary']): WordThings {
  if (words.functionWords.has(norm) || !/[\p{L}\p{N}]/u.test(norm)) return []
  const things = new Map<string, number>()
  for (const { concept, trust } of column === undefined ? [] : meaningsOf(column, norm, words)) {
    const key = `concept:${concept}`
    if (trust >= leastTrust) things.set(key, Math.max(trust, things.get(key) ?? 0))
  }
  const isDigits = /^\p{N}+$/u.test(norm)
  if (norm.length > 1) things.set(`word:${foldLetters(words.fold?.(norm) ?? norm)}`, isDigits ? impliedTrust : 1)
  return [...things]
}

/** What a document speaks of: things with a key, words by what they mean, and words as they are spelt. */
export function bagOf(side: Side, index: WordIndex, name: string, stem: string): DocumentBag {
  const bag = createBagMaker()
  addEntities(side, bag)
  const { vocabulary, ids } = side.tokens
  const counts = new Uint32Array(vocabulary.length)
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1
  vocabulary.forEach((norm, id) => {
    for (const [key, trust] of index(norm)) bag.add(key, trust, norm, counts[id] ?? 0)
  })
  return bag.finish(name, stem, side.document.language.tag)
}

function addEntities({ document }: Side, bag: BagMaker): void {
  document.analyses.forEach(({ entities }, at) => {
    if (document.blocks[document.segments[at]?.block ?? -1]?.role === 'boilerplate') return
    for (const { key, span } of entities) {
      if (key === undefined) continue
      const form = textOf(document.text, span)
      bag.add(key, keyedTrust, form, 1)
      for (const implied of impliedKeys(key)) bag.add(implied, impliedTrust, form, 1)
    }
  })
}
