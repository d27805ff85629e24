import type { Coverage, Scorer } from '../../core/contracts.ts'
import type { Evidence, LinkedPair, SegmentRange, Span, TranslationModel } from '../../core/types.ts'
import { createCells, type Hit, type TranslationCells } from '../translation/cells.ts'
import { firstModel } from '../translation/model.ts'
import { type Occurrences, occurrencesOf } from '../translation/occurrences.ts'

/** Weight of this score against the others; each direction has half of it, for both tell of the same words. */
const share = 0.35
/** Only words that are worth at least this are shown as a reason. */
const worthShowing = 0.35

/**
 * Log-likelihood ratio of the words of a bead: each word of one side renders a word of the other or stands there by chance
 * (Brown et al. 1993, model 1), against standing there by chance. The words of a bead are taken together, so that beads of
 * any shape are comparable. Probabilities come from the lexicon at first and from the texts themselves later.
 */
export const translation: Scorer = {
  id: 'translation',
  version: 2,
  searches: ['parallel', 'comparable'],
  learns: true,
  prepare(pair) {
    const source = occurrencesOf(pair.sourceTokens, pair.sourceStems)
    const target = occurrencesOf(pair.targetTokens, pair.targetStems)
    const model = pair.learnt ?? firstModel(pair)
    const cells = createCells(source, target, model, share)
    const known = knownStems(model)
    let tells: Telling | undefined
    return {
      score: cells.score,
      coverage: (s, t) => coverageOf(known, source, target, cells.hits(s, t), s, t),
      explain: (s, t) => {
        tells ??= tellingWords(pair, source, target)
        return explain(pair, cells, known, tells, source, target, s, t)
      },
    }
  },
}

/** What two words that render each other add to the score of their bead. */
interface Match {
  readonly source: number
  readonly target: number
  readonly score: number
}

/** Whether two words that render each other are worth telling a reader. */
type Telling = (match: Match) => boolean

/** A word that stands in more than this share of the segments of its text is a reason only where the lexicon knows the pair. */
const everyday = 1 / 4

function tellingWords(
  { wordPairs, sourceStems, targetStems }: LinkedPair,
  source: Occurrences,
  target: Occurrences,
): Telling {
  const idOf = (x: number, y: number): number => x * target.stems + y
  const listed = new Set(
    wordPairs.map((pair) => idOf(sourceStems.of[pair.source] ?? 0, targetStems.of[pair.target] ?? 0)),
  )
  const countsS = countsOf(source)
  const countsT = countsOf(target)
  const isEveryday = (counts: Uint32Array, stem: number, { offsets }: Occurrences): boolean =>
    (counts[stem] ?? 0) > 1 && (counts[stem] ?? 0) > everyday * (offsets.length - 1)
  return (match) => {
    const [x, y] = [source.ids[match.source] ?? 0, target.ids[match.target] ?? 0]
    return listed.has(idOf(x, y)) || !(isEveryday(countsS, x, source) || isEveryday(countsT, y, target))
  }
}

function countsOf({ ids, stems }: Occurrences): Uint32Array {
  const counts = new Uint32Array(stems)
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1
  return counts
}

function explain(
  pair: LinkedPair,
  cells: TranslationCells,
  known: KnownStems,
  tells: Telling,
  source: Occurrences,
  target: Occurrences,
  s: SegmentRange,
  t: SegmentRange,
): readonly Evidence[] {
  const hits = cells.hits(s, t)
  const weightS = (source.weightBefore[s.to] ?? 0) - (source.weightBefore[s.from] ?? 0)
  const weightT = (target.weightBefore[t.to] ?? 0) - (target.weightBefore[t.from] ?? 0)
  const scored = hits.map((hit): Match => {
    const here = (source.weights[hit.source] ?? 1) * cells.gainOf(hit.sourceOdds, weightT)
    const there = (target.weights[hit.target] ?? 1) * cells.gainOf(hit.targetOdds, weightS)
    return { source: hit.source, target: hit.target, score: share * (here + there) }
  })
  const matched = bestMatches(scored.filter(tells)).map(({ source: a, target: b, score }): Evidence => {
    const here = { start: source.starts[a] ?? 0, end: source.ends[a] ?? 0 }
    const there = { start: target.starts[b] ?? 0, end: target.ends[b] ?? 0 }
    const note = `${slice(pair.source.text, here)} = ${slice(pair.target.text, there)}`
    return { scorer: 'translation', score, note, kind: 'word', links: [{ source: here, target: there }] }
  })
  const words = matched.filter(({ note }) => /\p{L}|\p{N}/u.test(note))
  const total = cells.score(s.from, s.to, t.from, t.to)
  const rest = total - words.reduce((sum, item) => sum + item.score, 0)
  return [...words, { scorer: 'translation', score: rest, note: noteOf(coverageOf(known, source, target, hits, s, t)) }]
}

const slice = (text: string, { start, end }: Span): string => text.slice(start, end)

/** Best first; each word once, and no word over the characters of another. */
function bestMatches(matches: readonly Match[]): readonly Match[] {
  const usedS = new Set<number>()
  const usedT = new Set<number>()
  const best: Match[] = []
  for (const match of [...matches].sort((a, b) => b.score - a.score || a.source - b.source || a.target - b.target)) {
    if (match.score < worthShowing) break
    if (usedS.has(match.source) || usedT.has(match.target)) continue
    usedS.add(match.source)
    usedT.add(match.target)
    best.push(match)
  }
  return best.sort((a, b) => a.source - b.source)
}

/** Odds from which on a word counts as having a counterpart. */
const coveringOdds = 8

/** Of the words with a known rendering, how many have one on the other side. */
function coverageOf(
  known: KnownStems,
  source: Occurrences,
  target: Occurrences,
  hits: readonly Hit[],
  s: SegmentRange,
  t: SegmentRange,
): Coverage {
  const here = new Set(hits.filter((hit) => hit.sourceOdds >= coveringOdds).map((hit) => hit.source))
  const there = new Set(hits.filter((hit) => hit.targetOdds >= coveringOdds).map((hit) => hit.target))
  const left = shareOf(source, known.source, s, here)
  const right = shareOf(target, known.target, t, there)
  return { source: left.share, sourceCount: left.count, target: right.share, targetCount: right.count }
}

/** Whether a stem has a rendering at all, by side. */
interface KnownStems {
  readonly source: Uint8Array
  readonly target: Uint8Array
}

function knownStems({ pairs, sourceChance, targetChance }: TranslationModel): KnownStems {
  const known = { source: new Uint8Array(sourceChance.length), target: new Uint8Array(targetChance.length) }
  for (let x = 0; x + 1 < pairs.offsets.length; x++)
    for (let k = pairs.offsets[x] ?? 0; k < (pairs.offsets[x + 1] ?? 0); k++) {
      known.source[x] = 1
      known.target[pairs.ids[k] ?? 0] = 1
    }
  return known
}

function shareOf(
  words: Occurrences,
  known: Uint8Array,
  { from, to }: SegmentRange,
  covered: ReadonlySet<number>,
): { readonly share: number; readonly count: number } {
  let [count, found] = [0, 0]
  for (let k = words.offsets[from] ?? 0; k < (words.offsets[to] ?? 0); k++) {
    if (known[words.ids[k] ?? 0] !== 1) continue
    count++
    if (covered.has(k)) found++
  }
  return { share: count === 0 ? 0 : found / count, count }
}

function noteOf({ source, target, sourceCount, targetCount }: Coverage): string {
  const of = (share_: number, count: number): string => `${Math.round(share_ * count)} of ${count}`
  return `${of(source, sourceCount)} known words here and ${of(target, targetCount)} there have a counterpart`
}
