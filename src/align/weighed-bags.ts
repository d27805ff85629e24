import type { DocumentBag } from './document-bag.ts'

/** A thing that two documents share. */
export interface SharedThing {
  readonly key: string
  /** As each of the two names it first. */
  readonly source: string
  readonly target: string
  /** Its part of the cosine. */
  readonly share: number
}

/** Bags of two sides, weighed against each other. */
export interface WeighedSides {
  /** Cosine of two documents, 0..1. */
  cosine(source: number, target: number): number
  /** What two documents share, the most telling first. */
  shared(source: number, target: number): readonly SharedThing[]
  /** Up to `count` documents of the other side that share the rarest things, the likeliest first. */
  likeliestTargets(source: number, count: number): readonly number[]
  likeliestSources(target: number, count: number): readonly number[]
}

/** Looking for candidates of one document reads no more entries of the index than this, rare things first. */
const mostEntries = 8_000
/** Things that only one side knows count this much towards the length of a bag: they may be what the lexicon lacks. */
const oneSidedShare = 0.3
/** Added to the squared length of every bag, in units of rarity, so that two nearly empty bags do not look alike. */
const roughness = 15

/** Order of code units, the same everywhere. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The documents of one side as columns, and the documents of each thing. */
interface Side {
  readonly things: readonly Uint32Array[]
  readonly weights: readonly Float64Array[]
  readonly forms: readonly (readonly string[])[]
  readonly lengths: Float64Array
  readonly postings: readonly (readonly number[])[]
}

/** Weighs two sides of bags: a thing counts by how much of it there is and how few documents of its side have it. */
export function weighSides(sources: readonly DocumentBag[], targets: readonly DocumentBag[]): WeighedSides {
  const known = { source: keysOf(sources), target: keysOf(targets) }
  const keys = [...known.source.keys()].filter((key) => known.target.has(key)).sort(compareText)
  const ids = new Map(keys.map((key, id) => [key, id]))
  const left = weigh(sources, known.source, ids)
  const right = weigh(targets, known.target, ids)
  return {
    cosine: (source, target) => sumShared(left, right, source, target) / lengthOf(left, right, source, target),
    shared(source, target) {
      const found: SharedThing[] = []
      const length = lengthOf(left, right, source, target)
      sumShared(left, right, source, target, (thing, i, j, product) => {
        const [from, to] = [left.forms[source]?.[i] ?? '', right.forms[target]?.[j] ?? '']
        found.push({ key: keys[thing] ?? '', source: from, target: to, share: product / length })
      })
      return found.sort((a, b) => b.share - a.share || compareText(a.key, b.key))
    },
    likeliestTargets: nominator(left, right, targets),
    likeliestSources: nominator(right, left, sources),
  }
}

/** How many documents have each key. */
function keysOf(bags: readonly DocumentBag[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const bag of bags) for (const key of bag.keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function weigh(
  bags: readonly DocumentBag[],
  counts: ReadonlyMap<string, number>,
  ids: ReadonlyMap<string, number>,
): Side {
  const postings: number[][] = Array.from({ length: ids.size }, () => [])
  const rows = bags.map((bag, at) => {
    const row = { things: [] as number[], weights: [] as number[], forms: [] as string[], length: roughness }
    bag.keys.forEach((key, i) => {
      const weight = (bag.amounts[i] ?? 0) * Math.log((bags.length + 1) / (counts.get(key) ?? 1))
      const id = ids.get(key)
      // A word that is spelt alike on both sides links them; all others of its kind are simply words of one language.
      if (id === undefined) row.length += isWord(key) ? 0 : oneSidedShare * weight * weight
      else {
        row.length += weight * weight
        row.things.push(id)
        row.weights.push(weight)
        row.forms.push(bag.forms[i] ?? '')
        postings[id]?.push(at)
      }
    })
    return row
  })
  return {
    things: rows.map((row) => Uint32Array.from(row.things)),
    weights: rows.map((row) => Float64Array.from(row.weights)),
    forms: rows.map((row) => row.forms),
    lengths: Float64Array.from(rows, (row) => Math.sqrt(row.length)),
    postings,
  }
}

const isWord = (key: string): boolean => key.startsWith('word:')

const lengthOf = (left: Side, right: Side, source: number, target: number): number =>
  (left.lengths[source] ?? 1) * (right.lengths[target] ?? 1)

type Visit = (thing: number, i: number, j: number, product: number) => void

/** Sum of the products of the weights of what two documents share. */
function sumShared(left: Side, right: Side, source: number, target: number, visit?: Visit): number {
  const [a, b] = [left.things[source] ?? new Uint32Array(), right.things[target] ?? new Uint32Array()]
  const [x, y] = [left.weights[source], right.weights[target]]
  let sum = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [p, q] = [a[i] ?? 0, b[j] ?? 0]
    if (p === q) {
      const product = (x?.[i] ?? 0) * (y?.[j] ?? 0)
      sum += product
      visit?.(p, i, j, product)
    }
    if (p <= q) i++
    if (q <= p) j++
  }
  return sum
}

function nominator(
  from: Side,
  to: Side,
  others: readonly DocumentBag[],
): (at: number, count: number) => readonly number[] {
  const votes = new Float64Array(others.length)
  return (at, count) => {
    const touched: number[] = []
    let left = mostEntries
    for (const { thing, weight } of rarestFirst(from, to, at)) {
      const entries = to.postings[thing] ?? []
      if (entries.length > left) break
      left -= entries.length
      for (const other of entries) {
        if (votes[other] === 0) touched.push(other)
        votes[other] = (votes[other] ?? 0) + weight / (to.lengths[other] ?? 1)
      }
    }
    const name = (other: number): string => others[other]?.name ?? ''
    const ranked = touched.sort((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0) || compareText(name(a), name(b)))
    for (const other of touched) votes[other] = 0
    return ranked.slice(0, count)
  }
}

/** Things of a document, those that the fewest documents of the other side have first; with what a vote for one of them weighs. */
function rarestFirst(from: Side, to: Side, at: number): readonly { readonly thing: number; readonly weight: number }[] {
  const weights = from.weights[at]
  const rows = Array.from(from.things[at] ?? [], (thing, i) => {
    const spread = to.postings[thing]?.length ?? 1
    const rarity = Math.log(1 + to.lengths.length / spread)
    return { thing, spread, weight: (weights?.[i] ?? 0) * rarity }
  })
  return rows.sort((a, b) => a.spread - b.spread || a.thing - b.thing)
}
