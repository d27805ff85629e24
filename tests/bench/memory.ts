import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openMemory } from '../../src/index.ts'
import { writeWhole } from '../../src/whole-file.ts'
import { measureProcess } from './child.ts'
import { type MadePair, madeTmx, madeUnits } from './made-memory.ts'
import { coldSearch, madeLookups, type Quantiles, readRate, recall } from './memory-figures.ts'
import { tmdbRatios } from './memory-tmdb.ts'

/** Seeds of the units and of the queries. */
const seed = 20261
const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** Everything that a memory is judged by: import, look-ups, concordance, reading, size, and a rival on the same units (but for `--without-rival`). A number is how many units; 1,000,000 otherwise. */
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
    const figures = await latency(db, units, folder)
    const open = await openMemory(db, { mode: 'read' })
    try {
      const { exact, fuzzy, fuzzyNl, fuzzyZh, concordanceNl: nl, concordanceZh: zh, regexMs } = figures
      const text = ({ p50, p99 }: Quantiles): string => `p50 ${p50.toFixed(3)} p99 ${p99.toFixed(3)} ms`
      say(`exact: ${text(exact)}`)
      say(`fuzzy, the ten best from 70 %: nl ${text(fuzzyNl)}, zh ${text(fuzzyZh)}`)
      say(
        `concordance, the first hundred: nl ${text(nl)}, zh ${text(zh)}; regular expressions, first hit ${regexMs.toFixed(0)} ms at most`,
      )
      const { found, expected } = await recall(open, units)
      say(`fuzzy recall: ${found} of ${expected} units that a comparison with every unit finds`)
      const ratios = options.includes('--without-rival')
        ? {}
        : await tmdbRatios(units.slice(0, Math.min(count, 100_000)), folder, say)
      return {
        importUnitsPerS: Math.round(count / taken.seconds),
        importRssMb: Math.round(taken.peakMegabytes),
        exactP99Ms: exact.p99,
        fuzzyP50Ms: fuzzy.p50,
        fuzzyP99Ms: fuzzy.p99,
        fuzzyRecall: expected === 0 ? 1 : found / expected,
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

interface Latency
  extends Readonly<Record<'exact' | 'fuzzy' | 'fuzzyNl' | 'fuzzyZh' | 'concordanceNl' | 'concordanceZh', Quantiles>> {
  readonly regexMs: number
}

/** Look-ups in a process of its own, which holds the memory and nothing else. */
async function latency(db: string, units: readonly MadePair[], folder: string): Promise<Latency> {
  const file = join(folder, 'lookups.json')
  writeFileSync(file, JSON.stringify(madeLookups(units)))
  const script = fileURLToPath(new URL('memory-latency.ts', import.meta.url))
  const { output } = await measureProcess([process.execPath, '--import', 'tsx', script, db, file], folder)
  return JSON.parse(output)
}

function take(units: Iterator<MadePair>, count: number): readonly MadePair[] {
  return Array.from({ length: count }, (): MadePair => units.next().value)
}
