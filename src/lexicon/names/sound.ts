import type { SoundCharacter, SoundTable } from '../../languages/_shared/name-data.ts'
import type { LatinName } from './latin-name.ts'

/** A chunk of letters that a character may stand for. */
interface Option {
  readonly to: number
  readonly gain: number
}

/** How a string of characters sounds against a name. */
export interface SoundScore {
  /** 0..1, comparable with the scores of readings. */
  readonly score: number
  /** How much likelier the letters are by these characters than by chance, in nats. */
  readonly evidence: number
}

/** State behind some characters: at a letter, with what was gained so far and which words are covered. */
export interface SoundState {
  readonly at: number
  readonly gain: number
  readonly covered: number
  /** Bits of the words whose letters took part. */
  readonly words: number
}

/** One name, ready to be compared by sound. */
export interface SoundName {
  /** States before the first character: at the first letter of each word. */
  readonly starts: readonly SoundState[]
  /** States behind one more character; the separator between parts of a name is a character of its own. */
  advance(states: readonly SoundState[], character: string, depth: number): readonly SoundState[]
  /** The best score of states at the end of a word. */
  finish(states: readonly SoundState[]): SoundScore | undefined
  /** Score of a whole string; every character must sound. */
  scoreWhole(text: string): SoundScore | undefined
}

/** What a letter tells by chance, in nats: the logarithm of about fifteen. */
const letterValue = 2.7
/** What a true name gains of all that its letters could. */
const typicalShare = 0.72
const emptyCost = 5.5
const skipCost = 2.5
const softSkipCost = 1.5
const backoffCost = 0.6
const unseenOnsetCost = 8
/** A rime that agrees, or does not, in ending on a nasal. */
const unseenRimeCosts = [6, 3.8] as const
const unseenLetterCost = 2
const outsideCost = 1.2
/** For a word of the name that has no counterpart. */
const wordSkipCost = 1.6
/** For a separator inside a word. */
const misplacedCost = 2
const slack = 4.5
const gainPerCharacter = 0.7

export const separator = '·'

/** Compares names by sound: what each character stands for, against the letters. */
export function createSoundReader(table: SoundTable): (name: LatinName) => SoundName | undefined {
  const outside = outsideCharacters(table)
  const characterOf = (character: string): SoundCharacter | undefined =>
    table.characters.get(character) ?? outside(character)
  return (name) => {
    const words = name.words.map((word) => table.letters(word.text)).filter((letters) => letters !== '')
    const letters = words.join('')
    return letters.length < 2 ? undefined : soundName(words, letters, table, characterOf)
  }
}

/** Characters that no transcription is known to use sound by their first syllable. */
function outsideCharacters(table: SoundTable): (character: string) => SoundCharacter | undefined {
  let syllables: ReadonlyMap<string, readonly string[]> | undefined
  return (character) => {
    syllables ??= table.syllables()
    const [initial, final] = syllables.get(character)?.[0]?.split('.') ?? []
    return initial === undefined || final === undefined ? undefined : { initial, final, preference: 0, chunks: noChunks }
  }
}
const noChunks: ReadonlyMap<string, number> = new Map()

function soundName(
  words: readonly string[],
  letters: string,
  table: SoundTable,
  characterOf: (character: string) => SoundCharacter | undefined,
): SoundName {
  const starts = words.map((_, i) => words.slice(0, i).join('').length)
  const wordAt = Array.from(letters, (_, at) => starts.findLastIndex((start) => start <= at))
  const ends = words.map((word, i) => (starts[i] ?? 0) + word.length)
  const isEnd = new Set(ends)
  const optionsAt = createOptions(letters, ends, wordAt, table)
  const known = new Map<string, (readonly Option[] | undefined)[]>()
  const options = (character: string, at: number): readonly Option[] => {
    let row = known.get(character)
    if (row === undefined) known.set(character, (row = []))
    const before = row[at]
    if (before !== undefined) return before
    const sound = characterOf(character)
    const found = sound === undefined ? [] : optionsAt(sound, at, !table.characters.has(character))
    row[at] = found
    return found
  }
  const advance = (states: readonly SoundState[], character: string, depth: number): readonly SoundState[] => {
    const best = new Map<number, SoundState>()
    const put = (state: SoundState): void => {
      const other = best.get(state.at)
      if (state.gain >= depth * gainPerCharacter - slack && (other === undefined || state.gain > other.gain))
        best.set(state.at, state)
    }
    for (const state of states) {
      if (character === separator) {
        put(isEnd.has(state.at) || state.at === 0 ? state : { ...state, gain: state.gain - misplacedCost })
        continue
      }
      for (const { to, gain } of options(character, state.at))
        put({ at: to, gain: state.gain + gain, covered: state.covered + to - state.at, words: state.words | (1 << (wordAt[state.at] ?? 0)) })
      put({ ...state, gain: state.gain - emptyCost })
    }
    // A word of the name may have no counterpart
    for (const [i, start] of starts.entries()) {
      const state = best.get(start)
      const end = ends[i] ?? 0
      if (state !== undefined && start > 0 && end < letters.length) put({ ...state, at: end, gain: state.gain - wordSkipCost })
    }
    for (const state of [...best.values()].sort((a, b) => a.at - b.at)) skipLetters(state, letters, isEnd, put)
    return [...best.values()]
  }
  const first = starts.map((at) => ({ at, gain: 0, covered: 0, words: 0 }))
  const finish = (states: readonly SoundState[]): SoundScore | undefined => {
    let best: SoundScore | undefined
    for (const state of states) {
      if (!isEnd.has(state.at) || state.covered < 2) continue
      const share = state.gain / (typicalShare * letterValue * state.covered)
      const score = Math.max(0, Math.min(1, share)) * coverage(state.words, words)
      if (best === undefined || score > best.score) best = { score, evidence: state.gain }
    }
    return best
  }
  return {
    starts: first,
    advance,
    finish,
    scoreWhole(text) {
      let states: readonly SoundState[] = first
      let depth = 0
      for (const character of text) {
        if (character !== separator) depth++
        states = advance(states, character, depth - 2)
        if (states.length === 0) return undefined
      }
      return finish(states)
    },
  }
}

/** Letters at the end of a word or before the next consonant may be silent. */
function skipLetters(
  state: SoundState,
  letters: string,
  isEnd: ReadonlySet<number>,
  put: (state: SoundState) => void,
): void {
  let { at, gain } = state
  for (let skipped = 0; skipped < 2 && at < letters.length && !isEnd.has(at); skipped++) {
    gain -= 'aeiouhrwy'.includes(letters.charAt(at)) ? softSkipCost : skipCost
    at++
    put({ ...state, at, gain: gain })
  }
}

/** How much of a name its words that took part are: the last counts most, small words little. */
function coverage(covered: number, words: readonly string[]): number {
  if (words.length === 1) return 1
  let sum = 0
  let total = 0
  words.forEach((word, i) => {
    const weight = i === words.length - 1 ? 1 : word.length < 4 ? 0.2 : 0.6
    total += weight
    if ((covered & (1 << i)) !== 0) sum += weight
  })
  const isLastCovered = (covered & (1 << (words.length - 1))) !== 0
  return isLastCovered ? 0.9 + (0.1 * sum) / total : 0.6 + (0.3 * sum) / total
}

const isNasal = (rime: string): boolean => /[nm]g?$/u.test(rime)

/** A vowel and what follows, or a nasal that a diphthong has left over. */
const isRime = (letters: string, from: number, to: number): boolean =>
  'aeiouy'.includes(letters.charAt(from)) || /^(?:ng?|m)$/u.test(letters.slice(from, to))

/** What a character may stand for from a letter on. */
function createOptions(
  letters: string,
  ends: readonly number[],
  wordAt: readonly number[],
  table: SoundTable,
): (sound: SoundCharacter, at: number, isOutside: boolean) => readonly Option[] {
  const chunks = Array.from(letters, (_, at) => chunksAt(letters, at, ends[wordAt[at] ?? 0] ?? letters.length))
  return (sound, at, isOutside) => {
    const onsets = table.onsets.get(sound.initial)
    const rimes = table.rimes.get(sound.final)
    const found = new Map<number, number>()
    for (const { onset, rime, text, to } of chunks[at] ?? []) {
      const own = sound.chunks.get(text)
      const cost =
        own ??
        (onsets?.get(onset) ?? unseenOnsetCost) +
          (rimes?.get(rime) ?? unseenRimeCosts[isNasal(rime) === isNasal(sound.final) ? 1 : 0] + unseenLetterCost * rime.length) +
          (isOutside ? outsideCost : backoffCost)
      const gain = letterValue * (to - at) - cost
      if (cost < maxCost && gain > (found.get(to) ?? -Infinity)) found.set(to, gain)
    }
    return [...found].map(([to, gain]) => ({ to, gain }))
  }
}
const maxCost = 11

interface Chunk {
  readonly onset: string
  readonly rime: string
  readonly text: string
  readonly to: number
}

/** Consonants, then a rime; either may be missing. */
function chunksAt(letters: string, from: number, end: number): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let middle = from; middle <= Math.min(end, from + 4); middle++) {
    if (middle > from && 'aeiou'.includes(letters.charAt(middle - 1))) break
    const onset = letters.slice(from, middle)
    for (let to = middle; to <= Math.min(end, middle + 5); to++) {
      if (to === from || (to > middle && !isRime(letters, middle, to))) continue
      const rime = letters.slice(middle, to)
      chunks.push({ onset, rime, text: `${onset}.${rime}`, to })
    }
  }
  return chunks
}
