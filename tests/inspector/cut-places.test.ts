import { describe, expect, test } from 'vitest'
import { createEditing, type EditRecord, takeRecord } from '../../src/editing.ts'
import { cutPlaces, draftSplit, naturalPlace, nextPlace } from '../../src/inspector/client/dialogs/cut-places.ts'
import { placedBead } from './made-beads.ts'

const source = 'Het regent hard, maar wij gaan. De zon komt later.'
const target = '雨很大，但我们去。太阳晚些出来。'
const side = (text: string, ends: readonly number[]) => ({
  text,
  segments: ends.map((end, index) => ({ index, span: { start: ends[index - 1] ?? 0, end }, block: 0 })),
})
const pair = {
  source: side(source, [source.length]),
  target: side(target, [9, target.length]),
  beads: [placedBead([0, 1], [0, 2])],
}
const [bead] = pair.beads
const places = cutPlaces(pair.source, 0, 1, 'nl')

describe('places to divide a side at', () => {
  test('are ends, places behind punctuation and between words', () => {
    const texts = places.map(({ offset, rank }) => `${rank} ${source.slice(offset, offset + 4)}`)
    expect(texts[0]).toBe('segment Het ')
    expect(texts).toContain('sign maar')
    expect(texts).toContain('sign De z')
    expect(texts).toContain('word hard')
    expect(texts.at(-1)).toBe('segment ')
  })

  test.each([
    ['nl', 'Zij noemden de ‘Gezamenlijke verklaring’ een stap.', ['‘Gez', 'een ']],
    ['nl', 'Een visie-verklaring van 24 uur.', []],
    ['nl', 'Hij zei (zacht): ja.', ['(zac', 'ja.']],
    ['zh', '落实2015年发表的《联合声明》，把互信转化。', ['《联合声', '把互信转']],
  ])('lie before what a sign opens, not behind it, nor at a hyphen: %s %s', (language, text, expected) => {
    const signs = cutPlaces(side(text, [text.length]), 0, 1, language).filter(({ rank }) => rank === 'sign')
    expect(signs.map(({ offset }) => text.slice(offset, offset + 4))).toEqual(expected)
  })

  // One that looks back to the beginning at each place would not end within the time of a test.
  test('of a segment without end are found at once', () => {
    const text = '这是一个很长的句子，没有尽头'.repeat(1500)
    const long = cutPlaces(side(text, [text.length]), 0, 1, 'zh')
    expect(long.filter(({ rank }) => rank === 'sign')).toHaveLength(1500)
  })

  test('the most natural one is a boundary of segments, else one behind punctuation', () => {
    expect(naturalPlace(cutPlaces(pair.target, 0, 2, 'zh'), 0.1)).toBe(9)
    expect(source.slice(naturalPlace(places, 0.6))).toBe('De zon komt later.')
    expect(source.slice(naturalPlace(places, 0.2))).toBe('maar wij gaan. De zon komt later.')
  })

  test('keys walk by words or by signs, and stop at the ends', () => {
    const sign = source.indexOf('maar')
    expect(nextPlace(places, sign, 1, 'word')).toBe(source.indexOf('wij'))
    expect(nextPlace(places, sign, 1, 'sign')).toBe(source.indexOf('De zon'))
    expect(nextPlace(places, sign, -1, 'sign')).toBe(0)
    expect(nextPlace(places, source.length, 1, 'word')).toBe(source.length)
  })
})

describe('a division', () => {
  const replay = (offsets: { readonly source: number; readonly target: number }, isSplit = true) => {
    if (!bead) throw new Error('no bead')
    const drafts = draftSplit(bead, pair.source, pair.target, offsets, isSplit)
    const records = drafts.map((draft) => ({ ...draft, by: 'r', at: '2026-01-02T03:04:05Z' }) as EditRecord)
    return records.reduce(takeRecord, createEditing(pair)).pair
  }

  test('inside a segment cuts it first', () => {
    const after = replay({ source: source.indexOf('De zon'), target: 9 })
    expect(after.beads.map(({ id }) => id)).toEqual(['0-1:0-1', '1-2:1-2'])
    expect(after.source.segments.map(({ span }) => source.slice(span.start, span.end).trim())).toEqual([
      'Het regent hard, maar wij gaan.',
      'De zon komt later.',
    ])
  })

  test('inside both sides cuts both', () => {
    const after = replay({ source: source.indexOf('maar'), target: target.indexOf('但') })
    expect(after.beads.map(({ id }) => id)).toEqual(['0-1:0-1', '1-2:1-3'])
  })

  test('can be a cut alone', () => {
    const after = replay({ source: source.indexOf('De zon'), target: 9 }, false)
    expect(after.beads.map(({ id }) => id)).toEqual(['0-2:0-2'])
  })

  test('at an end of a side leaves that side whole', () => {
    const after = replay({ source: source.indexOf('De zon'), target: target.length })
    expect(after.beads.map(({ id }) => id)).toEqual(['0-1:0-2', '1-2:2-2'])
  })
})
