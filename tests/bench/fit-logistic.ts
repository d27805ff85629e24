/** One thing to learn from: what is known of it, the log-odds that are given, and whether it is so. */
export interface Sample {
  readonly values: readonly number[]
  readonly offset: number
  readonly isRight: boolean
}

const rounds = 25
/** Keeps weights that the data hardly tell near 0, each in units of how far its value is spread. */
const ridge = 1

/** Weights of a logistic regression, by Newton's method; the first value of each sample is a constant 1. */
export function fitLogistic(samples: readonly Sample[]): readonly number[] {
  const [first] = samples
  const size = first?.values.length ?? 0
  const scales = Array.from({ length: size }, (_, k) =>
    k === 0 ? 1 : spreadOf(samples.map(({ values }) => values[k] ?? 0)),
  )
  const scaled = samples.map((sample) => ({
    ...sample,
    values: sample.values.map((value, k) => value / (scales[k] ?? 1)),
  }))
  let weights: readonly number[] = new Array<number>(size).fill(0)
  for (let round = 0; round < rounds; round++) {
    const gradient = weights.map((weight, k) => (k === 0 ? 0 : -ridge * weight))
    const hessian = weights.map((_, k) => weights.map((__, l): number => (k !== l ? 0 : k === 0 ? 1e-6 : ridge)))
    for (const { values, offset, isRight } of scaled) {
      const p = 1 / (1 + Math.exp(-values.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), offset)))
      for (let k = 0; k < size; k++) {
        gradient[k] = (gradient[k] ?? 0) + ((isRight ? 1 : 0) - p) * (values[k] ?? 0)
        const row = hessian[k] ?? []
        for (let l = 0; l < size; l++) row[l] = (row[l] ?? 0) + p * (1 - p) * (values[k] ?? 0) * (values[l] ?? 0)
      }
    }
    const step = solve(hessian, gradient)
    weights = weights.map((weight, k) => weight + (step[k] ?? 0))
  }
  return weights.map((weight, k) => weight / (scales[k] ?? 1))
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return Math.sqrt(variance) || 1
}

/** Solution of a small symmetric system, by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, k) => [...row, right[k] ?? 0])
  const size = rows.length
  for (let k = 0; k < size; k++) {
    const pivot = rows[k] ?? []
    for (let r = k + 1; r < size; r++) {
      const row = rows[r] ?? []
      const factor = (row[k] ?? 0) / (pivot[k] ?? 1)
      for (let c = k; c <= size; c++) row[c] = (row[c] ?? 0) - factor * (pivot[c] ?? 0)
    }
  }
  const solution = new Array<number>(size).fill(0)
  for (let k = size - 1; k >= 0; k--) {
    const row = rows[k] ?? []
    const known = row.slice(k + 1, size).reduce((sum, value, c) => sum + value * (solution[k + 1 + c] ?? 0), 0)
    solution[k] = ((row[size] ?? 0) - known) / (row[k] ?? 1)
  }
  return solution
}
