/** One step through the letters of a name: to the letter `to`, by one of some characters or by a form of several. */
export interface Edge {
  readonly to: number
  /** Single characters that are read so. */
  readonly characters: string
  /** Forms of two or more characters that are read so. */
  readonly forms: readonly string[]
  /** How well reading and letters agree, 0..1. */
  readonly quality: number
  /** What the step counts; a form counts once a character. */
  readonly weight: number
  /** It is a family name, where one may stand. */
  readonly isFamily: boolean
  /** Other characters may come near to its letters. */
  readonly hasNear: boolean
}

/** How near a character that is not read so comes to some letters, 0..1. */
export type Nearness = (letters: string, character: string) => number

/** All ways to read one arrangement of the words of a name in one channel. */
export interface Lattice {
  readonly letters: string
  /** Steps from each letter. */
  readonly edges: readonly (readonly Edge[])[]
  /** Words, from their first letter to the letter behind them: where one cannot be read, up to two characters may stand for it. */
  readonly words: ReadonlyMap<number, number>
  /** Some way leads from the first letter to the last. */
  readonly isComplete: boolean
  /** Some such way starts with a family name and is no longer than names are: the name may well be of this channel. */
  readonly isNative: boolean
  /** It can hardly be of any other. */
  readonly isCertain: boolean
  /** Taken off the score: for an unusual arrangement. */
  readonly penalty: number
  /** A word before the name was left out. */
  readonly isLoose: boolean
  /** The family name ends before this letter; 0 when the name is one word. */
  readonly familyEnd: number
  /** For channels that can tell. */
  readonly nearness: Nearness | undefined
}

/** What makes a name one of a channel. */
export interface LatticeLimits {
  /** Names have no more parts than this. */
  readonly mostSteps: number
  /** Whether a name of so many parts is hardly of any other channel. */
  readonly isCertain: (steps: number) => boolean
}

/**
 * Makes a lattice of all steps that lie on a way from the first letter to the last; where no way leads through, words that
 * cannot be read may be skipped, but not the family name. Undefined when there is no such way.
 */
export function createLattice(
  letters: string,
  steps: readonly (readonly Edge[])[],
  words: ReadonlyMap<number, number>,
  arrangement: Pick<Lattice, 'penalty' | 'isLoose' | 'familyEnd' | 'nearness'>,
  limits: LatticeLimits,
): Lattice | undefined {
  let edges = pruneEdges(steps, noSkips)
  const isComplete = (edges[0]?.length ?? 0) > 0
  if (!isComplete) {
    if (steps[0]?.some((edge) => edge.isFamily) !== true) return undefined
    edges = pruneEdges(steps, new Map([...words].filter(([from]) => from > 0)))
    if ((edges[0]?.length ?? 0) === 0) return undefined
  }
  const isNative = isComplete && fewestSteps(edges, 0) <= limits.mostSteps
  const isCertain = isNative && limits.isCertain(fewestSteps(edges, usualQuality))
  return { letters, edges, words, isComplete, isNative, isCertain, ...arrangement }
}
const noSkips: ReadonlyMap<number, number> = new Map()

function pruneEdges(
  edges: readonly (readonly Edge[])[],
  skips: ReadonlyMap<number, number>,
): readonly (readonly Edge[])[] {
  const goal = edges.length - 1
  const isLive = new Uint8Array(goal + 1)
  const isReached = new Uint8Array(goal + 1)
  isLive[goal] = 1
  isReached[0] = 1
  for (let from = goal - 1; from >= 0; from--) {
    const skip = skips.get(from)
    let live = skip === undefined ? 0 : (isLive[skip] ?? 0)
    for (const edge of edges[from] ?? []) live |= isLive[edge.to] ?? 0
    isLive[from] = live
  }
  for (let from = 0; from < goal; from++) {
    if (isReached[from] !== 1) continue
    for (const edge of edges[from] ?? []) isReached[edge.to] = 1
    const skip = skips.get(from)
    if (skip !== undefined) isReached[skip] = 1
  }
  return edges.map((list, from) => (isReached[from] === 1 ? list.filter((edge) => isLive[edge.to] === 1) : noEdges))
}
const noEdges: readonly Edge[] = []

/** A reading in its usual spelling is at least so good. */
const usualQuality = 0.95

/** Steps of the shortest way that starts with a family name, by steps of some quality; infinite when there is none. */
function fewestSteps(edges: readonly (readonly Edge[])[], quality: number): number {
  const goal = edges.length - 1
  const steps = new Float64Array(goal + 1).fill(Infinity)
  for (const edge of edges[0] ?? []) if (edge.isFamily && edge.quality >= quality) steps[edge.to] = 1
  for (let from = 1; from < goal; from++) {
    const here = (steps[from] ?? Infinity) + 1
    if (here === Infinity) continue
    for (const edge of edges[from] ?? [])
      if (edge.quality >= quality && here < (steps[edge.to] ?? 0)) steps[edge.to] = here
  }
  return steps[goal] ?? Infinity
}

/** A reading of a name in a text. */
export interface Reading {
  readonly start: number
  readonly end: number
  readonly score: number
  /** Where the family name ends; the start when the name is one word. */
  readonly familyEnd: number
  /** How often such a reading is expected in the text by chance, if its characters stood in any order. */
  readonly chance: number
}

/** A folded text, and where each of its characters stands. */
export interface SearchedText {
  readonly folded: string
  offsetsOf(character: string): Uint32Array
}

/**
 * Finds the best reading at each place of a text where a family name of the lattice stands, if it uses up all letters. One
 * character of three or more may fail; the score says so. `known` marks the characters of the lattice, so that the many
 * places where nothing follows cost little.
 */
export function searchLattice(
  lattice: Lattice,
  { folded, offsetsOf }: SearchedText,
  known: UnitSet,
  visit: (reading: Reading) => void,
): void {
  const goal = lattice.letters.length
  const shareOf = createShares({ folded, offsetsOf })
  let start = 0
  let familyEnd = 0
  let canMiss = false
  let best: Reading | undefined
  const step = (at: number, from: number, sum: number, weight: number, chance: number, isMissed: boolean): void => {
    if (from === lattice.familyEnd) familyEnd = at
    if (from === goal) {
      if (isMissed && at - start < 3) return
      const score = sum / weight - lattice.penalty
      if (best === undefined || score > best.score || (score === best.score && at > best.end))
        best = { start, end: at, score, familyEnd, chance: chance * sampleSize(folded) }
      return
    }
    const character = folded.charAt(at)
    if (!isHan(character)) return
    let last = -1
    for (const edge of lattice.edges[from] ?? []) {
      if (edge.characters.includes(character))
        step(at + 1, edge.to, sum + edge.quality * edge.weight, weight + edge.weight, chance * shareOf(edge), isMissed)
      for (const form of edge.forms) {
        if (!folded.startsWith(form, at)) continue
        const counts = edge.weight * form.length
        step(at + form.length, edge.to, sum + edge.quality * counts, weight + counts, chance * shareOf(edge), isMissed)
      }
      if (!canMiss || isMissed || edge.to === last || edge.characters === '') continue
      last = edge.to
      step(at + 1, edge.to, sum, weight + 1, chance, true)
    }
  }
  const startAt = (place: number, edge: Edge, length: number): void => {
    const next = place + length
    const isNextKnown = edge.to === goal || hasUnit(known, folded.charCodeAt(next))
    if (!isNextKnown && (!isSure(edge) || !hasUnit(known, folded.charCodeAt(next + 1)))) return
    canMiss = isSure(edge)
    start = place
    familyEnd = place
    best = undefined
    step(next, edge.to, edge.quality * edge.weight * length, edge.weight * length, shareOf(edge), false)
    if (best !== undefined) visit(best)
  }
  for (const edge of lattice.edges[0] ?? []) {
    if (!edge.isFamily) continue
    for (const character of edge.characters) for (const place of offsetsOf(character)) startAt(place, edge, 1)
    for (const form of edge.forms)
      for (const place of offsetsOf(form.charAt(0)))
        if (folded.startsWith(form, place)) startAt(place, edge, form.length)
  }
}

/** A shorter text says too little of how often characters stand in it. */
const leastSample = 2000
const sampleSize = (folded: string): number => Math.max(leastSample, folded.length)

/** The share of the places of a text, but for the one in question, from which a step leads on; what was counted is kept. */
function createShares({ folded, offsetsOf }: SearchedText): (edge: Edge) => number {
  const known = new Map<Edge, number>()
  return (edge) => {
    const before = known.get(edge)
    if (before !== undefined) return before
    let count = 0
    for (const character of edge.characters) count += offsetsOf(character).length
    for (const form of edge.forms)
      for (const place of offsetsOf(form.charAt(0))) if (folded.startsWith(form, place)) count++
    const share = Math.min(1, Math.max(0, count - 1) / sampleSize(folded))
    known.set(edge, share)
    return share
  }
}

/** A family name by a doubtful reading must not be followed by another doubt. */
const isSure = (edge: Edge): boolean => edge.quality > sureQuality
const sureQuality = 0.9

const isHan = (character: string): boolean => character >= '\u3400' && character <= '\u9fff'

/** A character, or a syllable, without a counterpart. */
const missCost = 0.2
const missWeight = 0.8

/** A set of UTF-16 units, one bit each. */
export type UnitSet = Uint32Array

export const hasUnit = (units: UnitSet, unit: number): boolean => ((units[unit >> 5] ?? 0) & (1 << (unit & 31))) !== 0

/** The UTF-16 units of all characters of all steps. */
export function charactersOf(lattices: readonly Lattice[]): UnitSet {
  const units = new Uint32Array(0x10000 >> 5)
  const addAll = (text: string): void => {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      units[unit >> 5] = (units[unit >> 5] ?? 0) | (1 << (unit & 31))
    }
  }
  for (const { edges } of lattices)
    for (const list of edges)
      for (const { characters, forms } of list) {
        addAll(characters)
        for (const form of forms) addAll(form)
      }
  return units
}

/**
 * How well a whole string agrees with a lattice, 0..1: every character must find its place, whatever that costs. Characters
 * that come near count in part, if asked for. Undefined when nothing agrees.
 */
export function scoreWhole(lattice: Lattice, text: string, isNearCounted: boolean): number | undefined {
  const { letters, edges, words, isComplete, nearness } = lattice
  const width = letters.length + 1
  const sums = new Float64Array((text.length + 1) * width).fill(-1)
  const weights = new Float64Array(sums.length)
  const put = (at: number, to: number, sum: number, weight: number): void => {
    const cell = at * width + to
    if (at > text.length || sum <= (sums[cell] ?? 0)) return
    sums[cell] = sum
    weights[cell] = weight
  }
  const nearnessOf = ({ hasNear, to }: Edge, from: number, character: string): number =>
    isNearCounted && hasNear ? (nearness?.(letters.slice(from, to), character) ?? 0) : 0
  put(0, 0, 0, 0)
  for (let at = 0; at <= text.length; at++)
    for (let from = 0; from < width; from++) {
      const sum = sums[at * width + from] ?? -1
      if (sum <= -1) continue
      const weight = weights[at * width + from] ?? 0
      const character = text.charAt(at)
      put(at + 1, from, sum - missCost, weight + 1)
      const word = isComplete ? undefined : words.get(from)
      if (word !== undefined)
        for (let gone = 0; gone < 3; gone++) put(at + gone, word, sum - missCost, weight + Math.max(1, gone))
      for (const edge of edges[from] ?? []) {
        put(at, edge.to, sum - missCost, weight + missWeight)
        if (character === '') continue
        if (edge.characters.includes(character))
          put(at + 1, edge.to, sum + edge.quality * edge.weight, weight + edge.weight)
        else if (edge.characters !== '') put(at + 1, edge.to, sum + nearnessOf(edge, from, character), weight + 1)
        for (const form of edge.forms) {
          if (!text.startsWith(form, at)) continue
          const counts = edge.weight * form.length
          put(at + form.length, edge.to, sum + edge.quality * counts, weight + counts)
        }
      }
    }
  const sum = sums[sums.length - 1] ?? -1
  const weight = weights[weights.length - 1] ?? 0
  return sum <= 0 ? undefined : Math.max(0, sum / weight - lattice.penalty)
}
