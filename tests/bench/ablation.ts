import { alignPair } from '../../src/align/align.ts'
import { scorers } from '../../src/align/scorers/index.ts'
import type { Scorer } from '../../src/core/contracts.ts'
import type { Alignment, LinkedPair } from '../../src/core/types.ts'
import { createAligner } from '../../src/pipeline.ts'
import { evaluateLadders } from '../../src/review/evaluate.ts'
import { type GoldPair, loadSpanScorer, readGoldSet, spansOf, sumScores } from './gold.ts'
import { type LadderDocument, ladderBeads, ladderSets, readLadderSet } from './ladders.ts'

const quiet = { report: () => undefined }
/** Every so many documents of a set take part, and those of at most so many units: long ones would take most of the time. */
const every = 2
const mostUnits = 400

/** One set of a table: F1 of the alignments that the given scorers make. */
interface Column {
  readonly name: string
  f1(align: (pair: LinkedPair) => Alignment): number
}

/**
 * A row for every scorer left out, over a sample of the noisy sets (or of the sets whose names hold the first option) and
 * of the ladders; `--whole` takes all documents. Documents are analysed and linked once.
 */
export async function ablation(gold: string, options: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const isWhole = options.includes('--whole')
  const only = options.find((option) => !option.startsWith('-')) ?? 'noisy'
  const sets = ['udhr', 'di-guide', 'faq', 'gnome-help'].map((name) => `${name}-${only}`)
  const columns = [...(await spanColumns(gold, sets, isWhole)), ...(await ladderColumns(gold, isWhole))]
  process.stdout.write(`${'left out'.padEnd(14)}${columns.map(({ name }) => name.padStart(22)).join('')}\n`)
  const figures: Record<string, number> = {}
  const whole: number[] = []
  const taking = only === 'comparable' ? scorers : scorers.filter(keepsOrder)
  for (const without of ['nothing', ...taking.map((scorer) => scorer.id)]) {
    const chosen = scorers.filter((scorer) => scorer.id !== without)
    const align = (pair: LinkedPair): Alignment =>
      alignPair(pair, { mode: 'auto', scorers: chosen, signature: () => 'bench' }, quiet)
    const row = columns.map((column, k) => {
      const f1 = column.f1(align)
      figures[`${column.name}.without-${without}`] = f1
      if (without === 'nothing') whole.push(f1)
      const change = f1 - (whole[k] ?? 0)
      return `${(100 * f1).toFixed(1)} (${change < 0 ? '' : '+'}${(100 * change).toFixed(1)})`.padStart(22)
    })
    process.stdout.write(`${without.padEnd(14)}${row.join('')}\n`)
  }
  return figures
}

/** Whether a scorer takes part where the order of the texts is kept. */
const keepsOrder = ({ searches }: Scorer): boolean =>
  searches === undefined || searches.includes('look') || searches.includes('parallel')

function sample<T>(documents: readonly T[], isWhole: boolean, unitsOf: (document: T) => number): readonly T[] {
  const short = documents.filter((document) => unitsOf(document) <= mostUnits)
  return isWhole ? documents : short.filter((_, i) => i % every === 0)
}

async function spanColumns(gold: string, sets: readonly string[], isWhole: boolean): Promise<readonly Column[]> {
  const aligner = createAligner()
  const score = await loadSpanScorer(gold)
  const columns: Column[] = []
  for (const name of sets) {
    const linked: { readonly pair: GoldPair; readonly link: LinkedPair }[] = []
    for (const pair of sample(readGoldSet(gold, name), isWhole, ({ units }) => units.length))
      linked.push({ pair, link: await aligner.link(pair.source, pair.target, quiet) })
    if (linked.length === 0) continue
    columns.push({
      name,
      f1: (align) => sumScores(linked.map(({ pair, link }) => score(pair, spansOf(align(link))))).f1,
    })
  }
  return columns
}

async function ladderColumns(gold: string, isWhole: boolean): Promise<readonly Column[]> {
  const columns: Column[] = []
  for (const set of ladderSets) {
    const aligner = createAligner({ sourceLanguage: set.source, targetLanguage: set.target, segmented: true })
    const linked: { readonly document: LadderDocument; readonly link: LinkedPair }[] = []
    for (const document of sample(readLadderSet(gold, set), isWhole, () => 0))
      linked.push({ document, link: await aligner.link(document.source, document.target, quiet) })
    columns.push({
      name: set.name,
      f1: (align) =>
        evaluateLadders(linked.map(({ document, link }) => ({ gold: document.gold, system: ladderBeads(align(link)) })))
          .strict.f1,
    })
  }
  return columns
}
