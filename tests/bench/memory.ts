import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openMemory } from '../../src/index.ts'
import { writeWhole } from '../../src/whole-file.ts'
import { measureProcess } from './child.ts'
import { type MadePair, madeTmx, madeUnits } from './made-memory.ts'
import { coldSearch, concordanceFigures, exactFigures, fuzzyFigures, readRate, regexFigures } from './memory-figures.ts'
import { tmdbRatios } from './memory-tmdb.ts'

/** Seeds of the units and of the queries. */
const seed = 20261
const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** Everything that a memory is judged by: import, look-ups, concordance, reading, size, and a rival on the same units. `UNITS` are 1,000,000. */
export async function memory(options: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const count = Number(options.find((option) => /^\d+$/.test(option)) ?? 1_000_000)
  const folder = mkdtempSync(join(tmpdir(), 'zinpaar-memory-'))
  const say = (text: string): void => void process.stdout.write(`${text}\n`)
  try {
    const tmx = join(folder, 'made.tmx')
    const db = join(folder, 'made.zmem')
    await writeWhole(tmx, madeTmx(madeUnits(seed), count))
    const megabytes = statSync(tmx).size / 1e6
    say(`${count} made units, ${megabytes.toFixed(0)} MB of TMX`)
    const reading = await readRate(tmx, statSync(tmx).size)
    say(`reading TMX alone: ${reading.toFixed(1)} MB/s`)
    const taken = await measureProcess(
      [process.execPath, cli, 'memory', 'import', tmx, '--memory', db, '--quiet'],
      folder,
    )
    const fileMb = statSync(db).size / 1e6
    say(
      `import: ${Math.round(count / taken.seconds)} units/s, ${taken.peakMegabytes.toFixed(0)} MB at most, file ${fileMb.toFixed(0)} MB`,
    )
    const units = take(madeUnits(seed), count)
    const coldSearchMs = await coldSearch(cli, db, units, folder)
    say(`search in a new process: ${coldSearchMs.toFixed(0)} ms`)
    const open = await openMemory(db, { mode: 'read' })
    try {
      const exact = await exactFigures(open, units)
      say(`exact: p50 ${exact.p50.toFixed(3)} ms, p99 ${exact.p99.toFixed(3)} ms`)
      const fuzzy = await fuzzyFigures(open, units, say)
      const nl = await concordanceFigures(open, units, 0)
      const zh = await concordanceFigures(open, units, 1)
      say(
        `concordance: nl p50 ${nl.p50.toFixed(2)} p99 ${nl.p99.toFixed(2)} ms, zh p50 ${zh.p50.toFixed(2)} p99 ${zh.p99.toFixed(2)} ms`,
      )
      const regexMs = await regexFigures(open)
      say(`regular expressions, first hit: ${regexMs.toFixed(0)} ms at most`)
      const ratios = await tmdbRatios(units.slice(0, Math.min(count, 100_000)), folder, say)
      return {
        importUnitsPerS: Math.round(count / taken.seconds),
        importRssMb: Math.round(taken.peakMegabytes),
        exactP99Ms: exact.p99,
        ...fuzzy,
        coldSearchMs,
        concordanceNlP99Ms: nl.p99,
        concordanceZhP99Ms: zh.p99,
        tmxMbPerS: reading,
        fileMb,
        ...ratios,
        regexFirstHitMs: regexMs,
      }
    } finally {
      await open.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function take(units: Iterator<MadePair>, count: number): readonly MadePair[] {
  return Array.from({ length: count }, (): MadePair => units.next().value)
}
