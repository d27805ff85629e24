/** How many segments of each side a bead takes, and the log of how often that happens. */
export interface Shape {
  readonly source: number
  readonly target: number
  readonly logPrior: number
}

/**
 * Shapes of the search with their frequencies in translated prose (rounded from published counts of several corpora;
 * Gale and Church 1993 and later); each n-m row stands for both directions.
 */
const frequencies: readonly (readonly [source: number, target: number, share: number])[] = [
  [1, 1, 0.78],
  [1, 0, 0.03],
  [0, 1, 0.03],
  [1, 2, 0.055],
  [2, 1, 0.055],
  [1, 3, 0.01],
  [3, 1, 0.01],
  [2, 2, 0.015],
  [1, 4, 0.003],
  [4, 1, 0.003],
  [2, 3, 0.004],
  [3, 2, 0.004],
]

/** The shapes when this share of the segments has no counterpart; the rest keep their proportions. */
export function shapesWith(unpaired: number): readonly Shape[] {
  const isEmpty = ([source, target]: readonly [number, number, number]): boolean => source === 0 || target === 0
  const paired = frequencies.reduce((sum, row) => sum + (isEmpty(row) ? 0 : row[2]), 0)
  return frequencies.map((row) => ({
    source: row[0],
    target: row[1],
    logPrior: Math.log(isEmpty(row) ? unpaired / 2 : (row[2] * (1 - unpaired)) / paired),
  }))
}
