import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLadder } from '../../src/formats/ladder/index.ts'
import { createAligner } from '../../src/pipeline.ts'
import { evaluateLadders, type LadderPair } from '../../src/review/evaluate.ts'
import { readLines, sharedFolder } from './shared.ts'

const sets = [
  { name: 'textberg-dev', source: 'de', target: 'fr' },
  { name: 'mac-dev', source: 'zh', target: 'en' },
] as const

/**
 * Strict and lax F1 on the sentence ladders of `gold`, each document aligned by itself. CEDICT=FILE adds that dictionary in
 * a second row, as published figures have one.
 */
export async function ladders(): Promise<Readonly<Record<string, number>>> {
  const shared = sharedFolder()
  if (shared === undefined) {
    process.stdout.write('skipped: no gold data (set ZINPAAR_SHARED)\n')
    return {}
  }
  const figures: Record<string, number> = {}
  const dictionary = process.env.CEDICT
  for (const { name, source, target } of sets)
    for (const files of dictionary !== undefined && name === 'mac-dev' ? [[], [dictionary]] : [[]]) {
      const folder = join(shared, 'gold', 'ladder', name)
      const row = files.length === 0 ? name : `${name}+dictionary`
      const started = performance.now()
      const { strict, lax } = evaluateLadders(await pairsOf(folder, source, target, files))
      const seconds = (performance.now() - started) / 1000
      figures[`${row}.strict`] = strict.f1
      figures[`${row}.lax`] = lax.f1
      const shown = (value: number): string => value.toFixed(3)
      process.stdout.write(
        `${row.padEnd(24)} strict F1 ${shown(strict.f1)} (P ${shown(strict.precision)} R ${shown(strict.recall)})  lax F1 ${shown(lax.f1)}  ${seconds.toFixed(1)} s\n`,
      )
    }
  return figures
}

async function pairsOf(
  folder: string,
  source: string,
  target: string,
  lexiconFiles: readonly string[],
): Promise<readonly LadderPair[]> {
  const aligner = createAligner({ sourceLanguage: source, targetLanguage: target, segmented: true, lexiconFiles })
  const pairs: LadderPair[] = []
  for (const file of readdirSync(join(folder, source)).sort()) {
    const left = readLines(join(folder, source), file)
    const right = readLines(join(folder, target), file)
    const { beads } = await aligner.align(left, right, { report: () => undefined })
    const range = ({ from, to }: { readonly from: number; readonly to: number }): readonly number[] =>
      Array.from({ length: to - from }, (_, k) => from + k)
    pairs.push({
      gold: readLadder(readFileSync(join(folder, 'gold', file), 'utf8')),
      system: beads.map((bead) => ({ source: range(bead.source), target: range(bead.target) })),
    })
  }
  return pairs
}
