import type { PreparedScorer, Scorer } from '../../core/contracts.ts'
import type { Evidence, LinkedPair, StemTable, TokenTable, TranslatedSource } from '../../core/types.ts'
import { noScorer } from './none.ts'

/** Share of the words of a machine translation that a person's translation of the same sentence has too. */
const kept = 0.5
/** Weight of this score against the others; each direction has half of it, for both tell of the same words. */
const share = 0.5
/** One word in common is worth at most this much, before the weight. */
const mostPerWord = 5
/** Bounds for one segment against one. */
const most = 8
const least = -4
/** Segments that a text is taken to have beside its own; see the lexical score. */
const unseen = 10

/**
 * Rewards beads whose target has the words of the machine translation of their source, as Bleualign does (Sennrich and Volk
 * 2010), but as a log-likelihood ratio: a stem of one side stands on the other in a translation, against standing there by
 * chance. Rare stems are worth more, both directions count, and each stem counts once a bead.
 */
export const machineTranslation: Scorer = {
  id: 'machine-translation',
  version: 1,
  searches: ['parallel', 'glance', 'comparable'],
  isUsable: (pair) => pair.translated !== undefined,
  prepare: (pair) => (pair.translated === undefined ? noScorer : prepared(pair, pair.translated)),
}

/** Stems of one side as columns, under ids that both sides share; those of segment i are `offsets[i] .. offsets[i + 1]`. */
interface Words {
  readonly offsets: Uint32Array
  readonly ids: Uint32Array
  readonly weights: Float32Array
}

function prepared(pair: LinkedPair, translated: TranslatedSource): PreparedScorer {
  const ids = new Map<string, number>()
  const source = wordsOf(translated.tokens, translated.stems, ids)
  const target = wordsOf(pair.targetTokens, pair.targetStems, ids)
  const chance = chanceOf(ids.size, source, target)
  const hits = chance.map((p) => Math.min(mostPerWord, Math.log((kept + (1 - kept) * p) / p)))
  const misses = chance.map(() => Math.log(1 - kept))
  // Stamps say in which call a stem was last seen, so that no set is built and nothing is cleared.
  const seen = { source: new Uint32Array(ids.size), target: new Uint32Array(ids.size) }
  let stamp = 0
  const score = (sFrom: number, sTo: number, tFrom: number, tTo: number): number => {
    stamp++
    mark(source, seen.source, stamp, sFrom, sTo)
    mark(target, seen.target, stamp, tFrom, tTo)
    const there = sumOf(source, seen.source, seen.target, stamp, sFrom, sTo, hits, misses)
    // The sum took the marks of its own side away.
    mark(source, seen.source, stamp, sFrom, sTo)
    const back = sumOf(target, seen.target, seen.source, stamp, tFrom, tTo, hits, misses)
    const witnesses = 0.5 * (sTo - sFrom + tTo - tFrom)
    const value = share * 0.5 * (there + back)
    return Math.max(least * witnesses, Math.min(most * witnesses, value))
  }
  const names = [...ids.keys()]
  return {
    score,
    explain(s, t) {
      const value = score(s.from, s.to, t.from, t.to)
      const here = new Set(source.ids.subarray(source.offsets[s.from], source.offsets[s.to]))
      const there = new Set(target.ids.subarray(target.offsets[t.from], target.offsets[t.to]))
      const shared = [...here].filter((id) => there.has(id)).sort((a, b) => (hits[b] ?? 0) - (hits[a] ?? 0) || a - b)
      const words = shared.slice(0, mostNamed).map((id) => names[id] ?? '')
      return value === 0 ? [] : [evidenceOf(value, shared.length, here.size, words)]
    },
  }
}
/** So many of the words in common are named. */
const mostNamed = 3

function evidenceOf(score: number, shared: number, of: number, words: readonly string[]): Evidence {
  const named = words.length === 0 ? '' : `: ${words.join(', ')}`
  const note = `${shared} of ${of} words of the machine translation stand in the target${named}`
  return { scorer: 'machine-translation', score, note }
}

function wordsOf({ offsets, ids, weights }: TokenTable, stems: StemTable, shared: Map<string, number>): Words {
  const of = stems.names.map((name) => {
    const id = shared.get(name) ?? shared.size
    shared.set(name, id)
    return id
  })
  return { offsets, ids: ids.map((word) => of[stems.of[word] ?? 0] ?? 0), weights }
}

/** Chance that a segment of either text has a stem. */
function chanceOf(stems: number, ...sides: readonly [Words, Words]): Float64Array {
  const counts = new Float64Array(stems).fill(0.5)
  const last = new Int32Array(stems)
  for (const { offsets, ids } of sides) {
    last.fill(-1)
    for (let segment = 0; segment + 1 < offsets.length; segment++)
      for (let k = offsets[segment] ?? 0; k < (offsets[segment + 1] ?? 0); k++) {
        const id = ids[k] ?? 0
        if (last[id] !== segment) counts[id] = (counts[id] ?? 0) + 1
        last[id] = segment
      }
  }
  const segments = sides.reduce((sum, { offsets }) => sum + offsets.length - 1 + unseen, 0)
  return counts.map((count) => Math.min(0.95, count / segments))
}

function mark({ offsets, ids }: Words, seen: Uint32Array, stamp: number, from: number, to: number): void {
  for (let k = offsets[from] as number; k < (offsets[to] as number); k++) seen[ids[k] as number] = stamp
}

/** Sum over the stems of one side, each once, by whether the other side has them. */
function sumOf(
  { offsets, ids, weights }: Words,
  own: Uint32Array,
  other: Uint32Array,
  stamp: number,
  from: number,
  to: number,
  hits: Float64Array,
  misses: Float64Array,
): number {
  let sum = 0
  for (let k = offsets[from] as number; k < (offsets[to] as number); k++) {
    const id = ids[k] as number
    if (own[id] !== stamp) continue
    own[id] = 0
    sum += (weights[k] as number) * (other[id] === stamp ? (hits[id] as number) : (misses[id] as number))
  }
  return sum
}
