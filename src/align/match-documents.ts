import { sameLanguage, undetermined } from '../core/tags.ts'
import type { DocumentBag } from './document-bag.ts'
import { compareText, type SharedThing, type WeighedSides, weighSides } from './weighed-bags.ts'

/** Two documents that belong together. */
export interface DocumentMatch {
  /** Index of the source bag and of the target bag, as they were given. */
  readonly source: number
  readonly target: number
  /** Cosine of the two bags 0..1, and a little more where the file names agree. */
  readonly score: number
  /** How many times the score is what both documents score with the next best others. */
  readonly margin: number
  /** The names of the files share a stem. */
  readonly hasSameStem: boolean
  /** What both speak of, the most telling first. */
  readonly shared: readonly SharedThing[]
}

/** Every document of both sides is in a match or without a counterpart. */
export interface DocumentMatching {
  /** By the name of the source. */
  readonly matches: readonly DocumentMatch[]
  /** Indexes of the documents without a counterpart, by name. */
  readonly lonelySources: readonly number[]
  readonly lonelyTargets: readonly number[]
}

/** No pair scores less. */
const leastScore = 0.12
/** How many times the usual score a pair reaches at the least, whatever the others do, and how many are always enough. */
const leastMargin = 1.15
const enoughMargin = 1.75
/** What names that share a stem add to the score. */
const stemBonus = 0.05
/** Full scores are computed for this many candidates of a document. */
const candidateCount = 20
/** How many of the things that speak for a pair are kept. */
const shownThings = 8

/** A pair that has been scored. */
interface Edge {
  readonly source: number
  readonly target: number
  readonly score: number
  readonly hasSameStem: boolean
  /** Orders equal scores in the same way whichever side comes first. */
  readonly tie: string
}

/**
 * Pairs the documents of two sides that speak of the same things: each nominates those of the other side with which it
 * shares rare things, and pairs stay that are best for both and stand out. Documents in one language are never paired. The
 * order within a side changes nothing, and swapping the sides mirrors the result. Time grows with the number of documents,
 * not with the number of pairs.
 */
export function matchDocuments(sources: readonly DocumentBag[], targets: readonly DocumentBag[]): DocumentMatching {
  const sides = weighSides(sources, targets)
  const edges = scoredEdges(sources, targets, sides)
  const matches = choose(edges, sources.length, targets.length)
    .map((edge): DocumentMatch => {
      const { source, target, score, hasSameStem, margin } = edge
      const shared = sides.shared(source, target).slice(0, shownThings)
      return { source, target, score, hasSameStem, shared, margin }
    })
    .sort((a, b) => compareText(nameOf(sources, a.source), nameOf(sources, b.source)))
  return {
    matches,
    lonelySources: lonely(sources, new Set(matches.map((match) => match.source))),
    lonelyTargets: lonely(targets, new Set(matches.map((match) => match.target))),
  }
}

const nameOf = (bags: readonly DocumentBag[], index: number): string => bags[index]?.name ?? ''

function lonely(bags: readonly DocumentBag[], matched: ReadonlySet<number>): readonly number[] {
  return [...bags.keys()]
    .filter((index) => !matched.has(index))
    .sort((a, b) => compareText(nameOf(bags, a), nameOf(bags, b)))
}

/** Pairs that either side nominated. */
function scoredEdges(
  sources: readonly DocumentBag[],
  targets: readonly DocumentBag[],
  sides: WeighedSides,
): readonly Edge[] {
  const edges = new Map<number, Edge>()
  const stems = { source: uniqueStems(sources), target: uniqueStems(targets) }
  const add = (source: number, target: number): void => {
    const key = source * targets.length + target
    const [a, b] = [sources[source], targets[target]]
    if (a === undefined || b === undefined || edges.has(key) || areOneLanguage(a, b)) return
    const cosine = sides.cosine(source, target)
    if (cosine <= 0) return
    const hasSameStem = a.stem === b.stem && stems.source.get(a.stem) === source && stems.target.get(b.stem) === target
    const score = Math.min(1, cosine + (hasSameStem ? stemBonus : 0))
    edges.set(key, { source, target, score, hasSameStem, tie: [a.name, b.name].sort(compareText).join('\0') })
  }
  sources.forEach((_, source) => {
    for (const target of sides.likeliestTargets(source, candidateCount)) add(source, target)
  })
  targets.forEach((_, target) => {
    for (const source of sides.likeliestSources(target, candidateCount)) add(source, target)
  })
  return [...edges.values()].sort((a, b) => b.score - a.score || compareText(a.tie, b.tie))
}

const areOneLanguage = (a: DocumentBag, b: DocumentBag): boolean =>
  a.language !== undetermined && sameLanguage(a.language, b.language)

/** Documents by their stem; a stem that two documents of a side have says nothing. */
function uniqueStems(bags: readonly DocumentBag[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  bags.forEach(({ stem }, index) => {
    found.set(stem, found.has(stem) ? -1 : index)
  })
  return found
}

/** How many of the next best documents tell how well a document matches anything. */
const neighbourCount = 5
/** What a document is taken to score with others that are not there, as in a folder of two; and no less than this with any. */
const presumedScore = 0.15
const leastUsual = 0.05

/** An edge and how far it stands above what its ends score with others. */
type RatedEdge = Edge & { readonly margin: number }

/**
 * The edges that are best for both of their ends and stand out. A long document shares something with every other one, so
 * what counts is how far a score stands above what its ends score with others. Where most documents find a counterpart
 * that stands far out, as translations do, one that hardly stands out is taken for a chance likeness.
 */
function choose(edges: readonly Edge[], sources: number, targets: number): readonly RatedEdge[] {
  const rated = rate(edges, sources, targets)
  const best = { source: new Map<number, number>(), target: new Map<number, number>() }
  for (const { source, target, margin } of rated) {
    if (!best.source.has(source)) best.source.set(source, margin)
    if (!best.target.has(target)) best.target.set(target, margin)
  }
  const taken = { source: new Set<number>(), target: new Set<number>() }
  const mutual = rated.filter(({ source, target, margin, score }) => {
    if (taken.source.has(source) || taken.target.has(target) || score < leastScore) return false
    // Of equals the first that is still free is taken, so that two copies of a text find two copies of its translation.
    if (margin < (best.source.get(source) ?? 0) || margin < (best.target.get(target) ?? 0)) return false
    taken.source.add(source)
    taken.target.add(target)
    return true
  })
  const median = mutual[mutual.length >> 1]?.margin ?? 1
  const needed = Math.min(enoughMargin, Math.max(leastMargin, Math.sqrt(median)))
  return mutual.filter(({ margin }) => margin >= needed)
}

/** The edges that stand out most first. */
function rate(edges: readonly Edge[], sources: number, targets: number): readonly RatedEdge[] {
  const bySource = topScores(edges, sources, 'source')
  const byTarget = topScores(edges, targets, 'target')
  return edges
    .map((edge) => {
      const left = usualScore(bySource[edge.source] ?? [], edge.score)
      const right = usualScore(byTarget[edge.target] ?? [], edge.score)
      return { ...edge, margin: edge.score / Math.sqrt(left * right) }
    })
    .sort((a, b) => b.margin - a.margin || b.score - a.score || compareText(a.tie, b.tie))
}

/** Mean of the best scores of a document, without the one that it scores `own` with; few others are filled up. */
function usualScore(scores: readonly number[], own: number): number {
  const at = scores.indexOf(own)
  const nearest = scores.filter((_, i) => i !== at).slice(0, neighbourCount)
  const sum = nearest.reduce((total, score) => total + score, 0)
  return Math.max(leastUsual, (sum + presumedScore * (neighbourCount - nearest.length)) / neighbourCount)
}

/** The best scores of every document of a side, best first; edges come best first. */
function topScores(edges: readonly Edge[], size: number, side: 'source' | 'target'): readonly (readonly number[])[] {
  const scores: number[][] = Array.from({ length: size }, () => [])
  for (const edge of edges) {
    const own = scores[edge[side]]
    if (own !== undefined && own.length <= neighbourCount) own.push(edge.score)
  }
  return scores
}
