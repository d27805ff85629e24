import type { PreparedScorer, Scorer } from '../../core/contracts.ts'
import { textOf } from '../../core/text.ts'
import type { AnalysedDocument, Entity, Evidence, Link, LinkedPair, SegmentRange } from '../../core/types.ts'
import { type QuantityValue, quantityClasses, rangeOf, readQuantity } from './quantity-values.ts'

/** Chance that two unrelated segments that both name a quantity of one class agree on one. */
const agreeByChance = 0.1
/** What the other text names elsewhere speaks against the pair in the entity score already. */
const weightOfLinked = 0.5
/** More comparisons than this say that both sides are tables, in which nothing tells what belongs to what. */
const mostComparisons = 100
/** Two quantities of one class that are this close, in UTF-16 units, are taken for the ends of a range: ` tot `, 至. */
const rangeGap = 5

/**
 * Counts against ranges that both name a quantity of one class (dates, percentages, amounts …) when nothing on either side
 * has a counterpart on the other: equal, one within the other, or equal after rounding. The score is the log-likelihood
 * ratio of such a mismatch in a translation against chance, of the class where it says most; never positive.
 */
export const mismatch: Scorer = {
  id: 'mismatch',
  version: 1,
  prepare(pair) {
    const source = columnsOf(pair.source, linkedPlaces(pair.links, 'source'))
    const target = columnsOf(pair.target, linkedPlaces(pair.links, 'target'))
    return prepared(pair, source, target)
  },
}

/** Quantities of one side as columns: those of segment i are `offsets[i] .. offsets[i + 1]`. */
interface Columns {
  readonly offsets: Uint32Array
  /** Bit c of segment i is set when it names a quantity of class c. */
  readonly masks: Uint16Array
  readonly classes: Uint8Array
  readonly lows: Float64Array
  readonly highs: Float64Array
  readonly yearlyLows: Float64Array
  readonly yearlyHighs: Float64Array
  readonly currencies: Float64Array
  /** Three numbers each; only a date has more than one. */
  readonly parts: Float64Array
  /** What a mismatch is worth as far as this side tells; positive. */
  readonly weights: Float64Array
  readonly entities: readonly Entity[]
}

interface Named {
  readonly segment: number
  readonly entity: Entity
  readonly value: QuantityValue
}

function columnsOf(document: AnalysedDocument, linked: ReadonlySet<number>): Columns {
  const read = createReader()
  const named = document.analyses.flatMap(({ entities }, segment) =>
    entities.length === 0 ? [] : withRanges(quantitiesOf(entities, segment, read)),
  )
  const offsets = new Uint32Array(document.analyses.length + 1)
  const masks = new Uint16Array(document.analyses.length)
  for (const { segment, value } of named) {
    offsets[segment + 1] = (offsets[segment + 1] ?? 0) + 1
    // A lunar date can be any day: it is a counterpart, and never a reason against.
    if (value.missed < 1) masks[segment] = (masks[segment] ?? 0) | (1 << value.class)
  }
  for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] ?? 0) + (offsets[i - 1] ?? 0)
  const column = (get: (value: QuantityValue) => number): Float64Array =>
    Float64Array.from(named, ({ value }) => get(value))
  return {
    offsets,
    masks,
    classes: Uint8Array.from(named, ({ value }) => value.class),
    lows: column((value) => value.low),
    highs: column((value) => value.high),
    yearlyLows: column((value) => value.yearlyLow),
    yearlyHighs: column((value) => value.yearlyHigh),
    currencies: column((value) => value.currency),
    parts: Float64Array.from(named.flatMap(({ value }) => value.parts)),
    weights: Float64Array.from(
      named,
      ({ value, entity }) =>
        Math.log((1 - agreeByChance) / Math.min(1 - agreeByChance, value.missed)) *
        (linked.has(entity.span.start) ? weightOfLinked : 1),
    ),
    entities: named.map(({ entity }) => entity),
  }
}

type Reader = (key: string) => QuantityValue | undefined

/** Texts name the same quantities again and again: each key is read once. */
function createReader(): Reader {
  const known = new Map<string, QuantityValue | undefined>()
  return (key) => {
    if (!known.has(key)) known.set(key, readQuantity(key))
    return known.get(key)
  }
}

const quantitiesOf = (entities: readonly Entity[], segment: number, read: Reader): readonly Named[] =>
  entities.flatMap((entity) => {
    const value = entity.key === undefined ? undefined : read(entity.key)
    return value === undefined ? [] : [{ segment, entity, value }]
  })

/** The same with both ends of a range standing for all between them. */
function withRanges(named: readonly Named[]): readonly Named[] {
  return named.map((one, i) => {
    const [before, after] = [named[i - 1], named[i + 1]]
    const range = rangeBetween(one, after) ?? rangeBetween(before, one)
    return range === undefined ? one : { ...one, value: { ...range, parts: one.value.parts } }
  })
}

function rangeBetween(first: Named | undefined, last: Named | undefined): QuantityValue | undefined {
  if (first === undefined || last === undefined) return undefined
  return last.entity.span.start - first.entity.span.end > rangeGap ? undefined : rangeOf(first.value, last.value)
}

/** Offsets where something stands that the other text names too. */
const linkedPlaces = (links: readonly Link[], side: 'source' | 'target'): ReadonlySet<number> =>
  new Set(links.flatMap((link) => link[side].map((mention) => mention.span.start)))

function prepared(pair: LinkedPair, source: Columns, target: Columns): PreparedScorer {
  const score = (sFrom: number, sTo: number, tFrom: number, tTo: number): number => {
    let left = 0
    for (let i = sFrom; i < sTo; i++) left |= source.masks[i] as number
    if (left === 0) return 0
    let right = 0
    for (let j = tFrom; j < tTo; j++) right |= target.masks[j] as number
    let shared = left & right
    if (shared === 0) return 0
    const a = source.offsets[sFrom] as number
    const b = source.offsets[sTo] as number
    const c = target.offsets[tFrom] as number
    const d = target.offsets[tTo] as number
    if ((b - a) * (d - c) > mostComparisons) return 0
    shared = withoutAgreed(shared, source, a, b, target, c, d)
    let worst = 0
    for (let id = 0; shared !== 0; id++, shared >>= 1) {
      if ((shared & 1) === 0) continue
      const loss = lossOf(id, source, a, b, target, c, d)
      if (loss > worst) worst = loss
    }
    return worst === 0 ? 0 : -worst
  }
  return {
    score,
    explain: (s, t) => {
      const value = score(s.from, s.to, t.from, t.to)
      return value === 0 ? [] : [explain(pair, source, target, s, t, value)]
    },
  }
}

/** The classes of a bit set of which no quantity has a counterpart among all quantities of the other side. */
function withoutAgreed(
  classes: number,
  source: Columns,
  sFrom: number,
  sTo: number,
  target: Columns,
  tFrom: number,
  tTo: number,
): number {
  let left = classes
  for (let i = sFrom; i < sTo; i++) {
    const bit = 1 << (source.classes[i] as number)
    for (let j = tFrom; j < tTo; j++) {
      const both = bit | (1 << (target.classes[j] as number))
      if ((left & both) === 0 || !agree(source, i, target, j)) continue
      left &= ~both
      if (left === 0) return 0
    }
  }
  return left
}

/** What a mismatch of a class is worth: as much as the side that says less about it. */
function lossOf(
  id: number,
  source: Columns,
  sFrom: number,
  sTo: number,
  target: Columns,
  tFrom: number,
  tTo: number,
): number {
  const left = mostOf(id, source, sFrom, sTo)
  const right = mostOf(id, target, tFrom, tTo)
  return left < right ? left : right
}

function mostOf(id: number, { classes, weights }: Columns, from: number, to: number): number {
  let most = 0
  for (let i = from; i < to; i++) if (classes[i] === id && (weights[i] as number) > most) most = weights[i] as number
  return most
}

const dateClass = quantityClasses.indexOf('date')

function agree(source: Columns, i: number, target: Columns, j: number): boolean {
  if (source.classes[i] !== target.classes[j]) return sharesPart(source, i, target, j)
  // Sums in two currencies may be one sum.
  if (source.currencies[i] !== target.currencies[j]) return true
  if (source.classes[i] !== dateClass) return overlaps(source.lows, source.highs, i, target.lows, target.highs, j)
  if (!Number.isNaN((source.lows[i] as number) + (target.lows[j] as number)))
    return overlaps(source.lows, source.highs, i, target.lows, target.highs, j)
  if (Number.isNaN((source.yearlyLows[i] as number) + (target.yearlyLows[j] as number))) return true
  return overlaps(source.yearlyLows, source.yearlyHighs, i, target.yearlyLows, target.yearlyHighs, j)
}

const overlaps = (
  lows: Float64Array,
  highs: Float64Array,
  i: number,
  otherLows: Float64Array,
  otherHighs: Float64Array,
  j: number,
): boolean => (lows[i] as number) <= (otherHighs[j] as number) && (otherLows[j] as number) <= (highs[i] as number)

/** Recognisers may differ on what a number is: a year or a count, an amount or a number. */
function sharesPart(source: Columns, i: number, target: Columns, j: number): boolean {
  const a = 3 * i
  const b = 3 * j
  const lastA = source.classes[i] === dateClass ? a + 3 : a + 1
  const lastB = target.classes[j] === dateClass ? b + 3 : b + 1
  for (let k = a; k < lastA; k++) for (let l = b; l < lastB; l++) if (source.parts[k] === target.parts[l]) return true
  return false
}

/** At most this many quantities of a side are named. */
const mostNamed = 3

function explain(
  pair: LinkedPair,
  source: Columns,
  target: Columns,
  s: SegmentRange,
  t: SegmentRange,
  score: number,
): Evidence {
  const [a, b] = [source.offsets[s.from] ?? 0, source.offsets[s.to] ?? 0]
  const [c, d] = [target.offsets[t.from] ?? 0, target.offsets[t.to] ?? 0]
  const classes = withoutAgreed(2 ** quantityClasses.length - 1, source, a, b, target, c, d)
  const id = quantityClasses.findIndex(
    (_, i) => (classes & (1 << i)) !== 0 && lossOf(i, source, a, b, target, c, d) === -score,
  )
  const here = ofClass(source, a, b, id)
  const there = ofClass(target, c, d, id)
  const words = (document: AnalysedDocument, entities: readonly Entity[]): string =>
    entities
      .slice(0, mostNamed)
      .map((entity) => textOf(document.text, entity.span))
      .join(', ')
  const note = `${words(pair.source, here)} against ${words(pair.target, there)}`
  const [first] = here
  const named = first?.key === undefined ? {} : { kind: first.kind, key: first.key }
  return { scorer: 'mismatch', score, note, ...named }
}

const ofClass = (columns: Columns, from: number, to: number, id: number): readonly Entity[] =>
  columns.entities.slice(from, to).filter((_, i) => columns.classes[from + i] === id)
