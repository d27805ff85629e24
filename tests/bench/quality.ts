import { join } from 'node:path'
import { createAligner } from '../../src/pipeline.ts'
import { ablation } from './ablation.ts'
import { type GoldPair, loadSpanScorer, readGoldSet, type SpanScore, spansOf, sumScores } from './gold.ts'
import { withoutLatin } from './latin.ts'
import { sharedFolder } from './shared.ts'

const quiet = { report: () => undefined }
/** `--floor` fails below these; a little under what was measured, so that only a real loss of quality stops a change. */
const floors: Readonly<Record<string, number>> = {
  udhr: 0.99,
  'udhr-noisy': 0.86,
  'udhr-comparable': 0.85,
  'di-guide': 0.99,
  'di-guide-noisy': 0.91,
  'di-guide-comparable': 0.93,
  faq: 0.99,
  'faq-noisy': 0.91,
  'faq-comparable': 0.9,
  'gnome-help': 0.98,
  'gnome-help-noisy': 0.8,
  'gnome-help-comparable': 0.89,
}
const sets = ['udhr', 'di-guide', 'faq', 'gnome-help'].flatMap((name) => [name, `${name}-noisy`, `${name}-comparable`])

/**
 * Unit precision, recall and F1 over every set of `gold` (those whose names hold the first option), with how often `auto`
 * chose the right search. `--ablation` leaves each scorer out in turn instead; `--without-latin` takes the comparable sets
 * without what both texts write in Latin letters and digits.
 */
export async function quality(options: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const shared = sharedFolder()
  if (shared === undefined) {
    process.stdout.write('skipped: no gold data (set ZINPAAR_SHARED)\n')
    if (options.includes('--floor')) process.exitCode = 1
    return {}
  }
  const gold = join(shared, 'gold')
  if (options.includes('--ablation')) return ablation(gold, options)
  const isBlanked = options.includes('--without-latin')
  const only = options.find((option) => !option.startsWith('-')) ?? (isBlanked ? 'comparable' : '')
  const measure = await createMeasure(gold)
  const figures: Record<string, number> = {}
  const reliability: Sample[] = []
  for (const set of sets.filter((name) => name.includes(only))) {
    const pairs = readGoldSet(gold, set)
    const { f1, samples } = await measure(set, isBlanked ? pairs.map(withoutLatin) : pairs)
    figures[isBlanked ? `${set}.withoutLatin` : set] = f1
    if (set.endsWith('-noisy')) reliability.push(...samples)
  }
  if (reliability.length > 0) figures['calibration-error'] = printReliability(reliability)
  if (options.includes('--floor') && !isBlanked) holdFloors(figures)
  return figures
}

type Measure = (
  set: string,
  pairs: readonly GoldPair[],
) => Promise<{ readonly f1: number; readonly samples: readonly Sample[] }>

/** Aligns the documents of a set, prints its row and gives its F1 with the confidence of every pair. */
async function createMeasure(gold: string): Promise<Measure> {
  const scoreSpans = await loadSpanScorer(gold)
  const aligner = createAligner()
  return async (set, pairs) => {
    const scores: SpanScore[] = []
    const samples: Sample[] = []
    let rightModes = 0
    const started = performance.now()
    for (const pair of pairs) {
      const alignment = await aligner.align(pair.source, pair.target, quiet)
      const spans = spansOf(alignment)
      scores.push(scoreSpans(pair, spans))
      if (set.endsWith('-noisy'))
        for (const span of spans)
          samples.push({ confidence: span.score, isRight: scoreSpans(pair, [span]).correct === 1 })
      if ((alignment.mode === 'comparable') === set.endsWith('-comparable')) rightModes++
    }
    const { precision, recall, f1 } = sumScores(scores)
    const percent = (value: number): string => (100 * value).toFixed(1).padStart(6)
    const seconds = (performance.now() - started) / 1000
    process.stdout.write(
      `${set.padEnd(24)} P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)}  mode right ${rightModes}/${pairs.length}  ${seconds.toFixed(1)} s\n`,
    )
    return { f1, samples }
  }
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
