import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEditing, type EditedPair, takeRecord } from '../../src/editing.ts'
import { openFilter } from '../../src/inspector/client/find/filter.ts'
import { foldInPieces, foldText, stretchOf } from '../../src/inspector/client/find/fold.ts'
import { createSearch } from '../../src/inspector/client/find/search.ts'
import { findShown } from '../../src/inspector/client/find/shown.ts'
import { openPair } from '../../src/inspector/client/store/opened-pair.ts'
import { isSearching } from '../../src/inspector/client/store/page-state.ts'
import { createStore } from '../../src/inspector/client/store/store.ts'
import type { Filter, PageState, Store } from '../../src/inspector/client/store/types.ts'
import { finish } from '../../src/inspector/client/work.ts'
import { randomFrom } from '../random.ts'
import { linePair } from './made-beads.ts'
import { createMadeServer } from './made-door.ts'
import { makeSheet } from './made-sheet.ts'
import { searchPlainly } from './plain-ways.ts'

const parts = [
  'a',
  'b',
  'ab',
  'É',
  'e\u0301',
  ' ',
  '  ',
  '\t',
  '海',
  '边',
  '。',
  'Ａ',
  '\u00ad',
  'ﬁ',
  '𠮷',
  'aab',
  ' b ',
]

/** Lines of odd text; long ones, so that the texts fill several pieces. */
function oddLines(seed: number, count: number, length: number): readonly string[] {
  const random = randomFrom(seed)
  const part = (): string => parts[Math.floor(random() * parts.length)] ?? ''
  return Array.from({ length: count }, () => Array.from({ length: 1 + Math.floor(random() * length) }, part).join(''))
}

const queryArbitrary = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 4 }).map((some) => some.join(''))

describe('a text that is folded in pieces', () => {
  test('is the one that is folded as a whole, in any stretch', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (seed, a, b) => {
        const text = oddLines(seed, 40, 4000).join('\n')
        const whole = foldText(text)
        const folded = finish(foldInPieces(text))
        expect(folded.pieces.join('')).toBe(whole.text)
        expect(folded.dropped).toEqual(whole.dropped)
        const [from = 0, to = 0] = [a % whole.text.length, b % whole.text.length].sort((x, y) => x - y)
        const stretch = stretchOf(folded, from, to)
        expect(stretch.start).toBeLessThanOrEqual(from)
        expect(stretch.text.slice(from - stretch.start, to - stretch.start)).toBe(whole.text.slice(from, to))
      }),
      { numRuns: 4 },
    )
  })
})

/** A query letter by letter, taken back in between, and from its end on. */
const typedWays = (query: string): readonly string[] => [
  ...[...query].flatMap((_, at) => [query.slice(0, at + 1), query.slice(0, at)]),
  ...[...query].map((_, at) => query.slice(query.length - 1 - at)),
]

describe('a search in pieces', () => {
  test('finds what reaches from the end of a piece into the next one', () => {
    const lines = Array.from({ length: 3000 }, (_, at) => `${at % 2 === 0 ? 'x' : 'y'}${'-'.repeat(47)}${at % 3}`)
    const pair = linePair(lines, [], [])
    for (const query of ['0 y', '1 x', '-2 x-', '--0 y--'])
      expect(createSearch().find(pair, query)).toEqual(searchPlainly(pair, query))
  })
  test('finds what begins before all that was found of its end', () => {
    const pair = linePair(
      Array.from({ length: 1001 }, (_, at) => (at === 999 ? '海' : at === 1000 ? '边' : '-')),
      [],
      [],
    )
    const search = createSearch()
    for (const query of ['边', '海边']) expect(search.find(pair, query)).toEqual(searchPlainly(pair, query))
  })
  test('finds what is found in the whole texts, also where it follows another search', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(queryArbitrary, { minLength: 1, maxLength: 3 }), (seed, queries) => {
        const pair = linePair(oddLines(seed, 2100, 40), oddLines(seed + 1, 600, 150), [])
        const search = createSearch()
        // As it is typed, letter by letter, and taken back.
        for (const query of queries)
          for (const typed of typedWays(query))
            expect(finish(search.findInPieces(pair, typed))).toEqual(searchPlainly(pair, typed))
      }),
      { numRuns: 6 },
    )
  })
  test('that was given up, or during which another one ran, leaves nothing behind', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.record({ query: queryArbitrary, isOther: fc.boolean(), pieces: fc.nat(8) }), { maxLength: 8 }),
        (seed, searches) => {
          const one = linePair(oddLines(seed, 2500, 30), oddLines(seed + 1, 900, 30), [])
          const other: EditedPair = { ...one, source: { ...one.source, segments: one.source.segments.slice(3) } }
          const search = createSearch()
          const begun = searches.map(({ query, isOther, pieces }) => {
            const pair = isOther ? other : one
            const work = search.findInPieces(pair, query)
            for (let piece = 0; piece < pieces; piece++) work.next()
            return { work, pair, query }
          })
          for (const { work, pair, query } of begun) {
            const found = work.next()
            if (found.done !== true) expect(finish(work)).toEqual(searchPlainly(pair, query))
            for (const each of [one, other, pair]) expect(search.find(each, query)).toEqual(searchPlainly(each, query))
          }
        },
      ),
      { numRuns: 6 },
    )
  })
})

const made = makeSheet(9000)

/** A page whose later turns come when they are called. */
async function openTurned(): Promise<{ readonly store: Store; readonly turn: () => boolean }> {
  const door = createMadeServer(made).door()
  const due: { readonly run: () => void; isStopped: boolean }[] = []
  const store = createStore({
    door: { ...door, news: () => () => undefined },
    sheet: await door.sheet(),
    createEditing,
    takeRecord,
    locale: 'en',
    theme: 'auto',
    remember: () => undefined,
    handOver: () => undefined,
    now: () => 0,
    later: (run) => {
      const entry = { run, isStopped: false }
      due.push(entry)
      return () => {
        entry.isStopped = true
      }
    },
  })
  const turn = (): boolean => {
    const next = due.shift()
    if (next?.isStopped === false) next.run()
    return next !== undefined
  }
  return { store, turn }
}

/** What the filter of a page lets pass, found anew. */
function shownPlainly(state: PageState): readonly number[] {
  const hits = searchPlainly(state.editing.pair, state.filter.text)
  return findShown(state.editing.pair.beads, { ...state, hits })
}

type Step =
  | { readonly kind: 'filter'; readonly part: Partial<Filter> }
  | { readonly kind: 'turns'; readonly count: number }
  | { readonly kind: 'accept' | 'reject' | 'merge' | 'undo' | 'cut' | 'retext'; readonly place: number }

const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  {
    arbitrary: fc
      .constantFrom<Partial<Filter>>(
        { text: 'b' },
        { text: 'br' },
        { text: 'brug' },
        { text: '桥' },
        { text: 'x y z' },
        { text: '' },
        { decisions: new Set(['proposed']) },
        { decisions: undefined },
        { shape: 'crossing' },
        { shape: 'any' },
        { hasEntity: true },
        openFilter,
      )
      .map((part) => ({ kind: 'filter' as const, part })),
    weight: 4,
  },
  { arbitrary: fc.record({ kind: fc.constant('turns' as const), count: fc.integer({ min: 1, max: 9 }) }), weight: 2 },
  {
    arbitrary: fc.record({
      kind: fc.constantFrom('accept' as const, 'reject', 'merge', 'undo', 'cut', 'retext'),
      place: fc.nat(8900),
    }),
    weight: 4,
  },
)

function take(store: Store, turn: () => boolean, step: Step): void {
  if (step.kind === 'filter') store.setFilter(step.part)
  else if (step.kind === 'turns') Array.from({ length: step.count }, turn)
  else edit(store, step)
}

function edit(store: Store, step: Extract<Step, { readonly place: number }>): void {
  const { pair } = store.state().editing
  const [bead, next] = [pair.beads[step.place], pair.beads[step.place + 1]]
  if (bead === undefined || next === undefined) return
  const { start } = pair.source.segments[bead.source.from]?.span ?? { start: 0 }
  if (step.kind === 'undo') store.undo()
  else if (step.kind === 'merge') store.edit({ edit: 'merge', beads: [bead.id, next.id] })
  else if (step.kind === 'cut')
    store.edit({ edit: 'cut', side: 'source', segment: bead.source.from, offset: start + 3 })
  else if (step.kind === 'retext') store.edit({ edit: 'retext', bead: bead.id, side: 'source', text: 'de brug' })
  else store.edit({ edit: step.kind, beads: [bead.id] })
}

describe('a page that searches', () => {
  test('shows in the end what its filter lets pass, whatever is done meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepArbitrary, { minLength: 1, maxLength: 14 }), async (steps) => {
        const { store, turn } = await openTurned()
        for (const step of steps) {
          take(store, turn, step)
          const state = store.state()
          if (!isSearching(state)) expect(state.shown).toEqual(shownPlainly(state))
          expect(state.shown.at(-1) ?? -1).toBeLessThan(state.editing.pair.beads.length)
        }
        for (let turns = 0; isSearching(store.state()); turns++) {
          turn()
          expect(turns).toBeLessThan(5000)
        }
        const state = store.state()
        expect(state.shownFor).toBe(state.filter)
        expect(state.shown).toEqual(shownPlainly(state))
      }),
      { numRuns: 6 },
    )
  })
  test('keeps its rows and waits with what goes by them until the search is done, which is said once', async () => {
    const { store, turn } = await openTurned()
    const before = store.state()
    const said: unknown[] = []
    let last = before.said
    store.subscribe(() => {
      if (store.state().said !== last) said.push(store.state().said?.key)
      last = store.state().said
    })
    for (const text of ['p', '第9', '第99']) store.setFilter({ text })
    store.moveBy(1)
    expect(store.state().filter.text).toBe('第99')
    expect(isSearching(store.state())).toBe(true)
    expect(store.state().shown).toBe(before.shown)
    expect(store.state().current).toBe(0)
    while (isSearching(store.state())) turn()
    const { shown, current } = store.state()
    expect(shown.length).toBeGreaterThan(2)
    expect(current).toBe(shown[1])
    expect(said).toEqual(['said.shown'])
  })
  test('shows what crosses, also where it does so by what was done elsewhere', async () => {
    const { store, turn } = await openTurned()
    store.setFilter({ shape: 'crossing' })
    while (isSearching(store.state())) turn()
    const { shown, editing } = store.state()
    expect(shown).toContain(503)
    store.edit({ edit: 'reject', beads: [editing.pair.beads[501]?.id ?? ''] })
    expect(store.state().shown).toEqual(shownPlainly(store.state()))
    expect(store.state().shown).not.toContain(503)
  })
  test('knows at once what passes in a short pair', () => {
    const pair = openPair(makeSheet(60).sheet)
    expect(createSearch().findInPieces(pair, 'brug').next().done).toBe(true)
  })
})
