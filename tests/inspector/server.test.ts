import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSheet } from '../../src/edit-sheet.ts'
import { inputFrom } from '../../src/input.ts'
import { type BeadDetail, type CheckList, isLasting, type Sheet } from '../../src/inspector/protocol.ts'
import { startInspector } from '../../src/inspector/server/start.ts'
import { runInProcess } from '../cli/run-in-process.ts'
import { madeAlignment, madeBead, madeDocument } from '../made-alignment.ts'
import { accept, clientOf, note, type Served, serve, talk, undo } from './served-alignment.ts'

let served: Served
beforeEach(async () => {
  served = await serve(talk())
})
afterEach(() => served.end())

const recordsIn = (path: string): readonly unknown[] => JSON.parse(readFileSync(path, 'utf8')).edits

describe('the page', () => {
  test('is served with its parts', async () => {
    const page = await served.get('')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(await page.text()).toContain('made')
    const script = await served.get('assets/page.js')
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
  })
  test.each(['secret.key', '..%2ftalk.json', '%2e%2e/talk.json', 'client/index.html', 'assets', 'none.js', '%'])(
    'gives nothing for %s',
    async (path) => {
      const answer = await served.get(path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toMatch(/\n\s+at |not for the page|zinpaar-alignment/)
    },
  )
  test('says how to build it when it is not there', async () => {
    const start = startInspector(
      { path: served.path, by: '', client: join(served.folder, 'none') },
      { report: () => {} },
    )
    await expect(start).rejects.toMatchObject({
      code: 'READ_NOT_FOUND',
      hint: expect.stringContaining('npm run build'),
    })
  })
})

describe('the sheet', () => {
  test('holds all that the page shows', async () => {
    const sheet = await served.json<Sheet>('api/sheet')
    expect(sheet).toMatchObject({
      name: 'talk.json',
      mode: 'parallel',
      isEditable: true,
      by: 'tester',
      folder: served.folder,
      records: [],
      source: { id: 'talk.nl.txt', language: 'nl', direction: 'ltr', joiner: ' ' },
    })
    expect(sheet.source.text).toContain('<script>alert(1)</script> is tekst ]]>')
    expect(sheet.source.segments).toMatchObject({ gaps: [0, 1, 1, 4], blocks: [0, 1, 1, 4] })
    expect(sheet.source.segments.lengths.slice(0, 2)).toEqual([26, 22])
    expect(sheet.beads.source).toEqual({ steps: [0, 5], lengths: [1, 5] })
    expect(sheet.beads).toMatchObject({
      confidence: [900, 900, 900, 900, 900],
      relation: [0, 5],
      hasEntity: [1, 1, 0, 4],
      decided: [],
      pinned: [],
    })
  })
  test('comes at once when it is short', async () => {
    expect(await served.json<Sheet>('api/first')).toEqual(await served.json<Sheet>('api/sheet'))
    expect((await served.get('api/text/source')).status).toBe(404)
  })
  test('comes in two when it is long: its beginning as it is now, and the whole with its texts apart', async () => {
    const lines = Array.from({ length: 600 }, (_, at) => `第${at}行。`)
    const beads = lines.map((_, at) => madeBead([at, at + 1], [at, at + 1], 'translation'))
    const long = await serve(madeAlignment(madeDocument('a', 'zh', lines), madeDocument('b', 'nl', lines), beads))
    await long.edit(0, accept('1-2:1-2'))
    const first = await long.json<Sheet>('api/first')
    expect(first).toMatchObject({
      records: [],
      beads: { decided: [[1, { state: 'accepted' }]] },
      apart: ['source', 'target'],
    })
    expect(first.whole).toMatchObject({ revision: 1, beads: 600, counts: { accepted: 1, proposed: 599 } })
    expect(first.source.text).toBe(lines.slice(0, 60).join('\n'))
    const whole = await long.json<Sheet>('api/sheet')
    expect(whole).toMatchObject({ source: { text: '' }, apart: ['source', 'target'], records: [accept('1-2:1-2')] })
    expect(whole.whole).toBeUndefined()
    const text = await long.get('api/text/target')
    const charset = text.headers.get('content-type')?.split('=')[1]
    expect(new TextDecoder(charset).decode(await text.arrayBuffer())).toBe(lines.map((line) => `${line}\n`).join(''))
    await long.end()
  })
  test('has the records in order, and stays as it was before them', async () => {
    const before = await served.json<Sheet>('api/sheet')
    await served.edit(0, accept('0-1:0-1'))
    await served.edit(1, undo)
    const after = await served.json<Sheet>('api/sheet')
    expect(after.records).toEqual([accept('0-1:0-1'), undo])
    expect({ ...after, records: [] }).toEqual(before)
  })
})

describe('edits', () => {
  test('are in the file when they are acknowledged', async () => {
    expect(await served.edit(0, accept('0-1:0-1'), note('1-2:1-2', 'tien?'))).toEqual({
      status: 200,
      body: { revision: 2, records: [], failed: {} },
    })
    expect(recordsIn(served.inspector.edits)).toEqual([accept('0-1:0-1'), note('1-2:1-2', 'tien?')])
    expect(served.inspector.session.alignment().beads[0]?.decision).toMatchObject({ state: 'accepted', by: 'tester' })
  })
  test('made on an older revision are not kept, and the page is told what it lacks', async () => {
    await served.edit(0, accept('0-1:0-1'))
    expect(await served.edit(0, accept('1-2:1-2'))).toEqual({
      status: 409,
      body: { revision: 1, records: [accept('0-1:0-1')], failed: {} },
    })
    expect(recordsIn(served.inspector.edits)).toHaveLength(1)
  })
  test('of two windows at once are kept one after the other, none twice', async () => {
    const both = await Promise.all([served.edit(0, accept('0-1:0-1')), served.edit(0, accept('1-2:1-2'))])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(recordsIn(served.inspector.edits)).toHaveLength(1)
  })
  test('that do not fit change nothing, and say why', async () => {
    const { status, body } = await served.edit(0, accept('0-1:0-1'), accept('7-8:7-8'))
    expect([status, body]).toEqual([
      422,
      { code: 'EDITS_MISFIT', message: expect.stringContaining('7-8:7-8'), next: expect.any(String) },
    ])
    expect(existsSync(served.inspector.edits)).toBe(false)
    expect(served.inspector.session.revision()).toBe(0)
  })
  test('that the disk does not take now may be sent again, and are then kept', async () => {
    const { edits } = served.inspector
    mkdirSync(edits)
    const refused = await served.edit(0, accept('0-1:0-1'))
    expect([refused.status, refused.body.message]).toEqual([503, expect.stringContaining('talk.edits.json')])
    expect(isLasting(refused.status)).toBe(false)
    rmdirSync(edits)
    expect((await served.edit(0, accept('0-1:0-1'))).status).toBe(200)
    renameSync(edits, `${edits}.away`)
    writeFileSync(edits, 'nonsense')
    expect((await served.edit(1, accept('1-2:1-2'))).status).toBe(503)
    renameSync(`${edits}.away`, edits)
    expect((await served.edit(1, accept('1-2:1-2'))).status).toBe(200)
    expect(recordsIn(edits)).toHaveLength(2)
  })
  test('are there again when the alignment is opened anew', async () => {
    await served.edit(0, accept('0-1:0-1'))
    const again = await startInspector(
      { path: served.path, by: 'other', client: join(served.folder, 'client') },
      { report: () => undefined },
    )
    expect((await clientOf(again.address).json<Sheet>('api/sheet')).records).toEqual([accept('0-1:0-1')])
    await again.close()
  })
  test('of another process on the same file come in first, and are told', async () => {
    const other = await startInspector(
      { path: served.path, by: 'other', client: join(served.folder, 'client') },
      { report: () => undefined },
    )
    const there = clientOf(other.address)
    expect((await there.edit(0, accept('0-1:0-1'))).status).toBe(200)
    expect(await served.edit(0, accept('1-2:1-2'))).toEqual({
      status: 409,
      body: { revision: 1, records: [accept('0-1:0-1')], failed: {} },
    })
    expect((await served.edit(1, accept('1-2:1-2'))).status).toBe(200)
    await other.session.refresh()
    expect(other.session.revision()).toBe(2)
    expect(other.session.alignment().beads).toEqual(served.inspector.session.alignment().beads)
    await other.close()
  })
  test.each([
    ['no JSON', '{', 400],
    ['a list', '[]', 400],
    ['no records', '{"revision":0}', 400],
    ['none', '{"revision":0,"records":[]}', 400],
    ['a revision that is no number', '{"revision":"x","records":[{}]}', 400],
    ['a revision that is not there yet', '{"revision":3,"records":[{"edit":"undo","by":"","at":""}]}', 400],
    ['a kind that is not known', '{"revision":0,"records":[{"edit":"burn","by":"","at":""}]}', 422],
    ['a record of wrong types', '{"revision":0,"records":[{"edit":"accept","by":"","at":"","beads":7}]}', 422],
    ['a deep one', `{"revision":0,"records":${'['.repeat(5000)}${']'.repeat(5000)}}`, 400],
  ])('with %s are refused in plain words', async (_what, body, status) => {
    const answer = await served.post('api/edits', body)
    const text = await answer.text()
    expect([answer.status, text]).toEqual([
      status,
      expect.stringMatching(/^\{"code":"[A-Z_]+","message":".+","next":".+"\}$/),
    ])
    expect(text).not.toMatch(/INTERNAL|\\n\s+at /)
  })
})

test('pages get realigned beads without what they can ask for, and the file has all', async () => {
  const bead = served.inspector.session.alignment().beads[0]
  const changes = bead === undefined ? [] : [{ removed: [bead.id], beads: [{ ...bead, confidence: 0.5 }] }]
  expect(bead?.evidence).toHaveLength(2)
  const realign = { edit: 'realign', by: 'tester', at: '2026-01-31T10:00:00.000Z', changes } as const
  expect((await served.edit(0, realign)).status).toBe(200)
  const thin = { ...realign, changes: changes.map((one) => ({ ...one, beads: [{ ...one.beads[0], evidence: [] }] })) }
  expect((await served.json<Sheet>('api/sheet')).records).toEqual([thin])
  expect((await served.edit(0, undo)).body.records).toEqual([thin])
  expect(recordsIn(served.inspector.edits)).toEqual([realign])
  const [detail] = await served.json<readonly BeadDetail[]>('api/beads?ids=0-1:0-1')
  expect(detail?.evidence).toHaveLength(2)
})

describe('news', () => {
  /** Reads events until there are so many. */
  async function eventsOf(answer: Response, count: number): Promise<readonly unknown[]> {
    const reader = answer.body?.getReader()
    let text = ''
    while (text.split('event: records').length <= count) {
      const { done, value } = (await reader?.read()) ?? { done: true }
      if (done || value === undefined) break
      text += Buffer.from(value).toString()
    }
    await reader?.cancel()
    return [...text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => JSON.parse(data))
  }

  test('tell every window of each record', async () => {
    const answer = await served.get('api/news')
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    await served.edit(0, accept('0-1:0-1'))
    await served.edit(1, undo)
    expect(await eventsOf(answer, 2)).toEqual([
      { revision: 1, records: [accept('0-1:0-1')] },
      { revision: 2, records: [undo] },
    ])
  })
  test('begin with what a window has missed', async () => {
    await served.edit(0, accept('0-1:0-1'))
    expect(await eventsOf(await served.get('api/news?revision=0'), 1)).toEqual([
      { revision: 1, records: [accept('0-1:0-1')] },
    ])
  })
  test('go on where a browser was cut off', async () => {
    await served.edit(0, accept('0-1:0-1'))
    await served.edit(1, undo)
    const answer = await fetch(`${served.inspector.address}api/news`, { headers: { 'Last-Event-ID': '1' } })
    expect(await eventsOf(answer, 1)).toEqual([{ revision: 2, records: [undo] }])
  })
  test('end when the server does', async () => {
    const answer = await served.get('api/news')
    await served.inspector.close()
    await expect(answer.text().catch(() => 'cut off')).resolves.toBeDefined()
  })
})

describe('why and what is wrong', () => {
  test('evidence, words and failed checks of beads come by their ids', async () => {
    const details = await served.json<readonly BeadDetail[]>('api/beads?ids=0-1:0-1,2-3:2-3,9-9:9-9')
    expect(details.map(({ id }) => id)).toEqual(['0-1:0-1', '2-3:2-3'])
    expect(details[0]).toMatchObject({ checks: [], words: { known: 1 }, evidence: [{ key: 'date:monday' }, {}] })
    expect(details[1]?.checks).toEqual([
      { check: 'number', note: '140 in the source, but 410 in the target', source: [[62, 65]], target: [[61, 64]] },
    ])
  })
  test('checks of all beads name those that failed, and follow what is done', async () => {
    expect(await served.json<CheckList>('api/checks?revision=0')).toEqual({
      revision: 0,
      failed: { '2-3:2-3': ['number'] },
    })
    const act = { by: '', at: '2026-01-31T10:00:00Z' }
    const mended = await served.edit(0, {
      edit: 'retext',
      ...act,
      bead: '2-3:2-3',
      side: 'target',
      text: 'It is 140 metres.',
    })
    expect(mended.body.failed).toEqual({ '2-3:2-3': [] })
    expect((await served.json<CheckList>('api/checks?revision=1')).failed).toEqual({})
    const merged = await served.edit(1, undo, { edit: 'merge', ...act, beads: ['1-2:1-2', '2-3:2-3'] })
    expect(merged.body.failed).toEqual({ '1-3:1-3': ['number'] })
    const rejected = await served.edit(3, { edit: 'reject', ...act, beads: ['1-3:1-3'] })
    expect(rejected.body.failed).toEqual({ '1-3:1-3': [] })
  })
  test('too many ids are refused', async () => {
    const ids = Array.from({ length: 501 }, (_, k) => `${k}-${k + 1}:${k}-${k + 1}`).join()
    expect((await served.get(`api/beads?ids=${ids}`)).status).toBe(400)
  })
})

describe('exports', () => {
  const wanted = { relations: ['translation'], minConfidence: 0, profile: 'plain', download: false }

  test('go into the folder of the alignment, with the same bytes as on the command line', async () => {
    await served.edit(0, { edit: 'reject', by: '', at: '2026-01-31T10:00:00Z', beads: ['2-3:2-3'] })
    const answer = await served.post('api/export', { ...wanted, to: 'talk.tmx' })
    expect([answer.status, await answer.json()]).toEqual([200, { paths: [join(served.folder, 'talk.tmx')], units: 4 }])
    const text = readFileSync(join(served.folder, 'talk.tmx'), 'utf8')
    expect(text).toContain('De brug gaat maandag open.')
    expect(text).not.toContain('410')
    const download = await served.post('api/export', { ...wanted, to: 'talk.tmx', download: true })
    expect(await download.text()).toBe(text)
    expect(download.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''talk.tmx")
  })
  test('go into a memory', async () => {
    const answer = await served.post('api/export', { ...wanted, to: 'own.zmem' })
    expect([answer.status, await answer.json()]).toEqual([200, { paths: [join(served.folder, 'own.zmem')], units: 5 }])
  })
  test('for reviewers are a sheet with every bead, its checks among them, which comes back as edits', async () => {
    const answer = await served.post('api/export', { ...wanted, to: 'talk.xlsx' })
    const path = join(served.folder, 'talk.xlsx')
    expect([answer.status, await answer.json()]).toEqual([200, { paths: [path], units: 5 }])
    const download = await served.post('api/export', { ...wanted, to: 'talk.xlsx', download: true })
    expect(Buffer.from(await download.arrayBuffer()).equals(readFileSync(path))).toBe(true)
    const typed = await runInProcess(['review', served.path, '--sheet', join(served.folder, 'typed.xlsx')])
    expect(typed.exitCode).toBe(0)
    expect(readFileSync(join(served.folder, 'typed.xlsx')).equals(readFileSync(path))).toBe(true)
    const table = await runInProcess(['review', served.path, '--sheet', join(served.folder, 'typed.csv')])
    expect(table.exitCode).toBe(0)
    expect(readFileSync(join(served.folder, 'typed.csv'), 'utf8')).toContain('140 in the source, but 410 in the target')
    const act = { by: 'reviewer', at: '2026-01-31T10:00:00Z' }
    const silent = { report: () => undefined }
    expect(await readSheet(inputFrom(path), served.inspector.session.alignment(), act, silent)).toEqual([])
  })
  test('never write over what is being edited', async () => {
    writeFileSync(join(served.folder, 'talk.nl.txt'), 'the text itself')
    await served.edit(0, accept('0-1:0-1'))
    symlinkSync(served.path, join(served.folder, 'link.json'))
    const before = readFileSync(served.path, 'utf8')
    for (const to of [
      'talk.json',
      './talk.json',
      'client/../talk.json',
      served.path,
      'TALK.json',
      'link.json',
      'talk.edits.json',
    ]) {
      const answer = await served.post('api/export', { ...wanted, to })
      expect([to, answer.status]).toEqual([to, 422])
    }
    expect((await served.post('api/export', { ...wanted, to: 'talk.nl.txt' })).status).toBe(422)
    expect(readFileSync(served.path, 'utf8')).toBe(before)
    expect(recordsIn(served.inspector.edits)).toHaveLength(1)
  })
  test('never write over a sheet with changes that nobody has taken over', async () => {
    const path = join(served.folder, 'back.xlsx')
    const filled = 'bead;target;decision\n0-1:0-1;The bridge opens Monday.;yes\n'
    writeFileSync(path, filled)
    const answer = await served.post('api/export', { ...wanted, to: 'back.xlsx' })
    expect([answer.status, await answer.json()]).toEqual([422, expect.objectContaining({ code: 'WRITE_FAILED' })])
    expect(readFileSync(path, 'utf8')).toBe(filled)
  })
  test('in several files leave the two texts alone too', async () => {
    const path = join(served.folder, 'talk.en.txt')
    for (const name of ['talk.json', 'talk.edits.json']) {
      const answer = await served.post('api/export', { ...wanted, to: name })
      expect([answer.status, await answer.json()]).toEqual([422, expect.objectContaining({ code: 'WRITE_FAILED' })])
    }
    writeFileSync(path, 'as it was')
    symlinkSync(path, join(served.folder, 'x.en'))
    const answer = await served.post('api/export', { ...wanted, to: 'x.moses' })
    expect([answer.status, await answer.json()]).toEqual([422, expect.objectContaining({ code: 'WRITE_FAILED' })])
    expect(existsSync(join(served.folder, 'x.nl'))).toBe(false)
    expect(readFileSync(path, 'utf8')).toBe('as it was')
  })
  test('with half a surrogate pair in their name are handed out', async () => {
    const answer = await served.post('api/export', { ...wanted, to: 'a\ud800.tmx', download: true })
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      "attachment; filename*=UTF-8''a%EF%BF%BD.tmx",
    ])
  })
  test.each([
    ['an ending that nothing has', { to: 'x.nothing' }, 422],
    ['a folder that is not there', { to: 'none/x.tmx' }, 422],
    ['no name', { to: ' ' }, 400],
    ['a name with a null', { to: 'a\0.tmx' }, 400],
    ['a memory to be downloaded', { to: 'x.zmem', download: true }, 422],
    ['several files to be downloaded', { to: 'x.moses', download: true }, 422],
    ['a relation that is none', { to: 'x.tmx', relations: ['friend'] }, 400],
    ['a probability of two', { to: 'x.tmx', minConfidence: 2 }, 400],
  ])('refuse %s', async (_what, part, status) => {
    const answer = await served.post('api/export', { ...wanted, ...part })
    expect([answer.status, await answer.json()]).toEqual([
      status,
      { code: expect.any(String), message: expect.any(String), next: expect.any(String) },
    ])
  })
})
