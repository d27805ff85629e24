import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findComparable, type JudgedMatch } from '../../src/align/comparable.ts'
import { features, featuresOf } from '../../src/align/confidence.ts'
import { scorers, scorersOf } from '../../src/align/scorers/index.ts'
import type { LinkedPair } from '../../src/core/types.ts'
import { createAligner } from '../../src/pipeline.ts'
import { readGoldSet, type Unit } from './gold.ts'
import { sharedFolder } from './shared.ts'

/** One match: what is known of it, and whether gold calls it right. */
interface Sample {
  readonly values: readonly number[]
  readonly isRight: boolean
}

const sets = ['udhr-comparable', 'di-guide-comparable', 'faq-comparable', 'gnome-help-comparable'] as const
const weightsFile = new URL('../../src/align/confidence-weights.ts', import.meta.url)

/**
 * Fits the confidence of comparable matches by logistic regression on gold: prints how well each collection is told by
 * weights fitted on the others, and with `--write` puts the weights of all of them into the source.
 */
export async function fitConfidence(options: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const shared = sharedFolder()
  if (shared === undefined) {
    process.stdout.write('skipped: no gold data (set ZINPAAR_SHARED)\n')
    return {}
  }
  const samples = new Map<string, readonly Sample[]>()
  for (const set of sets) samples.set(set, await samplesOf(join(shared, 'gold'), set))
  const figures: Record<string, number> = {}
  for (const set of sets) {
    const others = sets.filter((other) => other !== set).flatMap((other) => samples.get(other) ?? [])
    const own = samples.get(set) ?? []
    const error = calibrationError(own, fitWeights(others))
    figures[set] = error
    const right = own.filter((sample) => sample.isRight).length
    process.stdout.write(
      `${set.padEnd(24)} ${own.length} matches, ${right} right; calibration error when fitted on the others ${error.toFixed(3)}\n`,
    )
  }
  const weights = fitWeights([...samples.values()].flat())
  features.forEach((feature, k) => {
    process.stdout.write(`  ${feature.padEnd(14)}${(weights[k] ?? 0).toFixed(2)}\n`)
  })
  if (options.includes('--write')) writeWeights(weights)
  return figures
}

async function samplesOf(gold: string, set: string): Promise<readonly Sample[]> {
  const aligner = createAligner()
  const samples: Sample[] = []
  for (const { source, target, units } of readGoldSet(gold, set)) {
    const linked = await aligner.link(source, target, { report: () => undefined })
    for (const found of findComparable(linked, scorersOf(scorers, 'comparable')))
      samples.push({ values: featuresOf(found), isRight: isRight(linked, found, units) })
  }
  return samples
}

/** Right when both sides overlap the same units, one to three of them. */
function isRight(pair: LinkedPair, { match }: JudgedMatch, units: readonly Unit[]): boolean {
  const start = (document: LinkedPair['source'], i: number): number => document.segments[i]?.span.start ?? 0
  const end = (document: LinkedPair['source'], i: number): number => document.segments[i]?.span.end ?? 0
  const [s, t] = [match.source, match.target]
  const overlaps = (from: number, to: number, a: number, b: number): boolean => Math.max(from, a) < Math.min(to, b)
  const here = units.flatMap((unit, k) =>
    overlaps(start(pair.source, s.from), end(pair.source, s.to - 1), unit[0], unit[1]) ? [k] : [],
  )
  const there = units.flatMap((unit, k) =>
    overlaps(start(pair.target, t.from), end(pair.target, t.to - 1), unit[2], unit[3]) ? [k] : [],
  )
  return here.length > 0 && here.length <= 3 && here.join() === there.join()
}

const rounds = 25
/** Keeps weights that the data hardly tell near 0. */
const ridge = 0.5

/** Weights of a logistic regression, by Newton's method. */
function fitWeights(samples: readonly Sample[]): readonly number[] {
  const size = features.length
  let weights: readonly number[] = new Array<number>(size).fill(0)
  for (let round = 0; round < rounds; round++) {
    const gradient = weights.map((weight, k) => (k === 0 ? 0 : -ridge * weight))
    const hessian = Array.from({ length: size }, (_, k) =>
      Array.from({ length: size }, (__, l): number => (k !== l ? 0 : k === 0 ? 1e-6 : ridge)),
    )
    for (const { values, isRight: right } of samples) {
      const p = probability(values, weights)
      for (let k = 0; k < size; k++) {
        gradient[k] = (gradient[k] ?? 0) + ((right ? 1 : 0) - p) * (values[k] ?? 0)
        const row = hessian[k] ?? []
        for (let l = 0; l < size; l++) row[l] = (row[l] ?? 0) + p * (1 - p) * (values[k] ?? 0) * (values[l] ?? 0)
      }
    }
    const step = solve(hessian, gradient)
    weights = weights.map((weight, k) => weight + (step[k] ?? 0))
  }
  return weights
}

const probability = (values: readonly number[], weights: readonly number[]): number =>
  1 / (1 + Math.exp(-values.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0)))

/** Solution of a small symmetric system, by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, k) => [...row, right[k] ?? 0])
  const size = rows.length
  for (let k = 0; k < size; k++) {
    const pivot = rows[k] ?? []
    for (let r = k + 1; r < size; r++) {
      const row = rows[r] ?? []
      const factor = (row[k] ?? 0) / (pivot[k] ?? 1)
      for (let c = k; c <= size; c++) row[c] = (row[c] ?? 0) - factor * (pivot[c] ?? 0)
    }
  }
  const solution = new Array<number>(size).fill(0)
  for (let k = size - 1; k >= 0; k--) {
    const row = rows[k] ?? []
    const known = row.slice(k + 1, size).reduce((sum, value, c) => sum + value * (solution[k + 1 + c] ?? 0), 0)
    solution[k] = ((row[size] ?? 0) - known) / (row[k] ?? 1)
  }
  return solution
}

/** Expected calibration error over ten bins. */
function calibrationError(samples: readonly Sample[], weights: readonly number[]): number {
  const bins = Array.from({ length: 10 }, () => ({ predicted: 0, right: 0 }))
  for (const { values, isRight: right } of samples) {
    const p = probability(values, weights)
    const bin = bins[Math.min(9, Math.floor(10 * p))]
    if (bin === undefined) continue
    bin.predicted += p
    bin.right += right ? 1 : 0
  }
  const off = bins.reduce((sum, bin) => sum + Math.abs(bin.predicted - bin.right), 0)
  return off / Math.max(1, samples.length)
}

function writeWeights(weights: readonly number[]): void {
  const before = readFileSync(weightsFile, 'utf8')
  const rows = features.map((feature, k) => `  ${feature}: ${Number((weights[k] ?? 0).toFixed(2))},\n`).join('')
  writeFileSync(weightsFile, before.replace(/= \{\n[\s\S]*\n\}\n$/u, `= {\n${rows}}\n`))
}
