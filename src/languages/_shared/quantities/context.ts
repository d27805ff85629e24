import type { ContextData } from './data.ts'
import { normsOf } from './surfaces.ts'
import { numberIn, type Token } from './tokens.ts'

/** Tells years and months from counts by the words around them. */
export interface Surroundings {
  /** Whether a bare number of four digits at `tokens[from]` is a year; `listed` when a date and a list sign stand before it. */
  readonly isYear: (tokens: readonly Token[], from: number, to: number, listed: boolean) => boolean
  readonly isMonth: (tokens: readonly Token[], from: number) => boolean
  /** Whether the token before `from` joins the members of a list. */
  readonly isListJoiner: (tokens: readonly Token[], from: number) => boolean
}

type WordTest = (tokens: readonly Token[], at: number) => boolean

/** Prepares the word lists of a language. */
export function createSurroundings(context: ContextData): Surroundings {
  const strong = endsWithOneOf(context.strongYearLeads)
  const weak = endsWithOneOf(context.weakYearLeads)
  const monthLead = endsWithOneOf(context.monthLeads)
  const counted = startsWithOneOf(context.counted)
  const follower = startsWithOneOf(context.yearFollowers)
  const continuation = startsWithOneOf(context.continuations)
  const joiners = new Set(context.listJoiners.flatMap(normsOf))
  const weakMonths = new Set(context.weakMonths.flatMap(normsOf))
  const capitalNouns = context.capitalNouns === true
  const isCount: WordTest = (tokens, to) =>
    precedesCount(tokens, to, continuation) || (capitalNouns && isNextCapital(tokens, to))
  const isListJoiner: WordTest = (tokens, from) => joiners.has(tokens[from - 1]?.norm ?? '')

  function isYear(tokens: readonly Token[], from: number, to: number, listed: boolean): boolean {
    const value = numberIn(tokens[from])?.value ?? 0
    if (counted(tokens, to)) return false
    if (value < 1500) return strong(tokens, from) && (value % 10 !== 0 || !isCount(tokens, to))
    if (strong(tokens, from) || follower(tokens, to) || listed) return true
    if (value < 1900 || value > 2099) return weak(tokens, from) && !isCount(tokens, to)
    if (weak(tokens, from)) return value % 50 !== 0 || !isCount(tokens, to)
    if (capitalNouns && !isNextCapital(tokens, to)) return value % 50 !== 0 || !isCount(tokens, to)
    return isBracketed(tokens, from, to) || (standsByName(tokens, from, to) && !isCount(tokens, to))
  }

  return {
    isYear,
    isMonth: (tokens, from) => monthLead(tokens, from) || !weakMonths.has(tokens[from]?.norm ?? ''),
    isListJoiner,
  }
}

/** Whether the tokens from one index up to another are whole words but for particles at their end. */
export type WholeTest = (tokens: readonly Token[], from: number, to: number) => boolean

/** Makes the test for a language that glues particles to its words: `3시간은` ends in a word, `3시간표` does not. */
export function createWholeTest(particles: readonly string[]): WholeTest {
  const startsParticle = startsWithOneOf(particles)
  return (tokens, from, to) => {
    const isInWord = (at: number): boolean =>
      tokens[at]?.gap === 'none' && isSyllables(tokens[at]) && isSyllables(tokens[at - 1])
    return !isInWord(from) && (!isInWord(to) || startsParticle(tokens, to))
  }
}

/** Digits and what is written with digits are no syllables. */
function isSyllables(token: Token | undefined): boolean {
  return token?.shape === 'ideograph'
}

/** A word without capital comes next that may be what is counted. */
function precedesCount(tokens: readonly Token[], to: number, continuation: WordTest): boolean {
  const next = tokens[to]
  if (!next || next.gap === 'break') return false
  return next.shape === 'ideograph' || (next.shape === 'lower' && next.gap === 'space' && !continuation(tokens, to))
}

function isNextCapital(tokens: readonly Token[], to: number): boolean {
  return tokens[to]?.shape === 'capital' && tokens[to]?.gap === 'space'
}

function isBracketed(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens[from - 1]?.norm === '(' && [')', ',', ';'].includes(tokens[to]?.norm ?? '')
}

/** After or before a name (`Tokyo 2020`, `the 1951 Convention`), or tied to a word (`het 1982-verdrag`). */
function standsByName(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]
  const after = tokens[to]
  const named = before?.shape === 'capital' || before?.shape === 'upper'
  // The first word of a sentence has a capital for no reason of its own.
  const meansName = from > 1 || (numberIn(tokens[from])?.value ?? 0) % 50 !== 0
  if (named && meansName && tokens[from]?.gap === 'space') return true
  if (after?.shape === 'capital' && after.gap === 'space' && from > 0) return true
  return after?.norm === '-' && after.gap === 'none' && tokens[to + 1]?.gap === 'none' && isWord(tokens[to + 1])
}

function isWord(token: Token | undefined): boolean {
  return token !== undefined && ['lower', 'capital', 'upper'].includes(token.shape)
}

function startsWithOneOf(surfaces: readonly string[]): WordTest {
  const byFirst = new Map<string, (readonly string[])[]>()
  for (const surface of surfaces) {
    const sequence = normsOf(surface)
    const first = sequence[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), sequence])
  }
  return (tokens, at) => (byFirst.get(tokens[at]?.norm ?? '') ?? []).some((sequence) => fits(tokens, at, sequence))
}

function endsWithOneOf(surfaces: readonly string[]): WordTest {
  return endsWithSequence(surfaces.map(normsOf))
}

/** A test for the tokens before an index: do they end with one of the sequences of norms? */
export function endsWithSequence(sequences: readonly (readonly string[])[]): WordTest {
  const byLast = new Map<string, (readonly string[])[]>()
  for (const sequence of sequences) {
    const last = sequence.at(-1) ?? ''
    byLast.set(last, [...(byLast.get(last) ?? []), sequence])
  }
  return (tokens, at) =>
    tokens[at]?.gap !== 'break' &&
    (byLast.get(tokens[at - 1]?.norm ?? '') ?? []).some((sequence) => fits(tokens, at - sequence.length, sequence))
}

function fits(tokens: readonly Token[], at: number, sequence: readonly string[]): boolean {
  return at >= 0 && sequence.every((norm, index) => tokens[at + index]?.norm === norm)
}
