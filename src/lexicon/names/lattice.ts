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
}

/** All ways to read one arrangement of the words of a name in one channel. */
export interface Lattice {
  readonly letters: string
  /** Steps from each letter. */
  readonly edges: readonly (readonly Edge[])[]
  /** Words, from their first letter to the letter behind them: where one cannot be read, up to two characters may stand for it. */
  readonly words: ReadonlyMap<number, number>
  /** Some way leads from the first letter to the last. */
  readonly isComplete: boolean
  /** Taken off the score: for an unusual arrangement. */
  readonly penalty: number
  /** A word before the name was left out. */
  readonly isLoose: boolean
  /** The family name ends before this letter; 0 when the name is one word. */
  readonly familyEnd: number
}

/** Makes a lattice of all steps that lie on a way from the first letter to the last, over words that cannot be read too. */
export function createLattice(
  letters: string,
  steps: readonly (readonly Edge[])[],
  words: ReadonlyMap<number, number>,
  arrangement: Pick<Lattice, 'penalty' | 'isLoose' | 'familyEnd'>,
): Lattice | undefined {
  const whole = pruneEdges(steps, new Map())
  const isComplete = (whole[0]?.length ?? 0) > 0
  const edges = isComplete ? whole : pruneEdges(steps, words)
  return edges.every((list) => list.length === 0) ? undefined : { letters, edges, words, isComplete, ...arrangement }
}

function pruneEdges(
  edges: readonly (readonly Edge[])[],
  words: ReadonlyMap<number, number>,
): readonly (readonly Edge[])[] {
  const goal = edges.length - 1
  const targets = (from: number): readonly number[] => {
    const skip = words.get(from)
    return [...(edges[from] ?? []).map((edge) => edge.to), ...(skip === undefined ? [] : [skip])]
  }
  const isLive = new Uint8Array(goal + 1)
  const isReached = new Uint8Array(goal + 1)
  isLive[goal] = 1
  isReached[0] = 1
  for (let from = goal - 1; from >= 0; from--) if (targets(from).some((to) => isLive[to] === 1)) isLive[from] = 1
  for (let from = 0; from < goal; from++) if (isReached[from] === 1) for (const to of targets(from)) isReached[to] = 1
  return edges.map((list, from) => (isReached[from] === 1 ? list.filter((edge) => isLive[edge.to] === 1) : []))
}

/** True when the name can be read in full and starts with a family name. */
export function isNative(lattice: Lattice): boolean {
  return lattice.isComplete && (lattice.edges[0]?.some((edge) => edge.isFamily) ?? false)
}

/** What a lattice finds at one place of a text. */
export interface Reading {
  readonly end: number
  readonly score: number
  /** Where the family name ends; the start when the name is one word. */
  readonly familyEnd: number
}

/** Finds the best reading from a place in a folded text on that uses up all letters. */
export type ReadAt = (text: string, start: number) => Reading | undefined

/**
 * Readings that start with a family name. One character of three or more may fail; the score says so. The function holds
 * the state of one search, so that the many places where nothing is found cost little.
 */
export function createReadAt(lattice: Lattice): ReadAt {
  const goal = lattice.letters.length
  let text = ''
  let start = 0
  let familyEnd = 0
  let best: Reading | undefined
  const finish = (end: number, score: number): void => {
    if (best === undefined || score > best.score || (score === best.score && end > best.end))
      best = { end, score, familyEnd }
  }
  const step = (at: number, from: number, sum: number, weight: number, isMissed: boolean): void => {
    if (from === lattice.familyEnd) familyEnd = at
    if (from === goal) {
      if (!isMissed || at - start > 2) finish(at, sum / weight - lattice.penalty)
      return
    }
    const character = text.charAt(at)
    if (!isHan(character)) return
    let last = -1
    for (const edge of lattice.edges[from] ?? []) {
      if (from === 0 && !edge.isFamily) continue
      if (edge.characters.includes(character))
        step(at + 1, edge.to, sum + edge.quality * edge.weight, weight + edge.weight, isMissed)
      for (const form of edge.forms) {
        if (!text.startsWith(form, at)) continue
        const counts = edge.weight * form.length
        step(at + form.length, edge.to, sum + edge.quality * counts, weight + counts, isMissed)
      }
      if (isMissed || at === start || edge.to === last || edge.characters === '') continue
      last = edge.to
      step(at + 1, edge.to, sum, weight + 1, true)
    }
  }
  return (searched, from) => {
    text = searched
    start = from
    familyEnd = from
    best = undefined
    step(from, 0, 0, 0, false)
    return best
  }
}

const isHan = (character: string): boolean => character >= '\u3400' && character <= '\u9fff'

/** Characters that a reading with a family name may start with. */
export function firstCharacters(lattice: Lattice): ReadonlySet<string> {
  const first = new Set<string>()
  for (const edge of lattice.edges[0] ?? []) {
    if (!edge.isFamily) continue
    for (const character of edge.characters) first.add(character)
    for (const form of edge.forms) first.add(form.charAt(0))
  }
  return first
}

/** How near a character that is not read so comes to some letters, 0..1. */
export type Nearness = (character: string, letters: string) => number

/** A character, or a syllable, without a counterpart. */
const missCost = 0.2
const missWeight = 0.8

/** Marks the UTF-16 units of all characters of all steps. */
export function charactersOf(lattice: Lattice): Uint8Array {
  const marked = new Uint8Array(0x10000)
  for (const list of lattice.edges)
    for (const { characters, forms } of list) {
      for (let i = 0; i < characters.length; i++) marked[characters.charCodeAt(i)] = 1
      for (const form of forms) for (let i = 0; i < form.length; i++) marked[form.charCodeAt(i)] = 1
    }
  return marked
}

/**
 * How well a whole string agrees with a lattice, 0..1: every character must find its place, whatever that costs. Undefined
 * when nothing agrees.
 */
export function scoreWhole(lattice: Lattice, text: string, nearness: Nearness): number | undefined {
  const { letters, edges, words, isComplete } = lattice
  const width = letters.length + 1
  const sums = new Float64Array((text.length + 1) * width).fill(-1)
  const weights = new Float64Array(sums.length)
  const put = (at: number, to: number, sum: number, weight: number): void => {
    const cell = at * width + to
    if (at > text.length || sum <= (sums[cell] ?? 0)) return
    sums[cell] = sum
    weights[cell] = weight
  }
  put(0, 0, 0, 0)
  for (let at = 0; at <= text.length; at++)
    for (let from = 0; from < width; from++) {
      const sum = sums[at * width + from] ?? -1
      if (sum <= -1) continue
      const weight = weights[at * width + from] ?? 0
      const character = text.charAt(at)
      put(at + 1, from, sum - missCost, weight + 1)
      const word = isComplete ? undefined : words.get(from)
      if (word !== undefined) for (let gone = 0; gone < 3; gone++) put(at + gone, word, sum - missCost, weight + Math.max(1, gone))
      for (const edge of edges[from] ?? []) {
        put(at, edge.to, sum - missCost, weight + missWeight)
        if (character === '') continue
        if (edge.characters.includes(character))
          put(at + 1, edge.to, sum + edge.quality * edge.weight, weight + edge.weight)
        else if (edge.characters !== '')
          put(at + 1, edge.to, sum + nearness(character, letters.slice(from, edge.to)), weight + 1)
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
