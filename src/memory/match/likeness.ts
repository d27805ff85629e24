import { tokenDistance } from '../text/distance.ts'

/** Words of more UTF-16 units than this are compared by the general distance. */
const longWord = 64

/** 1 − edit distance in code points / the longer length, 0..1; two empty texts are alike (1). */
export function characterSimilarity(a: string, b: string): number {
  if (a === b) return 1
  const [first, second] = [Array.from(a), Array.from(b)]
  return 1 - tokenDistance(first, second) / Math.max(first.length, second.length)
}

/** A set of the characters of a word in 32 bits; different characters may share a bit. */
export function maskOf(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31)
  return mask
}

/**
 * How alike two different words are, 0..1: 0 when half of the longer one or more has to be edited, else twice the share that
 * stays less 1. Masks (`maskOf`) only save time: a character that the other word lacks costs an edit.
 */
export function likenessOf(a: string, maskA: number, b: string, maskB: number): number {
  const longer = Math.max(a.length, b.length)
  if (2 * Math.min(a.length, b.length) <= longer) return 0
  if (2 * Math.max(bitsOf(maskA & ~maskB), bitsOf(maskB & ~maskA)) >= longer) return 0
  const distance = longer > longWord ? tokenDistance(Array.from(a), Array.from(b)) : unitDistance(a, b)
  return Math.max(0, 1 - (2 * distance) / longer)
}

function bitsOf(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

// Kernel: runs for many pairs of words of each candidate.
/** Levenshtein distance in UTF-16 units of two short words; what they start and end with alike is left out first. */
function unitDistance(a: string, b: string): number {
  let start = 0
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let endA = a.length
  let endB = b.length
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  const width = endB - start
  if (width === 0 || endA === start) return Math.max(width, endA - start)
  const row: number[] = []
  for (let j = 0; j <= width; j++) row.push(j)
  for (let i = start; i < endA; i++) {
    const code = a.charCodeAt(i)
    let diagonal = i - start
    row[0] = diagonal + 1
    for (let j = 1; j <= width; j++) {
      const above = row[j] as number
      const same = code === b.charCodeAt(start + j - 1) ? diagonal : diagonal + 1
      row[j] = Math.min(same, above + 1, (row[j - 1] as number) + 1)
      diagonal = above
    }
  }
  return row[width] as number
}
