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

/**
 * The part of a band that ways through all these points (in rising order) can reach, bent to reach them where it does not:
 * what lies before a point on one side lies before it on the other. Where `scale` segments make one row or column, the ways
 * come as near to the points as that allows.
 */
export function bandThrough(band: Band, targets: number, points: readonly Point[], scale = 1): Band {
  if (points.length === 0) return band
  const sources = band.lo.length - 1
  const { least, most } = corridorThrough(sources, targets, points, scale)
  const within = (i: number, j: number): number => Math.min(Math.max(j, least[i] ?? 0), most[i] ?? targets)
  return bandOf(
    sources,
    targets,
    (i) => [within(i, band.lo[i] ?? 0), within(i, band.hi[i] ?? targets)],
    (i) => most[i] ?? targets,
  )
}

/** The lowest and the highest target position of every row that a way through the points can have. */
function corridorThrough(
  sources: number,
  targets: number,
  points: readonly Point[],
  scale: number,
): { readonly least: Int32Array; readonly most: Int32Array } {
  const least = new Int32Array(sources + 1)
  const most = new Int32Array(sources + 1)
  let passed = 0
  for (let i = 0, k = 0; i <= sources; i++) {
    for (; Math.ceil((points[k]?.source ?? Number.POSITIVE_INFINITY) / scale) < i; k++)
      passed = Math.floor((points[k]?.target ?? 0) / scale)
    least[i] = passed
  }
  let ahead = targets
  for (let i = sources, k = points.length - 1; i >= 0; i--) {
    for (; Math.floor((points[k]?.source ?? -1) / scale) > i; k--) ahead = Math.ceil((points[k]?.target ?? 0) / scale)
    most[i] = ahead
  }
  return { least, most }
}

/** The cells of both of two bands of the same texts. */
export const bandOfBoth = (a: Band, b: Band, targets: number): Band =>
  bandOf(a.lo.length - 1, targets, (i) => [
    Math.min(a.lo[i] ?? 0, b.lo[i] ?? 0),
    Math.max(a.hi[i] ?? targets, b.hi[i] ?? targets),
  ])

/**
 * A band of the cells that `bounds` gives for each row. Bounds are clipped to the text and made to rise, so that a path from
 * corner to corner exists; to that end a row is widened up to `mostAt` at most.
 */
export function bandOf(
  sources: number,
  targets: number,
  bounds: (i: number) => readonly [number, number],
  mostAt: (i: number) => number = () => targets,
): Band {
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
  for (let i = sources - 1; i >= 0; i--) {
    hi[i] = Math.max(hi[i] ?? 0, Math.min(lo[i + 1] ?? 0, mostAt(i)))
    lo[i + 1] = Math.min(lo[i + 1] ?? 0, hi[i] ?? 0)
  }
  const offsets = new Float64Array(sources + 2)
  for (let i = 0; i <= sources; i++) offsets[i + 1] = (offsets[i] ?? 0) + (hi[i] ?? 0) - (lo[i] ?? 0) + 1
  return { lo, hi, offsets, size: offsets[sources + 1] ?? 0 }
}
