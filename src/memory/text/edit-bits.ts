/** A sequence of ids prepared for being compared with many others. */
export interface Pattern {
  /**
   * Levenshtein distance to `ids[from..to)`; when it is above `max`, some number above `max`, found sooner. Negative ids of the
   * pattern equal nothing.
   */
  distance(ids: Int32Array, from: number, to: number, max: number): number
}

// Kernel: runs for each document that may be near enough.
/**
 * Bit-parallel edit distance: Myers, A fast bit-vector algorithm for approximate string matching based on dynamic programming
 * (J. ACM 46, 1999), in the form of Hyyrö 2003 for whole sequences, in blocks of 32 bits.
 */
export function createPattern(pattern: ArrayLike<number>): Pattern {
  const length = pattern.length
  const words = Math.max(1, Math.ceil(length / 32))
  const slots = createSlots(pattern)
  const positions = new Int32Array((slots.count + 1) * words)
  for (let at = 0; at < length; at++) {
    const slot = slots.slotOf(pattern[at] as number)
    const word = slot * words + (at >> 5)
    if (slot > 0) positions[word] = (positions[word] as number) | (1 << (at & 31))
  }
  const plus = new Int32Array(words)
  const minus = new Int32Array(words)
  const lastBit = 1 << ((length - 1) & 31)

  const shortDistance = (ids: Int32Array, from: number, to: number, max: number): number => {
    let pv = -1
    let mv = 0
    let score = length
    for (let at = from; at < to; at++) {
      const eq = positions[slots.slotOf(ids[at] as number)] as number
      const xv = eq | mv
      const xh = (((eq & pv) + pv) ^ pv) | eq
      let ph = mv | ~(xh | pv)
      let mh = pv & xh
      if ((ph & lastBit) !== 0) score++
      else if ((mh & lastBit) !== 0) score--
      ph = (ph << 1) | 1
      mh <<= 1
      pv = mh | ~(xv | ph)
      mv = ph & xv
      if (score - (to - 1 - at) > max) return max + 1
    }
    return score
  }

  const longDistance = (ids: Int32Array, from: number, to: number, max: number): number => {
    plus.fill(-1)
    minus.fill(0)
    let score = length
    for (let at = from; at < to; at++) {
      const row = slots.slotOf(ids[at] as number) * words
      let carryPlus = 1
      let carryMinus = 0
      for (let word = 0; word < words; word++) {
        const pv = plus[word] as number
        const mv = minus[word] as number
        let eq = positions[row + word] as number
        const xv = eq | mv
        eq |= carryMinus
        const xh = (((eq & pv) + pv) ^ pv) | eq
        let ph = mv | ~(xh | pv)
        let mh = pv & xh
        if (word === words - 1) {
          if ((ph & lastBit) !== 0) score++
          else if ((mh & lastBit) !== 0) score--
        }
        const nextPlus = ph >>> 31
        const nextMinus = mh >>> 31
        ph = (ph << 1) | carryPlus
        mh = (mh << 1) | carryMinus
        carryPlus = nextPlus
        carryMinus = nextMinus
        plus[word] = mh | ~(xv | ph)
        minus[word] = ph & xv
      }
      if (score - (to - 1 - at) > max) return max + 1
    }
    return score
  }

  return {
    distance: (ids, from, to, max) => {
      const other = to - from
      if (Math.abs(other - length) > max) return max + 1
      if (length === 0) return other
      return words === 1 ? shortDistance(ids, from, to, max) : longDistance(ids, from, to, max)
    },
  }
}

interface Slots {
  /** Different ids of the pattern that are not negative. */
  readonly count: number
  /** 1..count for an id of the pattern, else 0. */
  slotOf(id: number): number
}

/** A small table with open addressing: most ids of a document are not in the pattern, and one look tells. */
function createSlots(pattern: ArrayLike<number>): Slots {
  const mask = 2 ** Math.ceil(Math.log2(pattern.length * 4 + 4)) - 1
  const keys = new Int32Array(mask + 1).fill(-1)
  const values = new Int32Array(mask + 1)
  let count = 0
  const placeOf = (id: number): number => {
    let place = Math.imul(id, 0x9e3779b1) >>> 7
    place &= mask
    while (keys[place] !== -1 && keys[place] !== id) place = (place + 1) & mask
    return place
  }
  for (let at = 0; at < pattern.length; at++) {
    const id = pattern[at] as number
    if (id < 0) continue
    const place = placeOf(id)
    if (keys[place] === id) continue
    keys[place] = id
    values[place] = ++count
  }
  return { count, slotOf: (id) => values[placeOf(id)] as number }
}
