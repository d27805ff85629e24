import type { PairVectors, SegmentVectors } from '../../core/types.ts'

/** So many segments of each text, evenly spread, stand for all of it. */
const sampleSize = 32
/** A chance of meeting is never taken for narrower than this, nor is one known from fewer cells than `fewCells`. */
const leastSpread = 0.02
const fewCells = 12
const usualSpread = 0.12

/**
 * The vectors of two texts with what a cosine is worth in them: the mean cosine of every segment with sampled segments of
 * the other text, and the spread about it. The best cell of a segment is left out, for it may be its translation. A text
 * without a vector (undefined) takes no part. Vectors of other sizes than the first count as none.
 */
export function pairVectors(
  source: readonly (Float32Array | undefined)[],
  target: readonly (Float32Array | undefined)[],
  by: string,
): PairVectors {
  const size = [...source, ...target].find((vector) => vector !== undefined)?.length ?? 0
  const left = columnOf(source, size)
  const right = columnOf(target, size)
  const here = chanceOf(left, right, size)
  const there = chanceOf(right, left, size)
  const cells = here.cells + there.cells
  const known = Math.max(leastSpread, Math.sqrt((here.squares + there.squares) / Math.max(1, cells)))
  return {
    source: { components: left, chance: here.means },
    target: { components: right, chance: there.means },
    size,
    spread: cells < fewCells ? Math.max(known, usualSpread) : known,
    by,
  }
}

function columnOf(vectors: readonly (Float32Array | undefined)[], size: number): Float32Array {
  const column = new Float32Array(vectors.length * size)
  vectors.forEach((vector, i) => {
    if (vector === undefined || vector.length !== size) return
    let sum = 0
    for (const value of vector) sum += value * value
    const norm = Math.sqrt(sum)
    if (norm === 0 || !Number.isFinite(norm)) return
    for (let k = 0; k < size; k++) column[i * size + k] = (vector[k] ?? 0) / norm
  })
  return column
}

interface Chance {
  readonly means: Float64Array
  /** Summed squared deviations from the means, and of how many cells. */
  readonly squares: number
  readonly cells: number
}

function chanceOf(own: Float32Array, other: Float32Array, size: number): Chance {
  const count = size === 0 ? 0 : own.length / size
  const means = new Float64Array(count)
  const sample = sampleOf(other, size)
  let [squares, cells] = [0, 0]
  for (let i = 0; i < count; i++) {
    if (isZero(own, i, size)) continue
    const cosines = sample.map((j) => dotOf(own, i, other, j, size)).sort((a, b) => a - b)
    const rest = cosines.length > 1 ? cosines.slice(0, -1) : []
    const mean = rest.reduce((sum, cosine) => sum + cosine, 0) / Math.max(1, rest.length)
    means[i] = mean
    for (const cosine of rest) squares += (cosine - mean) ** 2
    cells += rest.length
  }
  return { means, squares, cells }
}

function sampleOf(column: Float32Array, size: number): readonly number[] {
  const all = Array.from({ length: size === 0 ? 0 : column.length / size }, (_, i) => i).filter(
    (i) => !isZero(column, i, size),
  )
  const step = Math.max(1, all.length / sampleSize)
  return Array.from({ length: Math.min(sampleSize, all.length) }, (_, k) => all[Math.floor(k * step)] ?? 0)
}

function isZero(column: Float32Array, i: number, size: number): boolean {
  for (let k = i * size; k < (i + 1) * size; k++) if (column[k] !== 0) return false
  return true
}

/** Inner product of vector i of one column and vector j of another. */
export function dotOf(a: Float32Array, i: number, b: Float32Array, j: number, size: number): number {
  const from = i * size
  const other = j * size
  let sum = 0
  for (let k = 0; k < size; k++) sum += (a[from + k] as number) * (b[other + k] as number)
  return sum
}

/** The nearest segments of the target for a segment of the source, best first, by how far they stand above chance. */
export function nearest(vectors: PairVectors, source: number, most: number): readonly number[] {
  const { size, target } = vectors
  const above = (j: number): number =>
    dotOf(vectors.source.components, source, target.components, j, size) -
    0.5 * ((vectors.source.chance[source] ?? 0) + (target.chance[j] ?? 0))
  return Array.from(target.chance, (_, j) => ({ j, value: above(j) }))
    .filter(({ value }) => value > vectors.spread)
    .sort((a, b) => b.value - a.value || a.j - b.j)
    .slice(0, most)
    .map(({ j }) => j)
}

/** Slots for inner products that were computed before; a power of two. */
const slots = 1 << 15

/** Inner products of the vectors of two columns; a search asks for the same ones again and again. */
export function createDots(a: SegmentVectors, b: SegmentVectors, size: number): (i: number, j: number) => number {
  const columns = b.chance.length
  const keys = new Float64Array(slots).fill(-1)
  const values = new Float64Array(slots)
  return (i, j) => {
    const key = i * columns + j
    const slot = (Math.imul(i, 127) + j) & (slots - 1)
    if (keys[slot] === key) return values[slot] as number
    const value = dotOf(a.components, i, b.components, j, size)
    keys[slot] = key
    values[slot] = value
    return value
  }
}
