import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Alignment, Document } from '../../src/core/types.ts'
import { type LadderBead, readLadder } from '../../src/formats/ladder/index.ts'
import { createLearning } from '../../src/learnt.ts'
import { createAligner } from '../../src/pipeline.ts'
import { evaluateLadders, type LadderPair } from '../../src/review/evaluate.ts'
import { readLines, sharedFolder } from './shared.ts'

/** Sets of documents of one sentence a line. */
export const ladderSets = [
  { name: 'textberg-dev', source: 'de', target: 'fr' },
  { name: 'mac-dev', source: 'zh', target: 'en' },
] as const

/**
 * Strict and lax F1 on the sentence ladders of `gold`, each document aligned by itself, and with what all documents of the
 * set teach. CEDICT=FILE adds rows with that dictionary, as published figures have one.
 */
export async function ladders(): Promise<Readonly<Record<string, number>>> {
  const shared = sharedFolder()
  if (shared === undefined) {
    process.stdout.write('skipped: no gold data (set ZINPAAR_SHARED)\n')
    return {}
  }
  const figures: Record<string, number> = {}
  const dictionary = process.env.CEDICT
  for (const set of ladderSets)
    for (const files of dictionary !== undefined && set.name === 'mac-dev' ? [[], [dictionary]] : [[]])
      for (const learn of [false, true]) {
        const row = `${set.name}${files.length === 0 ? '' : '+dictionary'}${learn ? '+learning' : ''}`
        const started = performance.now()
        const { strict, lax } = evaluateLadders(await pairsOf(join(shared, 'gold'), set, files, learn))
        const seconds = (performance.now() - started) / 1000
        figures[`${row}.strict`] = strict.f1
        figures[`${row}.lax`] = lax.f1
        const shown = (value: number): string => value.toFixed(3)
        process.stdout.write(
          `${row.padEnd(28)} strict F1 ${shown(strict.f1)} (P ${shown(strict.precision)} R ${shown(strict.recall)})  lax F1 ${shown(lax.f1)}  ${seconds.toFixed(1)} s\n`,
        )
      }
  return figures
}

/** Two texts of one sentence a line and their gold beads. */
export interface LadderDocument {
  readonly source: Document
  readonly target: Document
  readonly gold: readonly LadderBead[]
}

type LadderSet = (typeof ladderSets)[number]

/** The documents of a set, by name. */
export function readLadderSet(gold: string, { name, source, target }: LadderSet): readonly LadderDocument[] {
  const folder = join(gold, 'ladder', name)
  return readdirSync(join(folder, source))
    .sort()
    .map((file) => ({
      source: readLines(join(folder, source), file),
      target: readLines(join(folder, target), file),
      gold: readLadder(readFileSync(join(folder, 'gold', file), 'utf8')),
    }))
}

/** The beads of an alignment as a ladder lists them. */
export function ladderBeads({ beads }: Alignment): readonly LadderBead[] {
  const range = ({ from, to }: { readonly from: number; readonly to: number }): readonly number[] =>
    Array.from({ length: to - from }, (_, k) => from + k)
  return beads.map((bead) => ({ source: range(bead.source), target: range(bead.target) }))
}

async function pairsOf(
  gold: string,
  set: LadderSet,
  lexiconFiles: readonly string[],
  learn: boolean,
): Promise<readonly LadderPair[]> {
  const options = { sourceLanguage: set.source, targetLanguage: set.target, segmented: true, lexiconFiles }
  const documents = readLadderSet(gold, set)
  const learning = createLearning([])
  const first = createAligner(options)
  for (const { source, target } of learn ? documents : []) {
    const { taught } = await first.alignTeaching(source, target, { report: () => undefined })
    if (taught !== undefined) learning.add(taught)
  }
  const aligner = createAligner({ ...options, learnt: learning.words() })
  const pairs: LadderPair[] = []
  for (const document of documents) {
    const alignment = await aligner.align(document.source, document.target, { report: () => undefined })
    pairs.push({ gold: document.gold, system: ladderBeads(alignment) })
  }
  return pairs
}
