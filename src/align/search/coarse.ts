import type { Scorer } from '../../core/contracts.ts'
import type { AnalysedDocument, Link, LinkedPair, Mention, TokenTable } from '../../core/types.ts'
import { type Band, bandOf, bandThrough, bandWhole, type Point } from './band.ts'
import { likelyBand } from './likely.ts'
import { scoreTable, sumsOf } from './monotonic.ts'
import type { Shape } from './shapes.ts'
import { type BeadScore, sumOf } from './sum.ts'

/** A pair of texts of at most this many cells is searched whole. */
export const wholeCells = 90_000
/** A coarse search begins with at most this many cells of what is taken together. */
const coarsestCells = 25_000
/** Each finer search looks this many columns to each side of what the one before it left open. */
const aside = 5

/**
 * The way through two texts, as the cells that a search of single segments should look at: neighbouring segments are taken
 * together until all cells of what remains can be searched, then each level is searched among the cells that the one above
 * it leaves open (Thompson and Koehn 2019). All cells of texts that are short enough. The way goes near the
 * points.
 */
export function findRoute(
  pair: LinkedPair,
  scorers: readonly Scorer[],
  shapes: readonly Shape[],
  temperature: number,
  points: readonly Point[] = [],
): Band {
  let level = 0
  while (sizeAt(pair.source, level) * sizeAt(pair.target, level) > (level === 0 ? wholeCells : coarsestCells)) level++
  let band = bandWhole(sizeAt(pair.source, level), sizeAt(pair.target, level))
  for (; level > 0; level--) {
    const merged = mergedPair(pair, level)
    const sum = sumOf(scorers.map((scorer) => scorer.prepare(merged)))
    const score: BeadScore = (sFrom, sTo, tFrom, tTo) =>
      sFrom === sTo || tFrom === tTo ? 0 : sum(sFrom, sTo, tFrom, tTo)
    const near = bandThrough(band, merged.target.segments.length, points, 2 ** level)
    const table = scoreTable(near, shapes, merged.source.segments.length, merged.target.segments.length, score)
    const open = likelyBand(table, sumsOf(table, temperature), 0)
    band = doubled(open, sizeAt(pair.source, level - 1), sizeAt(pair.target, level - 1))
  }
  return band
}

/** The cells of a level below, where each segment is two. */
const doubled = ({ lo, hi }: Band, sources: number, targets: number): Band =>
  bandOf(sources, targets, (i) => {
    const [above, below] = [Math.floor(i / 2), Math.min(lo.length - 1, Math.ceil(i / 2))]
    return [2 * (lo[above] ?? 0) - aside, 2 * (hi[below] ?? targets) + aside]
  })

const sizeAt = (document: AnalysedDocument, level: number): number => Math.ceil(document.segments.length / 2 ** level)

/** The pair with each 2^level neighbouring segments taken for one. */
function mergedPair(pair: LinkedPair, level: number): LinkedPair {
  const width = 2 ** level
  return {
    ...pair,
    source: mergedDocument(pair.source, width),
    target: mergedDocument(pair.target, width),
    sourceTokens: mergedTokens(pair.sourceTokens, width),
    targetTokens: mergedTokens(pair.targetTokens, width),
    links: pair.links.map((link) => mergedLink(link, width)),
  }
}

function mergedDocument(document: AnalysedDocument, width: number): AnalysedDocument {
  const count = Math.ceil(document.segments.length / width)
  const lengths = new Float64Array(count)
  document.analyses.forEach((analysis, i) => {
    const at = Math.floor(i / width)
    lengths[at] = (lengths[at] ?? 0) + analysis.length
  })
  return {
    ...document,
    segments: document.segments.slice(0, count),
    analyses: Array.from(lengths, (length) => ({ entities: [], length })),
  }
}

/** Occurrences of neighbouring segments follow each other, so their bounds are all that changes. */
function mergedTokens(tokens: TokenTable, width: number): TokenTable {
  const last = tokens.offsets.length - 1
  const count = Math.ceil(last / width)
  const offsets = Uint32Array.from({ length: count + 1 }, (_, i) => tokens.offsets[Math.min(last, i * width)] ?? 0)
  return { ...tokens, offsets }
}

function mergedLink(link: Link, width: number): Link {
  const merged = (mention: Mention): Mention => ({ ...mention, segment: Math.floor(mention.segment / width) })
  return { ...link, source: link.source.map(merged), target: link.target.map(merged) }
}
