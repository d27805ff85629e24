import type { LinkedPair, Mention, SegmentRange, StemPairs, StemTable, TokenTable } from '../../core/types.ts'
import { nearest } from '../meaning/vectors.ts'
import { backwardOf, forwardOf, type Renderings } from '../translation/pairs.ts'
import type { Units } from './passages.ts'
import type { BeadScore } from './sum.ts'

/** Pairs of units that share something, by source unit, with their full scores. */
export interface Candidates {
  readonly sources: Uint32Array
  readonly targets: Uint32Array
  readonly scores: Float64Array
}

/** A unit nominates so many of the other side; a pair that either side nominates is scored. */
const nominated = 8
/** So many segments whose vectors are nearest are among the candidates. */
const nearestCount = 4
/** What stands in more than this share of the other text's units nominates none of them by itself. */
const commonShare = 0.25
/** A unit looks at so many places of the other text at most, those of its rarest words first: bounds the work of long texts. */
const mostPlaces = 5000
/** What both texts name is worth so many words. */
const linkWeight = 1.5

/** The pairs that either side nominates by the rare things they share, each with its full score. */
export function findCandidates(pair: LinkedPair, units: Units, words: StemPairs, score: BeadScore): Candidates {
  const count = units.target.length
  const keys = nominate(pair, units, words).sort()
  const sources: number[] = []
  const targets: number[] = []
  const scores: number[] = []
  let before = -1
  for (const key of keys) {
    if (key === before) continue
    before = key
    const [s, t] = [Math.floor(key / count), key % count]
    const [a, b] = [units.source[s], units.target[t]]
    if (a === undefined || b === undefined) continue
    sources.push(s)
    targets.push(t)
    scores.push(score(a.from, a.to, b.from, b.to))
  }
  return { sources: Uint32Array.from(sources), targets: Uint32Array.from(targets), scores: Float64Array.from(scores) }
}

/** Nominated pairs of units as `source * targets + target`, in no order and some of them twice. */
function nominate(pair: LinkedPair, units: Units, words: StemPairs): Float64Array {
  const source = sideOf(pair.sourceTokens, pair.sourceStems, units.source)
  const target = sideOf(pair.targetTokens, pair.targetStems, units.target)
  const joint = { ...words, backward: words.forward.map((p, k) => Math.max(p, words.backward[k] ?? 0)) }
  const there = forwardOf({ ...joint, forward: joint.backward })
  const back = backwardOf(joint, target.postings.length)
  const links = {
    source: pair.links.map((link) => placesOf(link.source, source)),
    target: pair.links.map((link) => placesOf(link.target, target)),
  }
  const keys: number[] = []
  const others = [...translatedPlaces(pair, target, units.source), ...nearestPlaces(pair, units, target)]
  vote(source, target, there, { here: links.source, there: links.target }, others, (s, t) =>
    keys.push(s * units.target.length + t),
  )
  vote(target, source, back, { here: links.target, there: links.source }, [], (t, s) =>
    keys.push(s * units.target.length + t),
  )
  return Float64Array.from(keys)
}

/** One text as the index sees it. */
interface Side {
  /** Stems of each unit, each once. */
  readonly stems: readonly Uint32Array[]
  /** Units in which each stem stands. */
  readonly postings: readonly (readonly number[])[]
  /** Unit of each segment, -1 for those in none. */
  readonly unitOf: Int32Array
}

function sideOf(table: TokenTable, stems: StemTable, ranges: readonly SegmentRange[]): Side {
  const postings: number[][] = stems.names.map(() => [])
  const unitOf = new Int32Array(table.offsets.length - 1).fill(-1)
  const rows = ranges.map(({ from, to }, unit) => {
    unitOf.fill(unit, from, to)
    const ids = table.ids.subarray(table.offsets[from], table.offsets[to])
    const row = Uint32Array.from(new Set(Array.from(ids, (id) => stems.of[id] ?? 0)))
    for (const stem of row) postings[stem]?.push(unit)
    return row
  })
  return { stems: rows, postings, unitOf }
}

const placesOf = (mentions: readonly Mention[], { unitOf }: Side): readonly number[] =>
  [...new Set(mentions.map((mention) => unitOf[mention.segment] ?? -1))].filter((unit) => unit >= 0)

/** Places of the other text that something of a unit points to, and how much that is worth. */
interface Pointer {
  readonly places: readonly number[]
  readonly weight: number
}

/** For every unit of a side, what it points to beside its words and links. */
type Pointers = (unit: number) => readonly Pointer[]

interface LinkPlaces {
  readonly here: readonly (readonly number[])[]
  readonly there: readonly (readonly number[])[]
}

/** Lets every unit of one side nominate the units of the other that share most with it, rare things counting more. */
function vote(
  from: Side,
  to: Side,
  renderings: Renderings,
  links: LinkPlaces,
  others: readonly Pointers[],
  visit: (from: number, to: number) => void,
): void {
  const count = to.stems.length
  const limit = Math.max(5, Math.ceil(commonShare * count))
  const votes = new Float64Array(count)
  const linksOf = rowsOf(links.here, from.stems.length)
  from.stems.forEach((stems, unit) => {
    const pointers: Pointer[] = [
      ...(linksOf[unit] ?? []).map((id): Pointer => ({ places: links.there[id] ?? [], weight: linkWeight })),
      ...[...stems].flatMap((stem) => pointersOf(stem, renderings, to)),
      ...others.flatMap((pointersFrom) => pointersFrom(unit)),
    ].filter(({ places }) => places.length > 0 && places.length <= limit)
    const touched = castVotes(pointers, votes, count)
    for (const other of best(touched, votes)) visit(unit, other)
    for (const other of touched) votes[other] = 0
  })
}

function pointersOf(stem: number, { offsets, ids, probabilities }: Renderings, to: Side): readonly Pointer[] {
  const pointers: Pointer[] = []
  for (let k = offsets[stem] ?? 0; k < (offsets[stem + 1] ?? 0); k++)
    pointers.push({ places: to.postings[ids[k] ?? 0] ?? [], weight: probabilities[k] ?? 0 })
  return pointers
}

/** Adds the votes of all pointers, the rarest first, until enough places were looked at; gives the units that have any. */
function castVotes(pointers: readonly Pointer[], votes: Float64Array, count: number): readonly number[] {
  const touched: number[] = []
  let looked = 0
  for (const { places, weight } of pointers.toSorted((a, b) => a.places.length - b.places.length)) {
    looked += places.length
    if (looked > mostPlaces) break
    const gain = weight * Math.log(1 + count / places.length)
    for (const unit of places) {
      if (votes[unit] === 0) touched.push(unit)
      votes[unit] = (votes[unit] ?? 0) + gain
    }
  }
  return touched
}

/** The units with most votes; earlier ones first among equals. */
function best(touched: readonly number[], votes: Float64Array): readonly number[] {
  const least = leastOf(touched, votes)
  return touched
    .filter((unit) => (votes[unit] ?? 0) >= least)
    .sort((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0) || a - b)
    .slice(0, nominated)
}

/** Votes of the last unit that is nominated. */
function leastOf(touched: readonly number[], votes: Float64Array): number {
  if (touched.length <= nominated) return 0
  const top = new Float64Array(nominated)
  for (const unit of touched) {
    const value = votes[unit] ?? 0
    if (value <= (top[0] ?? 0)) continue
    let at = 0
    while (at + 1 < nominated && (top[at + 1] ?? 0) < value) {
      top[at] = top[at + 1] ?? 0
      at++
    }
    top[at] = value
  }
  return top[0] ?? 0
}

/** For every unit of `count`, the rows that hold it. */
function rowsOf(rows: readonly (readonly number[])[], count: number): readonly (readonly number[])[] {
  const found: number[][] = Array.from({ length: count }, () => [])
  rows.forEach((units, id) => {
    for (const unit of units) found[unit]?.push(id)
  })
  return found
}

/** For the source: units of the target that hold a stem of its machine translation. */
function translatedPlaces(pair: LinkedPair, target: Side, units: readonly SegmentRange[]): readonly Pointers[] {
  if (pair.translated === undefined) return []
  const idOf = new Map(pair.targetStems.names.map((name, id) => [name, id]))
  const { tokens, stems } = pair.translated
  return [
    (unit) => {
      const { from, to } = units[unit] ?? { from: 0, to: 0 }
      const ids = tokens.ids.subarray(tokens.offsets[from], tokens.offsets[to])
      return [...new Set(Array.from(ids, (id) => stems.names[stems.of[id] ?? 0] ?? ''))].map((name) => ({
        places: target.postings[idOf.get(name) ?? -1] ?? [],
        weight: 1,
      }))
    },
  ]
}

/** For the source: units of the target whose vectors are nearest. */
function nearestPlaces({ vectors }: LinkedPair, { source }: Units, target: Side): readonly Pointers[] {
  if (vectors === undefined) return []
  return [
    (unit) => {
      const { from, to } = source[unit] ?? { from: 0, to: 0 }
      return Array.from({ length: to - from }, (_, k) => nearest(vectors, from + k, nearestCount))
        .flat()
        .map((segment) => target.unitOf[segment] ?? -1)
        .filter((other) => other >= 0)
        .map((other) => ({ places: [other], weight: 1 }))
    },
  ]
}
