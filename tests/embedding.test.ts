import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Context, Embedder } from '../src/core/contracts.ts'
import type { Diagnostic } from '../src/core/types.ts'
import { cached, embedderOf } from '../src/embedding.ts'
import { vectorCache } from '../src/embedding-cache.ts'
import { createServerEmbedder } from '../src/embedding-server.ts'
import { embeddingsAddress, isLoopback, isServerAddress } from '../src/server-address.ts'
import { type Answer, conceptVector, type MadeServer, sendJson, sendVectors, startServer } from './embedding-server.ts'

const quiet: Context = { report: () => undefined }
const model = 'made-model'
const good: Answer = (texts, response) => sendVectors(response, texts.map(conceptVector))

let servers: MadeServer[] = []
async function serve(answer: Answer): Promise<MadeServer> {
  const server = await startServer(answer)
  servers.push(server)
  return server
}
let dataFolder = ''
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'zinpaar-vectors-'))
})
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()))
  servers = []
  rmSync(dataFolder, { recursive: true })
})

describe('addresses', () => {
  test('are completed where they end before the path of the service', () => {
    expect(embeddingsAddress('http://localhost:11434')).toBe('http://localhost:11434/v1/embeddings')
    expect(embeddingsAddress('http://localhost:11434/v1/')).toBe('http://localhost:11434/v1/embeddings')
    expect(embeddingsAddress('http://[::1]:8080/api/embed')).toBe('http://[::1]:8080/api/embed')
  })
  test.each(['localhost:11434', '', 'ftp://x', 'http://', 'http://name:secret@localhost', 'file:///etc/passwd'])(
    'are not %o',
    (address) => {
      expect(isServerAddress(address)).toBe(false)
      expect(() => createServerEmbedder({ address, model })).toThrow(expect.objectContaining({ code: 'EMBED_FAILED' }))
    },
  )
  test('of this computer are told from others', () => {
    for (const host of ['localhost', '127.0.0.1', '127.8.8.8', '[::1]', 'models.localhost'])
      expect(isLoopback(`http://${host}:1/`)).toBe(true)
    for (const host of ['example.org', '10.0.0.3', '127.0.0.1.example.org', 'localhost.example.org'])
      expect(isLoopback(`http://${host}/`)).toBe(false)
  })
})

describe('a server', () => {
  const ask = (server: MadeServer, texts: readonly string[], more = {}): Promise<readonly Float32Array[]> =>
    createServerEmbedder({ address: server.address, model, waitMs: 1, timeoutMs: 5000, ...more }).embed(texts, quiet)

  test('is asked in batches, and its answers come in the order of the texts', async () => {
    const server = await serve(good)
    const texts = Array.from({ length: 75 }, (_, i) => `zuqa${'abcdefghij'[i % 10]} ${i}`)
    const vectors = await ask(server, texts)
    expect(server.requests.flat()).toEqual(texts)
    expect(server.requests.length).toBe(3)
    expect(vectors).toEqual(texts.map((text) => Float32Array.from(conceptVector(text))))
  })

  test('is asked for no more than the start of a long text', async () => {
    const server = await serve(good)
    await ask(server, ['x'.repeat(50_000)])
    expect(server.requests[0]?.[0]?.length).toBe(2000)
  })

  test.each([429, 500, 503])('that answers %i is asked again, a few times', async (status) => {
    const slow = await serve((texts, response, count) =>
      count < 3 ? sendJson(response, status, {}, { 'retry-after': '0' }) : good(texts, response, count),
    )
    expect((await ask(slow, ['a'])).length).toBe(1)
    expect(slow.requests.length).toBe(3)
    const stuck = await serve((_, response) => sendJson(response, status, { error: 'too much to do' }))
    await expect(ask(stuck, ['a'])).rejects.toMatchObject({
      code: 'EMBED_FAILED',
      message: `${stuck.address}/v1/embeddings did not answer after 4 tries: ${status}: too much to do`,
    })
    expect(stuck.requests.length).toBe(4)
  })

  test('whose connection breaks is asked again', async () => {
    const server = await serve((texts, response, count) =>
      count === 1 ? response.destroy() : good(texts, response, count),
    )
    expect((await ask(server, ['a'])).length).toBe(1)
  })

  test('without the model says so at once', async () => {
    const server = await serve((_, response) => sendJson(response, 404, { error: { message: 'no such\nmodel' } }))
    await expect(ask(server, ['a'])).rejects.toMatchObject({
      code: 'EMBED_FAILED',
      message: `${server.address}/v1/embeddings answered 404: no such model`,
      hint: expect.stringContaining(model),
    })
    expect(server.requests.length).toBe(1)
  })

  test('that is silent is not waited for', async () => {
    const server = await serve(() => undefined)
    await expect(ask(server, ['a'], { timeoutMs: 60 })).rejects.toMatchObject({
      code: 'EMBED_FAILED',
      message: expect.stringContaining('did not answer within 0.06 seconds'),
    })
  })

  test('that is not there is named', async () => {
    const server = await serve(good)
    await server.close()
    await expect(ask(server, ['a'])).rejects.toMatchObject({
      code: 'EMBED_FAILED',
      message: `${server.address}/v1/embeddings cannot be reached: no program listens there`,
    })
  })

  test('cannot send the texts on to another', async () => {
    const other = await serve(good)
    const server = await serve((_, response) => sendJson(response, 307, {}, { location: other.address }))
    await expect(ask(server, ['a'])).rejects.toMatchObject({ code: 'EMBED_FAILED' })
    expect(other.requests).toEqual([])
  })

  const answers: readonly (readonly [string, unknown])[] = [
    ['no JSON', undefined],
    ['no list', { data: 'x' }],
    ['nothing', { data: [] }],
    ['one vector for two texts', { data: [{ index: 0, embedding: [1, 2] }] }],
    [
      'one place twice',
      {
        data: [
          { index: 0, embedding: [1] },
          { index: 0, embedding: [1] },
        ],
      },
    ],
    [
      'a place too far',
      {
        data: [
          { index: 0, embedding: [1] },
          { index: 2, embedding: [1] },
        ],
      },
    ],
    ['no numbers', { data: [{ embedding: ['1'] }, { embedding: [1] }] }],
    ['an empty vector', { data: [{ embedding: [] }, { embedding: [1] }] }],
    ['null', { data: [null, null] }],
    ['vectors of different sizes', { data: [{ embedding: [1, 2] }, { embedding: [1] }] }],
  ]
  test.each(answers)('that answers with %s has failed', async (_, body) => {
    const server = await serve((_texts, response) => sendJson(response, 200, body ?? '<html>'))
    await expect(ask(server, ['a', 'b'])).rejects.toMatchObject({ code: 'EMBED_FAILED' })
  })

  test('stops when the work is stopped', async () => {
    const server = await serve((_, response) => sendJson(response, 503, {}))
    const embedder = createServerEmbedder({ address: server.address, model, waitMs: 10_000 })
    const stop = AbortSignal.timeout(50)
    await expect(embedder.embed(['a'], { ...quiet, signal: stop })).rejects.toThrow()
    expect(server.requests.length).toBe(1)
  })

  test('elsewhere is told of before anything is sent', async () => {
    const told: Diagnostic[] = []
    const embedder = createServerEmbedder({ address: 'http://zinpaar.invalid', model })
    const context = { report: (diagnostic: Diagnostic) => void told.push(diagnostic), signal: AbortSignal.abort() }
    await expect(embedder.embed(['a'], context)).rejects.toThrow()
    expect(told).toMatchObject([{ code: 'EMBED_REMOTE', level: 'info' }])
    expect(told[0]?.message).toContain('zinpaar.invalid')
  })
})

describe('the cache', () => {
  const texts = ['zuqaa zuqab', 'zuqac', 'zuqad zuqad']
  const file = (): string => {
    const folder = join(dataFolder, 'cache', 'embeddings')
    return join(folder, readdirSync(folder)[0] ?? '')
  }

  test('makes a second request needless, and gives the same vectors', async () => {
    const server = await serve(good)
    const choice = { address: server.address, model, dataFolder }
    const first = await embedderOf(choice).embed(texts, quiet)
    expect(await embedderOf(choice).embed([...texts].reverse(), quiet)).toEqual([...first].reverse())
    expect(server.requests.length).toBe(1)
    const more = await embedderOf(choice).embed([...texts, 'zuqae', 'zuqae'], quiet)
    expect(more.slice(0, 3)).toEqual(first)
    expect(server.requests.slice(1)).toEqual([['zuqae']])
    for (const [i, vector] of first.entries())
      for (const [k, value] of conceptVector(texts[i] ?? '').entries()) expect(vector[k]).toBeCloseTo(value, 3)
  })

  test('is of one model', async () => {
    const server = await serve(good)
    await embedderOf({ address: server.address, model, dataFolder }).embed(texts, quiet)
    await embedderOf({ address: server.address, model: 'another', dataFolder }).embed(texts, quiet)
    expect(server.requests.length).toBe(2)
  })

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -5)],
    ['changed inside', (bytes: Buffer) => Buffer.from(bytes.map((byte, i) => (i === 60 ? byte ^ 4 : byte)))],
    ['of another kind', () => Buffer.from('not a cache at all')],
    ['too short', () => Buffer.from('ZEV')],
    ['of no size', () => Buffer.from('ZEV1\0\0\0\0')],
  ])('that is %s is made anew', async (_, damage) => {
    const server = await serve(good)
    const choice = { address: server.address, model, dataFolder }
    const first = await embedderOf(choice).embed(texts, quiet)
    const whole = readFileSync(file())
    writeFileSync(file(), damage(whole))
    expect(await embedderOf(choice).embed(texts, quiet)).toEqual(first)
    expect(server.requests.length).toBe(2)
    expect(readFileSync(file()).equals(whole)).toBe(true)
    await embedderOf(choice).embed(texts, quiet)
    expect(server.requests.length).toBe(2)
  })

  test('forgets all when the model of that name gives vectors of another size', async () => {
    const sized = (size: number): Embedder => ({
      name: model,
      version: '1',
      embed: async (asked) => asked.map((text) => new Float32Array(size).fill(text.length)),
    })
    const cache = vectorCache(dataFolder, model)
    await cached(sized(8), cache).embed(texts, quiet)
    const vectors = await cached(sized(5), cache).embed([...texts, 'new'], quiet)
    expect(vectors.map((vector) => vector.length)).toEqual([5, 5, 5, 5])
    expect((await cache.find(new Set(texts))).size).toBe(3)
  })

  test('that cannot be written is done without', async () => {
    const server = await serve(good)
    writeFileSync(join(dataFolder, 'cache'), 'a file in the way')
    const choice = { address: server.address, model, dataFolder }
    expect((await embedderOf(choice).embed(texts, quiet)).length).toBe(3)
  })
})
