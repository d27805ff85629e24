import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLadder } from '../../src/formats/ladder/index.ts'
import { evaluateLadders, type LadderBead } from '../../src/review/evaluate.ts'
import { type Gold, parseGold, parseSpanPairs } from '../../src/review/gold.ts'
import { evaluateSpans } from '../../src/review/span-score.ts'
import { sharedFolder } from '../bench/shared.ts'

/** The scorers that other systems were measured with lie outside the repository. */
const shared = sharedFolder() ?? 'missing'
const goldFile = join(shared, 'gold/faq-noisy/faq/gold.json')
const ladders = join(shared, 'gold/ladder/mac-dev/gold')

type Ladder = readonly (readonly [readonly number[], readonly number[]])[]
interface SpanScorer {
  load(file: string): unknown
  score(gold: unknown, system: unknown, options: { readonly maxUnits: number }): Readonly<Record<string, number>>
}
interface LadderScorer {
  score(
    pairs: readonly (readonly [Ladder, Ladder])[],
  ): Readonly<Record<'strict' | 'lax', { p: number; r: number; f1: number }>>
}
const importScorer = async (name: string): Promise<unknown> => import(pathToFileURL(join(shared, 'gold', name)).href)

describe.skipIf(!existsSync(goldFile))('the scorers of the shared folder and ours', () => {
  test('agree on stretches of text, whatever they are', async () => {
    const theirs = (await importScorer('score.mjs')) as SpanScorer
    const loaded = theirs.load(goldFile)
    const gold: Gold = parseGold(readFileSync(goldFile, 'utf8'), goldFile)
    const beside = (name: string): string => readFileSync(join(dirname(goldFile), name), 'utf8')
    const ours = { sourceText: beside(gold.sourceFile), targetText: beside(gold.targetFile), units: gold.units }
    const shift = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -40, max: 40 }))
    const pair = fc
      .tuple(fc.nat(gold.units.length - 1), fc.nat(3), shift, shift, fc.nat(99))
      .map(([at, more, a, b, score]) => {
        const first = gold.units[at]
        const last = gold.units[Math.min(gold.units.length - 1, at + more)] ?? first
        const side = (name: 'source' | 'target', by: number) => [
          Math.max(0, (first?.[name].start ?? 0) + by),
          last?.[name].end ?? 0,
        ]
        return { src: side('source', a), trg: more === 3 ? null : side('target', b), score: score / 100 }
      })
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 3 }),
        (system, maxUnits) => {
          const expected = theirs.score(loaded, system, { maxUnits })
          const pairs = parseSpanPairs(JSON.stringify(system), 'system')
          const found = evaluateSpans(ours, pairs, { maxUnits, minScore: Number.NEGATIVE_INFINITY })
          expect({
            pairs: found.pairs,
            correct: found.correct,
            covered: found.covered,
            ignored: found.ignored,
          }).toEqual({
            pairs: expected.pairs,
            correct: expected.correct,
            covered: expected.covered,
            ignored: expected.ignored,
          })
          expect([found.unit.f1, found.characters.f1, found.exact.f1]).toEqual([
            expected.f1,
            expected.charF1,
            expected.exactF1,
          ])
          expect(found.ranked?.averagePrecision).toBe(expected.ap)
        },
      ),
      { numRuns: 30 },
    )
  })

  test('agree on ladders, whatever was merged, cut or lost', async () => {
    const theirs = (await importScorer('ladder/score.mjs')) as LadderScorer
    const golds = readdirSync(ladders).map((name) => readLadder(readFileSync(join(ladders, name), 'utf8'), name))
    const plain = (beads: readonly LadderBead[]): Ladder => beads.map((bead) => [bead.source, bead.target])
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(9)), (choices) => {
        const pairs = golds.map((gold) => ({
          gold,
          system: gold.flatMap((bead) => spoilt(bead, choices.next().value)),
        }))
        const expected = theirs.score(pairs.map(({ gold, system }) => [plain(gold), plain(system)]))
        const { strict, lax } = evaluateLadders(pairs)
        expect([strict.precision, strict.recall, strict.f1]).toEqual([
          expected.strict.p,
          expected.strict.r,
          expected.strict.f1,
        ])
        expect([lax.precision, lax.recall, lax.f1]).toEqual([expected.lax.p, expected.lax.r, expected.lax.f1])
      }),
      { numRuns: 10 },
    )
  })
})

function spoilt({ source, target }: LadderBead, choice: number): readonly LadderBead[] {
  if (choice === 0) return []
  if (choice === 1)
    return [
      { source, target: [] },
      { source: [], target },
    ]
  if (choice === 2) return [{ source: source.slice(0, 1), target }]
  return choice === 3 ? [{ source, target: [...target, (target.at(-1) ?? 0) + 1] }] : [{ source, target }]
}
