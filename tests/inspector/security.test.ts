import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createToken, guard } from '../../src/inspector/server/guard.ts'
import { accept, rawRequest, type Served, serve, talk } from './served-alignment.ts'

let served: Served
let host = ''
let token = ''
beforeAll(async () => {
  served = await serve(talk())
  const { pathname, host: here } = new URL(served.inspector.address)
  host = here
  token = pathname.slice(1, -1)
})
afterAll(() => served.end())

const body = JSON.stringify({ revision: 0, records: [accept('0-1:0-1')] })
const json = { 'Content-Type': 'application/json' }
const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET', sent?: string) =>
  rawRequest(`http://${host}${path}`, { method, headers, ...(sent === undefined ? {} : { body: sent }) })

describe('who asks', () => {
  test.each([
    ['no token', () => '/api/sheet'],
    ['nothing at all', () => '/'],
    ['another token', () => `/${createToken()}/api/sheet`],
    ['the start of the token', () => `/${token.slice(0, -1)}/api/sheet`],
    ['the token and more', () => `/${token}x/api/sheet`],
    ['the token in the wrong place', () => `/x/${token}/api/sheet`],
  ])('with %s finds nothing', async (_what, path) => {
    const { status, text } = await ask(path())
    expect([status, JSON.parse(text).code]).toEqual([404, 'REQUEST_NOT_FOUND'])
    expect(text).not.toContain(token)
  })
  test.each(['evil.example', `evil.example:1`, '127.0.0.1', '127.0.0.1:1', '[::1]:80'])(
    'under the name %s is refused',
    async (name) => {
      const { status } = await ask(`/${token}/api/sheet`, { Host: name })
      expect(status).toBe(403)
    },
  )
  test('on the port that browsers do not name is answered all the same', () => {
    const asked = { host: '127.0.0.1', origin: 'http://127.0.0.1', token: 'a' }
    expect(guard(asked, 80, 'a')).toBeUndefined()
    expect(guard({ ...asked, host: 'evil.example' }, 80, 'a')?.status).toBe(403)
    expect(guard(asked, 8080, 'a')?.status).toBe(403)
  })
  test('under the name localhost is answered', async () => {
    expect((await ask(`/${token}/api/sheet`, { Host: host.replace('127.0.0.1', 'localhost') })).status).toBe(200)
  })
  test.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1', 'file://'])(
    'from the origin %s is refused, for reading and for writing',
    async (origin) => {
      expect((await ask(`/${token}/api/sheet`, { Origin: origin })).status).toBe(403)
      const { status } = await ask(`/${token}/api/edits`, { ...json, Origin: origin }, 'POST', body)
      expect(status).toBe(403)
      expect(served.inspector.session.revision()).toBe(0)
    },
  )
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'with a body of type %j changes nothing',
    async (type) => {
      const { status } = await ask(`/${token}/api/edits`, type === '' ? {} : { 'Content-Type': type }, 'POST', body)
      expect(status).toBe(415)
      expect(served.inspector.session.revision()).toBe(0)
    },
  )
})

describe('what is asked', () => {
  test.each([
    ['POST', 'api/sheet', 'GET'],
    ['DELETE', 'api/beads', 'GET'],
    ['GET', 'api/edits', 'POST'],
    ['PUT', 'api/export', 'POST'],
    ['OPTIONS', 'api/edits', 'POST'],
    ['POST', '', 'GET'],
    ['DELETE', 'index.html', 'GET'],
  ])('%s %s is not allowed', async (method, path, allowed) => {
    const { status, headers } = await ask(`/${token}/${path}`, json, method, /^P/.test(method) ? '{}' : undefined)
    expect([status, headers.allow]).toEqual([405, allowed])
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })
  test('a body that is too large is not read', async () => {
    const { status } = await ask(`/${token}/api/edits`, json, 'POST', `{"x":"${'x'.repeat(9 << 20)}"}`)
    expect(status).toBe(413)
  })
  test('one that does not say how large it is neither', async () => {
    const headers = { ...json, 'Transfer-Encoding': 'chunked' }
    const { status } = await ask(`/${token}/api/edits`, headers, 'POST', `{"x":"${'x'.repeat(9 << 20)}"}`)
    expect(status).toBe(413)
  })
})

describe('every answer', () => {
  test.each([
    ['the page', () => `/${token}/`, {}],
    ['the sheet', () => `/${token}/api/sheet`, {}],
    ['a refusal', () => `/${token}/api/none`, {}],
    ['a wrong token', () => '/x/', {}],
    ['a wrong host', () => `/${token}/`, { Host: 'evil.example' }],
  ])('has the headers that keep it safe: %s', async (_what, path, sent) => {
    const { headers } = await ask(path(), sent)
    const policy = String(headers['content-security-policy'])
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ])
      expect(policy).toContain(rule)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
  })
  test('is no page when it is data, whatever the texts hold', async () => {
    const { headers, text } = await ask(`/${token}/api/sheet`)
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(text).toContain('<script>alert(1)</script>')
    const refused = await ask(`/${token}/api/beads/<script>alert(1)</script>`)
    expect([refused.status, refused.headers['content-type']]).toEqual([404, 'application/json'])
  })
})

test('tokens are long, and no two alike', () => {
  const tokens = Array.from({ length: 100 }, createToken)
  expect(new Set(tokens).size).toBe(100)
  for (const each of tokens) expect(each).toMatch(/^[\w-]{32}$/)
})
