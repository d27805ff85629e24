import type { PackedColumn } from './packed-column.ts'

/** Finds the forms of a packed column by their letters, over its arrays: no string is made of a form that nobody asks for. */
export interface FormIndex {
  /** Number of the form that these letters of a text are, or -1. */
  find(text: string, start: number, end: number): number
  /** False when no form of two units or more begins with these two; true says little. */
  mayBegin(first: number, second: number): boolean
  /** Longest form in UTF-16 units; 1 when there is none. */
  readonly longest: number
  /** True when a form has several words. */
  readonly hasPhrases: boolean
}

const pairBits = 17
const space = 0x20

/** Builds the index in a few milliseconds for fifty thousand forms. */
export function indexForms({ units, ends }: Pick<PackedColumn, 'units' | 'ends'>): FormIndex {
  const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, ends.length) * 2)))
  const mask = (1 << bits) - 1
  const slots = new Uint32Array(1 << bits)
  const pairs = new Uint8Array(1 << (pairBits - 3))
  let longest = 1
  let start = 0
  for (let i = 0; i < ends.length; i++) {
    const end = ends[i] ?? start
    let hash = seed
    for (let at = start; at < end; at++) hash = mix(hash, units[at] ?? 0)
    let slot = finish(hash) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = i + 1
    longest = Math.max(longest, end - start)
    if (end - start > 1) {
      const bit = pairOf(units[start] ?? 0, units[start + 1] ?? 0)
      pairs[bit >>> 3] = (pairs[bit >>> 3] ?? 0) | (1 << (bit & 7))
    }
    start = end
  }
  return {
    longest,
    hasPhrases: units.includes(space),
    mayBegin(first, second) {
      const bit = pairOf(first, second)
      return ((pairs[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0
    },
    find(text, from, to) {
      let hash = seed
      for (let at = from; at < to; at++) hash = mix(hash, text.charCodeAt(at))
      for (let slot = finish(hash) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const form = (slots[slot] ?? 0) - 1
        if (equals(units, form === 0 ? 0 : (ends[form - 1] ?? 0), ends[form] ?? 0, text, from, to)) return form
      }
      return -1
    },
  }
}

/** FNV-1a over 16-bit units, with the high bits folded in at the end. */
const seed = 0x811c9dc5
const mix = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
const finish = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0

const pairOf = (first: number, second: number): number => finish(mix(mix(seed, first), second)) & ((1 << pairBits) - 1)

function equals(units: Uint16Array, start: number, end: number, text: string, from: number, to: number): boolean {
  if (end - start !== to - from) return false
  for (let at = start; at < end; at++) if (units[at] !== text.charCodeAt(from + at - start)) return false
  return true
}
