/** How many segments of each side a bead takes, and the log of how often that happens. */
export interface Shape {
  readonly source: number
  readonly target: number
  readonly logPrior: number
}

/** A bead has at most this many segments on both sides together. */
const mostSegments = 6

/** Shares of shapes before anything is known of a text, in rounded figures: `[source, target, share]`, each for both directions. */
const usual: readonly (readonly [number, number, number])[] = [
  [1, 1, 0.8],
  [1, 2, 0.06],
  [2, 2, 0.01],
  [1, 3, 0.01],
  [2, 3, 0.005],
  [1, 4, 0.005],
  [3, 3, 0.0025],
  [2, 4, 0.0025],
  [1, 5, 0.0025],
]

/** All shapes with the shares that published corpora have (after Gale and Church 1993), and a share of segments without a counterpart. */
export function usualShapes(unpaired: number): readonly Shape[] {
  const weights = usual.flatMap(([a, b, share]) =>
    a === b
      ? [{ source: a, target: b, share }]
      : [
          { source: a, target: b, share },
          { source: b, target: a, share },
        ],
  )
  const empty = [
    { source: 1, target: 0, share: unpaired / 2 },
    { source: 0, target: 1, share: unpaired / 2 },
  ]
  return withPriors([...weights, ...empty])
}

/** The shapes that a coarse search needs: beads of at most three segments. */
export const simpleShapes = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.filter((shape) => shape.source + shape.target <= 3)

/** What takes back the prior of leaving out a segment, by its side. */
export function skipAtNoCost(shapes: readonly Shape[]): { readonly source: number; readonly target: number } {
  const priorOf = (sources: number): number =>
    shapes.find(({ source, target }) => source === sources && target === 1 - sources)?.logPrior ?? 0
  return { source: -priorOf(1), target: -priorOf(0) }
}

/** Bounds of the share of segments without a counterpart that a search may tell: where everything would be left out, nothing would be learnt. */
const unpairedBounds = [0.004, 0.15] as const

/** The shapes with the shares that a search has found. */
export function shapesFrom(found: readonly Shape[]): readonly Shape[] {
  const all = usualShapes(0.02)
  const counts = all.map(
    (shape) => 0.5 + found.filter((one) => one.source === shape.source && one.target === shape.target).length,
  )
  const sum = counts.reduce((total, count) => total + count, 0)
  return withPriors(
    all.map(({ source, target }, k) => {
      const share = (counts[k] ?? 0) / sum
      const isEmpty = source === 0 || target === 0
      const bounded = isEmpty ? Math.min(unpairedBounds[1], Math.max(unpairedBounds[0], share)) : share
      return { source, target, share: bounded }
    }),
  )
}

function withPriors(
  rows: readonly { readonly source: number; readonly target: number; readonly share: number }[],
): readonly Shape[] {
  const sum = rows.reduce((total, row) => total + row.share, 0)
  return rows
    .filter((row) => row.source + row.target <= mostSegments)
    .map(({ source, target, share }) => ({ source, target, logPrior: Math.log(share / sum) }))
}
