import { tokenDistance } from '../text/distance.ts'
import { likenessOf } from './likeness.ts'
import type { Piece } from './pieces.ts'

/** Indexes of two pieces that stand for each other; -1 on the side where nothing does. */
export interface Step {
  readonly query: number
  readonly match: number
}

/** How one list of pieces becomes the other. */
export interface PieceAlignment {
  readonly steps: readonly Step[]
  /** Edits in thousandths: 1000 for a piece too many, too few or different, less for one that is alike. */
  readonly cost: number
}

/** One edit, in thousandths. */
const whole = 1000
/** A number in the place of another: quicker put right than a word. */
const otherNumber = 600
/** What a word that is alike costs at least: 1000 less this. */
const alikeSaves = 800
/** Costs are counted in this many parts, so that of equal costs the one with more equal pieces wins. */
const finer = 2 ** 20
/** Above this many cells two texts are too long to be compared piece by piece. */
const maxCells = 2_000_000

/** The cheapest alignment; each is as good as its mirror image. */
export function alignPieces(query: readonly Piece[], match: readonly Piece[]): PieceAlignment {
  let start = 0
  while (start < query.length && start < match.length && query[start]?.norm === match[start]?.norm) start++
  let end = 0
  const most = Math.min(query.length, match.length) - start
  while (end < most && query[query.length - 1 - end]?.norm === match[match.length - 1 - end]?.norm) end++
  const inside = alignDifferent(query.slice(start, query.length - end), match.slice(start, match.length - end))
  return {
    cost: inside.cost,
    steps: [
      ...Array.from({ length: start }, (_, i) => ({ query: i, match: i })),
      ...inside.steps.map((step) => ({
        query: step.query < 0 ? -1 : step.query + start,
        match: step.match < 0 ? -1 : step.match + start,
      })),
      ...Array.from({ length: end }, (_, i) => ({ query: query.length - end + i, match: match.length - end + i })),
    ],
  }
}

const isSame = (a: Piece, b: Piece): boolean => a.norm === b.norm

/** What it costs to put one piece in the place of another. */
function costOf(a: Piece, b: Piece): number {
  if (isSame(a, b)) return 0
  if (a.number !== undefined || b.number !== undefined) return a.number && b.number ? otherNumber : whole
  return whole - Math.round(alikeSaves * likenessOf(a.norm, a.mask, b.norm, b.mask))
}

function alignDifferent(a: readonly Piece[], b: readonly Piece[]): PieceAlignment {
  if (a.length === 0 || b.length === 0)
    return { steps: unpaired(a.length, b.length), cost: whole * (a.length + b.length) }
  const reach =
    a.length * b.length <= 256
      ? Math.max(a.length, b.length)
      : tokenDistance(
          a.map((piece) => piece.norm),
          b.map((piece) => piece.norm),
        )
  const width = Math.min(2 * reach + 1, b.length + reach + 1)
  if (a.length * width > maxCells) return { steps: unpaired(a.length, b.length), cost: whole * reach }
  return search(a, b, reach)
}

function unpaired(query: number, match: number): Step[] {
  return [
    ...Array.from({ length: match }, (_, i) => ({ query: -1, match: i })),
    ...Array.from({ length: query }, (_, i) => ({ query: i, match: -1 })),
  ]
}

const pair = 0
const onlyA = 1
const onlyB = 2

// Kernel: dynamic programming within a band around the diagonal.
/**
 * No cell further than `reach` from the diagonal is on a best path: each step aside is a whole edit, and there is a path of
 * `reach` edits. Cell (i, j) of row i is at `j - i + reach`.
 */
function search(a: readonly Piece[], b: readonly Piece[], reach: number): PieceAlignment {
  const width = 2 * reach + 1
  const moves = new Uint8Array((a.length + 1) * width)
  let above = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY)
  let row = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY)
  for (let i = 0; i <= a.length; i++) {
    const piece = a[i - 1]
    row.fill(Number.POSITIVE_INFINITY)
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length, i + reach); j++) {
      const at = j - i + reach
      let best = i === 0 && j === 0 ? 0 : Number.POSITIVE_INFINITY
      let move = pair
      const other = b[j - 1]
      if (piece !== undefined && other !== undefined && i > 0 && j > 0) {
        const cost = costOf(piece, other)
        best = (above[at] as number) + (cost === 0 ? -1 : cost * finer)
      }
      const fromAbove = i > 0 ? (above[at + 1] as number) + whole * finer : Number.POSITIVE_INFINITY
      if (fromAbove < best) {
        best = fromAbove
        move = onlyA
      }
      const fromLeft = j > 0 && at > 0 ? (row[at - 1] as number) + whole * finer : Number.POSITIVE_INFINITY
      if (fromLeft < best) {
        best = fromLeft
        move = onlyB
      }
      row[at] = best
      moves[i * width + at] = move
    }
    ;[above, row] = [row, above]
  }
  const total = above[b.length - a.length + reach] as number
  return { steps: follow(moves, a.length, b.length, reach), cost: Math.ceil(total / finer) }
}

function follow(moves: Uint8Array, rows: number, columns: number, reach: number): Step[] {
  const steps: Step[] = []
  let [i, j] = [rows, columns]
  while (i > 0 || j > 0) {
    const move = moves[i * (2 * reach + 1) + j - i + reach]
    steps.push({ query: move === onlyB ? -1 : i - 1, match: move === onlyA ? -1 : j - 1 })
    if (move !== onlyB) i--
    if (move !== onlyA) j--
  }
  return steps.reverse()
}
