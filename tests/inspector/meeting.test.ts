import { describe, expect, test, vi } from 'vitest'
import { createEarlyKeys } from '../../src/inspector/client/commands/early-keys.ts'
import { takeLinkingKey } from '../../src/inspector/client/commands/linking.ts'
import { commandOfKey, isOffered } from '../../src/inspector/client/commands/table.ts'
import { isSearching } from '../../src/inspector/client/store/page-state.ts'
import type { Store } from '../../src/inspector/client/store/types.ts'
import type { Sheet } from '../../src/inspector/protocol.ts'
import { atRest, createMadeServer, openPage } from './made-door.ts'
import { makeSheet } from './made-sheet.ts'

const made = makeSheet(60)
/** Long enough for a search to take several turns. */
const long = makeSheet(2500)

const idAt = (page: Store, place: number): string => page.state().editing.pair.beads[place]?.id ?? ''

/** A promise that is kept from outside. */
function createGate(): { readonly held: Promise<void>; letGo(): void } {
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  return { held, letGo: () => letGo() }
}

function pressOn(store: Store): (...keys: readonly string[]) => void {
  const press = (key: string): void => {
    if (takeLinkingKey(store, key)) return
    const command = commandOfKey(key)
    if (command && isOffered(command, store.state())) command.run(store)
  }
  const keep = createEarlyKeys(store, press)
  return (...keys) => {
    for (const key of keys) if (!keep(key)) press(key)
  }
}

describe('keys pressed while a search is under way', () => {
  const isDone = (page: Store) => vi.waitUntil(() => !isSearching(page.state()))

  test('act in their order: a decision is about the pair that the key before it went to', async () => {
    const page = await openPage(createMadeServer(long))
    page.setFilter({ text: 'Vietnam' })
    expect(isSearching(page.state())).toBe(true)
    pressOn(page)('j', 'a', 'u', 'j', 'r')
    await isDone(page)
    await atRest(page)
    const { shown, editing, said, counts } = page.state()
    expect(said?.key).toBe('said.reject')
    expect(counts).toMatchObject({ accepted: 0, rejected: 1 })
    expect(editing.pair.beads[shown[2] ?? -1]?.decision.state).toBe('rejected')
  })

  test('that go by no row act at once', async () => {
    const page = await openPage(createMadeServer(long))
    page.setFilter({ text: 'Vietnam' })
    pressOn(page)('a', 'f')
    expect(isSearching(page.state())).toBe(true)
    expect(page.state().counts.accepted).toBe(1)
    expect(page.state().isSideOpen).toBe(false)
    await atRest(page)
  })

  test('choose segments of a link that is being made', async () => {
    const page = await openPage(createMadeServer(long))
    pressOn(page)('l')
    page.setFilter({ text: 'Vietnam' })
    pressOn(page)('j', 'j', 'j')
    expect(page.state().linking?.source).toEqual({ from: 3, to: 4 })
    await isDone(page)
  })

  test('are given up behind one that opens something, which is said', async () => {
    const page = await openPage(createMadeServer(long))
    page.setFilter({ text: 'Vietnam' })
    pressOn(page)('End', 'c', 'a')
    await isDone(page)
    await vi.waitUntil(() => page.state().dialog?.kind === 'comment')
    expect(page.state().current).toBe(page.state().shown.at(-1))
    expect(page.state().counts.accepted).toBe(0)
    expect(page.state().said).toEqual({ key: 'said.tooEarly', values: { count: 1 } })
  })
})

test('what is selected stays the same pairs when a cut is taken back and made again', async () => {
  const page = await openPage(createMadeServer(made))
  const cut = (side: 'source' | 'target') => {
    const start = page.state().editing.pair[side].segments[0]?.span.start ?? 0
    page.edit({ edit: 'cut', side, segment: 0, offset: start + 3 })
  }
  cut('source')
  cut('target')
  const places = (): readonly number[] => {
    const { editing, selected } = page.state()
    return editing.pair.beads.flatMap(({ id }, place) => (selected.has(id) ? [place] : []))
  }
  page.toggleSelected(20)
  page.toggleSelected(21)
  expect(places()).toEqual([20, 21])
  page.undo()
  expect(places()).toEqual([20, 21])
  page.undo()
  expect(places()).toEqual([20, 21])
  page.redo()
  expect(places()).toEqual([20, 21])
  page.edit({ edit: 'accept', beads: [...page.state().selected] })
  expect(page.state().said?.key).toBe('said.accept.many')
  await atRest(page)
})

test('nothing is called saved while an edit made during a realignment is not', async () => {
  const server = createMadeServer(made)
  const [aligning, keeping] = [createGate(), createGate()]
  const door = server.door()
  const page = await openPage({
    ...server,
    door: () => ({
      ...door,
      realign: async (post) => {
        await aligning.held
        return door.realign(post)
      },
    }),
  })
  server.held = keeping.held
  const asked = page.realign()
  await vi.waitUntil(() => page.state().saving === 'saving')
  page.edit({ edit: 'accept', beads: [idAt(page, 9)] })
  aligning.letGo()
  await asked
  expect(server.records.map(({ edit }) => edit)).toEqual(['pin'])
  expect(page.state().saving).toBe('saving')
  keeping.letGo()
  await atRest(page)
  expect(server.records.map(({ edit }) => edit)).toEqual(['pin', 'accept'])
})

test('what others do while a page is loaded anew is not missed', async () => {
  const server = createMadeServer(made)
  const { held, letGo } = createGate()
  const door = server.door()
  const slow = {
    ...server,
    door: () => ({
      ...door,
      sheet: async (): Promise<Sheet> => {
        const sheet = await door.sheet()
        await held
        return sheet
      },
    }),
  }
  const [page, other] = [await openPage(slow, 1_000), await openPage(server, 9_000_000)]
  server.isMute = true
  other.edit({ edit: 'reject', beads: [idAt(other, 3)] })
  await atRest(other)
  server.isMute = false
  other.edit({ edit: 'accept', beads: [idAt(other, 4)] })
  await atRest(other)
  expect(server.asked.get('sheet')).toBe(1)
  other.edit({ edit: 'accept', beads: [idAt(other, 5)] })
  await atRest(other)
  letGo()
  await vi.waitUntil(() => page.state().editing.records === 3)
  expect(page.state().editing.pair).toEqual(server.editing().pair)
})

describe('a realignment that has to wait until all is kept', () => {
  test('pins the pair on which it was asked for, wherever the page goes meanwhile', async () => {
    const server = createMadeServer(made)
    const page = await openPage(server)
    const { held, letGo } = createGate()
    server.held = held
    page.moveTo(5)
    page.edit({ edit: 'comment', bead: idAt(page, 5), note: 'mine' })
    const asked = page.realign()
    page.moveBy(2)
    page.edit({ edit: 'accept', beads: [idAt(page, 7)] })
    letGo()
    await asked
    await atRest(page)
    expect(server.records.at(-1)).toMatchObject({ edit: 'pin', bead: idAt(page, 5) })
  })

  test('is not said to be under way before that', async () => {
    const server = createMadeServer(made)
    const page = await openPage(server)
    server.refuse = () => 'failed'
    page.edit({ edit: 'accept', beads: [idAt(page, 5)] })
    const said = new Set<string | undefined>()
    const end = page.subscribe(() => said.add(page.state().said?.key))
    const asked = page.realign()
    await vi.waitUntil(() => (server.asked.get('edits') ?? 0) > 3)
    expect(said).not.toContain('said.aligning')
    end()
    server.refuse = () => undefined
    await asked
  })
})

test('evidence that was asked for before a cut is not taken for that of other pairs behind it', async () => {
  const server = createMadeServer(made)
  const { held, letGo } = createGate()
  const door = server.door()
  let round = 0
  const page = await openPage({
    ...server,
    door: () => ({
      ...door,
      beads: async (ids) => {
        const score = ++round
        const details = await door.beads(ids)
        if (score === 1) await held
        return details.map((detail) => ({ ...detail, evidence: [{ scorer: 'x', score, note: '' }] }))
      },
    }),
  })
  page.show([idAt(page, 5), idAt(page, 6)])
  await vi.waitUntil(() => round === 1)
  for (const side of ['source', 'target'] as const) {
    const start = page.state().editing.pair[side].segments[0]?.span.start ?? 0
    page.edit({ edit: 'cut', side, segment: 0, offset: start + 3 })
  }
  await atRest(page)
  letGo()
  page.show([idAt(page, 5)])
  await vi.waitUntil(() => page.state().details.has(idAt(page, 5)))
  expect(page.state().details.get(idAt(page, 5))?.evidence[0]?.score).toBeGreaterThan(1)
})
