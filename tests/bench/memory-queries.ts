import { randomFrom } from '../random.ts'
import type { MadePair } from './made-memory.ts'

/**
 * Queries on made units, as translators bring them: three of four are a unit with 5, 15 or 25 % of its words or characters
 * changed, left out or added; one of four is half of one and half of another, which rarely has a match.
 */
export function madeQueries(units: readonly MadePair[], count: number, seed: number): readonly MadePair[] {
  const random = randomFrom(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const unit = (): MadePair => units[below(units.length)] ?? ['', '']
  return Array.from({ length: count }, (_, i): MadePair => {
    const [a, b] = [unit(), unit()]
    if (i % 4 === 3) return [halves(a[0].split(' '), b[0].split(' ')).join(' '), halves([...a[1]], [...b[1]]).join('')]
    const share = [0.05, 0.15, 0.25][i % 4] ?? 0
    const changed = (own: readonly string[], other: readonly string[]): readonly string[] => {
      const result = [...own]
      for (let n = Math.max(1, Math.floor(own.length * share)); n > 0; n--) {
        const at = below(result.length)
        const chance = random()
        if (chance < 0.6) result[at] = other[below(other.length)] ?? ''
        else if (chance < 0.8) result.splice(at, 1)
        else result.splice(at, 0, other[below(other.length)] ?? '')
      }
      return result
    }
    return [changed(a[0].split(' '), b[0].split(' ')).join(' '), changed([...a[1]], [...b[1]]).join('')]
  })
}

const halves = (a: readonly string[], b: readonly string[]): readonly string[] => [
  ...a.slice(0, a.length >> 1),
  ...b.slice(b.length >> 1),
]

const letter = '(?:(?!\\p{Script=Han})[\\p{L}\\p{N}])'
const tokenPattern = new RegExp(`\\p{Script=Han}|${letter}+(?:['’-]${letter}+)*`, 'gu')

/** Words, and characters of Chinese, by a pattern of this bench: nothing of the memory is used. */
export const plainTokens = (text: string): readonly string[] => text.toLowerCase().match(tokenPattern) ?? []

/** How many units have a base similarity of at least `min` with the query, by comparing with every one of them. */
export function bruteCount(query: readonly string[], units: readonly (readonly string[])[], min: number): number {
  let count = 0
  for (const unit of units) {
    const longer = Math.max(query.length, unit.length)
    const most = Math.floor((1 - min) * longer + 1e-9)
    if (Math.abs(query.length - unit.length) <= most && distance(query, unit, most) <= most) count++
  }
  return count
}

/** Plain Levenshtein, by rows; stops when a row is above `most`. */
function distance(a: readonly string[], b: readonly string[], most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost)
      next.push(value)
      if (value < least) least = value
    }
    if (least > most) return least
    row = next
  }
  return row[b.length] ?? 0
}
