import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TranslationUnit } from '../../src/core/types.ts'
import type { Memory } from '../../src/memory/memory.ts'
import { openMemory } from '../../src/open-memory.ts'
import { type Aligner, createAligner } from '../../src/pipeline.ts'
import { createStock } from '../../src/stock.ts'
import { type GoldPair, loadSpanScorer, readGoldSet, type SpanScore, spansOf, sumScores } from './gold.ts'
import { sharedFolder } from './shared.ts'

const quiet = { report: () => undefined }
/** Sets of many documents: each half is aligned with a memory of the other half. */
const halved = ['di-guide', 'gnome-help']
/** Sets of one document: aligned with a memory of all other families. */
const single = ['udhr', 'faq']
const kinds = ['', '-noisy', '-comparable']

/**
 * What a memory teaches: F1 of every set of `gold` (those whose names hold the first option) without a memory, and with one
 * that holds gold pairs of other documents; and how long both take.
 */
export async function teaching(options: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const shared = sharedFolder()
  if (shared === undefined) {
    process.stdout.write('skipped: no gold data (set ZINPAAR_SHARED)\n')
    return {}
  }
  const gold = join(shared, 'gold')
  const only = options.find((option) => !option.startsWith('-')) ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'zinpaar-teaching-'))
  const figures: Record<string, number> = {}
  try {
    for (const family of [...halved, ...single])
      for (const set of kinds.map((kind) => family + kind).filter((name) => name.includes(only)))
        Object.assign(figures, await measure(gold, set, family, folder))
  } finally {
    rmSync(folder, { recursive: true })
  }
  return figures
}

async function measure(
  gold: string,
  set: string,
  family: string,
  folder: string,
): Promise<Readonly<Record<string, number>>> {
  const pairs = readGoldSet(gold, set)
  const foldsOf = (): readonly (readonly [
    name: string,
    teachers: readonly GoldPair[],
    taught: readonly GoldPair[],
  ])[] => {
    if (!halved.includes(family)) {
      const others = [...halved, ...single].filter((name) => name !== family)
      return [['others', others.flatMap((name) => readGoldSet(gold, name)), pairs]]
    }
    const [even, odd] = [pairs.filter((_, k) => k % 2 === 0), pairs.filter((_, k) => k % 2 === 1)]
    return [
      ['even', even, odd],
      ['odd', odd, even],
    ]
  }
  const run = await createRun(gold)
  const without: Outcome[] = []
  const withMemory: Outcome[] = []
  for (const [name, teachers, taught] of foldsOf()) {
    const memory = await memoryOf(join(folder, `${set}-${name}.zmem`), teachers)
    try {
      without.push(await run(taught, undefined))
      withMemory.push(await run(taught, memory))
    } finally {
      await memory.close()
    }
  }
  const [before, after] = [totalOf(without), totalOf(withMemory)]
  const percent = (value: number): string => (100 * value).toFixed(1).padStart(6)
  process.stdout.write(
    `${set.padEnd(24)} F1 without ${percent(before.f1)}  with ${percent(after.f1)}  anchors ${String(after.anchors).padStart(5)}  ${before.seconds.toFixed(1)} s, ${after.seconds.toFixed(1)} s\n`,
  )
  return { [`${set}.without`]: before.f1, [`${set}.with`]: after.f1, [`${set}.anchors`]: after.anchors }
}

interface Outcome {
  readonly scores: readonly SpanScore[]
  readonly anchors: number
  readonly seconds: number
}

function totalOf(outcomes: readonly Outcome[]) {
  const sum = (key: 'anchors' | 'seconds'): number => outcomes.reduce((total, outcome) => total + outcome[key], 0)
  return { ...sumScores(outcomes.flatMap(({ scores }) => scores)), anchors: sum('anchors'), seconds: sum('seconds') }
}

async function createRun(gold: string) {
  const scoreSpans = await loadSpanScorer(gold)
  const stock = createStock()
  return async (pairs: readonly GoldPair[], memory: Memory | undefined): Promise<Outcome> => {
    const aligner: Aligner = createAligner({}, { stock, ...(memory === undefined ? {} : { memory }) })
    const scores: SpanScore[] = []
    let anchors = 0
    const started = performance.now()
    for (const pair of pairs) {
      const alignment = await aligner.align(pair.source, pair.target, quiet)
      scores.push(scoreSpans(pair, spansOf(alignment)))
      anchors += alignment.beads.filter(({ evidence }) => evidence.some(({ scorer }) => scorer === 'memory')).length
    }
    return { scores, anchors, seconds: (performance.now() - started) / 1000 }
  }
}

/** A memory in a new file with the gold pairs of documents. */
export async function memoryOf(path: string, pairs: readonly GoldPair[]): Promise<Memory> {
  const memory = await openMemory(path, { mode: 'create' })
  const units = pairs.flatMap((pair) =>
    pair.units.map(([from, to, start, end]) => ({
      unit: unitOf(pair.source.text.slice(from, to), pair.target.text.slice(start, end)),
      context: {},
    })),
  )
  await memory.add('gold', { kind: 'import', label: 'gold', by: 'bench', at: '2026-01-31T10:00:00Z' }, units)
  return memory
}

const unitOf = (source: string, target: string): TranslationUnit => ({
  id: '',
  sourceLanguage: 'nl',
  variants: [
    { language: 'nl', content: [{ kind: 'text', text: source }] },
    { language: 'zh', content: [{ kind: 'text', text: target }] },
  ],
  relation: 'translation',
  decision: { state: 'accepted', by: 'gold', at: '2026-01-31T10:00:00Z' },
  notes: [],
  props: {},
})
