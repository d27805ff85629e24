import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bead } from '../../src/editing.ts'
import { crossingAfter, findCrossing } from '../../src/inspector/client/find/crossing.ts'
import { type BeadChange, windowOf } from '../../src/inspector/client/store/steps.ts'
import { beadsArbitrary, orderedBeadsArbitrary, placedBead } from './made-beads.ts'
import { crossingPlainly } from './plain-ways.ts'

/** From a place on, so many beads give way to others. */
const changeArbitrary = fc.record({ at: fc.nat(24), gone: fc.nat(3), fresh: fc.nat(3), from: fc.nat(24) })

/** Beads of many shapes, most of them in order. */
const mostlyOrdered: fc.Arbitrary<readonly Bead[]> = fc.oneof(
  beadsArbitrary,
  orderedBeadsArbitrary,
  fc.tuple(orderedBeadsArbitrary, beadsArbitrary).map(([ordered, others]) => [...ordered, ...others.slice(0, 3)]),
)

test('what crosses is as it is found without haste', () => {
  fc.assert(
    fc.property(mostlyOrdered, (beads) => {
      expect(findCrossing(beads).marks).toEqual(crossingPlainly(beads))
    }),
  )
})

test('what crosses after changes is as if all were looked at anew', () => {
  fc.assert(
    fc.property(
      mostlyOrdered,
      beadsArbitrary,
      fc.array(changeArbitrary, { maxLength: 4 }),
      (before, others, wanted) => {
        const beads = [...before]
        const changes = wanted.map(({ at, gone, fresh, from }): BeadChange => {
          const place = Math.min(at, beads.length)
          const added = others.slice(from, from + fresh)
          return { kind: 'beads', at: place, removed: beads.splice(place, gone, ...added), added }
        })
        const after = crossingAfter(findCrossing(before), changes, windowOf(changes))
        expect(after.marks).toEqual(crossingPlainly(beads))
        expect(Array.from(after.targets)).toEqual(Array.from(findCrossing(beads).targets))
      },
    ),
    { numRuns: 500 },
  )
})

test('what crossed a passage does so no more when that is gone', () => {
  const before = [5, 6, 7, 1, 2].map((target, source) => placedBead([source, 1], [target, 1]))
  const changes: readonly BeadChange[] = [{ kind: 'beads', at: 0, removed: before.slice(0, 3), added: [] }]
  const known = findCrossing(before)
  expect([...known.marks]).toEqual([0, 0, 0, 1, 1])
  expect([...crossingAfter(known, changes, windowOf(changes)).marks]).toEqual([0, 0])
})
