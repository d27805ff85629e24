import type { Scorer } from '../../core/contracts.ts'
import type { AnalysedDocument, Link, LinkedPair, Mention, TokenTable } from '../../core/types.ts'
import { bandAlong, bandThrough, bandWhole, type Point, type Width } from './band.ts'
import { bestPath, scoreTable } from './monotonic.ts'
import type { Shape } from './shapes.ts'
import { type BeadScore, sumOf } from './sum.ts'

/** A pair of texts of at most this many cells is searched whole. */
export const wholeCells = 90_000
/** Each finer search looks this far to each side of the path of the one before it. */
const width: Width = { columns: 6, rows: 6 }

/**
 * The way through two texts, as cells that a path in a finer search should come near: neighbouring segments are taken
 * together until all cells of what remains can be searched, then each level is searched near the path of the one above it
 * (Thompson and Koehn 2019), and near points that it must go through. Undefined for texts that are short enough to be searched whole.
 */
export function findRoute(
  pair: LinkedPair,
  scorers: readonly Scorer[],
  shapes: readonly Shape[],
  points: readonly Point[] = [],
): readonly Point[] | undefined {
  let level = 0
  while (sizeAt(pair.source, level) * sizeAt(pair.target, level) > wholeCells) level++
  let route: readonly Point[] | undefined
  for (; level > 0; level--) {
    const merged = mergedPair(pair, level)
    const [sources, targets] = [merged.source.segments.length, merged.target.segments.length]
    const near = route === undefined ? bandWhole(sources, targets) : bandAlong(sources, targets, route, () => width)
    const band = bandThrough(near, targets, points, 2 ** level)
    const sum = sumOf(scorers.map((scorer) => scorer.prepare(merged)))
    const score: BeadScore = (sFrom, sTo, tFrom, tTo) =>
      sFrom === sTo || tFrom === tTo ? 0 : sum(sFrom, sTo, tFrom, tTo)
    const table = scoreTable(band, shapes, sources, targets, score)
    const below = level - 1
    const [mostS, mostT] = [sizeAt(pair.source, below), sizeAt(pair.target, below)]
    route = bestPath(table).map((point) => ({
      source: Math.min(mostS, 2 * point.source),
      target: Math.min(mostT, 2 * point.target),
    }))
  }
  return route
}

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
