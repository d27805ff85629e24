import { bandWhole } from './band.ts'
import { countUntil } from './bounds.ts'
import { bestSteps, type Step, scoreTable } from './monotonic.ts'
import { type Shape, skipAtNoCost } from './shapes.ts'
import type { BeadScore } from './sum.ts'

/** A bead of a search that keeps the order of both texts, or one that crosses others. */
export interface PlacedStep extends Step {
  /** What standing out of order costs the bead, negative; its score holds it. Absent for a bead in order. */
  readonly crossing?: number
}

/** What a search has found, and how it scores beads. */
export interface Ground {
  readonly steps: readonly Step[]
  readonly shapes: readonly Shape[]
  readonly score: BeadScore
  readonly temperature: number
  /** Tells segments that take no part. */
  readonly isIdle: { source(segment: number): boolean; target(segment: number): boolean }
}

/** Passages of translations hardly ever stand in another order: this share of beads, half as many for each bead crossed. */
const crossingShare = 0.02
const perCrossed = Math.log(0.5)
/** A passage is looked for among this many segments to each side of its place. */
const reach = 8
/** A crossing bead has at most this many segments a side. */
const mostSegments = 2
/** The path is searched anew over this many beads before and after a crossing. */
const margin = 2
/** A bead less probable than this, or for which less speaks, may stand where another belongs. */
const sure = 0.9
const firm = 3
/** A bead with a lower score says nothing of the order of the texts. */
const founded = 1

/**
 * Beads that cross the path of a search: passages that stand in another order in the other text. Segments without a
 * counterpart and beads in doubt that lie near each other are compared; where a pair of them is the best for both and the
 * path around it is likelier without them, even at what a crossing costs, they are taken out of the path. All beads come
 * back by their place in the source.
 */
export function withCrossings(ground: Ground): readonly PlacedStep[] {
  const candidates = candidatesOf(ground)
  if (candidates.length === 0) return ground.steps
  let state: State = { ground, steps: ground.steps, aside: { source: new Set(), target: new Set() }, found: [] }
  const judged = candidates
    .map((candidate) => ({ candidate, gain: judge(state, candidate)?.gain ?? 0 }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || a.candidate.i - b.candidate.i || a.candidate.j - b.candidate.j)
  for (const { candidate } of judged) {
    const verdict = judge(state, candidate)
    if (verdict !== undefined && verdict.gain > 0) state = accepted(state, verdict, judged)
  }
  return inSourceOrder(state)
}

/** A pair of passages that may belong together out of order. */
interface Candidate {
  readonly i: number
  readonly j: number
  readonly shape: Shape
  /** Log-odds with the prior of its shape, before what the crossing costs. */
  readonly score: number
}

/** The path so far, with the segments that stand aside of it in crossing beads. */
interface State {
  readonly ground: Ground
  readonly steps: readonly Step[]
  readonly aside: { readonly source: ReadonlySet<number>; readonly target: ReadonlySet<number> }
  readonly found: readonly PlacedStep[]
}

/** Pairs of loose passages that are each other's best. */
function candidatesOf(ground: Ground): readonly Candidate[] {
  const loose = looseSegments(ground)
  const onPath = new Set(ground.steps.map(idOf))
  const all = [...loose.source]
    .flatMap(([i, place]) =>
      range(place - reach, place + reach + 1).flatMap((j) =>
        loose.target.has(j) ? (bestAt(ground, loose, i, j) ?? []) : [],
      ),
    )
    .filter((one) => !onPath.has(idOf(one)))
  const bySource = bestBy(all, ({ i }) => i)
  const byTarget = bestBy(all, ({ j }) => j)
  return all.filter((one) => bySource.get(one.i) === one && byTarget.get(one.j) === one)
}

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, k) => from + k)

/** Segments that the path leaves out or pairs with little reason, with their places in the other text. */
interface Loose {
  readonly source: ReadonlyMap<number, number>
  readonly target: ReadonlyMap<number, number>
}

function looseSegments({ steps, isIdle }: Ground): Loose {
  const source = new Map<number, number>()
  const target = new Map<number, number>()
  for (const { i, j, shape, score, posterior } of steps) {
    const isTwoSided = shape.source > 0 && shape.target > 0
    const isCompromise = shape.source > 1 && shape.target > 1
    if (isTwoSided && !isCompromise && posterior >= sure && score >= firm) continue
    for (const segment of range(i, i + shape.source)) if (!isIdle.source(segment)) source.set(segment, j)
    for (const segment of range(j, j + shape.target)) if (!isIdle.target(segment)) target.set(segment, i)
  }
  return { source, target }
}

/** The best bead that begins at two segments, if more speaks for it than against it. */
function bestAt({ shapes, score }: Ground, loose: Loose, i: number, j: number): Candidate | undefined {
  let best: Candidate | undefined
  for (const shape of shapes) {
    if (shape.source < 1 || shape.target < 1 || shape.source > mostSegments || shape.target > mostSegments) continue
    if (!range(i, i + shape.source).every((segment) => loose.source.has(segment))) continue
    if (!range(j, j + shape.target).every((segment) => loose.target.has(segment))) continue
    const value = shape.logPrior + score(i, i + shape.source, j, j + shape.target)
    if (value > (best?.score ?? 0)) best = { i, j, shape, score: value }
  }
  return best
}

function bestBy(all: readonly Candidate[], key: (candidate: Candidate) => number): ReadonlyMap<number, Candidate> {
  const best = new Map<number, Candidate>()
  for (const one of all)
    if (one.score > (best.get(key(one))?.score ?? Number.NEGATIVE_INFINITY)) best.set(key(one), one)
  return best
}

/** What a crossing bead does to the path around it. */
interface Verdict {
  readonly candidate: Candidate
  /** By how much all is likelier with it, in log-odds. */
  readonly gain: number
  /** What the crossing costs, 0 or less. */
  readonly cost: number
  /** The steps `from .. to` of the path are replaced by these. */
  readonly from: number
  readonly to: number
  readonly steps: readonly Step[]
}

/** Searches the path anew around a candidate, with the candidate's segments taken out; undefined when they are taken. */
function judge(state: State, candidate: Candidate): Verdict | undefined {
  const { ground, steps, aside } = state
  const { i, j, shape } = candidate
  const sources = range(i, i + shape.source)
  const targets = range(j, j + shape.target)
  if (sources.some((s) => aside.source.has(s)) || targets.some((t) => aside.target.has(t))) return undefined
  const first = countUntil(steps, (step) => step.i + step.shape.source <= i && step.j + step.shape.target <= j)
  const behind = countUntil(steps, (step) => step.i < i + shape.source || step.j < j + shape.target)
  const from = Math.max(0, first - margin)
  const to = Math.min(steps.length, behind + margin)
  const before = steps.slice(from, to)
  if (before.some(({ isPinned }) => isPinned === true)) return undefined
  const without = { source: new Set([...aside.source, ...sources]), target: new Set([...aside.target, ...targets]) }
  const after = searchWindow(ground, before, without)
  const crossed = after.filter((step) => crosses(step, candidate))
  // What crosses nothing the search has seen already; what crosses beads without reason needs no crossing to be left out.
  if (crossed.length === 0 || crossed.some(({ score }) => score < founded)) return undefined
  const cost = Math.log(crossingShare) + crossed.length * perCrossed
  // That two lone passages need not be left out is no reason to take them for each other: their words must pay for the crossing.
  if (candidate.score + cost <= 0) return undefined
  const gain = candidate.score + cost + sumOf(after) - sumOf(before)
  return { candidate, gain, cost, from, to, steps: after }
}

const sumOf = (steps: readonly Step[]): number => steps.reduce((sum, { score }) => sum + score, 0)

const crosses = (step: Step, { i, j }: { readonly i: number; readonly j: number }): boolean =>
  step.shape.source > 0 && step.shape.target > 0 && step.i < i !== step.j < j

/** The best path through a window of the two texts, segments that stand aside left out at no cost. */
function searchWindow(
  { shapes, score, temperature }: Ground,
  window: readonly Step[],
  aside: State['aside'],
): readonly Step[] {
  const [first, last] = [window[0], window.at(-1)]
  if (first === undefined || last === undefined) return []
  const [sources, targets] = [last.i + last.shape.source - first.i, last.j + last.shape.target - first.j]
  const atNoCost = skipAtNoCost(shapes)
  const holds = (set: ReadonlySet<number>, from: number, to: number): boolean => {
    for (let k = from; k < to; k++) if (set.has(k)) return true
    return false
  }
  const inWindow: BeadScore = (sFrom, sTo, tFrom, tTo) => {
    const [a, b, c, d] = [first.i + sFrom, first.i + sTo, first.j + tFrom, first.j + tTo]
    if (!holds(aside.source, a, b) && !holds(aside.target, c, d)) return score(a, b, c, d)
    return a === b ? atNoCost.target : c === d ? atNoCost.source : never
  }
  const table = scoreTable(bandWhole(sources, targets), shapes, sources, targets, inWindow)
  return bestSteps(table, temperature).map((step) => ({
    ...step,
    i: first.i + step.i,
    j: first.j + step.j,
  }))
}
const never = -1000

/** Takes a crossing bead over; what is told of the beads around it holds as far as the crossing does. */
function accepted(
  state: State,
  verdict: Verdict,
  rivals: readonly { readonly candidate: Candidate; readonly gain: number }[],
): State {
  const { ground, steps, aside, found } = state
  const { candidate, gain, cost, from, to } = verdict
  const { i, j, shape } = candidate
  const weight = (value: number): number => Math.exp(value / ground.temperature)
  const others = rivals
    .filter(({ candidate: other }) => other !== candidate && (other.i === i || other.j === j))
    .reduce((sum, other) => sum + weight(other.gain), 0)
  const posterior = weight(gain) === Number.POSITIVE_INFINITY ? 1 : weight(gain) / (1 + weight(gain) + others)
  const before = new Map(steps.slice(from, to).map((step) => [idOf(step), step.posterior]))
  const mixed = verdict.steps.map((step) => ({
    ...step,
    posterior: posterior * step.posterior + (1 - posterior) * (before.get(idOf(step)) ?? 0),
  }))
  return {
    ground,
    steps: [...steps.slice(0, from), ...mixed, ...steps.slice(to)],
    aside: {
      source: new Set([...aside.source, ...range(i, i + shape.source)]),
      target: new Set([...aside.target, ...range(j, j + shape.target)]),
    },
    found: [...found, { i, j, shape, score: candidate.score + cost, posterior, crossing: cost }],
  }
}

const idOf = ({ i, j, shape }: Candidate | Step): string => `${i}+${shape.source}:${j}+${shape.target}`

/** The path without the places of what stands aside, and the crossing beads, by source and then by target. */
function inSourceOrder({ steps, aside, found }: State): readonly PlacedStep[] {
  const left = steps.filter(
    ({ i, j, shape }) => !(shape.target === 0 && aside.source.has(i)) && !(shape.source === 0 && aside.target.has(j)),
  )
  const all: PlacedStep[] = [...left]
  for (const step of [...found].sort((a, b) => a.i - b.i)) {
    const at = all.findIndex((other) => other.i > step.i || (other.i === step.i && other.shape.source > 0))
    all.splice(at < 0 ? all.length : at, 0, step)
  }
  return all
}
