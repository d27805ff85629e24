import fc from 'fast-check'
import type { Bead, Decision, EditedPair, Relation } from '../../src/editing.ts'

const relations: readonly Relation[] = ['translation', 'partial', 'related', 'unaligned']
const states: readonly Decision['state'][] = ['proposed', 'accepted', 'rejected', 'edited']

/** What a made bead is like; its ranges follow from those before it. */
interface BeadPlan {
  readonly source: number
  readonly target: number
  readonly confidence: number
  readonly relation: number
  readonly state: number
  readonly isNamed: boolean
  readonly hasComment: boolean
}

const planArbitrary: fc.Arbitrary<BeadPlan> = fc
  .record({
    source: fc.integer({ min: 0, max: 3 }),
    target: fc.integer({ min: 0, max: 3 }),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    relation: fc.nat(3),
    state: fc.nat(3),
    isNamed: fc.boolean(),
    hasComment: fc.boolean(),
  })
  .filter(({ source, target }) => source + target > 0)

export function decisionOf(state: Decision['state']): Decision {
  return state === 'proposed' ? { state } : { state, by: 'reviewer', at: '2026-01-02T03:04:05Z' }
}

/** A bead with ranges of these lengths from these segments on. */
export function placedBead(
  source: readonly [from: number, length: number],
  target: readonly [from: number, length: number],
  rest: Partial<Bead> = {},
): Bead {
  const ranges = {
    source: { from: source[0], to: source[0] + source[1] },
    target: { from: target[0], to: target[0] + target[1] },
  }
  return {
    id: `${ranges.source.from}-${ranges.source.to}:${ranges.target.from}-${ranges.target.to}`,
    ...ranges,
    score: 0,
    confidence: 0.9,
    relation: source[1] > 0 && target[1] > 0 ? 'translation' : 'unaligned',
    evidence: [],
    decision: { state: 'proposed' },
    ...rest,
  }
}

/** Beads in the order of the source; `targets` says in which order their targets stand. */
function layBeads(plans: readonly BeadPlan[], targets: readonly number[]): readonly Bead[] {
  const starts = new Map<number, number>()
  let at = 0
  for (const place of targets) {
    starts.set(place, at)
    at += plans[place]?.target ?? 0
  }
  let source = 0
  return plans.map((plan, place) => {
    const bead = placedBead([source, plan.source], [starts.get(place) ?? 0, plan.target], {
      confidence: plan.confidence,
      decision: decisionOf(states[plan.state] ?? 'proposed'),
      evidence: plan.isNamed ? [{ scorer: 'made', score: 1, note: 'both name it', kind: 'date' }] : [],
      ...(plan.hasComment ? { comment: 'look again' } : {}),
      ...(plan.source > 0 && plan.target > 0 ? { relation: relations[plan.relation] ?? 'translation' } : {}),
    })
    source += plan.source
    return bead
  })
}

/** Any beads: all shapes, decisions and relations, their targets in any order. */
export const beadsArbitrary: fc.Arbitrary<readonly Bead[]> = fc
  .array(planArbitrary, { maxLength: 24 })
  .chain((plans) =>
    fc.shuffledSubarray([...plans.keys()], { minLength: plans.length }).map((order) => layBeads(plans, order)),
  )

/** Beads whose targets ascend. */
export const orderedBeadsArbitrary: fc.Arbitrary<readonly Bead[]> = fc
  .array(planArbitrary, { maxLength: 24 })
  .map((plans) => layBeads(plans, [...plans.keys()]))

/** Segments on a side. */
export function segmentsOf(beads: readonly Bead[], side: 'source' | 'target'): number {
  return beads.reduce((most, bead) => Math.max(most, bead[side].to), 0)
}

/** A pair whose segments are these lines. */
export function linePair(source: readonly string[], target: readonly string[], beads: readonly Bead[]): EditedPair {
  return { source: lineSide(source), target: lineSide(target), beads }
}

function lineSide(lines: readonly string[]): EditedPair['source'] {
  let start = 0
  const segments = lines.map((line, index) => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return { index, span, block: index }
  })
  return { text: lines.map((line) => `${line}\n`).join(''), segments }
}
