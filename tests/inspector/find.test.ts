import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bead, EditedPair } from '../../src/editing.ts'
import { findCrossing } from '../../src/inspector/client/find/crossing.ts'
import { type Counts, countChoices, isOpen, openFilter } from '../../src/inspector/client/find/filter.ts'
import { createOffsetFold, foldQuery, foldText } from '../../src/inspector/client/find/fold.ts'
import { createSearch, findMatches } from '../../src/inspector/client/find/search.ts'
import { isTwoSided, shapeOf } from '../../src/inspector/client/find/shape.ts'
import { findShown } from '../../src/inspector/client/find/shown.ts'
import type { Filter } from '../../src/inspector/client/store/types.ts'
import { finish } from '../../src/inspector/client/work.ts'
import type { CheckKind } from '../../src/inspector/protocol.ts'
import { beadsArbitrary, linePair, orderedBeadsArbitrary, placedBead, segmentsOf } from './made-beads.ts'

const filterArbitrary: fc.Arbitrary<Filter> = fc.record({
  text: fc.constant(''),
  relations: fc.option(
    fc.uniqueArray(fc.constantFrom('translation', 'partial', 'related', 'unaligned')).map((names) => new Set(names)),
    { nil: undefined },
  ),
  confidence: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  decisions: fc.option(
    fc.uniqueArray(fc.constantFrom('proposed', 'accepted', 'rejected', 'edited')).map((names) => new Set(names)),
    { nil: undefined },
  ),
  shape: fc.constantFrom('any', '1:1', 'n:m', 'one-sided', 'crossing'),
  hasEntity: fc.boolean(),
  failedCheck: fc.boolean(),
  hasComment: fc.boolean(),
})

const failedOf = (beads: readonly Bead[]): ReadonlyMap<string, readonly CheckKind[]> =>
  new Map(beads.filter((_, place) => place % 3 === 0).map(({ id }) => [id, ['number']]))

const namedOf = (beads: readonly Bead[]): ReadonlySet<string> =>
  new Set(beads.filter(({ evidence }) => evidence.length > 0).map(({ id }) => id))

function find(
  pair: EditedPair,
  failed: ReadonlyMap<string, readonly CheckKind[]>,
  filter: Filter,
): { readonly shown: readonly number[]; readonly counts: Counts } {
  const { beads } = pair
  const hits = createSearch().find(pair, filter.text)
  const filtered = { filter, hits, crossing: findCrossing(beads).marks, failed, named: namedOf(beads) }
  return { shown: findShown(beads, filtered), counts: finish(countChoices(beads, filtered)) }
}

const pairOf = (beads: readonly Bead[]) =>
  linePair(
    Array.from({ length: segmentsOf(beads, 'source') }, (_, i) => `line ${i}`),
    Array.from({ length: segmentsOf(beads, 'target') }, (_, i) => `regel ${i}`),
    beads,
  )

/** The filter as its words say it, one bead at a time. */
function passesSlowly(bead: Bead, filter: Filter, isCrossing: boolean, isFailed: boolean): boolean {
  const ofShape = filter.shape === 'any' || (filter.shape === 'crossing' ? isCrossing : filter.shape === shapeOf(bead))
  return (
    ofShape &&
    (filter.relations?.has(bead.relation) ?? true) &&
    (filter.decisions?.has(bead.decision.state) ?? true) &&
    bead.confidence >= filter.confidence[0] &&
    bead.confidence <= filter.confidence[1] &&
    (!filter.hasEntity || bead.evidence.some(({ kind }) => kind === 'date')) &&
    (!filter.failedCheck || isFailed) &&
    (!filter.hasComment || bead.comment !== undefined)
  )
}

describe('filter', () => {
  test('shows the beads that pass every part', () => {
    fc.assert(
      fc.property(beadsArbitrary, filterArbitrary, (beads, filter) => {
        const failed = failedOf(beads)
        const crossing = findCrossing(beads).marks
        const slow = beads.flatMap((bead, place) =>
          passesSlowly(bead, filter, crossing[place] === 1, failed.has(bead.id)) ? [place] : [],
        )
        expect(find(pairOf(beads), failed, filter).shown).toEqual(slow)
      }),
    )
  })
  test('a choice shows as many beads as it is counted with', () => {
    fc.assert(
      fc.property(beadsArbitrary, filterArbitrary, (beads, filter) => {
        const failed = failedOf(beads)
        const shown = (part: Partial<Filter>): number =>
          find(pairOf(beads), failed, { ...filter, ...part }).shown.length
        const { counts } = find(pairOf(beads), failed, filter)
        for (const relation of ['translation', 'partial', 'related', 'unaligned'] as const)
          expect(shown({ relations: new Set([relation]) })).toBe(counts.relations[relation])
        for (const state of ['proposed', 'accepted', 'rejected', 'edited'] as const)
          expect(shown({ decisions: new Set([state]) })).toBe(counts.decisions[state])
        for (const shape of ['any', '1:1', 'n:m', 'one-sided', 'crossing'] as const)
          expect(shown({ shape })).toBe(counts.shapes[shape])
        expect(shown({ hasEntity: true })).toBe(counts.hasEntity)
        expect(shown({ failedCheck: true })).toBe(counts.failedCheck)
        expect(shown({ hasComment: true })).toBe(counts.hasComment)
      }),
    )
  })
  test('the open filter keeps nothing back', () => {
    expect(isOpen(openFilter)).toBe(true)
    expect(isOpen({ ...openFilter, text: ' x ' })).toBe(false)
    fc.assert(
      fc.property(beadsArbitrary, (beads) => {
        const { shown, counts } = find(pairOf(beads), new Map(), openFilter)
        expect(shown).toEqual([...beads.keys()])
        expect(counts.confidence.reduce((sum, count) => sum + count, 0)).toBe(beads.filter(isTwoSided).length)
      }),
    )
  })
})

describe('crossing', () => {
  test('no bead crosses in texts of one order', () => {
    fc.assert(
      fc.property(orderedBeadsArbitrary, (beads) => {
        expect(findCrossing(beads).marks.includes(1)).toBe(false)
      }),
    )
  })
  test('those that do not cross ascend, and none of the others fits among them', () => {
    fc.assert(
      fc.property(beadsArbitrary, (beads) => {
        const crossing = findCrossing(beads).marks
        const line = beads.filter(
          (bead, place) => isTwoSided(bead) && bead.decision.state !== 'rejected' && crossing[place] === 0,
        )
        const ascends = (some: readonly Bead[]): boolean =>
          some.every((bead, i) => i === 0 || (some[i - 1]?.target.from ?? 0) < bead.target.from)
        expect(ascends(line)).toBe(true)
        for (const [place, bead] of beads.entries()) {
          if (crossing[place] !== 1) continue
          const more = [...line, bead].sort((a, b) => a.source.from - b.source.from)
          expect(ascends(more)).toBe(false)
        }
      }),
    )
  })
  test('of a passage that stands elsewhere only its own beads cross', () => {
    const targets = [5, 0, 1, 2, 3, 4, 6]
    const beads = targets.map((target, source) => placedBead([source, 1], [target, 1]))
    expect([...findCrossing(beads).marks]).toEqual([1, 0, 0, 0, 0, 0, 0])
  })
})

describe('search', () => {
  const beads = [placedBead([0, 1], [0, 1]), placedBead([1, 2], [1, 1]), placedBead([3, 1], [2, 1])]
  const pair = linePair(
    ['De Overeenkomst van 2021', 'Eén café', 'aan zee', 'Jules Verne schreef het'],
    ['协议于二零二一年签署', '海边的咖啡馆', '儒勒·凡尔纳 写了它'],
    beads,
  )
  const search = (text: string): readonly number[] => find(pair, new Map(), { ...openFilter, text }).shown

  test.each([
    ['overeenkomst', [0]],
    ['EEN CAFE', [1]],
    ['２０２１', [0]],
    ['咖啡', [1]],
    ['凡尔纳写了', [2]],
    ['cafe aan', [1]],
    ['zee jules', []],
    ['  het ', [2]],
    ['e', [0, 1, 2]],
    ['geen van beide', []],
  ])('%s', (text, places) => {
    expect(search(text)).toEqual(places)
  })
  test('what a person wrote is searched in place of the document', () => {
    const edited = beads.map((bead, place) => (place === 0 ? { ...bead, text: { source: 'Het Verdrag' } } : bead))
    const search = (text: string): readonly number[] =>
      find({ ...pair, beads: edited }, new Map(), { ...openFilter, text }).shown
    expect(search('verdrag')).toEqual([0])
    expect(search('overeenkomst')).toEqual([])
  })
  test('finds each bead by any piece of its own text', () => {
    const lineArbitrary = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => `q${text}z`)
    fc.assert(
      fc.property(fc.array(lineArbitrary, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (lines, which, cut) => {
        const place = which % lines.length
        const line = lines[place] ?? ''
        const ownBeads = lines.map((_, i) => placedBead([i, 1], [0, 0]))
        // A piece from a border of characters on, so that no mark is torn from its letter.
        const characters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)]
        const piece = line.slice(characters[cut % characters.length]?.index ?? 0)
        const found = find(linePair(lines, [], ownBeads), new Map(), {
          ...openFilter,
          text: piece,
        }).shown
        if (foldQuery(piece) !== '') expect(found).toContain(place)
      }),
    )
  })
  test('matches stand where the text holds them', () => {
    const text = 'Cafe\u0301 en CAFÉ, caf\u00ade'
    expect(findMatches(text, 'café').map(([start, end]) => text.slice(start, end))).toEqual([
      'Cafe\u0301',
      'CAFÉ',
      'caf\u00ade',
    ])
    expect(findMatches('海边\n的咖啡馆', '边的')).toEqual([[1, 4]])
    expect(findMatches('abc', ' ')).toEqual([])
  })
  test('offsets run as units were left out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (text) => {
        const folded = foldText(text)
        const toFolded = createOffsetFold(folded)
        expect(toFolded(0)).toBe(0)
        expect(toFolded(text.length)).toBe(folded.text.length)
        const forward = [...text].map((_, i) => toFolded(i))
        const backward = [...text].map((_, i) => toFolded([...text].length - 1 - i)).reverse()
        expect(backward).toEqual(forward)
        const steps = forward.slice(1).map((offset, i) => offset - (forward[i] ?? 0))
        expect(steps.every((step) => step === 0 || step === 1)).toBe(true)
      }),
    )
  })
})

describe('speed', () => {
  const beads = Array.from({ length: 100_000 }, (_, i) => placedBead([i, 1], [i, 1], { confidence: (i % 997) / 997 }))
  const filter: Filter = { ...openFilter, confidence: [0.2, 0.6] }
  const filtered = {
    filter,
    hits: undefined,
    crossing: findCrossing(beads).marks,
    failed: new Map(),
    named: new Set<string>(),
  }

  test('a filter over 100,000 beads takes milliseconds', () => {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now()
      findShown(beads, filtered)
      return performance.now() - start
    })
    // Some fifty times what it takes, for machines that are busy with other things.
    expect(Math.min(...times)).toBeLessThan(200)
  })
  test('counting pauses often enough to let a key through', () => {
    const work = countChoices(beads, filtered)
    let pieces = 1
    while (work.next().done !== true) pieces++
    expect(pieces).toBeGreaterThanOrEqual(20)
  })
})
