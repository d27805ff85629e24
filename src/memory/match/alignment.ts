import { tokenDistance } from '../text/distance.ts'
import { likenessOf } from './likeness.ts'
import { normsOf, type Piece } from './pieces.ts'

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
/** Up to this many cells it is not worth while to find out which are needed. */
const maxSmall = 256
/** Above this many cells two texts are too long to be compared piece by piece. */
const maxCells = 2_000_000

/** Aligns two lists of pieces. `distance` is the Levenshtein distance of their norms, where it is known: it saves time. */
export type Aligner = (query: readonly Piece[], match: readonly Piece[], distance?: number) => PieceAlignment

/** An aligner that finds the cheapest alignment; it keeps its working memory from one call to the next. */
export function createAligner(): Aligner {
  const table = createTable()
  return (query, match, distance) => {
    const least = Math.min(query.length, match.length)
    let start = 0
    while (start < least && query[start]?.norm === match[start]?.norm) start++
    let end = 0
    while (end < least - start && query.at(-1 - end)?.norm === match.at(-1 - end)?.norm) end++
    const inside = alignDifferent(
      query.slice(start, query.length - end),
      match.slice(start, match.length - end),
      table,
      distance,
    )
    const steps: Step[] = []
    for (let i = 0; i < start; i++) steps.push({ query: i, match: i })
    for (const step of inside.steps)
      steps.push({ query: step.query < 0 ? -1 : step.query + start, match: step.match < 0 ? -1 : step.match + start })
    for (let i = end; i > 0; i--) steps.push({ query: query.length - i, match: match.length - i })
    return { cost: inside.cost, steps }
  }
}

const isSame = (a: Piece, b: Piece): boolean => a.mask === b.mask && a.norm === b.norm

/** What it costs to put one piece in the place of another. */
function costOf(a: Piece, b: Piece): number {
  if (isSame(a, b)) return 0
  if (a.number !== undefined || b.number !== undefined) return a.number && b.number ? otherNumber : whole
  return whole - Math.round(alikeSaves * likenessOf(a.norm, a.mask, b.norm, b.mask))
}

function alignDifferent(a: readonly Piece[], b: readonly Piece[], table: Table, distance?: number): PieceAlignment {
  if (a.length === 0 || b.length === 0)
    return { steps: unpaired(a.length, b.length), cost: whole * (a.length + b.length) }
  const isSmall = a.length * b.length <= maxSmall
  const reach = distance ?? (isSmall ? Math.max(a.length, b.length) : tokenDistance(normsOf(a), normsOf(b)))
  const width = Math.min(2 * reach + 1, b.length + reach + 1)
  if (a.length * width > maxCells) return { steps: unpaired(a.length, b.length), cost: whole * reach }
  return search(a, b, reach, table)
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

/** Working memory of a search. */
interface Table {
  /** Room for a move for each of so many cells. */
  moves(cells: number): Uint8Array
  /** Two rows of so many costs; what stands in them is of an earlier search. */
  rows(width: number): readonly [Float64Array, Float64Array]
}

function createTable(): Table {
  let moves = new Uint8Array(4096)
  let rows: readonly [Float64Array, Float64Array] = [new Float64Array(128), new Float64Array(128)]
  return {
    moves: (cells) => {
      if (cells > moves.length) moves = new Uint8Array(2 * cells)
      return moves
    },
    rows: (width) => {
      if (width > rows[0].length) rows = [new Float64Array(2 * width), new Float64Array(2 * width)]
      return rows
    },
  }
}

// Kernel: dynamic programming within a band around the diagonal.
/**
 * No cell further than `reach` from the diagonal is on a best path: each step aside is a whole edit, and there is a path of
 * `reach` edits. Cell (i, j) of row i is at `j - i + reach`; of what earlier rows left behind only the place after the last is
 * ever read.
 */
function search(a: readonly Piece[], b: readonly Piece[], reach: number, table: Table): PieceAlignment {
  const width = 2 * reach + 1
  const moves = table.moves((a.length + 1) * width)
  let [above, row] = table.rows(width + 1)
  above[width] = Number.POSITIVE_INFINITY
  row[width] = Number.POSITIVE_INFINITY
  for (let i = 0; i <= a.length; i++) {
    const piece = a[i - 1]
    const last = Math.min(b.length, i + reach)
    let left = Number.POSITIVE_INFINITY
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      const at = j - i + reach
      const other = b[j - 1]
      let best = i === 0 && j === 0 ? 0 : Number.POSITIVE_INFINITY
      let move = pair
      if (piece !== undefined && other !== undefined) {
        const cost = costOf(piece, other)
        best = (above[at] as number) + (cost === 0 ? -1 : cost * finer)
      }
      const fromAbove = piece === undefined ? best : (above[at + 1] as number) + whole * finer
      if (fromAbove < best) {
        best = fromAbove
        move = onlyA
      }
      if (left + whole * finer < best) {
        best = left + whole * finer
        move = onlyB
      }
      row[at] = best
      moves[i * width + at] = move
      left = best
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
