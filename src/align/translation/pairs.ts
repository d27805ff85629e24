import type { StemPairs } from '../../core/types.ts'

/** Probabilities of one direction, by the stem that is given. */
export interface Renderings {
  readonly offsets: Uint32Array
  readonly ids: Uint32Array
  readonly probabilities: Float32Array
}

export const forwardOf = ({ offsets, ids, forward }: StemPairs): Renderings => ({
  offsets,
  ids,
  probabilities: forward,
})

/** The other direction, by target stem. */
export function backwardOf({ offsets, ids, backward }: StemPairs, targets: number): Renderings {
  return transposed({ offsets, ids, probabilities: backward }, targets)
}

/** The same numbers by the other stem. */
export function transposed({ offsets, ids, probabilities }: Renderings, columns: number): Renderings {
  const counts = new Uint32Array(columns + 1)
  for (const id of ids) counts[id + 1] = (counts[id + 1] as number) + 1
  for (let c = 0; c < columns; c++) counts[c + 1] = (counts[c + 1] as number) + (counts[c] as number)
  const next = counts.slice()
  const rows = new Uint32Array(ids.length)
  const values = new Float32Array(ids.length)
  for (let x = 0; x + 1 < offsets.length; x++)
    for (let k = offsets[x] as number; k < (offsets[x + 1] as number); k++) {
      const at = next[ids[k] as number] as number
      next[ids[k] as number] = at + 1
      rows[at] = x
      values[at] = probabilities[k] as number
    }
  return { offsets: counts, ids: rows, probabilities: values }
}

/** The pairs of two tables, each with the higher of its probabilities. */
export function highest(a: StemPairs, b: StemPairs, targets: number): StemPairs {
  const merged = (x: Renderings, y: Renderings): Renderings => {
    const both = joined(x, y, targets)
    return {
      offsets: both.offsets,
      ids: both.ids,
      probabilities: both.forward.map((p, k) => Math.max(p, both.backward[k] ?? 0)),
    }
  }
  const backward = ({ offsets, ids, backward: probabilities }: StemPairs): Renderings => ({
    offsets,
    ids,
    probabilities,
  })
  return joined(merged(forwardOf(a), forwardOf(b)), merged(backward(a), backward(b)), targets)
}

/** Both directions over the pairs that either of them has; `backward` is by source stem already. */
export function joined(forward: Renderings, backward: Renderings, targets: number): StemPairs {
  const offsets = new Uint32Array(forward.offsets.length)
  const there = new Float32Array(targets)
  const back = new Float32Array(targets)
  const isSeen = new Uint8Array(targets)
  const ids: number[] = []
  const columns = { forward: [] as number[], backward: [] as number[] }
  for (let x = 0; x + 1 < offsets.length; x++) {
    const row: number[] = []
    const note = (from: Renderings, values: Float32Array): void => {
      for (let k = from.offsets[x] as number; k < (from.offsets[x + 1] as number); k++) {
        const y = from.ids[k] as number
        values[y] = from.probabilities[k] as number
        if (isSeen[y] === 1) continue
        isSeen[y] = 1
        row.push(y)
      }
    }
    note(forward, there)
    note(backward, back)
    row.sort((a, b) => a - b)
    for (const y of row) {
      ids.push(y)
      columns.forward.push(there[y] as number)
      columns.backward.push(back[y] as number)
      there[y] = back[y] = isSeen[y] = 0
    }
    offsets[x + 1] = ids.length
  }
  return {
    offsets,
    ids: Uint32Array.from(ids),
    forward: Float32Array.from(columns.forward),
    backward: Float32Array.from(columns.backward),
  }
}
