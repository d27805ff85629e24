import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importFiles, openMemory } from '../../src/index.ts'
import { writeWhole } from '../../src/whole-file.ts'
import { type MadePair, madeTmx } from './made-memory.ts'
import { madeQueries } from './memory-queries.ts'
import { quantile, timed } from './timing.ts'

/** A query of the rival is stopped after so many seconds and counts as having taken them. */
const mostSeconds = 45

/**
 * How many times faster a fuzzy search at 70 % is than in translate-toolkit's tmdb, on the same units and queries, by medians:
 * as it ships, and after an ANALYZE by hand. Empty, and said so, where translate-toolkit is not installed.
 */
export async function tmdbRatios(
  units: readonly MadePair[],
  folder: string,
  say: (text: string) => void,
): Promise<Readonly<Record<string, number>>> {
  const queries = madeQueries(units, 40, 4)
  const [unitsFile, queriesFile] = [join(folder, 'units.tsv'), join(folder, 'queries.tsv')]
  writeFileSync(unitsFile, units.map((pair) => `${pair.join('\t')}\n`).join(''))
  writeFileSync(queriesFile, queries.map((pair) => `${pair.join('\t')}\n`).join(''))
  const script = fileURLToPath(new URL('memory-tmdb.py', import.meta.url))
  const rival = spawnSync('/usr/bin/python3', [script, unitsFile, queriesFile, folder, String(mostSeconds)], {
    encoding: 'utf8',
  })
  if (rival.status !== 0) {
    say(`tmdb: not measured, translate-toolkit is not installed (${rival.stderr?.trim().split('\n').at(-1) ?? ''})`)
    return {}
  }
  const { shipped, analyzed, importSeconds }: Record<'shipped' | 'analyzed', number[]> & { importSeconds: number } =
    JSON.parse(rival.stdout)
  const ours = await ownTimes(units, queries, folder)
  const [own, slow, tuned] = [ours, shipped.map(toMs), analyzed.map(toMs)].map((times) => quantile(times, 0.5))
  say(
    `tmdb, ${units.length} units: import ${importSeconds.toFixed(1)} s; fuzzy median ${slow?.toFixed(0)} ms as shipped (${shipped.length} queries, stopped after ${mostSeconds} s), ` +
      `${tuned?.toFixed(1)} ms after ANALYZE (${analyzed.length}); ours ${own?.toFixed(2)} ms`,
  )
  return { tmdbRatio: (slow ?? 0) / (own ?? 1), tmdbAnalyzedRatio: (tuned ?? 0) / (own ?? 1) }
}

const toMs = (seconds: number): number => seconds * 1000

async function ownTimes(units: readonly MadePair[], queries: readonly MadePair[], folder: string): Promise<number[]> {
  const tmx = join(folder, 'small.tmx')
  await writeWhole(tmx, madeTmx(units, units.length))
  const memory = await openMemory(join(folder, 'small.zmem'), { mode: 'create' })
  try {
    await importFiles(memory, [tmx], { by: '', at: new Date(0).toISOString() }, { report: () => undefined })
    const times: number[] = []
    for (const [text] of queries)
      times.push(await timed(() => memory.search({ text, sourceLanguage: 'nl', targetLanguage: 'zh', min: 0.7 })))
    return times
  } finally {
    await memory.close()
  }
}
