import { type Context, Hono } from 'hono'
import type { Exported, ExportPost, Kept, Refusal } from '../protocol.ts'
import type { Download } from './exporting.ts'
import { guard, safeHeaders } from './guard.ts'
import type { NewsDesk } from './news.ts'
import type { PageFiles } from './page-files.ts'
import { editPostOf, exportPostOf, type RecordReader, realignPostOf, rerunPostOf, revisionOf } from './posts.ts'
import { malformed, type Refused, refusalOf, requestRefusals } from './refusal.ts'
import type { Outcome, Session } from './session.ts'

/** What every page is served with. */
export interface RequestParts {
  readonly files: PageFiles
  readonly token: string
  /** The port that the server listens on; known once it does. */
  port(): number
}

/** What the routes are made of. */
export interface AppParts extends RequestParts {
  readonly session: Session
  readonly desk: NewsDesk
  readonly readRecord: RecordReader
  export(post: ExportPost): Promise<Exported>
  download(post: ExportPost): Promise<Download>
  /** Called when a page has got its sheet. */
  opened(): void
}

/** Bodies up to this are taken, in bytes: decisions on 100,000 beads, not more. */
const mostBytes = 8 << 20
/** So many beads are explained at once. */
const mostIds = 500

/** Answers all requests of the page; nothing that goes wrong ends it. */
export function createApp(parts: AppParts): (request: Request) => Response | Promise<Response> {
  const app = createFrame(parts)
  addGets(app, parts)
  addPosts(app, parts)
  addFiles(app, parts, 'api/first')
  return app.fetch
}

/** Routes by path below `api/`, whose answers are JSON. */
export interface ApiRoutes {
  readonly gets: Readonly<Record<string, () => Promise<unknown>>>
  readonly posts: Readonly<Record<string, (body: unknown) => Promise<unknown>>>
}

/** Answers the requests of a page that asks and is told, under the same rules; nothing that goes wrong ends it. */
export function createApiApp(
  parts: RequestParts,
  { gets, posts }: ApiRoutes,
): (request: Request) => Response | Promise<Response> {
  const app = createFrame(parts)
  for (const [path, handle] of Object.entries(gets)) {
    app.get(`/:token/api/${path}`, async (c) => jsonAnswer(c, await handle()))
    app.all(`/:token/api/${path}`, (c) => wrongMethod(c, 'GET'))
  }
  for (const [path, handle] of Object.entries(posts)) {
    app.post(`/:token/api/${path}`, async (c) => {
      if (!isJson(c)) return answer(c, requestRefusals.type)
      const text = await bodyOf(c.req.raw)
      return text === undefined ? answer(c, requestRefusals.size) : jsonAnswer(c, await handle(jsonOf(text)))
    })
    app.all(`/:token/api/${path}`, (c) => wrongMethod(c, 'POST'))
  }
  addFiles(app, parts)
  return app.fetch
}

const jsonAnswer = (c: Context, value: unknown): Response =>
  c.body(JSON.stringify(value), 200, { 'Content-Type': jsonType })

/** What no request gets past. */
function createFrame(parts: RequestParts): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    const refused = guardOf(c, parts)
    if (refused === undefined) await next()
    else c.res = answer(c, refused)
    for (const [name, value] of Object.entries(safeHeaders)) c.res.headers.set(name, value)
  })
  app.onError((error, c) => answer(c, refusalOf(error)))
  app.notFound((c) => answer(c, requestRefusals.path))
  return app
}

const answer = (c: Context, { status, refusal }: Refused): Response => c.json(refusal satisfies Refusal, status)

function guardOf(c: Context, { port, token }: RequestParts): Refused | undefined {
  const given = c.req.path.split('/', 2)[1] ?? ''
  return guard({ host: c.req.header('host'), origin: c.req.header('origin'), token: given }, port(), token)
}

function addGets(app: Hono, { session, desk, opened }: AppParts): void {
  const get = (path: string, handle: (c: Context) => Response | Promise<Response>): void => {
    app.get(`/:token/api/${path}`, handle)
    app.all(`/:token/api/${path}`, (c) => wrongMethod(c, 'GET'))
  }
  get('first', (c) => {
    opened()
    return piecesAnswer(c, session.firstText(), jsonType)
  })
  get('sheet', (c) => {
    opened()
    return piecesAnswer(c, session.sheetText(), jsonType)
  })
  for (const side of ['source', 'target'] as const)
    get(`text/${side}`, (c) => {
      const text = session.sideText(side)
      if (text === undefined) return answer(c, requestRefusals.path)
      return piecesAnswer(c, [text.bytes], `text/plain; charset=${text.charset}`)
    })
  get('beads', async (c) => {
    const ids = (c.req.query('ids') ?? '').split(',').filter((id) => id !== '')
    if (ids.length > mostIds) throw malformed(`more than ${mostIds} beads at once`)
    return c.json(await session.details(ids))
  })
  get('checks', async (c) => c.json(await session.checks()))
  get('news', (c) => {
    const revision = c.req.header('last-event-id') ?? c.req.query('revision')
    const known = revision === undefined ? session.revision() : revisionOf(revision)
    const records = session.since(known)
    const missed = records.length === 0 ? undefined : { revision: session.revision(), records }
    return c.body(desk.open(missed), 200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
  })
}

const jsonType = 'application/json; charset=utf-8'

function piecesAnswer(c: Context, pieces: readonly Uint8Array[], type: string): Response {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  return c.body(streamOf(pieces), 200, { 'Content-Type': type, 'Content-Length': String(length) })
}

/** Bytes as a stream: they are passed on as they are, and copied nowhere. */
const streamOf = (pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })

function addPosts(app: Hono, parts: AppParts): void {
  const { session, readRecord } = parts
  const post = (path: string, handle: (c: Context, body: unknown) => Promise<Response>): void => {
    app.post(`/:token/api/${path}`, async (c) => {
      if (!isJson(c)) return answer(c, requestRefusals.type)
      const text = await bodyOf(c.req.raw)
      return text === undefined ? answer(c, requestRefusals.size) : handle(c, jsonOf(text))
    })
    app.all(`/:token/api/${path}`, (c) => wrongMethod(c, 'POST'))
  }
  post('edits', async (c, body) => keptAnswer(c, await session.edit(editPostOf(body, readRecord))))
  post('realign', async (c, body) => keptAnswer(c, await session.realign(realignPostOf(body))))
  post('rerun', async (c, body) => keptAnswer(c, await session.rerun(rerunPostOf(body))))
  post('export', async (c, body) => {
    const wanted = exportPostOf(body)
    if (!wanted.download) return c.json(await parts.export(wanted))
    const { name, bytes } = await parts.download(wanted)
    // Half a surrogate pair, which a name may hold, cannot be put in a header: passing through bytes makes it U+FFFD.
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(Buffer.from(name).toString())}`,
    })
  })
}

const keptAnswer = (c: Context, { isKept, kept }: Outcome): Response => c.json(kept satisfies Kept, isKept ? 200 : 409)

/** `first`: what the page asks for before all else. The browser is told so with the page, and asks before it has read the script. */
function addFiles(app: Hono, { files, token }: RequestParts, first?: string): void {
  const page = files.get('index.html')
  const preload = first === undefined ? {} : { Link: `<${first}>; rel=preload; as=fetch; crossorigin` }
  app.on(['GET', 'HEAD'], `/:token/*`, (c) => {
    const name = c.req.path.slice(token.length + 2)
    const file = files.get(name === '' ? 'index.html' : name)
    if (file === undefined) return answer(c, requestRefusals.path)
    return c.body(new Uint8Array(file.bytes), 200, { 'Content-Type': file.type, ...(file === page ? preload : {}) })
  })
  app.get('/:token', (c) => c.redirect(`/${token}/`))
  app.all('/:token/*', (c) => wrongMethod(c, 'GET'))
}

function wrongMethod(c: Context, allowed: string): Response {
  c.header('Allow', allowed)
  return answer(c, requestRefusals.method)
}

/** A form of a foreign page can send anything but this. */
const isJson = (c: Context): boolean =>
  (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() === 'application/json'

/** The text of a body; undefined when it is too large. */
async function bodyOf(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > mostBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw malformed('the body is no JSON')
  }
}
