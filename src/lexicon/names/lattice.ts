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
}

/** All ways to read one arrangement of the words of a name in one channel. */
export interface Lattice {
  readonly letters: string
  /** Steps from each letter. */
  readonly edges: readonly (readonly Edge[])[]
  /** Words that cannot be read, from their first letter to the letter behind them: any one or two characters may stand for them. */
  readonly unknown: ReadonlyMap<number, number>
  /** Taken off the score: for an unusual arrangement. */
  readonly penalty: number
}

/** What a lattice finds at one place of a text. */
export interface Reading {
  readonly end: number
  readonly score: number
}

/** Drops steps that do not lie on a way from the first letter to the last. */
export function pruneEdges(
  edges: readonly (readonly Edge[])[],
  unknown: ReadonlyMap<number, number>,
): readonly (readonly Edge[])[] {
  const size = edges.length
  const isLive = new Uint8Array(size)
  const isReached = new Uint8Array(size)
  isLive[size - 1] = 1
  isReached[0] = 1
  for (let from = size - 2; from >= 0; from--) {
    const skip = unknown.get(from)
    if (edges[from]?.some((edge) => isLive[edge.to] === 1) || (skip !== undefined && isLive[skip] === 1)) isLive[from] = 1
  }
  for (let from = 0; from < size; from++) {
    if (isReached[from] !== 1) continue
    for (const edge of edges[from] ?? []) isReached[edge.to] = 1
    const skip = unknown.get(from)
    if (skip !== undefined) isReached[skip] = 1
  }
  return edges.map((list, from) => (isReached[from] === 1 ? list.filter((edge) => isLive[edge.to] === 1) : []))
}

/** All characters that a reading may start with. */
export function firstCharacters(lattice: Lattice): ReadonlySet<string> {
  const first = new Set<string>()
  for (const edge of lattice.edges[0] ?? []) {
    for (const character of edge.characters) first.add(character)
    for (const form of edge.forms) first.add(form.charAt(0))
  }
  return first
}

/**
 * The best reading of a folded text from `start` on that uses up all letters. One character of three or more may fail;
 * the score says so.
 */
export function readAt(lattice: Lattice, text: string, start: number): Reading | undefined {
  const goal = lattice.letters.length
  let best: Reading | undefined
  const step = (at: number, from: number, sum: number, weight: number, misses: number): void => {
    if (from === goal) {
      const score = sum / weight - lattice.penalty
      if (misses > 0 && at - start < 3) return
      if (best === undefined || score > best.score || (score === best.score && at > best.end)) best = { end: at, score }
      return
    }
    const character = text.charAt(at)
    if (character === '') return
    const edges = lattice.edges[from] ?? []
    for (const edge of edges) {
      if (edge.characters.includes(character))
        step(at + 1, edge.to, sum + edge.quality * edge.weight, weight + edge.weight, misses)
      for (const form of edge.forms)
        if (text.startsWith(form, at)) {
          const counts = edge.weight * form.length
          step(at + form.length, edge.to, sum + edge.quality * counts, weight + counts, misses)
        }
    }
    if (misses > 0 || at === start || !isHan(character)) return
    let last = -1
    for (const edge of edges)
      if (edge.to !== last && edge.characters !== '') {
        last = edge.to
        step(at + 1, edge.to, sum, weight + 1, 1)
      }
  }
  step(start, 0, 0, 0, 0)
  return best
}

const isHan = (character: string): boolean => character >= '\u3400' && character <= '\u9fff'

/** How near a character that is not read so comes to some letters, 0..1. */
export type Nearness = (character: string, letters: string) => number

const missCost = 0.25

/**
 * How well a whole string agrees with a lattice, 0..1: every character must find its place, whatever that costs. Undefined
 * when not one character is read as the name has it.
 */
export function scoreWhole(lattice: Lattice, text: string, nearness: Nearness): number | undefined {
  const { letters, edges, unknown } = lattice
  const goal = letters.length
  const rows = Array.from({ length: text.length + 1 }, () => new Float64Array(goal + 1).fill(-Infinity))
  const weights = Array.from({ length: text.length + 1 }, () => new Float64Array(goal + 1))
  const put = (at: number, to: number, sum: number, weight: number): void => {
    const row = rows[at]
    const ownWeights = weights[at]
    if (row === undefined || ownWeights === undefined || sum <= (row[to] ?? 0)) return
    row[to] = sum
    ownWeights[to] = weight
  }
  put(0, 0, 0, 0)
  let isRead = false
  for (let at = 0; at <= text.length; at++)
    for (let from = 0; from <= goal; from++) {
      const sum = rows[at]?.[from] ?? -Infinity
      if (sum === -Infinity) continue
      const weight = weights[at]?.[from] ?? 0
      const character = text.charAt(at)
      if (character !== '') put(at + 1, from, sum - missCost, weight + 1)
      const skip = unknown.get(from)
      if (skip !== undefined) {
        put(at, skip, sum - missCost, weight)
        if (at + 1 <= text.length) put(at + 1, skip, sum, weight + 1)
        if (at + 2 <= text.length) put(at + 2, skip, sum, weight + 2)
      }
      for (const edge of edges[from] ?? []) {
        put(at, edge.to, sum - missCost, weight)
        if (character === '') continue
        if (edge.characters.includes(character)) {
          isRead = true
          put(at + 1, edge.to, sum + edge.quality * edge.weight, weight + edge.weight)
        } else if (edge.characters !== '')
          put(at + 1, edge.to, sum + nearness(character, letters.slice(from, edge.to)), weight + 1)
        for (const form of edge.forms)
          if (text.startsWith(form, at)) {
            isRead = true
            const counts = edge.weight * form.length
            put(at + form.length, edge.to, sum + edge.quality * counts, weight + counts)
          }
      }
    }
  if (!isRead) return undefined
  const sum = rows[text.length]?.[goal] ?? -Infinity
  const weight = weights[text.length]?.[goal] ?? 0
  return sum <= 0 || weight === 0 ? undefined : Math.min(1, sum / weight - lattice.penalty)
}
