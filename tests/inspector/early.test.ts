import { describe, expect, test } from 'vitest'
import type { EditRecord } from '../../src/editing.ts'
import { createEarlyKeys } from '../../src/inspector/client/commands/early-keys.ts'
import { commandOfKey, isOffered } from '../../src/inspector/client/commands/table.ts'
import type { Store } from '../../src/inspector/client/store/types.ts'
import type { Sheet } from '../../src/inspector/protocol.ts'
import { codeRanges, codeRuns, openRanges, openRuns } from '../../src/inspector/sheet-coding.ts'
import { atRest, createMadeServer, type MadeServer, openPage } from './made-door.ts'
import { makeSheet } from './made-sheet.ts'
import { accept } from './served-alignment.ts'

const made = makeSheet(80)
const count = 25

/** The first beads of the made sheet, without any records. */
function firstOf(records: readonly EditRecord[]): Sheet {
  const { sheet } = made
  const { beads } = sheet
  const head = (side: 'source' | 'target') => {
    const ranges = openRanges(beads[side]).slice(0, 2 * count)
    return codeRanges(
      Array.from({ length: count }, (_, at) => ({ from: ranges[2 * at] ?? 0, to: ranges[2 * at + 1] ?? 0 })),
    )
  }
  return {
    ...sheet,
    records: [],
    beads: {
      ...beads,
      source: head('source'),
      target: head('target'),
      confidence: beads.confidence.slice(0, count),
      relation: codeRuns([...openRuns(beads.relation).slice(0, count)]),
      hasEntity: codeRuns([...openRuns(beads.hasEntity).slice(0, count)]),
    },
    whole: {
      revision: records.length,
      counts: { proposed: 80, accepted: 0, rejected: 0, edited: 0 },
      beads: 80,
      sourceSegments: sheet.source.segments.lengths.length,
      targetSegments: sheet.target.segments.lengths.length,
    },
  }
}

const open = async (server: MadeServer = createMadeServer(made, firstOf)): Promise<Store> => openPage(server)

const isThere = (store: Store): boolean => store.state().sheet.whole === undefined

async function wholeOf(store: Store): Promise<void> {
  while (!isThere(store)) await new Promise((resolve) => setTimeout(resolve, 1))
  await atRest(store)
}

const idHere = (store: Store): string | undefined => {
  const { editing, current } = store.state()
  return editing.pair.beads[current]?.id
}

/** What a page knows of its beads. */
function found(store: Store) {
  const { editing, failed, isChecked, filter, shown, current, anchor, counts, crossing, named } = store.state()
  return { editing, failed, isChecked, filter, shown, current, anchor, counts, crossing, named }
}

/** Keys as the page takes them. */
function keysOf(store: Store): (...keys: readonly string[]) => void {
  const press = (key: string): void => {
    const command = commandOfKey(key)
    if (command && isOffered(command, store.state())) command.run(store)
  }
  const keep = createEarlyKeys(store, press)
  return (...keys) => {
    for (const key of keys) if (!keep(key)) press(key)
  }
}

describe('a page of which only the first beads are there', () => {
  test('shows them with the counts of the whole, and stays where it is when that comes', async () => {
    const store = await open()
    expect(isThere(store)).toBe(false)
    expect(store.state().editing.pair.beads.length).toBe(count)
    expect(store.state().counts.proposed).toBe(80)
    expect(store.state().said?.key).toBe('said.loading')
    const head = store.state().editing.pair.beads
    store.moveTo(9)
    const [id, ids] = [idHere(store), head.slice(0, 3).map((bead) => bead.id)]
    store.show(ids)
    await wholeOf(store)
    expect(store.state().editing.pair.beads.length).toBe(80)
    expect(store.state().editing.pair.beads.slice(0, count)).toEqual(head)
    expect(idHere(store)).toBe(id)
    expect(store.state().shown.length).toBe(80)
    expect(store.state().said?.key).toBe('said.loaded')
  })

  test('is the same page afterwards as one that was opened whole', async () => {
    const server = createMadeServer(made, firstOf)
    const [inTwo, atOnce] = [await open(server), await open(createMadeServer(made))]
    await wholeOf(inTwo)
    await atRest(atOnce)
    expect(found(inTwo)).toEqual(found(atOnce))
    expect(server.asked.get('checks')).toBe(1)
  })

  test('does nothing to beads, and says so', async () => {
    const server = createMadeServer(made, firstOf)
    const store = await open(server)
    const before = store.state().editing
    store.edit({ edit: 'accept', beads: [idHere(store) ?? ''] })
    store.undo()
    store.moveToDoubtful()
    store.open({ kind: 'export' })
    await store.realign()
    expect(store.state().editing).toBe(before)
    expect(store.state().dialog).toBeUndefined()
    expect(store.state().said?.key).toBe('said.early')
    await wholeOf(store)
    expect(server.records).toEqual([])
  })

  test('takes in what others did while the rest came', async () => {
    const server = createMadeServer(made, firstOf)
    const other = await open(createMadeServer(made))
    const store = await open(server)
    const id = other.state().editing.pair.beads[3]?.id ?? ''
    await server.door().edits({ revision: 0, records: [accept(id)] })
    await wholeOf(store)
    expect(store.state().editing).toMatchObject({ records: 1 })
    expect(store.state().counts).toMatchObject({ accepted: 1, proposed: 79 })
  })

  test('asks again when the rest does not come', async () => {
    const server = createMadeServer(made, firstOf)
    const store = await open(server)
    server.isDown = true
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(isThere(store)).toBe(false)
    expect(store.state().said?.key).toBe('page.failed')
    server.isDown = false
    await wholeOf(store)
    expect(store.state().said?.key).toBe('said.loaded')
    expect(store.state().shown.length).toBe(80)
  })
})

describe('keys that come too early', () => {
  test('walk in what is there, and act when all is there, in their order', async () => {
    const late = await open()
    const keys = ['j', 'j', 'a', 'j', 'r', 'm', 'End', 'a', 'u', 'Home', 'a']
    await wholeOf(late)
    keysOf(late)(...keys)
    const early = await open()
    keysOf(early)(...keys)
    expect(early.state().current).toBe(2)
    expect(early.state().said?.key).toBe('said.early')
    await wholeOf(early)
    await atRest(late)
    expect(isThere(early)).toBe(true)
    expect(early.state().counts).toEqual(late.state().counts)
    expect(early.state().editing.pair).toMatchObject({ source: late.state().editing.pair.source })
    expect(early.state().editing.pair.beads.map(({ id, decision }) => [id, decision.state])).toEqual(
      late.state().editing.pair.beads.map(({ id, decision }) => [id, decision.state]),
    )
    expect(early.state().current).toBe(late.state().current)
  })

  test('go beyond what is there', async () => {
    const store = await open()
    keysOf(store)(...Array.from({ length: 40 }, () => 'j'))
    expect(store.state().current).toBeLessThan(count)
    await wholeOf(store)
    expect(store.state().current).toBe(40)
  })

  test('go beyond what is there under a filter too', async () => {
    const store = await open()
    store.setFilter({ text: 'Frankrijk' })
    const few = store.state().shown
    expect(few.length).toBeLessThan(10)
    expect(few.at(-1)).toBeGreaterThan((few[0] ?? 0) + 10)
    keysOf(store)('PageDown')
    await wholeOf(store)
    const { shown, current } = store.state()
    expect(shown.indexOf(current)).toBe(Math.min(10, shown.length - 1))
  })

  test('are given up when the page was taken elsewhere, which is said', async () => {
    const store = await open()
    keysOf(store)('a', 'a')
    store.moveTo(7)
    await wholeOf(store)
    expect(store.state().counts.accepted).toBe(0)
    expect(store.state().said).toEqual({ key: 'said.tooEarly', values: { count: 2 } })
  })

  test('are given up behind one that opens something', async () => {
    const store = await open()
    keysOf(store)('c', 'a', 'r')
    await wholeOf(store)
    expect(store.state().dialog?.kind).toBe('comment')
    expect(store.state().counts.proposed).toBe(80)
    expect(store.state().said).toEqual({ key: 'said.tooEarly', values: { count: 2 } })
  })
})
