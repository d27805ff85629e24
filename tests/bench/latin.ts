import type { GoldPair, Unit } from './gold.ts'
import { plainDocument } from './shared.ts'

const latinToken = /[\p{Script=Latin}\p{M}\p{N}]+/gu
const digits = /\p{N}+/gu

/**
 * A Chinese text without its Latin words and digits, and the other text without its digits and without the same words, so
 * that nothing links the two by its spelling. Spaces stand for what is gone, so that offsets hold; units of which a side
 * is gone are no longer gold.
 */
export function withoutLatin({ name, source, target, units }: GoldPair): GoldPair {
  const gone = new Set((target.text.match(latinToken) ?? []).map((token) => token.toLowerCase()))
  const blank = (token: string): string => ' '.repeat(token.length)
  const left = source.text
    .replace(latinToken, (token) => (gone.has(token.toLowerCase()) ? blank(token) : token))
    .replace(digits, blank)
  const right = target.text.replace(latinToken, blank)
  const isLeft = ([a, b, c, d]: Unit): boolean => /\p{L}/u.test(left.slice(a, b)) && /\p{L}/u.test(right.slice(c, d))
  return {
    name,
    source: plainDocument(source.id, left),
    target: plainDocument(target.id, right),
    units: units.filter(isLeft),
  }
}
