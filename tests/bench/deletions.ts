import { join } from 'node:path'
import { createAligner } from '../../src/pipeline.ts'
import { randomFrom } from '../random.ts'
import { type GoldPair, loadSpanScorer, readGoldSet, spansOf, sumScores, type Unit } from './gold.ts'
import { plainDocument, sharedFolder } from './shared.ts'

const sets = ['udhr', 'gnome-help'] as const
/** Share of the units deleted on each side, and the F1 to reach with that. */
const levels = [
  { share: 0.15, reach: 0.95 },
  { share: 0.3, reach: 0.9 },
] as const
const seeds = [1, 2, 3, 4, 5, 6, 7, 8] as const

/**
 * Unit F1 on translations of which units are missing, on each side by chance and apart from the other: mean over eight
 * seeds, with what ships alone. Gold are the units that both sides still have.
 */
export async function deletions(): Promise<Readonly<Record<string, number>>> {
  const shared = sharedFolder()
  if (shared === undefined) {
    process.stdout.write('skipped: no gold data (set ZINPAAR_SHARED)\n')
    return {}
  }
  const gold = join(shared, 'gold')
  const score = await loadSpanScorer(gold)
  const aligner = createAligner()
  const figures: Record<string, number> = {}
  for (const set of sets) {
    const pairs = readGoldSet(gold, set)
    for (const { share, reach } of levels) {
      const values: number[] = []
      for (const seed of seeds) {
        const random = randomFrom(seed)
        const scores = []
        for (const whole of pairs) {
          const pair = withDeletions(whole, share, random)
          const alignment = await aligner.align(pair.source, pair.target, { report: () => undefined })
          scores.push(score(pair, spansOf(alignment)))
        }
        values.push(sumScores(scores).f1)
      }
      figures[`${set}.${share}`] = printRow(`${set}, ${Math.round(100 * share)} % deleted`, values, reach)
    }
  }
  return figures
}

/** Prints one row and gives the mean. */
function printRow(name: string, values: readonly number[], reach: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const percent = (value: number): string => (100 * value).toFixed(1)
  process.stdout.write(
    `${name.padEnd(24)} F1 ${percent(mean).padStart(5)}  (${percent(Math.min(...values))} to ${percent(Math.max(...values))})  to reach ${percent(reach)}${mean < reach ? '  NOT REACHED' : ''}\n`,
  )
  return mean
}

/** A pair without a share of the units of each side; lines that hold nothing else go with them. */
function withDeletions({ name, source, target, units }: GoldPair, share: number, random: () => number): GoldPair {
  const drawn = units.map((unit) => ({ unit, isHere: random() >= share, isThere: random() >= share }))
  const here = withoutRanges(
    source.text,
    drawn.filter(({ isHere }) => !isHere).map(({ unit }) => [unit[0], unit[1]]),
  )
  const there = withoutRanges(
    target.text,
    drawn.filter(({ isThere }) => !isThere).map(({ unit }) => [unit[2], unit[3]]),
  )
  const left = drawn
    .filter(({ isHere, isThere }) => isHere && isThere)
    .map(({ unit: [a, b, c, d] }): Unit => [here.offsetOf(a), here.offsetOf(b), there.offsetOf(c), there.offsetOf(d)])
  return {
    name,
    source: plainDocument(source.id, here.text),
    target: plainDocument(target.id, there.text),
    units: left,
  }
}

/** A text without ranges of it, and where an offset of the old text lies in the new one. */
function withoutRanges(
  text: string,
  ranges: readonly (readonly [number, number])[],
): { readonly text: string; offsetOf(offset: number): number } {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0])
  let kept = ''
  let at = 0
  for (const [from, to] of sorted) {
    kept += text.slice(at, Math.max(at, from))
    at = Math.max(at, to)
  }
  const offsetOf = (offset: number): number =>
    sorted.reduce((moved, [from, to]) => moved - Math.max(0, Math.min(to, offset) - from), offset)
  return { text: kept + text.slice(at), offsetOf }
}
