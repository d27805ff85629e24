import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AlignChoice, alignKeeping } from '../../src/align/align.ts'
import { type OpenAlignment, openPair, reopenPair } from '../../src/align/open.ts'
import { createRealignable, realignAround } from '../../src/align/realign.ts'
import { scorers } from '../../src/align/scorers/index.ts'
import { boundsOf } from '../../src/align/search/bounds.ts'
import { searchStretch } from '../../src/align/search/local.ts'
import { scoreInText } from '../../src/align/search/seams.ts'
import { isPinnedBead } from '../../src/core/pins.ts'
import type { Alignment, AlignmentMode, Bead, LinkedPair, Pin, SegmentRange } from '../../src/core/types.ts'
import { randomFrom } from '../random.ts'
import { pairOf } from './made.ts'

type Text = readonly (readonly string[])[]

const quiet = { report: () => undefined }
const choiceOf = (mode: 'auto' | AlignmentMode): AlignChoice => ({ mode, scorers, signature: (m) => `mode:${m}` })

const pin = (source: readonly [number, number], target: readonly [number, number]): Pin => ({
  source: { from: source[0], to: source[1] },
  target: { from: target[0], to: target[1] },
})
const indexes = ({ from, to }: SegmentRange): readonly number[] => Array.from({ length: to - from }, (_, k) => from + k)
const idsOf = ({ beads }: Alignment): readonly string[] => beads.map((bead) => bead.id)

/** Sentences of a few words each; the words of different sentences are hardly ever the same. */
const sentencesOf = (count: number, random: () => number): Text =>
  Array.from({ length: count }, () =>
    Array.from({ length: 3 + Math.floor(6 * random()) }, () => `w${Math.floor(random() * 900)}`),
  )
const halves = (words: readonly string[]): Text => [words.slice(0, words.length >> 1), words.slice(words.length >> 1)]

/** A text and its translation, with sentences left out and cut in two. */
function translationOf(count: number, random: () => number): LinkedPair {
  const whole = sentencesOf(count, random)
  const changed = (): Text =>
    whole.filter(() => random() > 0.08).flatMap((words) => (random() > 0.15 ? [words] : halves(words)))
  return pairOf(changed(), changed())
}

function expectCover({ source, target, beads }: Alignment): void {
  for (const [side, count] of [
    ['source', source.segments.length],
    ['target', target.segments.length],
  ] as const) {
    const all = beads.flatMap((bead) => indexes(bead[side]))
    expect([...all].sort((a, b) => a - b)).toEqual(indexes({ from: 0, to: count }))
  }
  expect(new Set(beads.map((bead) => bead.id)).size).toBe(beads.length)
}

/** One pin near the way that was found: beside it, or where it is. */
function pinNear({ beads, source, target }: Alignment, random: () => number): Pin {
  const bead = beads[Math.floor(random() * beads.length)]
  const shift = Math.floor(5 * random()) - 2
  const range = (from: number, count: number): SegmentRange => {
    const start = Math.max(0, Math.min(from, count - 1))
    return { from: start, to: Math.min(count, start + 1 + Math.floor(2 * random())) }
  }
  const s = range(bead?.source.from ?? 0, source.segments.length)
  if (random() < 0.15) return { source: s, target: { from: 0, to: 0 } }
  return { source: s, target: range((bead?.target.from ?? 0) + shift, target.segments.length) }
}

describe('realigning', () => {
  test('finds the beads of a search of the whole texts with the same pins and words', () => {
    let [same, all] = [0, 0]
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 40, max: 70 }), (seed, count) => {
        const random = randomFrom(seed)
        const { alignment, search } = alignKeeping(translationOf(count, random), choiceOf('parallel'), quiet)
        if (search === undefined) return
        const { pair, prepared, shapes } = search
        const known = createRealignable(search, alignment.beads, [])
        const pins = [pinNear(alignment, random)]
        const local = realignAround(known, pins)
        expectCover({ ...alignment, beads: local.beads })
        expect(local.beads.filter(isPinnedBead).length).toBe(1)
        const bounds = boundsOf(pair, pins, known.steps, [])
        const score = scoreInText(pair, prepared, shapes, bounds)
        const end = { source: pair.source.segments.length, target: pair.target.segments.length }
        const whole = searchStretch({ prepared, shapes, bounds, score }, { source: 0, target: 0 }, end, [])
        const ids = new Set(whole.map(({ i, j, shape }) => `${i}-${i + shape.source}:${j}-${j + shape.target}`))
        same += local.beads.filter((bead) => ids.has(bead.id)).length
        all += local.beads.length
      }),
      { numRuns: 15 },
    )
    expect(same / all).toBeGreaterThan(0.998)
  })

  test('keeps the beads far from a pin as they are, and itself as it was', () => {
    const first = openPair(translationOf(200, randomFrom(4)), choiceOf('parallel'), quiet)
    const before = idsOf(first.alignment)
    const bead = first.alignment.beads[100]
    const second = first.realign([
      {
        source: bead?.source ?? { from: 0, to: 1 },
        target: { from: (bead?.target.from ?? 0) + 1, to: (bead?.target.from ?? 0) + 2 },
      },
    ])
    const old = new Set(first.alignment.beads)
    const fresh = second.alignment.beads.filter((each) => !old.has(each))
    expect(fresh.length).toBeGreaterThan(0)
    expect(fresh.length).toBeLessThan(12)
    for (const each of fresh) expect(Math.abs(each.source.from - (bead?.source.from ?? 0))).toBeLessThan(10)
    expect(idsOf(first.alignment)).toEqual(before)
    expectCover(second.alignment)
  })

  test('keeps earlier pins, until a later one takes their segments', () => {
    const text = sentencesOf(80, randomFrom(5))
    const first = openPair(pairOf(text, text), choiceOf('parallel'), quiet).realign([pin([20, 21], [22, 23])])
    const second = first.realign([pin([50, 51], [49, 50])])
    expect(idsOf(second.alignment)).toEqual(expect.arrayContaining(['20-21:22-23', '50-51:49-50']))
    const third = second.realign([pin([20, 21], [20, 21])])
    expect(idsOf(third.alignment)).toContain('50-51:49-50')
    expect(third.alignment.beads.filter((bead) => bead.source.from < 45).every(isStraight)).toBe(true)
    for (const { alignment } of [first, second, third]) expectCover(alignment)
  })

  test('takes many pins in any order, whatever they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const random = randomFrom(seed)
        let open: OpenAlignment = openPair(translationOf(45, random), choiceOf('parallel'), quiet)
        for (let round = 0; round < 6; round++) {
          const { alignment } = open
          const s = Math.floor(random() * alignment.source.segments.length)
          const t = Math.floor(random() * alignment.target.segments.length)
          const far = pin([s, s + 1], [t, t + 1])
          const one: Pin = random() < 0.5 ? pinNear(alignment, random) : far
          open = open.realign([one])
          expectCover(open.alignment)
          expect(
            open.alignment.beads.some(
              (bead) => isPinnedBead(bead) && indexes(bead.source).join() === indexes(one.source).join(),
            ),
          ).toBe(true)
        }
      }),
      { numRuns: 12 },
    )
  })

  test('a pair far across the order changes nothing else', () => {
    const text = sentencesOf(240, randomFrom(6))
    const open = openPair(pairOf(text, text), choiceOf('parallel'), quiet).realign([pin([10, 11], [200, 201])])
    const others = open.alignment.beads.filter(
      (bead) => ![10, 200].some((k) => bead.source.from === k || bead.target.from === k),
    )
    expect(others.every(isStraight)).toBe(true)
    expect(others.length).toBeGreaterThan(230)
    expectCover(open.alignment)
  })

  test('refuses pins that contradict each other', () => {
    const text = sentencesOf(30, randomFrom(7))
    const open = openPair(pairOf(text, text), choiceOf('parallel'), quiet)
    expect(() => open.realign([pin([3, 5], [3, 4]), pin([4, 6], [8, 9])])).toThrow('share source segment 5')
  })

  const isStraight = (bead: Bead): boolean => bead.source.from === bead.target.from && bead.source.to === bead.target.to
})

describe('an alignment that was made before', () => {
  const linked = translationOf(120, randomFrom(9))
  const made = openPair(linked, choiceOf('parallel'), quiet)
  const reopened = reopenPair(made.alignment, linked, choiceOf('parallel'))

  test('realigns nearly as the one that is still in memory', () => {
    const random = randomFrom(10)
    let [same, all] = [0, 0]
    for (let k = 0; k < 12; k++) {
      const one = pinNear(made.alignment, random)
      const here = new Set(idsOf(made.realign([one]).alignment))
      const there = idsOf(reopened.realign([one]).alignment)
      same += there.filter((id) => here.has(id)).length
      all += there.length
    }
    expect(same / all).toBeGreaterThan(0.99)
  })

  test('keeps what a person has decided', () => {
    const accepted = made.alignment.beads[40]
    const beads = made.alignment.beads.map((bead): Bead => (bead === accepted ? { ...bead, decision: decided } : bead))
    const open = reopenPair({ ...made.alignment, beads }, linked, choiceOf('parallel'))
    const at = accepted?.source.to ?? 0
    const to = accepted?.target.to ?? 0
    const next = open.realign([pin([at, at + 1], [to + 1, to + 2])]).alignment
    expect(next.beads.find((bead) => bead.id === accepted?.id)?.decision).toEqual(decided)
    expectCover(next)
  })
  const decided = { state: 'accepted', by: 'ann', at: '2026-01-31T10:00:00Z' } as const
})

describe('comparable texts', () => {
  test('lose only the pairs that a pin touches', () => {
    const text = sentencesOf(40, randomFrom(11))
    const pair = pairOf(text, [...text].reverse())
    const open = openPair(pair, choiceOf('comparable'), quiet)
    const next = open.realign([pin([5, 6], [10, 11]), pin([20, 22], [0, 0])])
    expectCover(next.alignment)
    expect(idsOf(next.alignment)).toContain('5-6:10-11')
    const touched = (bead: Bead): boolean => [5, 20, 21].includes(bead.source.from) || bead.target.from === 10
    const before = open.alignment.beads.filter((bead) => bead.confidence > 0 && !touched(bead))
    expect(before.length).toBeGreaterThan(20)
    for (const bead of before) expect(next.alignment.beads).toContain(bead)
  })
})
