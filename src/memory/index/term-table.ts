import { createSink, putUnits } from './bytes.ts'
import { grown } from './posting-blocks.ts'

/** Terms one after another as `putUnits` writes them; each ends where the next begins. */
export interface TermPool {
  readonly bytes: Uint8Array
  readonly ends: Int32Array
}

export const startOfTerm = ({ ends }: TermPool, term: number): number => (term === 0 ? 0 : (ends[term - 1] as number))

/** Gives different terms numbers, from 0 in the order in which they are first met. */
export interface TermTable {
  /** Number of the term `text[start..end)`. */
  numberOf(text: string, start: number, end: number): number
  readonly count: number
  /** Numbers of all terms in the order of their UTF-16 units, and the terms in that order. */
  sort(): { readonly order: Int32Array; readonly terms: TermPool }
}

// Kernel: each word of an import passes here; a table of our own needs no string for each.
export function createTermTable(): TermTable {
  let slots = new Int32Array(1 << 14)
  let hashes = new Int32Array(1 << 12)
  let ends = new Int32Array(1 << 12)
  let units = new Uint16Array(1 << 16)
  let used = 0
  let count = 0

  const startOf = (term: number): number => (term === 0 ? 0 : (ends[term - 1] as number))
  const isTerm = (term: number, text: string, start: number, end: number): boolean => {
    const from = startOf(term)
    if ((ends[term] as number) - from !== end - start) return false
    for (let k = start; k < end; k++) if (units[from + k - start] !== text.charCodeAt(k)) return false
    return true
  }
  const add = (hash: number, text: string, start: number, end: number): number => {
    if (count === hashes.length) {
      hashes = grown(hashes)
      ends = grown(ends)
    }
    if (used + end - start > units.length) {
      const larger = new Uint16Array(Math.max(units.length * 2, used + end - start))
      larger.set(units)
      units = larger
    }
    for (let k = start; k < end; k++) units[used++] = text.charCodeAt(k)
    ends[count] = used
    hashes[count] = hash
    return count++
  }
  const widen = (): void => {
    slots = new Int32Array(slots.length * 4)
    const mask = slots.length - 1
    for (let term = 0; term < count; term++) {
      let place = (hashes[term] as number) & mask
      while (slots[place] !== 0) place = (place + 1) & mask
      slots[place] = term + 1
    }
  }

  return {
    get count() {
      return count
    },
    numberOf: (text, start, end) => {
      let hash = 0x811c9dc5
      for (let k = start; k < end; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193)
      hash ^= hash >>> 15
      const mask = slots.length - 1
      let place = hash & mask
      for (let slot = slots[place] as number; slot !== 0; slot = slots[place] as number) {
        if (hashes[slot - 1] === hash && isTerm(slot - 1, text, start, end)) return slot - 1
        place = (place + 1) & mask
      }
      slots[place] = count + 1
      const term = add(hash, text, start, end)
      if (count * 2 > slots.length) widen()
      return term
    },
    sort: () => {
      const order = sortTerms(units, ends, count)
      const sink = createSink(used + 16)
      const places = new Int32Array(count)
      for (let k = 0; k < count; k++) {
        const term = order[k] as number
        putUnits(sink, units, startOf(term), ends[term] as number)
        places[k] = sink.length
      }
      return { order, terms: { bytes: sink.bytes.subarray(0, sink.length), ends: places } }
    },
  }
}

/** Multikey quicksort: Bentley and Sedgewick, Fast algorithms for sorting and searching strings (SODA 1997). */
function sortTerms(units: Uint16Array, ends: Int32Array, count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, term) => term)
  const unitAt = (place: number, depth: number): number => {
    const term = order[place] as number
    const at = (term === 0 ? 0 : (ends[term - 1] as number)) + depth
    return at < (ends[term] as number) ? (units[at] as number) : -1
  }
  const swap = (a: number, b: number): void => {
    const held = order[a] as number
    order[a] = order[b] as number
    order[b] = held
  }
  const stack = [0, count, 0]
  while (stack.length > 0) {
    const depth = stack.pop() as number
    const to = stack.pop() as number
    const from = stack.pop() as number
    if (to - from < 2) continue
    swap(from, (from + to) >>> 1)
    const pivot = unitAt(from, depth)
    let low = from
    let high = to
    for (let at = from + 1; at < high; ) {
      const unit = unitAt(at, depth)
      if (unit < pivot) swap(low++, at++)
      else if (unit > pivot) swap(at, --high)
      else at++
    }
    stack.push(from, low, depth, high, to, depth)
    if (pivot >= 0) stack.push(low, high, depth + 1)
  }
  return order
}
