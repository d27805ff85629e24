import { describe, expect, test, vi } from 'vitest'
import type { EditRecord } from '../../src/editing.ts'
import { draftDrop } from '../../src/inspector/client/commands/dropping.ts'
import type { EditDraft, Store } from '../../src/inspector/client/store/types.ts'
import { atRest, createMadeServer, type MadeServer, openPage } from './made-door.ts'
import { makeSheet } from './made-sheet.ts'

const made = makeSheet(60)

const idAt = (page: Store, place: number): string => page.state().editing.pair.beads[place]?.id ?? ''

/** What is written of a bead, wherever it stands and whatever it is called. */
function textAt(page: Store, id: string): string {
  const { beads, source, target } = page.state().editing.pair
  const bead = beads.find((each) => each.id === id)
  if (bead === undefined) return ''
  return (['source', 'target'] as const)
    .map((side) => {
      const { segments, text } = side === 'source' ? source : target
      const { from, to } = bead[side]
      return from === to ? '' : text.slice(segments[from]?.span.start, segments[to - 1]?.span.end)
    })
    .join(' = ')
}

/** Cuts the first segment of the source. */
function cutFirst(page: Store): void {
  const offset = (page.state().editing.pair.source.segments[0]?.span.start ?? 0) + 3
  page.edit({ edit: 'cut', side: 'source', segment: 0, offset })
}

/** Has two windows of which the first one hears nothing of the other until both are at rest. */
async function apart(there: (page: Store) => void, here: (page: Store) => void): Promise<Store> {
  const server = createMadeServer(made)
  const [page, other] = [await openPage(server, 1_000), await openPage(server, 9_000_000)]
  here(page)
  server.isMute = true
  there(other)
  await atRest(other)
  server.isMute = false
  // Any edit: its answer brings all that was missed, at once.
  page.edit({ edit: 'comment', bead: idAt(page, 59), note: 'mine' })
  await atRest(page, other)
  return page
}

describe('a disk that takes nothing for a while', () => {
  async function onFullDisk(server: MadeServer): Promise<Store> {
    const page = await openPage(server)
    server.refuse = () => 'failed'
    for (const place of [0, 1, 2]) page.edit({ edit: 'accept', beads: [idAt(page, place)] })
    await vi.waitUntil(() => page.state().saving === 'failed')
    return page
  }

  test('takes nothing away from the page, which says why', async () => {
    const page = await onFullDisk(createMadeServer(made))
    expect(page.state().counts.accepted).toBe(3)
    expect(page.state().said).toEqual({ key: 'said.notKept', values: { reason: 'there is no room left' } })
    page.edit({ edit: 'accept', beads: [idAt(page, 3)] })
    await vi.waitUntil(() => page.state().saving === 'failed')
    expect(page.state().counts.accepted).toBe(4)
  })

  test('gets all of it when there is room again, which is said', async () => {
    const server = createMadeServer(made)
    const page = await onFullDisk(server)
    server.refuse = () => undefined
    await atRest(page)
    expect(server.records.map(({ edit }) => edit)).toEqual(['accept', 'accept', 'accept'])
    expect(page.state().said?.key).toBe('header.saved')
    expect(page.state().editing.pair).toEqual(server.editing().pair)
  })

  test('gets it in pieces that a server takes', async () => {
    const server = createMadeServer(made)
    const page = await openPage(server)
    server.refuse = () => 'failed'
    const note = 'x'.repeat(900_000)
    for (let k = 0; k < 5; k++) page.edit({ edit: 'comment', bead: idAt(page, k), note })
    await vi.waitUntil(() => page.state().saving === 'failed')
    const sizes: number[] = []
    server.refuse = (records) => {
      sizes.push(JSON.stringify(records).length)
      return undefined
    }
    await atRest(page)
    expect(server.records).toHaveLength(5)
    expect(Math.max(...sizes)).toBeLessThan(2_100_000)
  })
})

test('of records that go together only the one that never fits is given up', async () => {
  const server = createMadeServer(made)
  const page = await openPage(server)
  const isOdd = (record: EditRecord): boolean => record.edit === 'comment' && record.note === 'odd'
  server.refuse = (records) => (records.some(isOdd) ? 'refused' : undefined)
  for (let place = 0; place < 9; place++)
    page.edit({ edit: 'comment', bead: idAt(page, place), note: place === 5 ? 'odd' : 'good' })
  await atRest(page)
  expect(server.records).toHaveLength(8)
  expect(page.state().said).toEqual({ key: 'said.refused', values: { reason: 'there is no room left' } })
  expect(page.state().editing.pair).toEqual(server.editing().pair)
})

test('edits that go with one that is refused are told of', async () => {
  const server = createMadeServer(made)
  const page = await openPage(server)
  server.refuse = (records) => (records.some(({ edit }) => edit === 'merge') ? 'refused' : undefined)
  const merged = [idAt(page, 2), idAt(page, 3)]
  page.edit({ edit: 'merge', beads: merged })
  page.edit({ edit: 'accept', beads: [idAt(page, 2)] })
  page.edit({ edit: 'accept', beads: [idAt(page, 20)] })
  page.edit({ edit: 'comment', bead: idAt(page, 2), note: 'both' })
  await atRest(page)
  expect(server.records.map(({ edit }) => edit)).toEqual(['accept'])
  expect(page.state().said).toEqual({
    key: 'said.refusedWith',
    values: { reason: 'there is no room left', count: 2 },
  })
  expect(page.state().editing.pair).toEqual(server.editing().pair)
})

test('a page that has to be loaded anew keeps what was not sent yet', async () => {
  const server = createMadeServer(made)
  const [page, other] = [await openPage(server, 1_000), await openPage(server, 9_000_000)]
  server.isMute = true
  other.edit({ edit: 'reject', beads: [idAt(other, 3)] })
  await atRest(other)
  let letGo = (): void => undefined
  server.held = new Promise((resolve) => {
    letGo = resolve
  })
  page.edit({ edit: 'accept', beads: [idAt(page, 7)] })
  server.isMute = false
  // News of its pin come while those of the edit before it are missing.
  await other.realign()
  await vi.waitUntil(() => page.state().said?.key === 'said.reloaded')
  expect(page.state().counts).toMatchObject({ accepted: 2, rejected: 1 })
  letGo()
  await atRest(page, other)
  expect(server.records.map(({ edit }) => edit)).toEqual(['reject', 'pin', 'accept'])
  expect(page.state().editing.pair).toEqual(server.editing().pair)
})

describe('what is said of an edit', () => {
  const saidOf = async (draft: (page: Store) => EditDraft | undefined, current = 20) => {
    const page = await openPage(createMadeServer(made))
    page.moveTo(current)
    const edit = draft(page)
    if (edit) page.edit(edit)
    const { said } = page.state()
    await atRest(page)
    return said
  }

  test('names the pair that a segment was dropped on', async () => {
    expect(await saidOf((page) => draftDrop(page.state(), { side: 'target', segment: 4, over: 3 }))).toMatchObject({
      key: 'said.move',
      values: { pair: 4 },
    })
    expect(await saidOf((page) => draftDrop(page.state(), { side: 'target', segment: 9, over: 3 }))).toMatchObject({
      key: 'said.link',
      values: { pair: 4 },
    })
  })

  const drafts: readonly ((ids: readonly string[]) => EditDraft)[] = [
    ([, , id = '']) => ({ edit: 'accept', beads: [id] }),
    ([, , id = '']) => ({ edit: 'unlink', bead: id }),
    ([, , id = '']) => ({ edit: 'comment', bead: id, note: 'x' }),
    ([, , id = '']) => ({ edit: 'retext', bead: id, side: 'source', text: 'x' }),
    ([, , id = '', next = '']) => ({ edit: 'merge', beads: [id, next] }),
    ([, , id = '', next = '']) => ({ edit: 'reject', beads: [id, next] }),
  ]
  test.each(drafts)('names the pair that it was made on (%#)', async (draft) => {
    const said = await saidOf((page) => draft(page.state().editing.pair.beads.map(({ id }) => id)))
    expect(said?.values.pair).toBe(3)
  })

  test('names the pair of a cut', async () => {
    const said = await saidOf((page) => ({
      edit: 'cut',
      side: 'source',
      segment: 2,
      offset: (page.state().editing.pair.source.segments[2]?.span.start ?? 0) + 3,
    }))
    expect(said).toMatchObject({ key: 'said.cut', values: { pair: 3 } })
  })
})

describe('after records of another window', () => {
  const twice = (page: Store): void => {
    cutFirst(page)
    page.edit({ edit: 'accept', beads: [idAt(page, 40)] })
  }

  test.each([
    ['one', cutFirst],
    ['several', twice],
  ])('the selection, the current bead and the anchor mean the same texts (%s)', async (_, there) => {
    const server = createMadeServer(made)
    const [page, other] = [await openPage(server, 1_000), await openPage(server, 9_000_000)]
    const chosen = [5, 8, 31, 47].map((place) => idAt(page, place))
    const before = chosen.map((id) => textAt(page, id))
    for (const id of chosen) page.toggleSelected(page.state().editing.pair.beads.findIndex((bead) => bead.id === id))
    page.moveTo(9)
    const current = textAt(page, idAt(page, 9))
    server.isMute = true
    there(other)
    await atRest(other)
    server.isMute = false
    other.edit({ edit: 'comment', bead: idAt(other, 50), note: 'news' })
    await vi.waitUntil(() => page.state().editing.records === server.records.length && server.records.length > 1)
    await atRest(page, other)
    expect([...page.state().selected].map((id) => textAt(page, id))).toEqual(before)
    expect(textAt(page, idAt(page, page.state().current))).toBe(current)
    expect(page.state().anchor).toBe(page.state().current)
  })

  test('one record, as it comes by itself, leaves the selection on the same texts too', async () => {
    const server = createMadeServer(made)
    const [page, other] = [await openPage(server, 1_000), await openPage(server, 9_000_000)]
    page.toggleSelected(8)
    const before = textAt(page, idAt(page, 8))
    cutFirst(other)
    await vi.waitUntil(() => page.state().editing.records === 1)
    expect([...page.state().selected].map((id) => textAt(page, id))).toEqual([before])
    page.moveTo(30)
    const current = textAt(page, idAt(page, 30))
    other.undo()
    await vi.waitUntil(() => page.state().editing.records === 2)
    expect([...page.state().selected].map((id) => textAt(page, id))).toEqual([before])
    expect(textAt(page, idAt(page, page.state().current))).toBe(current)
    await atRest(page, other)
  })

  test('a selected bead that is gone is not selected under the id of another one', async () => {
    const page = await apart(
      (other) => {
        other.edit({ edit: 'merge', beads: [idAt(other, 20), idAt(other, 21)] })
        cutFirst(other)
      },
      (own) => {
        own.toggleSelected(20)
        own.toggleSelected(25)
      },
    )
    expect([...page.state().selected]).toEqual([])
  })

  test('a dialog follows its bead, and is closed with a sentence when that is gone', async () => {
    const open = (own: Store): void => own.open({ kind: 'comment', bead: idAt(own, 20) })
    const moved = await apart(cutFirst, open)
    const { dialog } = moved.state()
    const fresh = await openPage(createMadeServer(made))
    expect(dialog && 'bead' in dialog ? textAt(moved, dialog.bead) : '').toBe(textAt(fresh, idAt(fresh, 20)))
    const gone = await apart((other) => other.edit({ edit: 'merge', beads: [idAt(other, 20), idAt(other, 21)] }), open)
    expect(gone.state().dialog).toBeUndefined()
    expect(gone.state().said?.key).toBe('said.gone')
  })

  test('a link that is being made keeps its segments', async () => {
    const link = (own: Store): void =>
      own.setLinking({ side: 'target', source: { from: 5, to: 6 }, target: { from: 9, to: 11 } })
    const page = await apart(cutFirst, link)
    expect(page.state().linking).toEqual({ side: 'target', source: { from: 6, to: 7 }, target: { from: 9, to: 11 } })
  })

  test('what names something is known under the new ids', async () => {
    const page = await apart(twice, () => undefined)
    const fresh = await openPage(createMadeServer(made))
    const named = (each: Store): readonly string[] => [...each.state().named].map((id) => textAt(each, id)).sort()
    expect(named(page)).toEqual(named(fresh))
  })
})

test('the mode of a page is the one that holds now', async () => {
  const page = await openPage(createMadeServer(made))
  expect(page.state().editing.pair.mode).toBe('parallel')
  const now = { mode: 'comparable', modeReason: 'asked for', signature: 'other' } as const
  page.edit({ edit: 'realign', changes: [], made: now })
  expect(page.state().editing.pair).toMatchObject(now)
  page.undo()
  expect(page.state().editing.pair.mode).toBe('parallel')
  await atRest(page)
})
