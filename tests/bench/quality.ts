import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Alignment } from '../../src/core/types.ts'
import { createAligner } from '../../src/pipeline.ts'
import { exportedBeads, type Selection } from '../../src/units.ts'
import { readPlain, sharedFolder } from './shared.ts'

/** Pairs as span scoring takes them. */
interface SpanPair {
  readonly src: readonly [number, number]
  readonly trg: readonly [number, number]
  readonly score: number
}
interface SpanScore {
  readonly pairs: number
  readonly correct: number
  readonly units: number
  readonly covered: number
}
interface Scorers {
  load(gold: string): object
  score(gold: object, pairs: readonly SpanPair[]): SpanScore
}

const quiet = { report: () => undefined }
const selection: Selection = { relations: ['translation', 'partial'], minConfidence: 0, allTargets: true }
/** `--floor` fails below these; a little under what was measured, so that only a real loss of quality stops a change. */
const floors: Readonly<Record<string, number>> = {
  udhr: 0.99,
  'udhr-noisy': 0.86,
  'udhr-comparable': 0.7,
  'di-guide': 0.99,
  'di-guide-noisy': 0.91,
  'di-guide-comparable': 0.64,
  faq: 0.99,
  'faq-noisy': 0.91,
  'faq-comparable': 0.65,
  'gnome-help': 0.98,
  'gnome-help-noisy': 0.8,
  'gnome-help-comparable': 0.62,
}
const sets = ['udhr', 'di-guide', 'faq', 'gnome-help'].flatMap((name) => [name, `${name}-noisy`, `${name}-comparable`])

/** Unit precision, recall and F1 over every set of `gold`, with how often `auto` chose the right search. */
export async function quality(options: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const shared = sharedFolder()
  if (shared === undefined) {
    process.stdout.write('skipped: no gold data (set ZINPAAR_SHARED)\n')
    if (options.includes('--floor')) process.exitCode = 1
    return {}
  }
  const gold = join(shared, 'gold')
  const scorers: Scorers = await import(pathToFileURL(join(gold, 'score.mjs')).href)
  const aligner = createAligner()
  const figures: Record<string, number> = {}
  const reliability: Sample[] = []
  const only = options.find((option) => !option.startsWith('-'))
  for (const set of sets.filter((name) => only === undefined || name.includes(only))) {
    const samples: Sample[] = []
    const total = { pairs: 0, correct: 0, units: 0, covered: 0, right: 0, docs: 0 }
    const started = performance.now()
    for (const doc of readdirSync(join(gold, set))
      .filter((name) => name !== '_book')
      .sort()) {
      const folder = join(gold, set, doc)
      const alignment = await aligner.align(readPlain(folder, 'src.nl.txt'), readPlain(folder, 'trg.zh.txt'), quiet)
      const loaded = scorers.load(join(folder, 'gold.json'))
      const spans = spansOf(alignment)
      const score = scorers.score(loaded, spans)
      if (set.endsWith('-noisy'))
        for (const span of spans)
          samples.push({ confidence: span.score, isRight: scorers.score(loaded, [span]).correct === 1 })
      total.pairs += score.pairs
      total.correct += score.correct
      total.units += score.units
      total.covered += score.covered
      total.docs++
      if ((alignment.mode === 'comparable') === set.endsWith('-comparable')) total.right++
    }
    if (set.endsWith('-noisy')) reliability.push(...samples)
    const p = total.correct / Math.max(1, total.pairs)
    const r = total.covered / Math.max(1, total.units)
    const f1 = p + r === 0 ? 0 : (2 * p * r) / (p + r)
    figures[set] = f1
    const percent = (value: number): string => (100 * value).toFixed(1).padStart(6)
    process.stdout.write(
      `${set.padEnd(24)} P ${percent(p)} R ${percent(r)} F1 ${percent(f1)}  mode right ${total.right}/${total.docs}  ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
    )
  }
  if (reliability.length > 0) figures['calibration-error'] = printReliability(reliability)
  if (options.includes('--floor')) holdFloors(figures)
  return figures
}

/** A pair with the confidence it was shown with, and whether gold calls it right. */
interface Sample {
  readonly confidence: number
  readonly isRight: boolean
}

/** Prints predicted against observed shares of right pairs of the noisy sets in ten bins; gives the expected calibration error. */
function printReliability(samples: readonly Sample[]): number {
  const bins = Array.from({ length: 10 }, (_, k) =>
    samples.filter(({ confidence }) => Math.min(9, Math.floor(10 * confidence)) === k),
  )
  let off = 0
  process.stdout.write('\nconfidence of the noisy sets: shown, right, pairs\n')
  for (const bin of bins) {
    if (bin.length === 0) continue
    const shown = bin.reduce((sum, { confidence }) => sum + confidence, 0)
    const right = bin.filter(({ isRight }) => isRight).length
    off += Math.abs(shown - right)
    process.stdout.write(
      `  ${(shown / bin.length).toFixed(2)}  ${(right / bin.length).toFixed(2)}  ${String(bin.length).padStart(6)}\n`,
    )
  }
  const error = off / samples.length
  process.stdout.write(`expected calibration error ${error.toFixed(3)}\n`)
  return error
}

function holdFloors(figures: Readonly<Record<string, number>>): void {
  for (const [set, f1] of Object.entries(figures)) {
    if (set === 'calibration-error') continue
    const floor = floors[set] ?? 0
    if (f1 >= floor) continue
    process.stdout.write(`below the floor: ${set} has ${(100 * f1).toFixed(1)}, not ${100 * floor}\n`)
    process.exitCode = 1
  }
}

function spansOf(alignment: Alignment): readonly SpanPair[] {
  const exported = exportedBeads(alignment, selection)
  return alignment.beads
    .filter((bead) => exported.has(bead.id))
    .map((bead) => ({
      src: [
        alignment.source.segments[bead.source.from]?.span.start ?? 0,
        alignment.source.segments[bead.source.to - 1]?.span.end ?? 0,
      ],
      trg: [
        alignment.target.segments[bead.target.from]?.span.start ?? 0,
        alignment.target.segments[bead.target.to - 1]?.span.end ?? 0,
      ],
      score: bead.confidence,
    }))
}
