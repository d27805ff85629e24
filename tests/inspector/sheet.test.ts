import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEditing, type EditRecord, takeRecord } from '../../src/editing.ts'
import type { Alignment, Bead, Segment } from '../../src/index.ts'
import { isPinned, openPair } from '../../src/inspector/client/store/opened-pair.ts'
import { openRecords } from '../../src/inspector/client/store/opened-records.ts'
import { firstPiece } from '../../src/inspector/server/first-piece.ts'
import { createSheetAnswers, type SentText, sheetOf } from '../../src/inspector/server/sheet.ts'
import { codeRanges, codeRuns, openRanges, openRuns } from '../../src/inspector/sheet-coding.ts'
import { madeAlignment, madeDocument } from '../made-alignment.ts'
import { beadsArbitrary, linePair, orderedBeadsArbitrary, segmentsOf } from './made-beads.ts'

const frame = { name: 'made.json', isEditable: true, by: 'tester', folder: '/' }
const act = { by: 'tester', at: '2026-01-31T10:00:00.000Z' }

/** A document whose segments stand anywhere in their order, in any blocks. */
const segmentsArbitrary = (count: number): fc.Arbitrary<readonly Segment[]> =>
  fc
    .array(fc.record({ gap: fc.nat(3), length: fc.nat(9), block: fc.nat(4) }), { minLength: count, maxLength: count })
    .map((plans) => {
      let end = 0
      return plans.map(({ gap, length, block }, index) => {
        const span = { start: end + gap, end: end + gap + length }
        end = span.end
        return { index, span, block }
      })
    })

const documentOf = (id: string, segments: readonly Segment[]): Alignment['source'] => ({
  ...madeDocument(id, 'nl', ['x'.repeat(segments.at(-1)?.span.end ?? 0)]),
  segments,
})

/** Alignments as files may hold them: beads in any order of the target, segments with and without text between them. */
const alignmentArbitrary: fc.Arbitrary<Alignment> = beadsArbitrary.chain((beads) =>
  fc
    .tuple(segmentsArbitrary(segmentsOf(beads, 'source')), segmentsArbitrary(segmentsOf(beads, 'target')))
    .map(([source, target]) => madeAlignment(documentOf('a', source), documentOf('b', target), beads.map(rounded))),
)

const rounded = (bead: Bead): Bead => ({ ...bead, confidence: Math.round(bead.confidence * 1000) / 1000 })

/** What of a bead the page shows: evidence and score stay with the server, but for whether it is pinned. */
const shown = ({ evidence, score: _, ...bead }: Bead) => ({ ...bead, isPinned: isPinned({ evidence }) })

/** A text as a page reads it. */
const read = (sent: SentText | undefined): string => new TextDecoder(sent?.charset).decode(sent?.bytes)

describe('a sheet', () => {
  test('gives back the numbers that were coded', () => {
    const number = fc.integer({ min: -5, max: 5 })
    fc.assert(
      fc.property(fc.array(number), (values) => {
        expect([...openRuns(codeRuns(values))]).toEqual(values)
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(9))), (ranges) => {
        const coded = codeRanges(ranges.map(([from, length]) => ({ from, to: from + length })))
        expect([...openRanges(coded)]).toEqual(ranges.flatMap(([from, length]) => [from, from + length]))
      }),
    )
  })

  test('opens as the pair that it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(alignmentArbitrary, fc.boolean(), async (alignment, isLong) => {
        const base = await sheetOf(alignment, frame)
        const answers = createSheetAnswers(base, isLong)
        const apart = answers.frame.apart ?? []
        const sent = JSON.parse(Buffer.concat(answers.sheet([])).toString())
        for (const side of apart) {
          expect(sent[side].text).toBe('')
          sent[side].text = read(answers.text(side))
        }
        const { source, target, beads } = openPair(sent)
        expect(apart).toEqual(isLong ? ['source', 'target'] : [])
        expect(source).toEqual({ text: alignment.source.text, segments: alignment.source.segments })
        expect(target).toEqual({ text: alignment.target.text, segments: alignment.target.segments })
        expect(beads.map(shown)).toEqual(alignment.beads.map(shown))
      }),
    )
  })

  test('sends texts as they are, or within itself where UTF-8 cannot', async () => {
    const wide = await sheetOf(
      madeAlignment(madeDocument('a', 'zh', ['中国海港']), madeDocument('b', 'nl', ['zee']), []),
      frame,
    )
    const { text } = createSheetAnswers(wide, true)
    expect([text('source')?.charset, text('target')?.charset]).toEqual(['utf-16le', 'utf-8'])
    expect([read(text('source')), read(text('target'))]).toEqual(['中国海港\n', 'zee\n'])
    const odd = { ...documentOf('a', []), text: '\ufeffhalf \ud83d a pair' }
    const marked = { ...documentOf('b', []), text: '\ufeff\ufeffmarks\0' }
    const answers = createSheetAnswers(await sheetOf(madeAlignment(odd, marked, []), frame), true)
    const sent = JSON.parse(Buffer.concat(answers.sheet([])).toString())
    expect(sent.apart).toEqual(['target'])
    expect(sent.source.text).toBe(odd.text)
    expect(answers.text('source')).toBeUndefined()
    expect(read(answers.text('target'))).toBe(marked.text)
  })
})

/** A long alignment: the beads of the arbitrary one after another. */
function longAlignment(beads: readonly Bead[]): Alignment {
  const lines = (side: 'source' | 'target') =>
    Array.from({ length: segmentsOf(beads, side) }, (_, at) => `${side} ${at}`)
  const { source, target } = linePair(lines('source'), lines('target'), beads)
  return madeAlignment(
    { ...documentOf('a', source.segments), text: source.text },
    { ...documentOf('b', target.segments), text: target.text },
    beads.map(rounded),
  )
}

/** Records that fit beads somewhere at their head; each is tried on what those before it made. */
const recordsArbitrary = fc.array(
  fc.record({
    edit: fc.constantFrom('accept', 'reject', 'comment', 'retext', 'merge', 'unlink', 'cut', 'pin', 'undo', 'redo'),
    at: fc.nat(6),
  }),
  { maxLength: 12 },
)

function recordOf({ edit, at }: { readonly edit: string; readonly at: number }, pair: Alignment): EditRecord {
  const bead = pair.beads[at]?.id ?? ''
  const next = pair.beads[at + 1]?.id ?? ''
  const start = pair.source.segments[at]?.span.start ?? 0
  const drafts: Readonly<Record<string, object>> = {
    accept: { beads: [bead] },
    reject: { beads: [bead] },
    comment: { bead, note: 'look' },
    retext: { bead, side: 'source', text: 'other' },
    merge: { beads: [bead, next] },
    unlink: { bead },
    cut: { side: 'source', segment: at, offset: start + 2 },
    pin: { bead },
  }
  return { edit, ...drafts[edit], ...act } as EditRecord
}

describe('a first piece', () => {
  test('is the beginning of what the whole sheet opens to, whatever was done before', async () => {
    const made = new Set<string>()
    await fc.assert(
      fc.asyncProperty(orderedBeadsArbitrary, recordsArbitrary, fc.nat(12), async (beads, plans, least) => {
        const alignment = longAlignment(beads)
        let editing = createEditing(alignment)
        const records: EditRecord[] = []
        for (const plan of plans) {
          try {
            const record = recordOf(plan, editing.pair)
            editing = takeRecord(editing, record)
            records.push(record)
            made.add(plan.edit)
          } catch {
            // It does not fit here.
          }
        }
        const base = await sheetOf(alignment, frame)
        const limits = { beads: least, segments: 2 + least, text: 20 + 10 * least }
        const first = firstPiece(base, editing.pair, records.length, limits)
        const begin = openRecords(first, { createEditing, takeRecord }).base
        const { base: whole } = openRecords({ ...base, records }, { createEditing, takeRecord })
        const { source, target, beads: head } = begin.pair
        expect(begin.records).toBe(whole.records)
        expect(head.map(shown)).toEqual(whole.pair.beads.slice(0, head.length).map(shown))
        expect(source.segments).toEqual(whole.pair.source.segments.slice(0, source.segments.length))
        expect(target.segments).toEqual(whole.pair.target.segments.slice(0, target.segments.length))
        expect(whole.pair.source.text.startsWith(source.text)).toBe(true)
        for (const bead of head) {
          expect(bead.source.to).toBeLessThanOrEqual(source.segments.length)
          expect(bead.target.to).toBeLessThanOrEqual(target.segments.length)
        }
        expect(first.whole).toMatchObject({
          beads: whole.pair.beads.length,
          revision: records.length,
          sourceSegments: whole.pair.source.segments.length,
          targetSegments: whole.pair.target.segments.length,
        })
      }),
      { numRuns: 120 },
    )
    expect([...made].sort()).toEqual(
      ['accept', 'comment', 'cut', 'merge', 'pin', 'redo', 'reject', 'retext', 'undo', 'unlink'].sort(),
    )
  })

  test('ends before a bead that reaches far', async () => {
    const lines = Array.from({ length: 900 }, (_, at) => `line ${at}`)
    const plain = lines.map((_, at) => [at, at + 1] as const)
    const far = plain.map((range, at) => (at === 7 ? ([899, 900] as const) : range))
    const beadsOf = (targets: typeof plain) =>
      targets.map(([from, to], at) => ({
        ...madeAlignmentBead(at),
        target: { from, to },
        id: `${at}-${at + 1}:${from}-${to}`,
      }))
    for (const [targets, count] of [
      [plain, 60],
      [far, 7],
    ] as const) {
      const alignment = madeAlignment(madeDocument('a', 'nl', lines), madeDocument('b', 'zh', lines), beadsOf(targets))
      const first = firstPiece(await sheetOf(alignment, frame), alignment, 0)
      expect(first.beads.confidence.length).toBe(count)
      expect(JSON.stringify(first).length).toBeLessThan(20_000)
    }
  })
})

const madeAlignmentBead = (at: number): Bead => ({
  id: '',
  source: { from: at, to: at + 1 },
  target: { from: at, to: at + 1 },
  score: 1,
  confidence: 1,
  relation: 'translation',
  evidence: [],
  decision: { state: 'proposed' },
})
