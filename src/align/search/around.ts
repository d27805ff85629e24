import type { Pin, SegmentRange } from '../../core/types.ts'
import type { Point } from './band.ts'
import type { Bounds } from './bounds.ts'
import { type LocalSearch, searchStretch } from './local.ts'
import type { Step } from './monotonic.ts'

/** Segments around which something changes; the range of a side is absent where nothing of it does. */
export interface Change {
  readonly source?: SegmentRange
  readonly target?: SegmentRange
}

/** What changes with pins and points: a pin on each of its sides, a point on both at once. */
export function changesOf(pins: readonly Pin[], before: Bounds, after: Bounds): readonly Change[] {
  const sides = pins.flatMap(({ source, target }): readonly Change[] => [
    ...(source.from < source.to ? [{ source }] : []),
    ...(target.from < target.to ? [{ target }] : []),
  ])
  const points = [...without(before.points, after.points), ...without(after.points, before.points)]
  const corners = points.map(
    ({ source, target }): Change => ({
      source: { from: source, to: source },
      target: { from: target, to: target },
    }),
  )
  return [...sides, ...corners]
}

function without(points: readonly Point[], others: readonly Point[]): readonly Point[] {
  const key = ({ source, target }: Point): string => `${source}:${target}`
  const known = new Set(others.map(key))
  return points.filter((point) => !known.has(key(point)))
}

/** A bead of at least this probability is a good end of a stretch. */
const sure = 0.95
/** So many sure beads around a change are searched again; when that is not enough to find back to the way, so many times more. */
const firstMargin = 2
const growth = 4

/**
 * Searches again around each change, from sure beads before it to sure beads after it, and farther until the new way meets
 * the old one on both ends. Steps outside are the same objects as before.
 */
export function searchAround(
  steps: readonly Step[],
  changes: readonly Change[],
  local: LocalSearch,
  sizes: Point,
): readonly Step[] {
  let now = steps
  let ends = endsIn(now, local.bounds)
  joined(changes, now, ends).forEach((change, k) => {
    if (k > 0) ends = endsIn(now, local.bounds)
    now = searchOne(now, ends, change, local, sizes)
  })
  return now
}

/** The stretch of steps `first .. last` between two corners. */
interface Stretch {
  readonly first: number
  readonly last: number
}

function searchOne(
  steps: readonly Step[],
  ends: readonly End[],
  change: Change,
  local: LocalSearch,
  sizes: Point,
): readonly Step[] {
  for (let margin = firstMargin; ; margin *= growth) {
    const { first, last } = stretchAround(steps, ends, change, margin)
    const isStart = first === 0
    const isEnd = last === steps.length - 1
    const from = isStart ? { source: 0, target: 0 } : startOf(steps[first])
    const to = isEnd ? sizes : endOf(steps[last])
    const route = [
      from,
      ...steps
        .slice(first, last + 1)
        .filter(isOnWay)
        .map(startOf),
      to,
    ]
    const found = searchStretch(local, from, to, route)
    const meets = (isStart || isSame(found[0], steps[first])) && (isEnd || isSame(found.at(-1), steps[last]))
    if (!meets && !(isStart && isEnd)) continue
    return [...steps.slice(0, first), ...keptSteps(found, steps.slice(first, last + 1)), ...steps.slice(last + 1)]
  }
}

const isOnWay = ({ isPinned }: Step): boolean => isPinned !== true
const startOf = (step: Step | undefined): Point => ({ source: step?.i ?? 0, target: step?.j ?? 0 })
const endOf = (step: Step | undefined): Point => ({
  source: (step?.i ?? 0) + (step?.shape.source ?? 0),
  target: (step?.j ?? 0) + (step?.shape.target ?? 0),
})

const isSame = (a: Step | undefined, b: Step | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.i === b.i &&
  a.j === b.j &&
  a.shape.source === b.shape.source &&
  a.shape.target === b.shape.target &&
  a.isPinned === b.isPinned

/** At both ends of a stretch, steps that are as before are the steps from before. */
function keptSteps(found: readonly Step[], old: readonly Step[]): readonly Step[] {
  const most = Math.min(found.length, old.length)
  let head = 0
  while (head < most && isSame(found[head], old[head])) head++
  let tail = 0
  while (tail < most - head && isSame(found[found.length - 1 - tail], old[old.length - 1 - tail])) tail++
  return [...old.slice(0, head), ...found.slice(head, found.length - tail), ...old.slice(old.length - tail)]
}

/** A bead where a stretch can begin or end. */
interface End {
  readonly at: number
  readonly isSure: boolean
}

/** The two-sided beads that no bound speaks against. */
function endsIn(steps: readonly Step[], { points, taken }: Bounds): readonly End[] {
  const ends: End[] = []
  let before = -1
  steps.forEach((step, at) => {
    const { i, j, shape, posterior, isPinned } = step
    if (isPinned === true || shape.source === 0 || shape.target === 0) return
    while (before + 1 < points.length && (points[before + 1]?.source ?? 0) <= i) before++
    const [start, end] = [startOf(step), endOf(step)]
    const next = points[before + 1]
    const last = points[before]
    const isFree = (next === undefined || isBefore(end, next)) && (last === undefined || isBefore(last, start))
    if (isFree && !hasMark(taken?.source, i, end.source) && !hasMark(taken?.target, j, end.target))
      ends.push({ at, isSure: posterior >= sure })
  })
  return ends
}

const isBefore = (a: Point, b: Point): boolean => a.source <= b.source && a.target <= b.target

function hasMark(marks: Uint8Array | undefined, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (marks?.[k] === 1) return true
  return false
}

/** From so many sure beads before a change to so many behind it; where few are sure, others will do. */
function stretchAround(
  steps: readonly Step[],
  ends: readonly End[],
  { source, target }: Change,
  margin: number,
): Stretch {
  const liesBefore = ({ at }: End): boolean =>
    (source === undefined || endOf(steps[at]).source <= source.from) &&
    (target === undefined || endOf(steps[at]).target <= target.from)
  const liesBehind = ({ at }: End): boolean =>
    (source === undefined || startOf(steps[at]).source >= source.to) &&
    (target === undefined || startOf(steps[at]).target >= target.to)
  const before = ends.findLastIndex(liesBefore)
  const behind = ends.findIndex(liesBehind)
  return {
    first: walked(ends, before, -1, margin) ?? 0,
    last: (behind < 0 ? undefined : walked(ends, behind, 1, margin)) ?? steps.length - 1,
  }
}

/** Walks over ends until so many were sure, or many times as many were not; undefined behind the last one. */
function walked(ends: readonly End[], from: number, way: 1 | -1, margin: number): number | undefined {
  let sureCount = 0
  for (let k = from, passed = 0; k >= 0 && k < ends.length; k += way) {
    const end = ends[k]
    passed++
    if (end?.isSure === true) sureCount++
    if (sureCount >= margin || passed >= unsurePerSure * margin) return end?.at
  }
  return undefined
}
/** Walking over so many beads that are not sure is as good as over a sure one. */
const unsurePerSure = 10

/** Changes whose stretches overlap become one. */
function joined(changes: readonly Change[], steps: readonly Step[], ends: readonly End[]): readonly Change[] {
  const placed = changes
    .map((change) => ({ change, ...stretchAround(steps, ends, change, firstMargin) }))
    .sort((a, b) => a.first - b.first || a.last - b.last)
  const groups: { change: Change; last: number }[] = []
  for (const { change, first, last } of placed) {
    const group = groups.at(-1)
    if (group === undefined || first > group.last) groups.push({ change, last })
    else {
      group.change = { ...spanning('source', group.change, change), ...spanning('target', group.change, change) }
      group.last = Math.max(group.last, last)
    }
  }
  return groups.map(({ change }) => change)
}

function spanning(side: 'source' | 'target', a: Change, b: Change): Change {
  const [one, other] = [a[side], b[side]]
  if (one === undefined || other === undefined) {
    const only = one ?? other
    return only === undefined ? {} : { [side]: only }
  }
  return { [side]: { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) } }
}
