import type { PreparedScorer, Scorer } from '../../core/contracts.ts'
import { textOf } from '../../core/text.ts'
import type { EntityKind, Evidence, EvidenceLink, Link, LinkedPair, Mention, SegmentRange } from '../../core/types.ts'

/** How reliably a translation repeats a thing of this kind: names of states are often left out or become pronouns, figures hardly ever. */
const reliability: Readonly<Record<EntityKind, number>> = {
  date: 0.9,
  number: 0.8,
  percent: 0.95,
  money: 0.95,
  ordinal: 0.9,
  place: 0.75,
  currency: 0.7,
  language: 0.7,
  organisation: 0.8,
  treaty: 0.9,
  office: 0.7,
  event: 0.85,
  title: 0.9,
  person: 0.8,
}
/** One link is worth at most this much: e^7 is more than the segments of a long chapter. */
const maxGain = 7
/** Segments that a text is taken to have beside its own, none of which names anything; see the lexical score. */
const unseen = 10

/**
 * Rewards ranges that name the same things and counts against ranges where only one side names something that the other
 * text does name elsewhere. The score of a thing is the log-likelihood ratio of finding it on the other side of a
 * translation against finding it in any segment.
 */
export const entity: Scorer = {
  id: 'entity',
  version: 1,
  prepare(pair) {
    const sides = [
      index(pair.links, pair.source.segments.length, 'source'),
      index(pair.links, pair.target.segments.length, 'target'),
    ] as const
    return prepared(pair, sides[0], sides[1], gains(pair))
  },
}

/** Links of every segment as columns: those of segment i are `ids[offsets[i] .. offsets[i + 1]]`. */
interface Side {
  readonly offsets: Uint32Array
  readonly ids: Uint32Array
}

function index(links: readonly Link[], segments: number, side: 'source' | 'target'): Side {
  const rows: number[][] = Array.from({ length: segments }, () => [])
  links.forEach((link, id) => {
    for (const mention of link[side]) {
      const row = rows[mention.segment]
      if (row !== undefined && row.at(-1) !== id) row.push(id)
    }
  })
  const offsets = new Uint32Array(segments + 1)
  rows.forEach((row, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + row.length
  })
  return { offsets, ids: Uint32Array.from(rows.flat()) }
}

interface Gains {
  /** Log-likelihood ratio when both sides name it. */
  readonly both: Float64Array
  /** The same when one side alone names it; never positive. */
  readonly one: Float64Array
}

function gains({ links, source, target }: LinkedPair): Gains {
  const both = new Float64Array(links.length)
  const one = new Float64Array(links.length)
  links.forEach((link, id) => {
    const shareS = segmentCount(link.source) / (source.segments.length + unseen)
    const shareT = segmentCount(link.target) / (target.segments.length + unseen)
    const share = Math.sqrt(shareS * shareT)
    const hit = reliability[link.kind] * link.confidence
    both[id] = Math.max(0, Math.min(maxGain, Math.log((hit + (1 - hit) * share) / share)))
    one[id] = Math.min(0, Math.log((1 - hit) / Math.max(0.05, 1 - share)))
  })
  return { both, one }
}
const segmentCount = (mentions: Link['source']): number => new Set(mentions.map((mention) => mention.segment)).size

function prepared(pair: LinkedPair, source: Side, target: Side, gain: Gains): PreparedScorer {
  // Stamps say in which call an id was last seen on each side, so that no set is built and nothing is cleared.
  const seenS = new Uint32Array(pair.links.length)
  const seenT = new Uint32Array(pair.links.length)
  let stamp = 0
  const score = (sFrom: number, sTo: number, tFrom: number, tTo: number): number => {
    stamp++
    let sum = 0
    for (let k = source.offsets[sFrom] as number; k < (source.offsets[sTo] as number); k++) {
      const id = source.ids[k] as number
      if (seenS[id] === stamp) continue
      seenS[id] = stamp
      sum += gain.one[id] as number
    }
    for (let k = target.offsets[tFrom] as number; k < (target.offsets[tTo] as number); k++) {
      const id = target.ids[k] as number
      if (seenT[id] === stamp) continue
      seenT[id] = stamp
      sum += seenS[id] === stamp ? (gain.both[id] as number) - (gain.one[id] as number) : (gain.one[id] as number)
    }
    return sum
  }
  return { score, explain: (s, t) => explain(pair, source, target, gain, s, t) }
}

function explain(
  pair: LinkedPair,
  source: Side,
  target: Side,
  gain: Gains,
  s: SegmentRange,
  t: SegmentRange,
): readonly Evidence[] {
  const left = new Set(source.ids.subarray(source.offsets[s.from], source.offsets[s.to]))
  const right = new Set(target.ids.subarray(target.offsets[t.from], target.offsets[t.to]))
  const ids = [...new Set([...left, ...right])].sort((a, b) => a - b)
  return ids.flatMap((id) => {
    const link = pair.links[id]
    if (link === undefined) return []
    const base = { scorer: 'entity', kind: link.kind, key: link.key }
    const [here] = mentionsIn(link.source, s)
    const [there] = mentionsIn(link.target, t)
    if (here !== undefined && there !== undefined) {
      const note = `both name ${textOf(pair.source.text, here.span)} = ${textOf(pair.target.text, there.span)}`
      return [{ ...base, score: gain.both[id] ?? 0, note, links: placesOf(link, s, t) }]
    }
    const note =
      here === undefined
        ? `only the target names ${there === undefined ? link.key : textOf(pair.target.text, there.span)}`
        : `only the source names ${textOf(pair.source.text, here.span)}`
    return [{ ...base, score: gain.one[id] ?? 0, note }]
  })
}

const mentionsIn = (mentions: readonly Mention[], range: SegmentRange): readonly Mention[] =>
  mentions.filter((mention) => mention.segment >= range.from && mention.segment < range.to)

/** Mentions of both sides side by side; the last of the shorter list stands for the rest. */
function placesOf(link: Link, s: SegmentRange, t: SegmentRange): readonly EvidenceLink[] {
  const left = mentionsIn(link.source, s)
  const right = mentionsIn(link.target, t)
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const a = left[Math.min(i, left.length - 1)]
    const b = right[Math.min(i, right.length - 1)]
    return a === undefined || b === undefined ? [] : [{ source: a.span, target: b.span }]
  }).flat()
}
