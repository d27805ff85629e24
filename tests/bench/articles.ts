import type { Document } from '../../src/core/types.ts'
import { randomFrom } from '../random.ts'
import type { GoldPair, Unit } from './gold.ts'
import { plainDocument } from './shared.ts'

/** Of the units of a pair, this share stands in both articles; the others are dealt out between them. */
const commonShare = 0.25
/** A sentence of both articles is joined with its neighbour into a longer one this often. */
const joinedShare = 0.1
/** A paragraph holds one to this many units. */
const mostUnits = 4
/** Headings and items of lists would run into the sentence behind them. */
const sentenceEnd = /[.!?。！？]$/u

/**
 * Two articles from the units of two translations: a part of them in both, each time in another order and among other
 * units in paragraphs, some of them as a part of a longer sentence. So sentences have a counterpart and paragraphs have
 * none.
 */
export function asArticles({ name, source, target, units }: GoldPair, seed: number): GoldPair {
  const random = randomFrom(seed)
  const isSentence = ([a, b, c, d]: Unit): boolean =>
    sentenceEnd.test(source.text.slice(a, b)) && sentenceEnd.test(target.text.slice(c, d))
  const dealt = shuffled(units.filter(isSentence), random)
  const common = dealt.slice(0, Math.round(commonShare * dealt.length))
  const rest = dealt.slice(common.length)
  const half = rest.length >> 1
  const isCommon = new Set(common)
  const left = article(source, 0, shuffled([...common, ...rest.slice(0, half)], random), [' ', ', '], isCommon, random)
  const right = article(target, 2, shuffled([...common, ...rest.slice(half)], random), ['', '，'], isCommon, random)
  const both = common.map((unit): Unit => {
    const [a, b] = left.places.get(unit) ?? [0, 0]
    const [c, d] = right.places.get(unit) ?? [0, 0]
    return [a, b, c, d]
  })
  return {
    name,
    source: plainDocument(source.id, left.text),
    target: plainDocument(target.id, right.text),
    units: both,
  }
}

function article(
  { text }: Document,
  side: 0 | 2,
  units: readonly Unit[],
  [joiner, comma]: readonly [joiner: string, comma: string],
  isCommon: ReadonlySet<Unit>,
  random: () => number,
): { readonly text: string; readonly places: ReadonlyMap<Unit, readonly [number, number]> } {
  const places = new Map<Unit, readonly [number, number]>()
  let written = ''
  let left = 0
  for (const [k, unit] of units.entries()) {
    const before = units[k - 1]
    if (left === 0) {
      written += written === '' ? '' : '\n'
      left = 1 + Math.floor(mostUnits * random())
    } else if (before !== undefined && isCommon.has(before) !== isCommon.has(unit) && random() < joinedShare)
      written = written.replace(/.$/u, comma)
    else written += joiner
    left--
    const start = written.length
    written += text.slice(unit[side], unit[side + 1])
    places.set(unit, [start, written.length])
  }
  return { text: written, places }
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
