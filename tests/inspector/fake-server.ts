import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import type { EditRecord } from '../../src/editing.ts'
import { inputFrom, readAlignment } from '../../src/index.ts'
import type { EditPost, Kept } from '../../src/inspector/protocol.ts'
import { sheetOf } from '../../src/inspector/server/sheet.ts'
import { type MadeSheet, makeSheet } from './made-sheet.ts'

/** A server for the page that knows only a made sheet: `tsx tests/inspector/fake-server.ts [BEADS | FILE.json] [PORT]`. */
export async function serveMade(made: MadeSheet, client: string, port = 0): Promise<{ url: string; server: Server }> {
  const records: EditRecord[] = [...made.sheet.records]
  const listeners = new Set<ServerResponse>()
  const body = JSON.stringify({ ...made.sheet, records: [] })
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const path = url.pathname.replace(/^\/made\//u, '')
    const json = (value: unknown, status = 200): void => {
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(typeof value === 'string' ? value : JSON.stringify(value))
    }
    if (path === 'api/sheet' || path === 'api/first') json(records.length === 0 ? body : { ...made.sheet, records })
    else if (path === 'api/beads') json((url.searchParams.get('ids') ?? '').split(',').map(made.detailOf))
    else if (path === 'api/checks') json({ revision: records.length, failed: { '9-10:9-10': ['number'] } })
    else if (path === 'api/news') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n')
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
    } else if (path === 'api/edits') {
      const post = JSON.parse(await textOf(request)) as EditPost
      const isBehind = post.revision !== records.length
      const known = records.length
      if (!isBehind) records.push(...post.records)
      const kept: Kept = { revision: records.length, records: isBehind ? records.slice(post.revision) : [], failed: {} }
      json(kept, isBehind ? 409 : 200)
      const news = `event: records\ndata: ${JSON.stringify({ revision: records.length, records: records.slice(known) })}\n\n`
      if (!isBehind) for (const listener of listeners) listener.write(news)
    } else if (path.startsWith('api/')) json({ code: 'FAKE', message: 'the made server cannot do this', next: '' }, 400)
    else await sendFile(join(client, normalize(path === '' ? 'index.html' : path)), response)
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/made/`, server }
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

async function sendFile(file: string, response: ServerResponse): Promise<void> {
  try {
    const content = await readFile(file)
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(content)
  } catch {
    response.writeHead(404).end()
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** An alignment of a file, with the evidence that it keeps. */
async function readMade(file: string): Promise<MadeSheet> {
  const alignment = await readAlignment(inputFrom(file), { report: () => undefined })
  const base = await sheetOf(alignment, { name: file, isEditable: true, by: 'tester', folder: '/tmp' })
  return {
    sheet: { ...base, records: [] },
    detailOf: (id) => {
      const evidence = alignment.beads.find((bead) => bead.id === id)?.evidence ?? []
      const known = evidence.filter(({ kind }) => kind === 'word').length
      return { id, evidence, checks: [], words: { known, all: Math.round(known * 1.4) } }
    },
  }
}

if (process.argv[1]?.endsWith('fake-server.ts')) {
  const [what = '1000', port = '0'] = process.argv.slice(2)
  const client = new URL('../../dist/inspector/client/', import.meta.url).pathname
  const made = /^\d+$/u.test(what) ? makeSheet(Number(what)) : await readMade(what)
  const { url } = await serveMade(made, client, Number(port))
  process.stdout.write(`${url}\n`)
}
