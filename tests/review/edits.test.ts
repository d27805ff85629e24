import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPair } from '../../src/align/open.ts'
import { scorers } from '../../src/align/scorers/index.ts'
import { isPinnedBead } from '../../src/core/pins.ts'
import type { Alignment, Pin } from '../../src/core/types.ts'
import { applyEdits } from '../../src/review/edits/editing.ts'
import { recordRealign } from '../../src/review/edits/realigning.ts'
import type { Edit, RealignEdit } from '../../src/review/edits/types.ts'
import { pairOf } from '../align/made.ts'
import { randomFrom } from '../random.ts'

const ann = { by: 'ann', at: '2026-02-03T09:00:00Z', comment: 'the author says so' }
const accepted = { state: 'accepted', ...ann }
const sentences = (count: number, seed: number) => {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => Array.from({ length: 5 }, () => `w${Math.floor(random() * 500)}`))
}
const text = sentences(30, 1)
const open = openPair(
  pairOf(text, text),
  { mode: 'parallel', scorers, signature: () => 'made' },
  { report: () => undefined },
)
const pin = (source: number, target: number): Pin => ({
  source: { from: source, to: source + 1 },
  target: { from: target, to: target + 1 },
})
/** As it is read again from a file. */
const written = (edit: Edit): Edit => JSON.parse(JSON.stringify(edit))

/** What a person made, with the acts that the record gives to pinned beads. */
const withAct = ({ beads, ...alignment }: Alignment, before: Alignment): Alignment => ({
  ...alignment,
  beads: beads.map((bead) =>
    isPinnedBead(bead) && !before.beads.includes(bead)
      ? { ...bead, decision: { ...accepted, state: 'accepted' } }
      : bead,
  ),
})

describe('a pin', () => {
  test('marks a bead as certain and names who did it', () => {
    const { beads } = applyEdits(open.alignment, [{ edit: 'pin', bead: '4-5:4-5', ...ann }])
    const bead = beads.find(({ id }) => id === '4-5:4-5')
    expect(bead).toMatchObject({ confidence: 1, relation: 'translation', decision: accepted })
    expect(bead !== undefined && isPinnedBead(bead)).toBe(true)
    expect(beads.filter((one, k) => one !== open.alignment.beads[k]).length).toBe(1)
  })

  test('twice is one pin, by the last who did it', () => {
    const once = applyEdits(open.alignment, [{ edit: 'pin', bead: '4-5:4-5', ...ann }])
    expect(applyEdits(once, [{ edit: 'pin', bead: '4-5:4-5', ...ann }])).toEqual(once)
  })

  test('of a bead that is not there is refused', () => {
    expect(() => applyEdits(open.alignment, [{ edit: 'pin', bead: '4-9:4-5', ...ann }])).toThrow(
      'edit 1: there is no bead 4-9:4-5',
    )
  })
})

describe('a realign', () => {
  test('comes out again without a search, whatever was pinned', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { minLength: 1, maxLength: 4 }), (places) => {
        let now = open
        let replayed = open.alignment
        for (const [source, target] of places) {
          const next = now.realign([pin(source, target)])
          const edit = recordRealign(now.alignment, next.alignment, ann)
          replayed = applyEdits(replayed, [written(edit)])
          expect(replayed.beads.map(({ id }) => id)).toEqual(next.alignment.beads.map(({ id }) => id))
          now = next
        }
      }),
      { numRuns: 40 },
    )
  })

  test('records the beads that changed and the act of the person', () => {
    const next = open.realign([pin(10, 11)])
    const edit = recordRealign(open.alignment, next.alignment, ann)
    expect(edit.changes.length).toBe(1)
    expect(edit.changes[0]?.follows).toBeDefined()
    expect(applyEdits(open.alignment, [edit])).toEqual(withAct(next.alignment, open.alignment))
  })

  test('of nothing changes nothing', () => {
    expect(recordRealign(open.alignment, open.realign([]).alignment, ann).changes).toEqual([])
  })

  test('that was made on another alignment is refused', () => {
    const other = open.realign([pin(10, 12)])
    const edit = recordRealign(open.alignment, open.realign([pin(10, 11)]).alignment, ann)
    expect(() => applyEdits(other.alignment, [edit])).toThrow(expect.objectContaining({ code: 'EDITS_MISFIT' }))
    const lost: Edit = { ...edit, changes: edit.changes.map((change) => ({ ...change, beads: change.beads.slice(1) })) }
    expect(() => applyEdits(open.alignment, [lost])).toThrow('a segment would be lost or come twice')
  })

  test('that replaces what it put in itself, or makes a bead of nothing, is refused', () => {
    const [bead] = open.alignment.beads
    if (bead === undefined) throw new Error('no bead')
    const nothing = { from: 0, to: 0 }
    const far = { from: 99, to: 99 }
    const changed = (...changes: RealignEdit['changes']): void =>
      void applyEdits(open.alignment, [{ edit: 'realign', changes, ...ann }])
    expect(() => changed({ removed: [bead.id], beads: [bead] }, { removed: [bead.id], beads: [] })).toThrow('order')
    expect(() =>
      changed({ removed: [], beads: [{ ...bead, id: '0-0:0-0', source: nothing, target: nothing }] }),
    ).toThrow('would hold no segment')
    const [lone, other] = [
      { ...bead, id: '0-1:99-99', target: far },
      { ...bead, id: '0-0:0-1', source: nothing },
    ]
    expect(() => changed({ removed: [bead.id], beads: [other, lone] })).toThrow('behind the end')
  })
})
