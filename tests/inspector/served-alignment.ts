import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeNative } from '../../src/formats/native/write.ts'
import type { Alignment, EditRecord } from '../../src/index.ts'
import type { Kept, Refusal, Sheet } from '../../src/inspector/protocol.ts'
import { type Inspector, startInspector } from '../../src/inspector/server/start.ts'
import { madeAlignment, madeBead, madeDocument } from '../made-alignment.ts'

const context = { report: () => undefined }

/** An alignment in a folder of its own, and its page. */
export interface Served {
  readonly folder: string
  readonly path: string
  readonly inspector: Inspector
  get(path: string): Promise<Response>
  json<Body>(path: string): Promise<Body>
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** Posts edits and gives status and answer. */
  edit(revision: number, ...records: readonly EditRecord[]): Promise<Answered>
  end(): Promise<void>
}

export interface Answered {
  readonly status: number
  readonly body: Kept & Refusal
}

/** A folder with an alignment and a page that says nothing. */
export function placeAlignment(alignment: Alignment, name = 'talk.json') {
  const folder = mkdtempSync(join(tmpdir(), 'zinpaar-inspector-'))
  const client = join(folder, 'client')
  mkdirSync(join(client, 'assets'), { recursive: true })
  writeFileSync(join(client, 'index.html'), '<!doctype html><title>made</title>')
  writeFileSync(join(client, 'assets/page.js'), 'export {}\n')
  writeFileSync(join(client, 'secret.key'), 'not for the page')
  const path = join(folder, name)
  writeFileSync(path, [...writeNative(alignment)].join(''))
  return { folder, client, path }
}

/** Serves an alignment from a new folder. */
export async function serve(alignment: Alignment): Promise<Served> {
  const { folder, client, path } = placeAlignment(alignment)
  const inspector = await startInspector({ path, by: 'tester', client }, context)
  return {
    folder,
    path,
    inspector,
    ...clientOf(inspector.address),
    async end() {
      await inspector.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** What a page does with an address. */
export function clientOf(address: string): Pick<Served, 'get' | 'json' | 'post' | 'edit'> {
  const post: Served['post'] = (path, body, headers = { 'Content-Type': 'application/json' }) =>
    fetch(address + path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })
  return {
    get: (path) => fetch(address + path),
    json: async <Body>(path: string) => (await (await fetch(address + path)).json()) as Body,
    post,
    async edit(revision, ...records) {
      const answer = await post('api/edits', { revision, records })
      return { status: answer.status, body: (await answer.json()) as Answered['body'] }
    },
  }
}

/** A request with headers that `fetch` would set itself. */
export function rawRequest(
  address: string,
  options: { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string },
): Promise<{ readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      address,
      { agent: false, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(options.body)
  })
}

const act = { by: 'tester', at: '2026-01-31T10:00:00.000Z' }
export const accept = (...beads: readonly string[]): EditRecord => ({ edit: 'accept', ...act, beads })
export const note = (bead: string, text: string): EditRecord => ({ edit: 'comment', ...act, bead, note: text })
export const undo: EditRecord = { edit: 'undo', ...act }

/** Five sentences and their renderings, with a number that differs in the third pair, and what would break a page. */
export function talk(): Alignment {
  const source = madeDocument('talk.nl.txt', 'nl', [
    'De brug gaat maandag open.',
    'Er komen tien schepen.',
    'De sluis is 140 meter lang.',
    '<script>alert(1)</script> is tekst ]]>',
    'Einde.',
  ])
  const target = madeDocument('talk.en.txt', 'en', [
    'The bridge opens on Monday.',
    'Ten ships will come.',
    'The lock is 410 metres long.',
    '<script>alert(1)</script> is text ]]>',
    'The end.',
  ])
  const monday = {
    scorer: 'entity',
    score: 3,
    note: 'both name maandag = Monday',
    kind: 'date' as const,
    key: 'date:monday',
    links: [{ source: { start: 13, end: 20 }, target: { start: 20, end: 26 } }],
  }
  const fits = { scorer: 'length', score: 1, note: 'the lengths fit' }
  const beads = source.segments.map((_, k) =>
    madeBead([k, k + 1], [k, k + 1], 'translation', 0.9, k === 0 ? [monday, fits] : [fits]),
  )
  return madeAlignment(source, target, beads)
}

export type { Sheet }
