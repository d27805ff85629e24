import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { align } from '../src/align-texts.ts'
import type { Context, Embedder } from '../src/core/contracts.ts'
import type { Alignment } from '../src/core/types.ts'
import { readDocument } from '../src/files.ts'
import { inputOf } from '../src/input.ts'
import { type AlignOptions, createAligner } from '../src/pipeline.ts'
import { runInProcess } from './cli/run-in-process.ts'
import { conceptVector, type MadeServer, sendJson, sendVectors, startServer, wordOf } from './embedding-server.ts'
import { randomFrom } from './random.ts'
import { sharedStock } from './shared-stock.ts'

const quiet: Context = { report: () => undefined }
const embedder: Embedder = {
  name: 'made-model',
  version: '3',
  embed: async (texts) => texts.map((text) => Float32Array.from(conceptVector(text))),
}

/** Concepts of sentences of one length, so that neither words nor lengths tell what belongs to what. */
const random = randomFrom(5)
const sentences = Array.from({ length: 40 }, () => Array.from({ length: 7 }, () => 100 + Math.floor(900 * random())))
const textOf = (rows: readonly (readonly number[])[], side: 'source' | 'target'): string =>
  rows.map((row) => `${row.map((concept) => wordOf(concept, side)).join(' ')}\n`).join('')

/** Which target rows stand in the translation: some sentences are left out, some joined with the next. */
const kept = sentences.map((_, i) => i).filter((i) => ![3, 11, 12, 26, 33].includes(i))
const source = textOf(sentences, 'source')
const target = textOf(
  kept.map((i) => sentences[i] ?? []),
  'target',
)
const options: Partial<AlignOptions> = { sourceLanguage: 'und', targetLanguage: 'en', segmented: true }

async function run(
  texts: readonly [string, string],
  more: Partial<AlignOptions>,
  withEmbedder = true,
): Promise<Alignment> {
  const aligner = createAligner({ ...options, ...more }, { stock: sharedStock, ...(withEmbedder ? { embedder } : {}) })
  const read = (name: string, text: string) => readDocument(inputOf(name, text), { segmented: true }, quiet)
  return aligner.align(await read('a', texts[0]), await read('b', texts[1]), quiet)
}

/** Share of the true one-to-one pairs that an alignment has. */
function recall({ beads }: Alignment, pairs: readonly (readonly [number, number])[]): number {
  const ids = new Set(beads.map((bead) => bead.id))
  return pairs.filter(([i, j]) => ids.has(`${i}-${i + 1}:${j}-${j + 1}`)).length / pairs.length
}
const truth = kept.map((i, j) => [i, j] as const)

let folder = ''
let server: MadeServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zinpaar-plug-ins-'))
  writeFileSync(join(folder, 'a.txt'), source)
  writeFileSync(join(folder, 'b.txt'), target)
  // A machine translation chooses other words now and then.
  writeFileSync(
    join(folder, 'mt.txt'),
    textOf(
      sentences.map((row) => row.map((c, k) => (k % 3 === 1 ? c + 1000 : c))),
      'target',
    ),
  )
  writeFileSync(join(folder, 'short.txt'), textOf(sentences.slice(1), 'target'))
  server = await startServer((texts, response) => sendVectors(response, texts.map(conceptVector)))
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

describe('texts whose words nobody knows', () => {
  test.each(['auto', 'parallel'] as const)('are aligned by their vectors (%s)', async (mode) => {
    const found = await run([source, target], { mode })
    expect(recall(await run([source, target], { mode }, false), truth)).toBeLessThan(0.6)
    expect(found.mode).toBe('parallel')
    expect(recall(found, truth)).toBeGreaterThanOrEqual(0.95)
    const paired = found.beads.filter((bead) => bead.evidence.length > 0)
    for (const bead of paired) {
      expect(Math.abs(bead.evidence.reduce((sum, item) => sum + item.score, 0) - bead.score)).toBeLessThan(0.01)
      expect(bead.relation).toBe('translation')
    }
  })

  test('are aligned by a machine translation', async () => {
    const found = await run([source, target], { translationFile: join(folder, 'mt.txt') }, false)
    expect(recall(found, truth)).toBeGreaterThanOrEqual(0.95)
  })

  test('are paired without regard to order', async () => {
    const order = kept.map((_, j) => (j * 11) % kept.length)
    const mixed = textOf(
      order.map((j) => sentences[kept[j] ?? 0] ?? []),
      'target',
    )
    const pairs = order.map((j, at) => [kept[j] ?? 0, at] as const)
    const plain = await run([source, mixed], { mode: 'comparable' }, false)
    expect(recall(plain, pairs)).toBeLessThan(0.1)
    for (const found of [
      await run([source, mixed], { mode: 'comparable' }),
      await run([source, mixed], { mode: 'comparable', translationFile: join(folder, 'mt.txt') }, false),
    ]) {
      expect(recall(found, pairs)).toBeGreaterThanOrEqual(0.9)
      const shared = found.beads.filter(({ evidence }) => evidence.length > 0)
      expect(shared.filter((bead) => bead.relation === 'related').length).toBeLessThan(4)
    }
  })

  test('find sentences that were cut in two, and those that were joined', async () => {
    const rows = sentences.slice(0, 24)
    const halves = rows.flatMap((row, i) =>
      i % 4 === 0
        ? [row.slice(0, 4), row.slice(4)]
        : i % 6 === 3
          ? []
          : i % 6 === 2
            ? [[...row, ...(rows[i + 1] ?? [])]]
            : [row],
    )
    const found = await run([textOf(rows, 'source'), textOf(halves, 'target')], { mode: 'parallel' })
    let j = 0
    const wanted = rows.flatMap((_, i) => {
      const at = j
      if (i % 4 === 0) {
        j += 2
        return [`${i}-${i + 1}:${at}-${j}`]
      }
      if (i % 6 === 3) return []
      j += 1
      return [`${i}-${i % 6 === 2 && (i + 1) % 4 !== 0 ? i + 2 : i + 1}:${at}-${j}`]
    })
    const ids = new Set(found.beads.map((bead) => bead.id))
    expect(wanted.filter((id) => ids.has(id)).length / wanted.length).toBeGreaterThan(0.85)
  })
})

describe('signatures', () => {
  test('name the scorers that had something to say, with what they had', async () => {
    const plain = await run([source, target], { mode: 'parallel' }, false)
    const both = await run([source, target], { mode: 'parallel', translationFile: join(folder, 'mt.txt') })
    expect(plain.signature).toMatch(/\|scorers:entity\.1\+mismatch\.1\+translation\.2\+length\.3\|/)
    expect(plain.signature).not.toMatch(/embed|machine/)
    expect(both.signature).toContain('embedding.1+machine-translation.1')
    expect(both.signature).toMatch(/\|embedder:made-model\.3\|translation:[0-9a-f]{16}\|/)
  })
})

describe('the command line', () => {
  const inFolder = (name: string): string => join(folder, name)
  const texts = () => [
    'align',
    inFolder('a.txt'),
    inFolder('b.txt'),
    '--segmented',
    '--source-lang',
    'und',
    '--target-lang',
    'en',
  ]
  const embed = () => ['--embed', server.address, '--embed-model', 'made-model']

  test('asks the server once, and keeps what it said beside the other data', async () => {
    const dataFolder = inFolder('data')
    mkdirSync(dataFolder)
    const first = await runInProcess([...texts(), ...embed(), '--json'], '', { dataFolder })
    expect(first).toMatchObject({ exitCode: 0, stderr: '' })
    const asked = server.requests.length
    expect(asked).toBeGreaterThan(0)
    expect(await runInProcess([...texts(), ...embed(), '--json'], '', { dataFolder })).toEqual(first)
    expect(server.requests.length).toBe(asked)
    expect(first.stdout).not.toEqual((await runInProcess([...texts(), '--json'], '', { dataFolder })).stdout)
  })

  test('asks the server for a batch too', async () => {
    writeFileSync(inFolder('pairs.tsv'), 'a.txt\tb.txt\tone\na.txt\tmt.txt\ttwo\n')
    const words = ['--batch', inFolder('pairs.tsv'), '--out-dir', inFolder('out'), '--to', 'json', '--segmented']
    const done = await runInProcess(['align', ...words, '--jobs', '1', ...embed(), '--json'])
    expect(done.exitCode).toBe(0)
    expect(JSON.parse(done.stdout).failed).toBe(0)
  })

  test('tells what went wrong at the server', async () => {
    const broken = await startServer((_, response) => sendJson(response, 404, { error: 'model not found' }))
    const { stderr, exitCode } = await runInProcess([...texts(), '--embed', broken.address, '--embed-model', 'x'])
    await broken.close()
    expect(exitCode).toBe(2)
    expect(stderr).toContain(`zinpaar: ${broken.address}/v1/embeddings answered 404: model not found`)
    expect(stderr).toContain('(EMBED_FAILED)')
  })

  test('takes a machine translation, if it has the lines', async () => {
    const done = await runInProcess([...texts(), '--translation', inFolder('mt.txt')])
    expect(done.exitCode).toBe(0)
    const failed = await runInProcess([...texts(), '--translation', inFolder('short.txt')])
    expect(failed.stderr).toContain('short.txt has 39 lines, and')
    expect(failed.stderr).toContain('(TRANSLATION_MISMATCH)')
  })
})

test('a program can align by a server without the command line', async () => {
  const found = await align(source, target, { ...options, embedding: { address: server.address, model: 'm' } })
  expect(recall(found, truth)).toBeGreaterThanOrEqual(0.95)
})
