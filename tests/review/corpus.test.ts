import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { buildCorpus } from '../../src/review/build/corpus-gold.mjs'
import { type GoldBead, parseGold } from '../../src/review/gold.ts'

const corpus = fileURLToPath(new URL('../../corpus', import.meta.url))
const readCorpus = (name: string): string => readFileSync(join(corpus, name), 'utf8')
const readMaster = (name: string): string => readCorpus(`gold/masters/${name}`)
const sentencesOf = (name: string): readonly string[] =>
  readMaster(`${name}.tsv`)
    .split('\n')
    .flatMap((line) => line.split('\t').slice(1).slice(-1))

describe('texts and gold of the corpus', () => {
  test.each([...buildCorpus(readMaster)])('%s is what the builder makes of the masters', (name, content) => {
    expect(readCorpus(name)).toBe(content)
  })

  const golds = [...buildCorpus(readMaster).keys()].filter((name) => name.startsWith('gold/'))
  test.each(golds)('the offsets of %s slice to sentences of the masters', (name) => {
    const gold = parseGold(readCorpus(name), name)
    const listed: { readonly pairs?: readonly { source: [number, number][]; target: [number, number][] }[] } =
      JSON.parse(readCorpus(name))
    const toSpans = (side: readonly [number, number][]) => side.map(([start, end]) => ({ start, end }))
    const pairs = listed.pairs?.map((pair) => ({ source: toSpans(pair.source), target: toSpans(pair.target) }))
    const beads: readonly GoldBead[] = gold.beads ?? pairs ?? []
    expect(beads.length).toBeGreaterThan(0)
    for (const side of ['source', 'target'] as const) {
      const file = join(dirname(name), side === 'source' ? gold.sourceFile : gold.targetFile)
      const text = readCorpus(file)
      const sentences = sentencesOf(file.replace(/\.txt$/, ''))
      const sliced = beads.flatMap((bead) => bead[side].map((span) => text.slice(span.start, span.end)))
      for (const sentence of sliced) expect(sentences).toContain(sentence)
      if (gold.beads !== undefined) expect(sliced).toEqual(sentences)
    }
  })

  test.each(golds)('units of %s lie apart and end where sentences end', (name) => {
    const { units } = parseGold(readCorpus(name), name)
    for (const side of ['source', 'target'] as const) {
      const ordered = units.map((unit) => unit[side]).sort((a, b) => a.start - b.start)
      ordered.forEach((span, i) => {
        expect(span.start).toBeLessThan(span.end)
        expect(span.start).toBeGreaterThanOrEqual(ordered[i - 1]?.end ?? 0)
      })
    }
  })

  test('every language has one text for each pair that the list names', () => {
    for (const row of readCorpus('pairs.tsv').trimEnd().split('\n')) {
      const [source = '', target = '', name] = row.split('\t')
      expect(name).toMatch(/^[a-z]{2}-[a-z]{2}-[a-z]+$/)
      for (const file of [source, target]) expect(readCorpus(file).trim()).not.toBe('')
    }
  })
})
