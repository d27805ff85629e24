import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bead } from '../../src/editing.ts'
import { findCrossing } from '../../src/inspector/client/find/crossing.ts'
import { type Painter, paintMarks } from '../../src/inspector/client/map/paint.ts'
import { findPartings as findAll, longestPartings, type Parting } from '../../src/inspector/client/map/partings.ts'
import {
  frameOf,
  type Marks,
  markKinds,
  nearestBead,
  type PlotSize,
  plotBeads as plotAll,
} from '../../src/inspector/client/map/plot.ts'
import { finish } from '../../src/inspector/client/work.ts'
import { beadsArbitrary, decisionOf, orderedBeadsArbitrary, placedBead, segmentsOf } from './made-beads.ts'

const sizeOf = (beads: readonly Bead[], pixels = 200): PlotSize => ({
  sourceSegments: segmentsOf(beads, 'source'),
  targetSegments: segmentsOf(beads, 'target'),
  width: pixels,
  height: pixels,
})
const plotBeads = (beads: readonly Bead[], size: PlotSize): Marks => finish(plotAll(beads, size))

const findPartings = (beads: readonly Bead[], targetSegments: number): readonly Parting[] =>
  finish(findAll(beads, findCrossing(beads).marks, targetSegments))
const together = (count: number, source: number, target: number): readonly Bead[] =>
  Array.from({ length: count }, (_, i) => placedBead([source + i, 1], [target + i, 1]))

describe('plot', () => {
  test('every bead lies under a mark', () => {
    fc.assert(
      fc.property(beadsArbitrary, fc.integer({ min: 8, max: 200 }), (beads, pixels) => {
        const size = sizeOf(beads, pixels)
        const marks = plotBeads(beads, size)
        for (const bead of beads) {
          const x = (bead.target.from * size.width) / Math.max(1, size.targetSegments)
          const y = (bead.source.from * size.height) / Math.max(1, size.sourceSegments)
          const isCovered = Array.from({ length: marks.count }).some((_, i) => {
            const [left = 0, top = 0] = [marks.x[i], marks.y[i]]
            return (
              left <= x + 0.01 &&
              x < left + Math.max(2, marks.width[i] ?? 0) + 0.01 &&
              top <= y + 0.01 &&
              y < top + Math.max(2, marks.height[i] ?? 0) + 0.01
            )
          })
          expect(isCovered).toBe(true)
        }
      }),
    )
  })
  test('a long text has no more marks than it has pixels on its way', () => {
    const beads = together(50_000, 0, 0)
    expect(plotBeads(beads, sizeOf(beads)).count).toBeLessThanOrEqual(200)
  })
  test('a mark has the kind that most of its beads have', () => {
    const beads = together(3000, 0, 0).map((bead, i): Bead => (i % 3 === 0 ? bead : { ...bead, relation: 'partial' }))
    const marks = plotBeads(beads, sizeOf(beads))
    const kinds = new Set(marks.kind.subarray(0, marks.count))
    expect([...kinds].map((kind) => markKinds[kind])).toEqual(['partial'])
  })
  test('decided beads are drawn as such', () => {
    const beads = together(3, 0, 0).map(
      (bead, i): Bead => ({
        ...bead,
        decision: decisionOf((['accepted', 'rejected', 'proposed'] as const)[i] ?? 'proposed'),
      }),
    )
    const marks = plotBeads(beads, sizeOf(beads))
    expect([...marks.kind].map((kind) => markKinds[kind])).toEqual(['reviewed', 'rejected', 'translation'])
  })
  test('pointing at the middle of a bead finds it', () => {
    fc.assert(
      fc.property(orderedBeadsArbitrary, fc.nat(), (beads, which) => {
        if (beads.length === 0) return
        const size = sizeOf(beads)
        const place = which % beads.length
        const frame = frameOf(beads, size, place, place)
        const found = nearestBead(
          beads,
          size,
          (frame?.x ?? 0) + (frame?.width ?? 0) / 2,
          (frame?.y ?? 0) + (frame?.height ?? 0) / 2,
        )
        const there = frameOf(beads, size, found, found)
        // Beads of one side touch their neighbours at one point.
        const isAtPoint = there !== undefined && frame !== undefined && there.x <= frame.x + frame.width
        expect(found === place || isAtPoint).toBe(true)
      }),
    )
  })
  test('the frame holds all that is seen, and there is none without beads', () => {
    const beads = together(10, 0, 0)
    expect(frameOf(beads, sizeOf(beads), 2, 4)).toEqual({ x: 40, y: 40, width: 60, height: 60 })
    expect(frameOf([], sizeOf([]), 0, 3)).toBeUndefined()
  })
})

describe('paint', () => {
  test('large marks differ by shape, not by colour alone', () => {
    const drawn = new Map<string, string>()
    for (const kind of ['translation', 'partial', 'related', 'rejected'] as const) {
      const calls: string[] = []
      const painter: Painter = {
        fillStyle: '',
        strokeStyle: '',
        lineWidth: 1,
        clearRect: () => calls.push('clear'),
        fillRect: (_x, _y, width) => calls.push(`fill ${width}`),
        strokeRect: () => calls.push('outline'),
        beginPath: () => undefined,
        moveTo: () => undefined,
        lineTo: () => calls.push('line'),
        stroke: () => undefined,
      }
      const one = Float32Array.of(20)
      const marks = { count: 1, x: one, y: one, width: one, height: one, kind: Uint8Array.of(markKinds.indexOf(kind)) }
      const colours = { reviewed: '', translation: '', partial: '', related: '', unaligned: '', rejected: '' }
      paintMarks(painter, marks, colours)
      drawn.set(kind, calls.join(', '))
    }
    expect(new Set(drawn.values()).size).toBe(drawn.size)
  })
})

describe('partings', () => {
  test('says which text goes on alone', () => {
    const beads = [
      ...together(4, 0, 0),
      ...[4, 5, 6, 7].map((segment) => placedBead([segment, 1], [4, 0])),
      ...together(2, 8, 4),
      placedBead([10, 0], [6, 5]),
      ...together(1, 10, 11),
    ]
    expect(findPartings(beads, 12)).toEqual([
      { kind: 'source', source: { from: 4, to: 8 }, target: { from: 4, to: 4 }, place: 4 },
      { kind: 'target', source: { from: 10, to: 10 }, target: { from: 6, to: 11 }, place: 10 },
    ])
  })
  test('says when each has something else, and at the end too', () => {
    const beads = [...together(2, 0, 0), placedBead([2, 3], [2, 0]), placedBead([5, 0], [2, 4])]
    expect(findPartings(beads, 6)).toEqual([
      { kind: 'both', source: { from: 2, to: 5 }, target: { from: 2, to: 6 }, place: 2 },
    ])
  })
  test('says when a passage stands elsewhere', () => {
    const beads = [...together(6, 0, 4), ...together(4, 6, 0)]
    expect(findPartings(beads, 10).map(({ kind }) => kind)).toEqual(['moved', 'moved'])
  })
  test('there is none where all goes together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (count) => {
        expect(findPartings(together(count, 0, 0), count)).toEqual([])
      }),
    )
  })
  test('they ascend in both texts, and the longest stay in order', () => {
    fc.assert(
      fc.property(beadsArbitrary, (beads) => {
        const partings = findPartings(beads, segmentsOf(beads, 'target'))
        for (const [i, parting] of partings.entries()) {
          const before = partings[i - 1]
          if (before === undefined) continue
          expect(parting.source.from).toBeGreaterThanOrEqual(before.source.to)
          expect(parting.target.from).toBeGreaterThanOrEqual(before.target.to)
        }
        const longest = longestPartings(partings, 2)
        expect(longest.length).toBe(Math.min(2, partings.length))
        expect(partings.filter((parting) => longest.includes(parting))).toEqual(longest)
      }),
    )
  })
})
