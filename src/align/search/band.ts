/** The cells of a search: for every source position 0..n the target positions `lo[i] .. hi[i]`, both inclusive. */
export interface Band {
  readonly lo: Int32Array
  readonly hi: Int32Array
  /** Cell (i, j) has index `offsets[i] + j - lo[i]`. */
  readonly offsets: Float64Array
  readonly size: number
}

export interface Point {
  readonly source: number
  readonly target: number
}

/** All cells of two texts. */
export function bandWhole(sources: number, targets: number): Band {
  return bandOf(sources, targets, () => [0, targets])
}

/** A band of the cells that `bounds` gives for each row. Bounds are clipped to the text and made to rise, so that a path from corner to corner exists. */
export function bandOf(sources: number, targets: number, bounds: (i: number) => readonly [number, number]): Band {
  const lo = new Int32Array(sources + 1)
  const hi = new Int32Array(sources + 1)
  for (let i = 0; i <= sources; i++) {
    const [from, to] = bounds(i)
    hi[i] = Math.min(targets, Math.max(to, i === 0 ? 0 : (hi[i - 1] ?? 0)))
    lo[i] = Math.max(0, Math.min(from, hi[i] ?? 0))
  }
  lo[0] = 0
  hi[sources] = targets
  for (let i = sources - 1; i >= 0; i--) lo[i] = Math.min(lo[i] ?? 0, lo[i + 1] ?? 0)
  // A row must reach the next one: its end may not lie before the next row's start.
  for (let i = sources - 1; i >= 0; i--) hi[i] = Math.max(hi[i] ?? 0, lo[i + 1] ?? 0)
  const offsets = new Float64Array(sources + 2)
  for (let i = 0; i <= sources; i++) offsets[i + 1] = (offsets[i] ?? 0) + (hi[i] ?? 0) - (lo[i] ?? 0) + 1
  return { lo, hi, offsets, size: offsets[sources + 1] ?? 0 }
}
