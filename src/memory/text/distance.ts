import { createPattern } from './edit-bits.ts'

/** Levenshtein distance of two lists of tokens; when it is above `max`, some number above `max`, found sooner. */
export function tokenDistance(a: readonly string[], b: readonly string[], max = Number.POSITIVE_INFINITY): number {
  const numbers = new Map<string, number>()
  const idsOf = (tokens: readonly string[]): Int32Array =>
    Int32Array.from(tokens, (token) => {
      const id = numbers.get(token) ?? numbers.size
      numbers.set(token, id)
      return id
    })
  return createPattern(idsOf(a)).distance(idsOf(b), 0, b.length, max)
}

/** 1 − token distance / the longer length, 0..1; two texts without any token are not alike (0). */
export function baseSimilarity(a: readonly string[], b: readonly string[]): number {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 0 : 1 - tokenDistance(a, b) / longer
}
