import { mostEdits, type Plan, piecesOfPlan } from './fuzzy-plan.ts'
import type { FieldHead } from './head.ts'
import { countPiece, grown, pieceSize, readPiece } from './posting-blocks.ts'

type Counts = Uint8Array | Uint16Array | Uint32Array

/** How many tokens of the query's scanned lists a document of this length has to have. */
function leastShared({ tokens, min, unscanned }: Plan, length: number): number {
  const longer = Math.max(tokens, length)
  return longer - mostEdits(longer, min) - unscanned
}

// Kernel: goes through some hundred thousand postings a query. The counts are kept from query to query; nothing waits between
// their first and last use.
/** Counts, for each document of a plan's window, what it shares with the lists, and gives those that may share enough. */
export function createCounter(head: FieldHead): (plan: Plan, blocks: ReadonlyMap<number, Uint8Array>) => Int32Array {
  let memory = new ArrayBuffer(0)
  return (plan, blocks) => {
    const { from, to, lists } = plan
    // A document may hold several terms that count as one token: it is counted for each of them.
    const most = lists.reduce((sum, { weight, entries }) => sum + weight * entries.length, 0)
    const width = most < 256 ? 1 : most < 65_536 ? 2 : 4
    const room = Math.ceil((to - from) / 4) * 4
    if (memory.byteLength < room * width) memory = new ArrayBuffer(room * width)
    const counts = countsIn(memory, width, room)
    counts.fill(0)
    for (const list of lists)
      for (const piece of piecesOfPlan(list, plan)) {
        const block = blocks.get(head.postings + piece.block)
        if (block !== undefined) countPiece(block, piece, from, to, counts, list.weight)
      }
    const isSparse = plan.leading > 0 && plan.leadingPostings * 4 < to - from
    return isSparse ? collectLeading(head, plan, counts, blocks) : collectAll(head, plan, counts, memory)
  }
}

/** Documents that may share enough, ascending, from the lists in one of which each of them is. */
function collectLeading(
  head: FieldHead,
  plan: Plan,
  counts: Counts,
  blocks: ReadonlyMap<number, Uint8Array>,
): Int32Array {
  const { from, to, tokens } = plan
  const least = Math.max(1, leastShared(plan, tokens))
  const documents = new Int32Array(pieceSize)
  let found = new Int32Array(1024)
  let count = 0
  for (const list of plan.lists.slice(0, plan.leading))
    for (const piece of piecesOfPlan(list, plan)) {
      const block = blocks.get(head.postings + piece.block)
      const end = block === undefined ? 0 : readPiece(block, piece, from, to, documents, 0)
      for (let k = 0; k < end; k++) {
        const document = documents[k] as number
        const shared = counts[document - from] as number
        if (shared < least || shared < leastShared(plan, lengthOf(head, document))) continue
        counts[document - from] = 0
        if (count === found.length) found = grown(found)
        found[count++] = document
      }
    }
  return found.subarray(0, count).sort()
}

function lengthOf({ lengths }: FieldHead, document: number): number {
  let low = 0
  let high = lengths.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((lengths[middle]?.first ?? 0) <= document) low = middle
    else high = middle
  }
  return lengths[low]?.length ?? 0
}

function countsIn(memory: ArrayBuffer, width: number, room: number): Counts {
  if (width === 1) return new Uint8Array(memory, 0, room)
  return width === 2 ? new Uint16Array(memory, 0, room) : new Uint32Array(memory, 0, room)
}

/** Documents that may share enough, ascending, from all of the window. What a document of one length has to share is the same for all of that length. */
function collectAll(head: FieldHead, plan: Plan, counts: Counts, memory: ArrayBuffer): Int32Array {
  const { from, to } = plan
  const fours = new Uint32Array(memory)
  const isByte = counts.BYTES_PER_ELEMENT === 1
  let found = new Int32Array(1024)
  let count = 0
  for (const [k, { length, first }] of head.lengths.entries()) {
    const start = Math.max(from, first) - from
    const end = Math.min(to, head.lengths[k + 1]?.first ?? head.documents) - from
    if (start >= end) continue
    const least = leastShared(plan, length)
    for (let at = start; at < end; at++) {
      if (isByte && least > 0 && (at & 3) === 0 && fours[at >> 2] === 0) {
        at += 3
        continue
      }
      if ((counts[at] as number) < least) continue
      if (count === found.length) found = grown(found)
      found[count++] = at + from
    }
  }
  return found.subarray(0, count)
}
