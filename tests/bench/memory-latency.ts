/** Times look-ups in a memory: `memory-latency.ts DB LOOKUPS.json` prints one line of JSON. Run by the bench in a process of its own. */
import { readFileSync } from 'node:fs'
import { openMemory } from '../../src/index.ts'
import {
  concordanceFigures,
  exactFigures,
  fuzzyFigures,
  type Lookups,
  quantiles,
  regexFigures,
} from './memory-figures.ts'

const [db = '', file = ''] = process.argv.slice(2)
const lookups: Lookups = JSON.parse(readFileSync(file, 'utf8'))
const memory = await openMemory(db, { mode: 'read' })
const exact = await exactFigures(memory, lookups)
const [nl, zh] = [await fuzzyFigures(memory, lookups, 0), await fuzzyFigures(memory, lookups, 1)]
const figures = {
  exact,
  fuzzyNl: quantiles(nl),
  fuzzyZh: quantiles(zh),
  fuzzy: quantiles([...nl, ...zh]),
  concordanceNl: await concordanceFigures(memory, lookups, 0),
  concordanceZh: await concordanceFigures(memory, lookups, 1),
  regexMs: await regexFigures(memory),
}
await memory.close()
process.stdout.write(`${JSON.stringify(figures)}\n`)
