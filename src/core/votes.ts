import type { TokenTable } from './types.ts'

/** Votes of overlapping words (国防, 国防部, 部长 over the same characters): 1 over how many words cover a character, averaged over its characters. */
export function votesOf(words: Pick<TokenTable, 'offsets' | 'starts' | 'ends'>): Float64Array {
  const { offsets, starts, ends } = words
  const votes = new Float64Array(starts.length).fill(1)
  let cover = new Uint8Array(256)
  for (let segment = 0; segment + 1 < offsets.length; segment++) {
    const [from, to] = [offsets[segment] as number, offsets[segment + 1] as number]
    if (!overlaps(starts, ends, from, to)) continue
    let [least, most] = [starts[from] as number, 0]
    for (let k = from; k < to; k++) {
      least = Math.min(least, starts[k] as number)
      most = Math.max(most, ends[k] as number)
    }
    if (most - least > cover.length) cover = new Uint8Array(2 * (most - least))
    else cover.fill(0, 0, most - least)
    for (let k = from; k < to; k++)
      for (let c = starts[k] as number; c < (ends[k] as number); c++) {
        const at = c - least
        if ((cover[at] as number) < 255) cover[at] = (cover[at] as number) + 1
      }
    for (let k = from; k < to; k++) {
      const [start, end] = [starts[k] as number, ends[k] as number]
      let sum = 0
      for (let c = start; c < end; c++) sum += 1 / (cover[c - least] as number)
      if (end > start) votes[k] = sum / (end - start)
    }
  }
  return votes
}

/** True when the words of a range, which come in order of their starts within each run, lie over each other. */
function overlaps(starts: Uint32Array, ends: Uint32Array, from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) if ((starts[k] as number) < (ends[k - 1] as number)) return true
  return false
}
