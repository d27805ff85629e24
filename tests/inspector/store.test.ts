import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type Bead, createEditing, type SegmentRange, takeRecord } from '../../src/editing.ts'
import { commandNamed, isOffered } from '../../src/inspector/client/commands/table.ts'
import { findCrossing } from '../../src/inspector/client/find/crossing.ts'
import { findShown } from '../../src/inspector/client/find/shown.ts'
import { openPair } from '../../src/inspector/client/store/opened-pair.ts'
import { moveId } from '../../src/inspector/client/store/steps.ts'
import type { Store } from '../../src/inspector/client/store/types.ts'
import type { TextKey } from '../../src/inspector/locales/en.ts'
import { atRest, createMadeServer, openPage } from './made-door.ts'
import { makeSheet } from './made-sheet.ts'

const made = makeSheet(60)

/** Commands that change something without a dialog. */
const editCommands: readonly TextKey[] = [
  'command.accept',
  'command.reject',
  'command.reopen',
  'command.mergeNext',
  'command.mergePrevious',
  'command.unlink',
  'command.pullSource',
  'command.pushSource',
  'command.pullTarget',
  'command.pushTarget',
  'command.undo',
  'command.redo',
]

function run(store: Store, name: TextKey): void {
  const command = commandNamed(name)
  if (command && isOffered(command, store.state())) command.run(store)
}

interface Move {
  readonly place: number
  readonly command: TextKey
}
const moveArbitrary: fc.Arbitrary<Move> = fc.record({ place: fc.nat(59), command: fc.constantFrom(...editCommands) })

function act(store: Store, { place, command }: Move): void {
  store.moveTo(place)
  run(store, command)
}

/** All that follows from the beads has to be as if it were found anew. */
function expectWhole(store: Store): void {
  const state = store.state()
  const { beads } = state.editing.pair
  const counts = { proposed: 0, accepted: 0, rejected: 0, edited: 0 }
  for (const { decision } of beads) counts[decision.state]++
  expect(state.counts).toEqual(counts)
  const { marks, targets } = findCrossing(beads)
  expect(state.crossing).toEqual(marks)
  expect(state.targets).toEqual(targets)
  expect(state.shownFor).toBe(state.filter)
  expect(state.shown).toEqual(findShown(beads, state))
  expect(state.shown.length === 0 ? state.current === -1 : state.shown.includes(state.current)).toBe(true)
}

describe('a page', () => {
  test('opens with the beads of the sheet and its records', async () => {
    const server = createMadeServer(made)
    const first = await openPage(server)
    first.edit({ edit: 'merge', beads: ['0-1:0-1', '1-2:1-2'] })
    await atRest(first)
    const second = await openPage(server)
    expect(second.state().editing.pair).toEqual(first.state().editing.pair)
    expect(second.state().editing.pair.beads[0]?.id).toBe('0-2:0-2')
  })

  test('knows which beads name something, also when segments were cut before it opened', async () => {
    const server = createMadeServer(made)
    const first = await openPage(server)
    const [one] = first.state().editing.pair.source.segments
    first.edit({ edit: 'cut', side: 'source', segment: 0, offset: (one?.span.start ?? 0) + 3 })
    await atRest(first)
    const second = await openPage(server)
    expect(second.state().editing.pair).toEqual(first.state().editing.pair)
    expect(second.state().named.size).toBeGreaterThan(0)
    expect(second.state().named).toEqual(first.state().named)
  })

  test('has all beads checked again when others have changed some', async () => {
    const server = createMadeServer(made)
    const page = await openPage(server)
    const [, , id = ''] = page.state().editing.pair.beads.map((bead) => bead.id)
    server.failed = { [id]: ['number'] }
    await vi.waitUntil(() => page.state().isChecked)
    const other = await openPage(server)
    other.edit({ edit: 'retext', bead: id, side: 'target', text: 'mended' })
    await vi.waitUntil(() => page.state().failed.has(id))
    server.failed = {}
    other.undo()
    await vi.waitUntil(() => page.state().isChecked && page.state().failed.size === 0)
    await atRest(page, other)
  })

  test('forgets why a bead is a pair when its id means another one', async () => {
    const server = createMadeServer(made)
    const page = await openPage(server)
    const seen = page.state().editing.pair.beads[9]?.id ?? ''
    page.show([seen])
    await vi.waitUntil(() => page.state().details.has(seen))
    const asked = server.asked.get('beads') ?? 0
    const other = await openPage(server)
    server.isDown = true
    page.edit({ edit: 'comment', bead: page.state().editing.pair.beads[0]?.id ?? '', note: 'mine' })
    await vi.waitUntil(() => page.state().saving === 'failed')
    server.isDown = false
    const [one] = other.state().editing.pair.source.segments
    other.edit({ edit: 'cut', side: 'source', segment: 0, offset: (one?.span.start ?? 0) + 3 })
    await atRest(other, page)
    await vi.waitUntil(() => (server.asked.get('beads') ?? 0) > asked)
  })

  test('keeps all that follows from the beads right, whatever is done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moveArbitrary, { maxLength: 25 }), async (moves) => {
        const server = createMadeServer(made)
        const page = await openPage(server)
        for (const move of moves) {
          act(page, move)
          expectWhole(page)
        }
        await atRest(page)
        expect(server.editing().pair).toEqual(page.state().editing.pair)
      }),
      { numRuns: 30 },
    )
  })

  test('shows what its filter lets pass, while beads change under it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moveArbitrary, { maxLength: 15 }), async (moves) => {
        const page = await openPage(createMadeServer(made))
        page.setFilter({ decisions: new Set(['proposed']), text: '20' })
        for (const move of moves) {
          act(page, move)
          expectWhole(page)
        }
        await atRest(page)
      }),
      { numRuns: 20 },
    )
  })

  test('goes on to the next bead after a decision, and to the changed one after undo', async () => {
    const page = await openPage(createMadeServer(made))
    page.moveTo(4)
    run(page, 'command.accept')
    expect(page.state().current).toBe(5)
    expect(page.state().said?.key).toBe('said.accept')
    page.moveTo(30)
    page.undo()
    expect(page.state().current).toBe(4)
    expect(page.state().editing.pair.beads[4]?.decision.state).toBe('proposed')
    await atRest(page)
  })

  test('goes to the next open bead when a filter takes the decided one away', async () => {
    const page = await openPage(createMadeServer(made))
    page.setFilter({ decisions: new Set(['proposed']) })
    page.moveTo(4)
    run(page, 'command.accept')
    expect(page.state().current).toBe(5)
    expect(page.state().shown).not.toContain(4)
    await atRest(page)
  })

  test('decides on all that is selected, and says how many', async () => {
    const page = await openPage(createMadeServer(made))
    page.moveTo(2)
    page.moveBy(3, { extend: true })
    run(page, 'command.accept')
    expect(page.state().counts.accepted).toBe(4)
    expect(page.state().said).toEqual({ key: 'said.accept.many', values: { pair: 3, count: 4 } })
    expect(page.state().selected.size).toBe(0)
    await atRest(page)
  })

  test('says what does not fit, and changes nothing', async () => {
    const page = await openPage(createMadeServer(made))
    const before = page.state().editing
    page.edit({ edit: 'merge', beads: ['0-1:0-1', '9-9:9-9'] })
    expect(page.state().editing).toBe(before)
    expect(page.state().said?.key).toBe('said.misfit')
  })

  test('knows the evidence of what it shows, and asks again when the text is another', async () => {
    const server = createMadeServer(made)
    const page = await openPage(server)
    page.show(['0-1:0-1', '1-2:1-2'])
    await atRest(page)
    expect([...page.state().details.keys()]).toEqual(['0-1:0-1', '1-2:1-2'])
    page.edit({ edit: 'retext', bead: '0-1:0-1', side: 'target', text: '别的' })
    expect([...page.state().details.keys()]).toEqual(['1-2:1-2'])
    page.show(['0-1:0-1'])
    await atRest(page)
    expect(page.state().details.has('0-1:0-1')).toBe(true)
  })

  test('keeps what it knows of beads behind a cut under their new ids', async () => {
    const page = await openPage(createMadeServer(made))
    const { segments, text } = page.state().editing.pair.source
    const offset = text.indexOf(' ', (segments[3]?.span.start ?? 0) + 8) + 1
    const named = new Set(page.state().named)
    page.edit({ edit: 'cut', side: 'source', segment: 3, offset })
    const { beads } = page.state().editing.pair
    expect(beads[3]?.id).toBe('3-5:3-4')
    expect(page.state().named.has(beads[5]?.id ?? '')).toBe(named.has('5-6:5-6'))
    expectWhole(page)
    page.undo()
    expect(page.state().named).toEqual(named)
    const { start } = page.state().editing.pair.target.segments[4]?.span ?? { start: 0 }
    page.edit({ edit: 'cut', side: 'target', segment: 4, offset: start + 2 })
    expectWhole(page)
    page.undo()
    expectWhole(page)
    expect(page.state().named).toEqual(named)
    await atRest(page)
  })

  test('has records of the server made and takes them in', async () => {
    const server = createMadeServer(made)
    const page = await openPage(server)
    page.moveTo(6)
    page.edit({ edit: 'comment', bead: '0-1:0-1', note: 'x' })
    await page.realign()
    await atRest(page)
    expect(server.records.map(({ edit }) => edit)).toEqual(['comment', 'pin'])
    expect(page.state().editing.records).toBe(2)
    expect(page.state().said?.key).toBe('said.realigned')
    expect(server.editing().pair).toEqual(page.state().editing.pair)
  })
})

describe('sending', () => {
  test('a server that is away loses nothing', async () => {
    const server = createMadeServer(made)
    const page = await openPage(server)
    server.isDown = true
    page.edit({ edit: 'accept', beads: ['0-1:0-1'] })
    page.edit({ edit: 'reject', beads: ['1-2:1-2'] })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(page.state().saving).toBe('failed')
    expect(page.state().editing.records).toBe(2)
    server.isDown = false
    await atRest(page)
    expect(server.records).toHaveLength(2)
  })

  test('records that are made quickly go together', async () => {
    const server = createMadeServer(made)
    const page = await openPage(server)
    for (let times = 0; times < 20; times++) run(page, 'command.accept')
    await atRest(page)
    expect(server.records).toHaveLength(20)
    expect(server.asked.get('edits')).toBeLessThan(4)
  })

  test('two windows agree in the end, and what was lost is told', async () => {
    const script = fc.array(fc.tuple(fc.boolean(), moveArbitrary, fc.boolean()), { maxLength: 14 })
    await fc.assert(
      fc.asyncProperty(script, async (steps) => {
        const server = createMadeServer(made)
        const pages = [await openPage(server, 1_000), await openPage(server, 9_000_000)] as const
        for (const [isFirst, move, waits] of steps) {
          act(isFirst ? pages[0] : pages[1], move)
          if (waits) await atRest(...pages)
        }
        await atRest(...pages)
        const { pair } = server.editing()
        for (const page of pages) {
          expect(page.state().editing.pair).toEqual(pair)
          expect(page.state().editing.records).toBe(server.records.length)
          expectWhole(page)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('an edit that another window made impossible is taken back and told', async () => {
    const server = createMadeServer(made)
    const [here, there] = [await openPage(server, 1_000), await openPage(server, 9_000_000)]
    here.edit({ edit: 'merge', beads: ['0-1:0-1', '1-2:1-2'] })
    there.edit({ edit: 'accept', beads: ['0-1:0-1'] })
    await atRest(here, there)
    expect(server.records.map(({ edit }) => edit)).toEqual(['merge'])
    expect(there.state().said?.key).toBe('said.conflict')
    expect(there.state().editing.pair).toEqual(here.state().editing.pair)
  })
})

test('an id follows its bead when a segment becomes two, or two become one', () => {
  const range = fc.tuple(fc.nat(20), fc.nat(3)).map(([from, length]) => ({ from, to: from + length }))
  fc.assert(
    fc.property(range, range, fc.constantFrom('source' as const, 'target'), fc.nat(22), (source, target, side, cut) => {
      const idOf = (bead: Pick<Bead, 'source' | 'target'>): string =>
        `${bead.source.from}-${bead.source.to}:${bead.target.from}-${bead.target.to}`
      const moved = { source, target, [side]: movedBehind({ source, target }[side], cut) }
      expect(moveId(idOf({ source, target }), { side, segment: cut, by: 1 })).toBe(idOf(moved))
      expect(moveId(idOf(moved), { side, segment: cut, by: -1 })).toBe(idOf({ source, target }))
    }),
  )
})

/** A range with the same segments, of which the one at `cut` became two. */
const movedBehind = ({ from, to }: SegmentRange, cut: number): SegmentRange => ({
  from: from > cut ? from + 1 : from,
  to: to > cut ? to + 1 : to,
})

test('a sheet opens to beads that editing takes as they are', () => {
  const pair = openPair(made.sheet)
  expect(createEditing(pair).pair).toBe(pair)
  expect(pair.beads).toHaveLength(60)
  const { source, target } = pair
  expect(source.segments.every(({ span }) => /[.]$/u.test(source.text.slice(span.start, span.end)))).toBe(true)
  expect(target.segments.every(({ span }) => /。$/u.test(target.text.slice(span.start, span.end)))).toBe(true)
  const accepted = takeRecord(createEditing(pair), { edit: 'accept', beads: ['0-1:0-1'], by: 'r', at: '2026' })
  expect(accepted.pair.beads[0]?.decision.state).toBe('accepted')
})
