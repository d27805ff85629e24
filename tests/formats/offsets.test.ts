import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { Alignment } from '../../src/core/types.ts'
import { format as ladder, readLadder } from '../../src/formats/ladder/index.ts'
import { format as spans } from '../../src/formats/spans/index.ts'
import { alignmentArbitrary } from './arbitrary-alignment.ts'
import { recorder } from './memory-input.ts'

const ladderOf = (alignment: Alignment): string =>
  [...(ladder.writeAlignment?.(alignment, new Set(), recorder()) ?? [])].join('')
const spansOf = (alignment: Alignment, exported: ReadonlySet<string>): unknown =>
  JSON.parse([...(spans.writeAlignment?.(alignment, exported, recorder()) ?? [])].join(''))

/** An alignment whose first bead pairs the first and second source segment with all target segments. */
function paired(alignment: Alignment): Alignment {
  const [first] = alignment.beads
  if (first === undefined || alignment.source.segments.length < 2 || alignment.target.segments.length === 0)
    return alignment
  const bead = { ...first, source: { from: 0, to: 2 }, target: { from: 0, to: alignment.target.segments.length } }
  return { ...alignment, beads: [bead, ...alignment.beads.slice(2, -1)] }
}

test('a ladder has every bead and covers every segment', () => {
  fc.assert(
    fc.property(alignmentArbitrary.map(paired), (alignment) => {
      const beads = readLadder(ladderOf(alignment))
      expect(beads.length).toBe(alignment.beads.length)
      expect(beads.flatMap((bead) => bead.source)).toEqual(alignment.source.segments.map((segment) => segment.index))
      expect(beads.flatMap((bead) => bead.target)).toEqual(alignment.target.segments.map((segment) => segment.index))
      beads.forEach((bead, i) => {
        const isPair = bead.source.length > 0 && bead.target.length > 0
        expect(bead.score).toBe(isPair ? Number(alignment.beads[i]?.confidence.toFixed(4)) : 0)
      })
    }),
  )
})

test('a ladder is read with and without scores, spaces and carriage returns', () => {
  expect(readLadder('[0, 1]:[2]\r\n\r\n[3]:[]:0\n[]:[4]:-0.5\n[]:[]')).toEqual([
    { source: [0, 1], target: [2] },
    { source: [3], target: [], score: 0 },
    { source: [], target: [4], score: -0.5 },
    { source: [], target: [] },
  ])
})

test.each(['[0]:[1]:x', '[0:[1]', '# ladder', '[0,]:[1]', '[0]:[1]:0.5 ok'])(
  'a line such as %s is refused with its number',
  (line) => {
    expect(() => readLadder(`[0]:[0]\n${line}`, 'x.ladder')).toThrow(AppError)
    expect(() => readLadder(`[0]:[0]\n${line}`, 'x.ladder')).toThrow(/x\.ladder, line 2/u)
  },
)

test('spans are those of the exported beads, from their first segment to their last', () => {
  fc.assert(
    fc.property(alignmentArbitrary.map(paired), fc.boolean(), (alignment, isExported) => {
      const exported = new Set(isExported ? alignment.beads.map((bead) => bead.id) : [])
      const wanted = alignment.beads
        .filter(
          (bead) => exported.has(bead.id) && bead.source.to > bead.source.from && bead.target.to > bead.target.from,
        )
        .map((bead) => ({
          src: [
            alignment.source.segments[bead.source.from]?.span.start,
            alignment.source.segments[bead.source.to - 1]?.span.end,
          ],
          trg: [
            alignment.target.segments[bead.target.from]?.span.start,
            alignment.target.segments[bead.target.to - 1]?.span.end,
          ],
          score: Number(bead.confidence.toFixed(6)),
          relation: bead.relation,
        }))
      expect(spansOf(alignment, exported)).toEqual(wanted)
    }),
  )
})

test('spans of nothing are an empty list', () => {
  const [alignment] = fc.sample(alignmentArbitrary, 1)
  expect(alignment && spansOf(alignment, new Set())).toEqual([])
})
