import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { Alignment, Bead } from '../../src/core/types.ts'
import { readNative } from '../../src/formats/native/read.ts'
import { writeNative } from '../../src/formats/native/write.ts'
import { applyEdits, createEditing, takeRecord } from '../../src/review/edits/editing.ts'
import { idOf } from '../../src/review/edits/ranges.ts'
import type { EditedPair, Editing, EditRecord } from '../../src/review/edits/types.ts'
import { madeBead } from '../made-alignment.ts'
import { randomFrom } from '../random.ts'
import { ann, randomAlignment, randomEdit } from './made-edits.ts'

/** Fails unless every segment is in one bead, ids say what beads hold, and beads come in the order of the source. */
function checkPair({ source, target, beads }: EditedPair): void {
  const problems: string[] = []
  const check = (isRight: boolean, what: string): unknown => isRight || problems.push(what)
  for (const [side, { segments }] of Object.entries({ source, target })) {
    const held = new Uint8Array(segments.length)
    for (const bead of beads) {
      const { from, to } = side === 'source' ? bead.source : bead.target
      check(from >= 0 && from <= to && to <= segments.length, `${bead.id} is outside`)
      for (let k = from; k < to; k++) {
        check(held[k] === 0, `${side} ${k} comes twice`)
        held[k] = 1
      }
    }
    check(!held.includes(0), `${side} ${held.indexOf(0)} is lost`)
    segments.forEach(({ index, span }, k) => {
      const isAfter = (segments[k - 1]?.span.end ?? 0) <= span.start
      check(index === k && span.start < span.end && isAfter, `${side} ${k} is wrong`)
    })
  }
  beads.forEach((bead, k) => {
    check(bead.id === idOf(bead), `${bead.id} holds something else`)
    check((beads[k - 1]?.source.to ?? 0) <= bead.source.from, `${bead.id} is out of order`)
  })
  expect(problems).toEqual([])
}

const misfits = (run: () => unknown): string | undefined => {
  try {
    run()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'EDITS_MISFIT') throw error
    return error.message
  }
  return undefined
}

/** An alignment with random edits on it, and the records that fitted. */
function edited(seed: number, count: number, turns: number) {
  const draw = randomFrom(seed)
  const alignment = randomAlignment(draw, 12)
  const records: EditRecord[] = []
  let editing = createEditing(alignment)
  for (let k = 0; k < count; k++) {
    const record: EditRecord =
      draw() < turns ? { edit: draw() < 0.6 ? 'undo' : 'redo', ...ann } : randomEdit(draw, editing.pair)
    const before = JSON.stringify(editing.pair)
    const why = misfits(() => {
      editing = takeRecord(editing, record)
      records.push(record)
    })
    if (why !== undefined) expect(JSON.stringify(editing.pair)).toBe(before)
    checkPair(editing.pair)
  }
  return { alignment, editing, records }
}

const repeated = (editing: Editing<Alignment>, edit: 'undo' | 'redo', count: number): Editing<Alignment> =>
  Array.from({ length: count }).reduce<Editing<Alignment>>((now) => takeRecord(now, { edit, ...ann }), editing)

const seeds = fc.integer({ min: 0, max: 1e9 })

describe('any series of edits', () => {
  test('keeps every segment in one bead, and misfits change nothing', () => {
    const kinds = new Map<string, number>()
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { edit } of edited(seed, 25, 0.2).records) kinds.set(edit, (kinds.get(edit) ?? 0) + 1)
      }),
      { numRuns: 80 },
    )
    expect([...kinds.keys()].sort()).toEqual([
      'accept',
      'comment',
      'cut',
      'link',
      'merge',
      'move',
      'pin',
      'realign',
      'redo',
      'reject',
      'reopen',
      'retext',
      'split',
      'undo',
      'unlink',
    ])
  })

  test('is taken back to the very first pair and done again to the last', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { alignment, editing } = edited(seed, 20, 0)
        const height = editing.done?.height ?? 0
        const first = repeated(editing, 'undo', height)
        expect(first.pair).toEqual(alignment)
        expect(first.done).toBeUndefined()
        const last = repeated(first, 'redo', height)
        expect(last.pair).toEqual(editing.pair)
        expect(last.undone).toBeUndefined()
        expect(last.records).toBe(editing.records + 2 * height)
      }),
      { numRuns: 50 },
    )
  })

  test('comes out again from its records', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { alignment, editing, records } = edited(seed, 20, 0.3)
        const replayed = applyEdits(alignment, JSON.parse(JSON.stringify(records)))
        expect(replayed).toEqual(editing.pair)
        const text = [...writeNative(replayed)].join('')
        expect(text).toBe([...writeNative(editing.pair)].join(''))
        expect(readNative(text, 'made.json')).toEqual(replayed)
      }),
      { numRuns: 50 },
    )
  })
})

test('beads that an edit does not concern stay the same objects, and come back', () => {
  const draw = randomFrom(3)
  const alignment = randomAlignment(draw, 40)
  for (let k = 0; k < 200; k++) {
    const edit = randomEdit(draw, alignment)
    if (edit.edit === 'cut') continue
    misfits(() => {
      const after = takeRecord(createEditing(alignment), edit)
      const back = takeRecord(after, { edit: 'undo', ...ann })
      expect(back.pair.beads.every((bead: Bead, at) => bead === alignment.beads[at])).toBe(true)
      expect(after.pair.beads.filter((bead) => !alignment.beads.includes(bead)).length).toBeLessThan(14)
    })
  }
})

test('an edit of a very long text costs little more than a copy of its list of beads', () => {
  const count = 100_000
  const spans = Array.from({ length: count }, (_, k) => ({ index: k, span: { start: k, end: k + 1 }, block: 0 }))
  const side = { text: 'x'.repeat(count), segments: spans }
  const beads = spans.map(({ index }) => madeBead([index, index + 1], [index, index + 1], 'translation'))
  const timed = (run: () => void): number => {
    const start = performance.now()
    run()
    return performance.now() - start
  }
  const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0
  let editing: Editing = createEditing({ source: side, target: side, beads })
  const places = Array.from({ length: 40 }, (_, k) => 2_300 * (k + 1))
  const copies = places.map(() => timed(() => void [...editing.pair.beads].length))
  const merges = places.map((at) =>
    timed(() => {
      const ids = editing.pair.beads.slice(at, at + 2).map(({ id }) => id)
      editing = takeRecord(takeRecord(editing, { edit: 'merge', beads: ids, ...ann }), {
        edit: 'accept',
        beads: ['5-6:5-6'],
        ...ann,
      })
    }),
  )
  expect(editing.pair.beads.length).toBe(count - places.length)
  expect(median(merges)).toBeLessThan(30 * median(copies))
})
