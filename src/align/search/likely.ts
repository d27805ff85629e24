import { type Band, bandOf } from './band.ts'
import type { ScoreTable, Sums } from './monotonic.ts'

/** Cells that all paths together pass with a smaller log-probability than this are left out of the next search. */
const leastLog = -7

// Kernel: one pass over the cells of a search.
/** The cells that paths of any weight pass in a search, and those so many columns to each side of them. */
export function likelyBand({ band, sources, targets }: ScoreTable, { forward, backward }: Sums, columns: number): Band {
  const least = (forward[band.size - 1] as number) + leastLog
  const from = new Int32Array(sources + 1).fill(targets)
  const to = new Int32Array(sources + 1)
  for (let i = 0; i <= sources; i++) {
    const start = band.offsets[i] as number
    const lo = band.lo[i] as number
    const count = (band.hi[i] as number) - lo + 1
    for (let s = 0; s < count; s++) {
      if ((forward[start + s] as number) + (backward[start + s] as number) < least) continue
      if (lo + s < (from[i] as number)) from[i] = lo + s
      to[i] = lo + s
    }
  }
  return bandOf(sources, targets, (i) => [(from[i] as number) - columns, (to[i] as number) + columns])
}
