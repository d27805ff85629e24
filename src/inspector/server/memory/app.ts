import { type Context, Hono } from 'hono'
import { addFiles, answer, bodyOf, guardOf, isJson, jsonOf, type RequestParts, wrongMethod } from '../app.ts'
import { safeHeaders } from '../guard.ts'
import { refusalOf, requestRefusals } from '../refusal.ts'
import { changePostOf, concordancePostOf, fuzzyPostOf, unitsPostOf } from './posts.ts'
import type { MemorySession } from './session.ts'

/** What the routes of a memory are made of. */
export interface MemoryAppParts extends RequestParts {
  readonly session: MemorySession
}

/** Answers all requests of the page of a memory; nothing that goes wrong ends it. */
export function createMemoryApp(parts: MemoryAppParts): (request: Request) => Response | Promise<Response> {
  const { session } = parts
  const app = new Hono()
  app.use(async (c, next) => {
    const refused = guardOf(c, parts)
    if (refused === undefined) await next()
    else c.res = answer(c, refused)
    for (const [name, value] of Object.entries(safeHeaders)) c.res.headers.set(name, value)
  })
  app.onError((error, c) => answer(c, refusalOf(error)))
  app.notFound((c) => answer(c, requestRefusals.path))
  const get = (path: string, handle: () => Promise<unknown>): void => {
    app.get(`/:token/api/${path}`, async (c) => json(c, await handle()))
    app.all(`/:token/api/${path}`, (c) => wrongMethod(c, 'GET'))
  }
  const post = <Body>(path: string, read: (body: unknown) => Body, handle: (body: Body) => Promise<unknown>): void => {
    app.post(`/:token/api/${path}`, async (c) => {
      if (!isJson(c)) return answer(c, requestRefusals.type)
      const text = await bodyOf(c.req.raw)
      return text === undefined ? answer(c, requestRefusals.size) : json(c, await handle(read(jsonOf(text))))
    })
    app.all(`/:token/api/${path}`, (c) => wrongMethod(c, 'POST'))
  }
  get('memory', session.sheet)
  get('history', session.history)
  get('figures', session.figures)
  post('units', unitsPostOf, session.units)
  post('concordance', concordancePostOf, session.concordance)
  post('fuzzy', fuzzyPostOf, session.fuzzy)
  post('change', changePostOf, session.change)
  addFiles(app, parts)
  return app.fetch
}

const json = (c: Context, value: unknown): Response =>
  c.body(JSON.stringify(value), 200, { 'Content-Type': 'application/json; charset=utf-8' })
