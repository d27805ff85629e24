import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bead } from '../../src/editing.ts'
import { doubtOf } from '../../src/inspector/client/find/doubt.ts'
import { createDoubtfulWalk, nextDoubtful as nextOf } from '../../src/inspector/client/find/doubtful.ts'
import { createDoubts } from '../../src/inspector/client/find/doubts.ts'
import { progressPercent } from '../../src/inspector/client/find/progress.ts'
import {
  acceptableBeads,
  countExported,
  placeOfSegment,
  samplePlaces,
} from '../../src/inspector/client/find/selection.ts'
import { finish } from '../../src/inspector/client/work.ts'
import type { CheckKind } from '../../src/inspector/protocol.ts'
import { beadsArbitrary, decisionOf, placedBead, segmentsOf } from './made-beads.ts'
import { nextDoubtfulPlainly } from './plain-ways.ts'

const none: ReadonlyMap<string, readonly CheckKind[]> = new Map()
const line = (confidences: readonly number[]): readonly Bead[] =>
  confidences.map((confidence, i) => placedBead([i, 1], [i, 1], { confidence }))
const decide = (beads: readonly Bead[], place: number, state: 'accepted' | 'rejected' | 'edited'): readonly Bead[] =>
  beads.map((bead, i) => (i === place ? { ...bead, decision: decisionOf(state) } : bead))

type Failed = ReadonlyMap<string, readonly CheckKind[]>
const nextDoubtful = (beads: readonly Bead[], failed: Failed, from: number): number =>
  nextOf(finish(createDoubts()(beads, failed)), from)

/** Something that happens to beads: a decision, a merge, a split of what was merged, a check. */
interface Happening {
  readonly kind: 'accepted' | 'rejected' | 'edited' | 'gone' | 'come' | 'failed' | 'passed'
  readonly at: number
  /** Whether the doubts are asked for behind it, and whether they are waited for. */
  readonly asked: 'not' | 'begun' | 'had'
}
const happeningArbitrary: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constantFrom('accepted', 'rejected', 'edited', 'gone', 'come', 'failed', 'passed'),
  at: fc.nat(24),
  asked: fc.constantFrom('not', 'begun', 'had'),
})

interface Reviewed {
  readonly beads: readonly Bead[]
  readonly failed: Failed
}

function happen({ beads, failed }: Reviewed, { kind, at }: Happening): Reviewed {
  const place = at % Math.max(1, beads.length)
  const id = beads[place]?.id ?? ''
  if (kind === 'failed') return { beads, failed: new Map([...failed, [id, ['number', 'name']]]) }
  if (kind === 'passed') return { beads, failed: new Map([...failed].filter(([other]) => other !== id)) }
  if (kind === 'gone') return { beads: beads.toSpliced(place, 1), failed }
  if (kind === 'come') return { beads: [...beads, placedBead([beads.at(-1)?.source.to ?? 0, 1], [100, 1])], failed }
  return { beads: decide(beads, place, kind), failed }
}

describe('doubts that are kept', () => {
  test('are those of the beads, whatever happened since they were asked for', () => {
    fc.assert(
      fc.property(beadsArbitrary, fc.array(happeningArbitrary, { maxLength: 12 }), (made, happenings) => {
        const follow = createDoubts()
        let now: Reviewed = { beads: made, failed: none }
        for (const happening of [...happenings, { kind: 'failed', at: 0, asked: 'had' } as const]) {
          now = happen(now, happening)
          const work = follow(now.beads, now.failed)
          if (happening.asked === 'begun') work.next()
          if (happening.asked !== 'had') continue
          expect([...finish(work).doubts]).toEqual(now.beads.map((_, place) => doubtOf(now.beads, place, now.failed)))
        }
      }),
      { numRuns: 300 },
    )
  })
  test('that were not waited for are found again', () => {
    const beads = line(Array.from({ length: 5000 }, (_, i) => (i % 100) / 100))
    const follow = createDoubts()
    finish(follow(beads, none))
    const failed: Failed = new Map(beads.map(({ id }) => [id, ['number']]))
    const begun = follow(decide(beads, 7, 'rejected'), failed)
    expect(begun.next().done).toBe(false)
    expect([...finish(follow(beads, none)).doubts]).toEqual(beads.map((_, place) => doubtOf(beads, place, none)))
  })
  test('lead to the bead that is found without haste', () => {
    fc.assert(
      fc.property(beadsArbitrary, fc.integer({ min: -1, max: 24 }), fc.boolean(), (beads, from, isAmong) => {
        const failed: Failed = new Map(beads.filter((_, at) => at % 4 === 0).map(({ id }) => [id, ['name']]))
        const among = isAmong ? [...beads.keys()].filter((place) => place % 3 > 0) : undefined
        const doubted = finish(createDoubts()(beads, failed))
        expect(nextOf(doubted, from, among)).toBe(nextDoubtfulPlainly({ beads, failed }, from, among))
      }),
      { numRuns: 300 },
    )
  })
})

describe('doubt', () => {
  test('a toss-up comes first', () => {
    expect(nextDoubtful(line([0.99, 0.2, 0.52, 0.9]), none, -1)).toBe(2)
  })
  test('a failed check raises, and each further one too', () => {
    const beads = line([0.8, 0.8, 0.8])
    const failed = new Map<string, readonly CheckKind[]>([
      ['1-2:1-2', ['number', 'name']],
      ['2-3:2-3', ['number']],
    ])
    const [a = 0, b = 0, c = 0] = [0, 1, 2].map((place) => doubtOf(beads, place, failed))
    expect(b).toBeGreaterThan(c)
    expect(c).toBeGreaterThan(a)
  })
  test('neighbours of a correction are raised, the nearer the more', () => {
    const beads = decide(line([0.9, 0.9, 0.9, 0.9, 0.9, 0.9]), 2, 'edited')
    const doubts = beads.map((_, place) => doubtOf(beads, place, none))
    expect(doubts[2]).toBe(0)
    expect(doubts[1]).toBe(doubts[3])
    expect(doubts[3]).toBeGreaterThan(doubts[4] ?? 0)
    expect(doubts[4]).toBeGreaterThan(doubts[5] ?? 0)
  })
  test('an accepted bead raises nobody', () => {
    const beads = line([0.9, 0.9, 0.9])
    expect(doubtOf(decide(beads, 1, 'accepted'), 0, none)).toBe(doubtOf(beads, 0, none))
  })
  test('going on and accepting visits every open bead once, from the highest doubt down', () => {
    fc.assert(
      fc.property(beadsArbitrary, (made) => {
        let beads = made.map(
          (bead): Bead => (bead.decision.state === 'proposed' ? bead : { ...bead, decision: decisionOf('accepted') }),
        )
        const open = beads.filter(({ decision }) => decision.state === 'proposed').length
        const doubts: number[] = []
        let place = nextDoubtful(beads, none, -1)
        while (place >= 0 && doubts.length <= open) {
          doubts.push(doubtOf(beads, place, none))
          beads = [...decide(beads, place, 'accepted')]
          place = nextDoubtful(beads, none, place)
        }
        expect(doubts).toHaveLength(open)
        expect(doubts).toEqual([...doubts].sort((a, b) => b - a))
      }),
    )
  })
  test('leaving beads open goes around all of them', () => {
    fc.assert(
      fc.property(beadsArbitrary, (beads) => {
        const open = [...beads.keys()].filter((place) => beads[place]?.decision.state === 'proposed')
        const visited = new Set<number>()
        let place = nextDoubtful(beads, none, -1)
        for (let i = 0; i < open.length; i++) {
          visited.add(place)
          place = nextDoubtful(beads, none, place)
        }
        if (open.length > 0) expect([...visited].sort((a, b) => a - b)).toEqual(open)
      }),
    )
  })
  test('after a correction the neighbours come before what was left open', () => {
    const beads = decide(line([0.8, 0.5, 0.9, 0.99, 0.62]), 2, 'rejected')
    expect(nextDoubtful(beads, none, 2)).toBe(1)
    expect(nextDoubtful(decide(beads, 1, 'accepted'), none, 1)).toBe(4)
  })
  test('the walk starts at the highest doubt wherever one stands, and goes on from there', () => {
    const walk = createDoubtfulWalk()
    const beads = line([0.99, 0.7, 0.5, 0.6])
    expect(walk.next({ beads, failed: none }, 0)).toBe(2)
    expect(walk.next({ beads: decide(beads, 2, 'accepted'), failed: none }, 3)).toBe(1)
    expect(createDoubtfulWalk().next({ beads, failed: none }, 2)).toBe(3)
    expect(createDoubtfulWalk().next({ beads: line([0.5]), failed: none }, 0)).toBe(0)
  })
  test('the walk leads over all that is open, whatever is left open or accepted', () => {
    fc.assert(
      fc.property(beadsArbitrary, fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), (made, accepts) => {
        let beads = made
        const walk = createDoubtfulWalk()
        const open = beads.flatMap(({ decision }, place) => (decision.state === 'proposed' ? place : []))
        const visited = new Set<number>()
        let place = -1
        for (let i = 0; i < open.length; i++) {
          place = walk.next({ beads, failed: none }, place)
          visited.add(place)
          if (accepts[i] === true) beads = decide(beads, place, 'accepted')
        }
        expect([...visited].sort((a, b) => a - b)).toEqual(open)
      }),
    )
  })
  test('there is none when all are decided', () => {
    expect(nextDoubtful(decide(line([0.5]), 0, 'accepted'), none, 0)).toBe(-1)
    expect(nextDoubtful([], none, -1)).toBe(-1)
  })
})

describe('progress', () => {
  test('is all when nothing is left, and none when nothing was done', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (reviewed, left) => {
        const percent = progressPercent({ reviewed, left, of: reviewed + left })
        expect(percent === 100).toBe(left === 0)
        if (left > 0) expect(percent === 0).toBe(reviewed === 0)
      }),
    )
  })
  test('is never rounded up to all or down to none', () => {
    expect(progressPercent({ reviewed: 999, left: 1, of: 1000 })).toBe(99)
    expect(progressPercent({ reviewed: 1, left: 999, of: 1000 })).toBe(1)
  })
})

describe('accepting many', () => {
  test('takes open, sure, two-sided beads without a failed check', () => {
    const beads = [
      ...line([0.95, 0.5, 0.95, 0.95]),
      placedBead([4, 1], [4, 0], { confidence: 1 }),
      placedBead([5, 1], [4, 1], { confidence: 1, decision: decisionOf('rejected') }),
    ]
    const failed = new Map<string, readonly CheckKind[]>([['2-3:2-3', ['name']]])
    expect(acceptableBeads(beads, failed, 0.9)).toEqual([0, 3])
    expect(acceptableBeads(beads, failed, 0.9, [1, 3, 4])).toEqual([3])
  })
  test('the sample holds the least sure, in document order', () => {
    fc.assert(
      fc.property(beadsArbitrary, fc.integer({ min: 2, max: 8 }), (beads, size) => {
        const places = acceptableBeads(beads, none, 0)
        const sample = samplePlaces(beads, places, size)
        expect(sample).toHaveLength(Math.min(size, places.length))
        expect([...sample].sort((a, b) => a - b)).toEqual(sample)
        expect(sample.every((place) => places.includes(place))).toBe(true)
        const least = Math.min(...places.map((place) => beads[place]?.confidence ?? 1))
        if (places.length > 0) expect(sample.some((place) => beads[place]?.confidence === least)).toBe(true)
      }),
    )
  })
})

describe('export', () => {
  test('what a person decided wins over relation and confidence', () => {
    const [a, b, c, d] = line([0.9, 0.3, 0.3, 0.9])
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('four beads')
    const beads = [a, b, { ...c, decision: decisionOf('accepted') }, { ...d, decision: decisionOf('rejected') }]
    expect(countExported(beads, new Set(['translation']), 0.5)).toBe(2)
    expect(countExported(beads, new Set(), 0)).toBe(1)
  })
})

describe('segment', () => {
  test('each is found in the bead that holds it', () => {
    fc.assert(
      fc.property(beadsArbitrary, (beads) => {
        for (const side of ['source', 'target'] as const)
          for (let segment = 0; segment < segmentsOf(beads, side); segment++) {
            const range = beads[placeOfSegment(beads, side, segment)]?.[side]
            expect(range !== undefined && range.from <= segment && segment < range.to).toBe(true)
          }
        expect(placeOfSegment(beads, 'source', segmentsOf(beads, 'source'))).toBe(-1)
      }),
    )
  })
})
