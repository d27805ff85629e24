/** `npm run bench -- NAME [--json]`: prints figures as a table, or as one JSON object on the last line. */

import { coverage } from './coverage.ts'
import { deletions } from './deletions.ts'
import { fitConfidence } from './fit-confidence.ts'
import { inspector } from './inspector.ts'
import { ladders } from './ladders.ts'
import { lexicon } from './lexicon.ts'
import { match } from './match.ts'
import { memory } from './memory.ts'
import { mining } from './mining.ts'
import { names } from './names.ts'
import { quality } from './quality.ts'
import { realign } from './realign.ts'
import { repeat } from './repeat.ts'
import { speed } from './speed.ts'
import { teaching } from './teaching.ts'

const benches: Readonly<Record<string, (options: readonly string[]) => Promise<Readonly<Record<string, number>>>>> = {
  inspector,
  ladders,
  lexicon,
  match,
  memory,
  mining,
  names,
  coverage,
  deletions,
  'fit-confidence': fitConfidence,
  quality,
  realign,
  repeat,
  speed,
  teaching,
}

/** Benches whose figures have names of their own. */
const ownKeys: ReadonlySet<string> = new Set(['memory'])

const [name, ...options] = process.argv.slice(2)
const chosen = name === undefined || name.startsWith('-') ? Object.keys(benches) : [name]
const figures: Record<string, number> = {}
for (const bench of chosen) {
  const run = benches[bench]
  if (run === undefined) {
    process.stderr.write(`no such bench: ${bench}; there are ${Object.keys(benches).join(', ')}\n`)
    process.exit(2)
  }
  process.stdout.write(`\n${bench}\n`)
  for (const [key, value] of Object.entries(await run(options)))
    figures[ownKeys.has(bench) ? key : `${bench}.${key}`] = value
}
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures)}\n`)
