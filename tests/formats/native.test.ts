import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { Alignment } from '../../src/core/types.ts'
import { format } from '../../src/formats/native/index.ts'
import { rejectOverHeap } from '../../src/formats/native/size.ts'
import { alignmentArbitrary } from './arbitrary-alignment.ts'
import { inputOf, recorder } from './memory-input.ts'

const chunksOf = (alignment: Alignment): readonly string[] => [
  ...(format.writeAlignment?.(alignment, new Set(), recorder()) ?? []),
]
const write = (alignment: Alignment): string => chunksOf(alignment).join('')
const read = async (text: string): Promise<Alignment | undefined> =>
  format.readAlignment?.(inputOf(text, 'a.json'), recorder())

async function errorOf(text: string): Promise<AppError> {
  try {
    await read(text)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

/** Two lines on each side, one pair accepted, one source line alone. */
const small: Alignment = {
  source: {
    id: 'brug.txt',
    format: 'txt',
    text: 'De brug.\nDe kade.\n',
    blocks: [
      { span: { start: 0, end: 8 }, role: 'body' },
      { span: { start: 9, end: 17 }, role: 'heading', why: 'short' },
    ],
    language: { tag: 'nl', by: 'detector' },
    segmented: false,
    segments: [
      { index: 0, span: { start: 0, end: 8 }, block: 0 },
      { index: 1, span: { start: 9, end: 17 }, block: 1 },
    ],
    analyses: [
      { entities: [{ kind: 'place', span: { start: 3, end: 7 }, key: 'place:brug', by: 'list' }], length: 8 },
      { entities: [], length: 8 },
    ],
    pack: { tag: 'nl', version: 1 },
  },
  target: {
    id: '桥.txt',
    format: 'txt',
    text: '桥。',
    blocks: [{ span: { start: 0, end: 2 }, role: 'body' }],
    language: { tag: 'zh', by: 'script' },
    segmented: false,
    segments: [{ index: 0, span: { start: 0, end: 2 }, block: 0 }],
    analyses: [{ entities: [], length: 5.5 }],
    pack: { tag: 'zh', version: 1 },
  },
  mode: 'parallel',
  modeReason: 'asked for',
  beads: [
    {
      id: '0-1:0-1',
      source: { from: 0, to: 1 },
      target: { from: 0, to: 1 },
      score: 2.5,
      confidence: 0.9,
      relation: 'translation',
      evidence: [
        {
          scorer: 'entity',
          score: 1.5,
          note: 'both name the bridge',
          kind: 'place',
          key: 'place:brug',
          links: [{ source: { start: 3, end: 7 }, target: { start: 0, end: 1 } }],
        },
      ],
      decision: { state: 'accepted', by: 'Noor', at: '2031-02-03T04:05:06.000Z' },
    },
    {
      id: '1-2:1-1',
      source: { from: 1, to: 2 },
      target: { from: 1, to: 1 },
      score: 0,
      confidence: 0.7,
      relation: 'unaligned',
      evidence: [],
      decision: { state: 'proposed' },
    },
  ],
  signature: 'zinpaar|v:1',
}

test('reading what was written is identity', async () => {
  await fc.assert(
    fc.asyncProperty(alignmentArbitrary, async (alignment) => {
      const text = write(alignment)
      expect(await read(text)).toEqual(alignment)
      expect(write(alignment)).toBe(text)
    }),
    { numRuns: 100 },
  )
})

test('the file is readable: a head, then a line of text, block, segment or bead a line', () => {
  const lines = write(small).split('\n')
  expect(lines[1]).toBe('"format":"zinpaar-alignment","version":1,')
  expect(lines).toContain('"De brug.\\n",')
  expect(lines).toContain('{"span":[9,17],"role":"heading","why":"short"}')
  expect(lines.filter((line) => line.startsWith('{"id":"')).map((line) => line.slice(0, 15))).toEqual([
    '{"id":"0-1:0-1"',
    '{"id":"1-2:1-1"',
  ])
})

test('no piece grows with the text, not even without line breaks', async () => {
  const text = `桥${'😀'.repeat(200_000)}`
  const span = { start: 0, end: text.length }
  const source = { ...small.source, text, blocks: [{ span, role: 'body' as const }], segments: [], analyses: [] }
  const alignment = {
    ...small,
    source,
    beads: small.beads.map((bead) => ({ ...bead, source: { from: 0, to: 0 }, evidence: [] })),
  }
  expect(Math.max(...chunksOf(alignment).map((chunk) => chunk.length))).toBeLessThan(200_000)
  expect(write(alignment)).not.toMatch(/\\ud[89a-f]/u)
  expect(await read(write(alignment))).toEqual(alignment)
})

describe('damaged files are refused with the place', () => {
  const good = write(small)
  test.each([
    ['other JSON', '{"units":[]}', /not an alignment/u],
    ['no JSON', 'De brug.', /not JSON/u],
    ['a truncated file', good.slice(0, -40), /cut off|not JSON/u],
    ['a newer version', good.replace('"version":1', '"version":2'), /version 2/u],
    [
      'a word for a number',
      good.replace('"score":2.5', '"score":"high"'),
      /\$\.beads\[0\]\.score must be a number, but is "high"/u,
    ],
    ['an unknown role', good.replace('"heading"', '"title"'), /\$\.source\.blocks\[1\]\.role must be one of heading/u],
    [
      'a span outside the text',
      good.replace('[9,17]', '[9,99]'),
      /\$\.source\.blocks\[1\]\.span\[1\] must be a whole number/u,
    ],
    ['a span that runs backwards', good.replace('[9,17]', '[9,3]'), /\$\.source\.blocks\[1\]\.span must be a pair/u],
    ['a missing member', good.replace('"relation":"unaligned"', '"x":1'), /\$\.beads\[1\]\.relation .* is missing/u],
    ['a segment in no bead', good.replace('"source":[1,2]', '"source":[1,1]'), /source segment 1 is in no bead/u],
    ['a segment in two beads', good.replace('"source":[1,2]', '"source":[0,2]'), /source segment 0 is in two beads/u],
  ])('%s', async (_, text, message) => {
    const error = await errorOf(text)
    expect(error.code).toBe('READ_MALFORMED')
    expect(error.message).toMatch(message)
    expect(error.message).toContain('a.json')
  })

  test('any value in the place of any other gives an alignment or an AppError', async () => {
    const value = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(null, [], {}, -1, 1e9, ''))
    await fc.assert(
      fc.asyncProperty(fc.nat(500), value, async (at, other) => {
        let seen = 0
        const text = JSON.stringify(JSON.parse(good), (key, old: unknown) =>
          key !== '' && seen++ === at ? other : old,
        )
        await read(text).catch((error: unknown) => expect(error).toBeInstanceOf(AppError))
      }),
      { numRuns: 300 },
    )
  })
})

test('a file that takes more memory than the program has is refused with what to do', () => {
  expect(() => rejectOverHeap(100e6, 'groot.json', 400e6)).toThrow(
    expect.objectContaining({ code: 'READ_TOO_LARGE', hint: expect.stringContaining('--max-old-space-size=1024') }),
  )
  expect(() => rejectOverHeap(100e6, 'groot.json', 500e6)).not.toThrow()
})
