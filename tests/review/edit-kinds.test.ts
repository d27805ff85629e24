import { describe, expect, test } from 'vitest'
import type { Alignment, Bead, Evidence } from '../../src/core/types.ts'
import { applyEdits, createEditing, takeRecord } from '../../src/review/edits/editing.ts'
import type { Edit, Editing } from '../../src/review/edits/types.ts'
import { madeAlignment, madeBead, madeDocument } from '../made-alignment.ts'
import { ann } from './made-edits.ts'

/** What of an edit differs from one to the next. */
type Draft = Edit extends infer Each ? (Each extends Edit ? Omit<Each, 'by' | 'at'> : never) : never

const document = (name: string, count: number) =>
  madeDocument(
    name,
    'und',
    Array.from({ length: count }, (_, k) => `${name} ${k}`),
  )

/** An alignment with these beads, named by their ids. */
function alignmentOf(ids: string): Alignment {
  const beads = ids.split(' ').map((id) => {
    const [a = 0, b = 0, c = 0, d = 0] = id.split(/[-:]/u).map(Number)
    return madeBead([a, b], [c, d], a === b || c === d ? 'unaligned' : 'translation')
  })
  const count = (side: 'source' | 'target'): number => Math.max(...beads.map((bead) => bead[side].to))
  return madeAlignment(document('s', count('source')), document('t', count('target')), beads)
}

const editedBy = (alignment: Alignment, ...drafts: readonly Draft[]): Alignment =>
  applyEdits(
    alignment,
    drafts.map((draft) => ({ ...draft, ...ann })),
  )

/** Ids of beads in their order; those that a person made end in `*`. */
const idsOf = ({ beads }: Alignment): string =>
  beads.map(({ id, decision }) => (decision.state === 'edited' ? `${id}*` : id)).join(' ')

const find = ({ beads }: Alignment, id: string): Bead | undefined => beads.find((bead) => bead.id === id)

const one = (k: number) => ({ from: k, to: k + 1 })
const link = (source: number, target: number): Draft => ({ edit: 'link', source: one(source), target: one(target) })

const row = '0-1:0-1 1-2:1-2 2-3:2-3 3-4:3-4 4-5:4-5'
const block = '0-1:0-1 1-5:1-5 5-6:5-6'
const gap = '0-1:0-1 1-1:1-2 1-2:2-3 2-3:3-4'
const gapBehind = '0-1:0-1 1-2:1-2 2-2:2-4 2-3:4-5'

describe('edits that group segments anew', () => {
  test.each<readonly [string, string, readonly Draft[], string]>([
    ['merge', row, [{ edit: 'merge', beads: ['2-3:2-3', '1-2:1-2'] }], '0-1:0-1 1-3:1-3* 3-4:3-4 4-5:4-5'],
    ['merge of three', gap, [{ edit: 'merge', beads: ['0-1:0-1', '1-1:1-2', '1-2:2-3'] }], '0-2:0-3* 2-3:3-4'],
    [
      'merge of two that stand alone',
      '0-1:0-0 1-1:0-1',
      [{ edit: 'merge', beads: ['0-1:0-0', '1-1:0-1'] }],
      '0-1:0-1*',
    ],
    ['unlink', row, [{ edit: 'unlink', bead: '2-3:2-3' }], '0-1:0-1 1-2:1-2 2-3:2-2* 3-3:2-3* 3-4:3-4 4-5:4-5'],
    ['split', block, [{ edit: 'split', bead: '1-5:1-5', source: 3, target: 2 }], '0-1:0-1 1-3:1-2* 3-5:2-5* 5-6:5-6'],
    [
      'split, a target first',
      block,
      [{ edit: 'split', bead: '1-5:1-5', source: 1, target: 3 }],
      '0-1:0-1 1-1:1-3* 1-5:3-5* 5-6:5-6',
    ],
    [
      'split, a target last',
      block,
      [{ edit: 'split', bead: '1-5:1-5', source: 5, target: 3 }],
      '0-1:0-1 1-5:1-3* 5-5:3-5* 5-6:5-6',
    ],
    [
      'split, a source first',
      block,
      [{ edit: 'split', bead: '1-5:1-5', source: 3, target: 1 }],
      '0-1:0-1 1-3:1-1* 3-5:1-5* 5-6:5-6',
    ],
    [
      'move of a target',
      row,
      [{ edit: 'move', side: 'target', segment: 2, to: '1-2:1-2' }],
      '0-1:0-1 1-2:1-3* 2-3:3-3* 3-4:3-4 4-5:4-5',
    ],
    [
      'move of a source',
      row,
      [{ edit: 'move', side: 'source', segment: 2, to: '3-4:3-4' }],
      '0-1:0-1 1-2:1-2 2-2:2-3* 2-4:3-4* 4-5:4-5',
    ],
    [
      'move of one that stood alone',
      gap,
      [{ edit: 'move', side: 'target', segment: 1, to: '1-2:2-3' }],
      '0-1:0-1 1-2:1-3* 2-3:3-4',
    ],
    [
      'move to a bead without that side',
      gap,
      [{ edit: 'move', side: 'source', segment: 0, to: '1-1:1-2' }],
      '0-0:0-1* 0-1:1-2* 1-2:2-3 2-3:3-4',
    ],
    ['link across the order', row, [link(1, 3)], '0-1:0-1 1-2:3-4* 2-2:1-2* 2-3:2-3 3-4:4-4* 4-5:4-5'],
    ['links that cross', row, [link(1, 2), link(2, 1)], '0-1:0-1 1-2:2-3* 2-3:1-2* 3-4:3-4 4-5:4-5'],
    [
      'link out of the middle: the first of equals keeps the other side',
      '0-3:0-1 3-4:1-2',
      [link(1, 1)],
      '0-1:0-1* 1-2:1-2* 2-3:1-1* 3-4:2-2*',
    ],
    [
      'link out of the middle: the longer part keeps it',
      block,
      [link(2, 5)],
      '0-1:0-1 1-2:1-1* 2-3:5-6* 3-5:1-5* 5-6:6-6*',
    ],
    ['link of an end', block, [link(4, 5)], '0-1:0-1 1-4:1-5* 4-5:5-6* 5-6:6-6*'],
    [
      'link inside a bead: what is before and behind stays together',
      block,
      [link(2, 3)],
      '0-1:0-1 1-2:1-3* 2-3:3-4* 3-5:4-5* 5-6:5-6',
    ],
    [
      'link over one that stood alone inside',
      gap,
      [{ edit: 'link', source: { from: 0, to: 2 }, target: one(0) }],
      '0-2:0-1* 2-2:1-2 2-2:2-3* 2-3:3-4',
    ],
    [
      'link far away: what is left goes where its text is',
      gapBehind,
      [link(0, 4)],
      '0-1:4-5* 1-1:0-1* 1-2:1-2 2-2:2-4 2-3:5-5*',
    ],
    ['cut', gap, [{ edit: 'cut', side: 'target', segment: 0, offset: 1 }], '0-1:0-2 1-1:2-3 1-2:3-4 2-3:4-5'],
  ])('%s', (_, beads, drafts, expected) => {
    expect(idsOf(editedBy(alignmentOf(beads), ...drafts))).toBe(expected)
  })

  test.each<readonly [string, string, Draft, string]>([
    [
      'a merge of strangers',
      row,
      { edit: 'merge', beads: ['0-1:0-1', '2-3:2-3'] },
      'source segments 1 and 3 do not follow each other',
    ],
    [
      'a merge over one that stands alone',
      gap,
      { edit: 'merge', beads: ['0-1:0-1', '1-2:2-3'] },
      'target segments 1 and 3 do not follow',
    ],
    ['a merge of one', row, { edit: 'merge', beads: ['0-1:0-1', '0-1:0-1'] }, 'two beads'],
    ['a split outside', row, { edit: 'split', bead: '1-2:1-2', source: 3, target: 1 }, 'cannot be split at 3'],
    [
      'a split into all and nothing',
      block,
      { edit: 'split', bead: '1-5:1-5', source: 1, target: 1 },
      'one part is empty',
    ],
    ['a move from afar', row, { edit: 'move', side: 'target', segment: 4, to: '1-2:1-2' }, 'does not border'],
    [
      'a move to where it is',
      row,
      { edit: 'move', side: 'target', segment: 1, to: '1-2:1-2' },
      'in the bead 1-2:1-2 already',
    ],
    ['a move of nothing', row, { edit: 'move', side: 'target', segment: 9, to: '1-2:1-2' }, 'has no segment 10'],
    ['a link of nothing', row, { edit: 'link', source: { from: 1, to: 1 }, target: one(1) }, 'links no source segment'],
    ['an unlink of what stands alone', gap, { edit: 'unlink', bead: '1-1:1-2' }, 'one side only'],
    ['a cut at the edge', row, { edit: 'cut', side: 'source', segment: 0, offset: 0 }, 'not inside'],
    ['a cut at white space alone', row, { edit: 'cut', side: 'source', segment: 0, offset: 9 }, 'not inside'],
    ['a decision on nothing', row, { edit: 'accept', beads: [] }, 'names no bead'],
    [
      'a decision on many and one that is not there',
      row,
      { edit: 'accept', beads: Array.from({ length: 20 }, (_, k) => `${k}-${k + 1}:${k}-${k + 1}`) },
      'no bead 5-6:5-6',
    ],
    ['an empty text', row, { edit: 'retext', bead: '1-2:1-2', side: 'target', text: ' ' }, 'is empty'],
    ['a text for no side', gap, { edit: 'retext', bead: '1-1:1-2', side: 'source', text: 'x' }, 'has no source'],
  ])('%s misfits', (_, beads, draft, message) => {
    expect(() => editedBy(alignmentOf(beads), draft)).toThrow(message)
  })
})

describe('what a person made', () => {
  test('is certain, and partial only when that is the worst of what it is made of', () => {
    const relations = ['partial', 'translation', 'related', 'partial', 'unaligned'] as const
    const alignment = alignmentOf(row)
    const mixed = {
      ...alignment,
      beads: alignment.beads.map((bead, k) => ({ ...bead, relation: relations[k] ?? bead.relation })),
    }
    const merged = editedBy(
      mixed,
      { edit: 'merge', beads: ['0-1:0-1', '1-2:1-2'] },
      { edit: 'merge', beads: ['2-3:2-3', '3-4:3-4'] },
    )
    expect(find(merged, '0-2:0-2')).toMatchObject({
      relation: 'partial',
      confidence: 1,
      decision: { state: 'edited', ...ann },
    })
    expect(find(merged, '2-4:2-4')).toMatchObject({ relation: 'translation', confidence: 1 })
    expect(find(editedBy(merged, { edit: 'unlink', bead: '2-4:2-4' }), '2-4:2-2')).toMatchObject({
      relation: 'unaligned',
      confidence: 0,
    })
  })

  test('keeps the evidence that names places inside it', () => {
    const alignment = alignmentOf('0-2:0-2 2-3:2-3')
    const place = (k: number, name: 's' | 't') => ({
      start: alignment[name === 's' ? 'source' : 'target'].segments[k]?.span.start ?? 0,
      end: alignment[name === 's' ? 'source' : 'target'].segments[k]?.span.end ?? 0,
    })
    const evidence: readonly Evidence[] = [
      {
        scorer: 'entity',
        score: 2,
        note: 'both',
        links: [0, 1].map((k) => ({ source: place(k, 's'), target: place(k, 't') })),
      },
      { scorer: 'length', score: 1, note: 'length fits' },
      { scorer: 'entity', score: 3, note: 'across', links: [{ source: place(0, 's'), target: place(1, 't') }] },
    ]
    const made = { ...alignment, beads: alignment.beads.map((bead, k) => (k === 0 ? { ...bead, evidence } : bead)) }
    const parts = editedBy(made, { edit: 'split', bead: '0-2:0-2', source: 1, target: 1 })
    expect(find(parts, '0-1:0-1')).toMatchObject({
      score: 2,
      evidence: [{ links: [{ source: place(0, 's'), target: place(0, 't') }] }],
    })
    expect(find(parts, '1-2:1-2')).toMatchObject({ score: 2, evidence: [{ links: [{ source: place(1, 's') }] }] })
    const whole = editedBy(made, { edit: 'merge', beads: ['0-2:0-2', '2-3:2-3'] })
    expect(find(whole, '0-3:0-3')?.evidence.map(({ note }) => note)).toEqual(['both', 'across'])
  })

  test('a text that somebody wrote goes along, and is never divided', () => {
    const written = editedBy(
      alignmentOf(block),
      { edit: 'retext', bead: '0-1:0-1', side: 'target', text: 'mine' },
      { edit: 'retext', bead: '1-5:1-5', side: 'source', text: '我的' },
    )
    const merged = editedBy(written, { edit: 'merge', beads: ['0-1:0-1', '1-5:1-5'] })
    expect(find(merged, '0-5:0-5')?.text).toEqual({ source: 's 0我的', target: 'mine t 1 t 2 t 3 t 4' })
    expect(find(editedBy(written, { edit: 'unlink', bead: '0-1:0-1' }), '1-1:0-1')?.text).toEqual({ target: 'mine' })
    expect(() => editedBy(written, { edit: 'split', bead: '1-5:1-5', source: 3, target: 3 })).toThrow(
      'cannot be divided',
    )
    expect(idsOf(editedBy(written, { edit: 'split', bead: '1-5:1-5', source: 5, target: 3 }))).toContain('1-5:1-3*')
    expect(find(editedBy(written, { edit: 'retext', bead: '0-1:0-1', side: 'target' }), '0-1:0-1')).not.toHaveProperty(
      'text',
    )
  })

  test('comments go along: of a bead that is split to its first part, of those that are merged one after another', () => {
    const noted = editedBy(
      alignmentOf(block),
      { edit: 'comment', bead: '0-1:0-1', note: 'one' },
      { edit: 'comment', bead: '1-5:1-5', note: 'two' },
    )
    expect(find(noted, '1-5:1-5')).toMatchObject({ comment: 'two', decision: { state: 'proposed' } })
    const parts = editedBy(noted, { edit: 'split', bead: '1-5:1-5', source: 3, target: 3 })
    expect(parts.beads.map(({ comment }) => comment)).toEqual(['one', undefined, 'two', undefined])
    const merged = editedBy(noted, { edit: 'merge', beads: ['0-1:0-1', '1-5:1-5'] })
    expect(merged.beads[0]?.comment).toBe('one\ntwo')
    expect(editedBy(noted, { edit: 'comment', bead: '0-1:0-1', note: '' }).beads[0]).not.toHaveProperty('comment')
  })
})

test('a cut shares what is known of its segment', () => {
  const alignment = madeAlignment(madeDocument('a', 'und', ['On 3 May we met']), madeDocument('b', 'und', ['x']), [
    madeBead([0, 1], [0, 1], 'translation'),
  ])
  const entity = (start: number, end: number) => ({ kind: 'date' as const, span: { start, end }, by: 'made' })
  const known = {
    ...alignment,
    source: { ...alignment.source, analyses: [{ entities: [entity(0, 2), entity(3, 8), entity(12, 15)], length: 28 }] },
  }
  const cut = editedBy(known, { edit: 'cut', side: 'source', segment: 0, offset: 5 })
  expect(cut.source.segments.map(({ span, index }) => [index, span.start, span.end])).toEqual([
    [0, 0, 4],
    [1, 5, 15],
  ])
  expect(cut.source.analyses).toEqual([
    { entities: [entity(0, 2)], length: 8 },
    { entities: [entity(12, 15)], length: 20 },
  ])
  expect(cut.source.id).toBe('a')
})

test('a new edit ends what could be done again', () => {
  const start: Editing<Alignment> = createEditing(alignmentOf(row))
  const undone = takeRecord(takeRecord(start, { edit: 'pin', bead: '0-1:0-1', ...ann }), { edit: 'undo', ...ann })
  expect(undone.undone?.height).toBe(1)
  const other = takeRecord(undone, { edit: 'reject', beads: ['0-1:0-1'], ...ann })
  expect(other.undone).toBeUndefined()
  expect(() => takeRecord(other, { edit: 'redo', ...ann })).toThrow('nothing to do again')
  expect(() => takeRecord(start, { edit: 'undo', ...ann })).toThrow('nothing to take back')
})

test('ids that do not say what a bead holds are made anew', () => {
  const alignment = alignmentOf('0-1:0-1 1-2:1-2')
  const odd = { ...alignment, beads: alignment.beads.map((bead, k) => ({ ...bead, id: `b${k}` })) }
  expect(idsOf(editedBy(odd, { edit: 'merge', beads: ['0-1:0-1', '1-2:1-2'] }))).toBe('0-2:0-2*')
  expect(createEditing(alignment).pair).toBe(alignment)
})
