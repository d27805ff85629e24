import type { Vocabulary } from './vocabulary.ts'

/** A longer word is no number that anybody writes. */
const longestCompound = 80

/**
 * Splits a number that is written as one word into its parts: `vijfentwintig` gives vijf, en, twintig and `driedaagse`
 * gives drie, daagse. Undefined when the word holds anything else, or is one part only.
 */
export function splitCompound(norm: string, vocabulary: Vocabulary): readonly string[] | undefined {
  const { parts } = vocabulary
  if (!parts || norm.length > longestCompound || !parts.has(norm.charAt(0))) return undefined
  const dead = new Set<number>()
  const found = splitFrom(norm, 0, vocabulary, dead)
  const last = found && vocabulary.atoms.get(found.at(-1) ?? '')?.kind
  return found && found.length > 1 && last !== 'unitTen' ? found : undefined
}

/** `dead` holds places that led nowhere, so that no place is tried twice. */
function splitFrom(norm: string, at: number, vocabulary: Vocabulary, dead: Set<number>): readonly string[] | undefined {
  if (at === norm.length) return []
  if (dead.has(at)) return undefined
  for (const part of vocabulary.parts?.get(norm.charAt(at)) ?? []) {
    if (!norm.startsWith(part, at)) continue
    const rest = splitFrom(norm, at + part.length, vocabulary, dead)
    if (rest) return [part, ...rest]
  }
  const end = norm.slice(at)
  if (at > 0 && vocabulary.partEnds.has(end)) return [end]
  dead.add(at)
  return undefined
}
