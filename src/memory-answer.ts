import { hashOf } from './core/hash.ts'
import { memoryEvidence } from './core/pins.ts'
import { textOf } from './core/text.ts'
import type { PairMemory, Pin } from './core/types.ts'
import type { Side } from './lexicon/link.ts'
import type { Memory } from './memory/memory.ts'
import type { AskingText, RelevantUnits, TeachingPair } from './memory/relevant/types.ts'

/** The memory that helps with aligning. */
export interface MemoryChoice {
  /** Its file. */
  readonly path: string
  /** Units that later steps brought do not help: those that a batch itself brings. */
  readonly lastStep?: number
}

/** What a memory has for two texts. */
export interface MemoryAnswer {
  /** Pairs of texts that share words with the two. */
  readonly pairs: readonly TeachingPair[]
  readonly memory: PairMemory
}

/** Asks what a memory has for two texts; undefined comes back where it has nothing. */
export type AskMemory = (source: Side, target: Side) => Promise<MemoryAnswer | undefined>

/** Asks a memory that is open, or the one in a file, which is opened for each question; undefined without either. */
export function createAskMemory(choice: MemoryChoice | undefined, open: Memory | undefined): AskMemory | undefined {
  if (open !== undefined) return (source, target) => askMemory(open, source, target, undefined)
  if (choice === undefined) return undefined
  return async (source, target) => {
    const { withMemory } = await import('./open-memory.ts')
    return withMemory(choice.path, { mode: 'read' }, (memory) => askMemory(memory, source, target, choice.lastStep))
  }
}

/** So many units for a text of no length, one more for each segment; learning from them takes about a millisecond each. */
const leastUnits = 200
const mostUnits = 1000

async function askMemory(
  memory: Memory,
  source: Side,
  target: Side,
  lastStep: number | undefined,
): Promise<MemoryAnswer | undefined> {
  const segments = Math.max(source.document.segments.length, target.document.segments.length)
  const limit = Math.min(mostUnits, leastUnits + segments)
  const found = await memory.relevant({
    source: askingText(source),
    target: askingText(target),
    limit,
    ...(lastStep === undefined ? {} : { lastStep }),
  })
  if (found.pairs.length === 0 && found.exact.length === 0) return undefined
  return answerOf(found)
}

function answerOf({ pairs, exact }: RelevantUnits): MemoryAnswer {
  const anchors = exact.map(
    ({ source: here, target: there, unit }): Pin => ({
      source: { from: here, to: here + 1 },
      target: { from: there, to: there + 1 },
      word: memoryEvidence(unit.memory, unit.unit.decision.state !== 'proposed'),
    }),
  )
  const said = anchors.map((anchor) => `${anchor.source.from} ${anchor.target.from} ${anchor.word?.note ?? ''}`)
  const by = hashOf(...pairs.flatMap((pair) => [pair.source, pair.target]), '', ...said)
  return { pairs, memory: { anchors, by } }
}

/** A text as it asks a memory: first for words that the lexicon lacks, then for rarer ones. */
function askingText({ document, tokens, vocabulary }: Side): AskingText {
  const counts = new Uint32Array(tokens.vocabulary.length)
  for (const id of tokens.ids) counts[id] = (counts[id] ?? 0) + 1
  const words = tokens.vocabulary
    .map((word, id) => ({ word, count: counts[id] ?? 0, known: vocabulary.column?.exact.has(word) === true ? 1 : 0 }))
    .filter(({ word }) => isTelling(word))
    .sort((a, b) => a.known - b.known || a.count - b.count)
  return {
    language: document.language.tag,
    segments: document.segments.map(({ span }) => textOf(document.text, span)),
    words: words.map(({ word }) => word),
  }
}

/** Single letters, signs and plain numbers say nothing of what a text is about. */
const isTelling = (word: string): boolean => word.length > 1 && /\p{L}/u.test(word)
