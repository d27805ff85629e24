import type { SoundCharacter, SoundTable } from '../../languages/_shared/name-data.ts'
import type { LatinName } from './latin-name.ts'
import { createOptions, type ListedForms, letterValue, type OptionsAt } from './sound-chunks.ts'

/** How a string of characters sounds against a name. */
export interface SoundScore {
  /** 0..1, comparable with the scores of readings. */
  readonly score: number
  /** How much likelier the letters are by these characters than by chance, in nats. */
  readonly evidence: number
}

/** Behind some characters: the letter reached, what was gained so far, and what of the name took part. */
export interface SoundState {
  readonly at: number
  /** Nats. */
  readonly gain: number
  /** Letters that took part. */
  readonly letters: number
  /** Bits of the words that took part. */
  readonly words: number
}

/** One name, ready to be compared by sound. */
export interface SoundName {
  /** States before the first character: at the first letter of each word. */
  readonly starts: readonly SoundState[]
  /** States behind one more UTF-16 unit, the `depth`th character; the separator between parts of a name is a character of its own. */
  advance(states: readonly SoundState[], code: number, depth: number): readonly SoundState[]
  /** The best score of states at the end of a word. */
  finish(states: readonly SoundState[]): SoundScore | undefined
  /** Score of a whole string; every character must sound. */
  scoreWhole(text: string): SoundScore | undefined
}

/** What parts a name in folded text. */
export const separator = '·'
export const separatorCode = separator.charCodeAt(0)

/** What a true name gains of all that its letters could. */
const typicalShare = 0.72
/** For a character that stands for nothing, for a letter that nothing stands for, and for one that is often silent. */
const emptyCost = 5.5
const skipCost = 2.5
const softSkipCost = 1.5
const mostSkipped = 2
/** For a word of the name that has no counterpart. */
const wordSkipCost = 1.6
/** For a separator inside a word. */
const misplacedCost = 2
/** States that gained less than this a character, by more than the slack, are given up. */
const gainPerCharacter = 0.7
const slack = 4.5

/** Compares names by sound: what each character stands for, against the letters. */
export function createSoundReader(table: SoundTable, listed: ListedForms): (name: LatinName) => SoundName | undefined {
  const outside = outsideCharacters(table)
  const characterOf = (character: string): SoundCharacter | undefined =>
    table.character(character) ?? outside(character)
  const optionsOf = createOptions(table, characterOf, listed)
  return (name) => {
    const words = name.words.flatMap((word) => {
      const sounds = table.letters(word.text)
      return sounds === '' ? [] : [{ sounds, letters: word.letters }]
    })
    const layout = layOut(words.map((word) => word.sounds))
    return layout.letters.length < 2 ? undefined : createSoundName(layout, optionsOf(words))
  }
}

/** Characters that no transcription is known to use sound by their first syllable. */
function outsideCharacters(table: SoundTable): (character: string) => SoundCharacter | undefined {
  const known = new Map<string, SoundCharacter | undefined>()
  return (character) => {
    if (known.has(character)) return known.get(character)
    const [initial, final] = table.syllable(character)?.split('.') ?? []
    const sound =
      initial === undefined || final === undefined ? undefined : { initial, final, preference: 0, chunks: noChunks }
    known.set(character, sound)
    return sound
  }
}
const noChunks: ReadonlyMap<string, number> = new Map()

/** The words of a name one behind the other. */
interface Layout {
  readonly words: readonly string[]
  readonly letters: string
  /** Start and end of each word. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly isEnd: ReadonlySet<number>
  readonly wordOf: (at: number) => number
  readonly endOf: (at: number) => number
}

function layOut(words: readonly string[]): Layout {
  const letters = words.join('')
  const starts = words.map((_, i) => words.slice(0, i).join('').length)
  const ends = words.map((word, i) => (starts[i] ?? 0) + word.length)
  const wordAt = Array.from(letters, (_, at) => starts.findLastIndex((start) => start <= at))
  const wordOf = (at: number): number => wordAt[at] ?? 0
  return { words, letters, starts, ends, isEnd: new Set(ends), wordOf, endOf: (at) => ends[wordOf(at)] ?? 0 }
}

function createSoundName(layout: Layout, optionsAt: OptionsAt): SoundName {
  const advance = createAdvance(layout, optionsAt)
  const starts = layout.starts.map((at) => ({ at, gain: 0, letters: 0, words: 0 }))
  const finish = (states: readonly SoundState[]): SoundScore | undefined => {
    let best: SoundScore | undefined
    for (const { at, gain, letters, words } of states) {
      if (!layout.isEnd.has(at) || letters < 2) continue
      const share = gain / (typicalShare * letterValue * letters)
      const score = Math.max(0, Math.min(1, share)) * coverage(words, layout.words)
      if (best === undefined || score > best.score) best = { score, evidence: gain }
    }
    return best
  }
  return {
    starts,
    advance,
    finish,
    scoreWhole(text) {
      let states: readonly SoundState[] = starts
      // A whole string is worth more patience than a place in a text
      let depth = -2
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i)
        if (code !== separatorCode) depth++
        states = advance(states, code, depth)
        if (states.length === 0) return undefined
      }
      return finish(states)
    },
  }
}

/** The step from states to states; the table of the best state at each letter is used again and again. */
function createAdvance(layout: Layout, optionsAt: OptionsAt): SoundName['advance'] {
  const { letters, isEnd, wordOf } = layout
  const size = letters.length + 1
  const best: (SoundState | undefined)[] = Array.from({ length: size })
  let least = 0
  let isReached = false
  const put = (at: number, gain: number, from: SoundState, letterCount: number, bits: number): void => {
    if (gain < least || gain <= (best[at]?.gain ?? -Infinity)) return
    best[at] = { at, gain, letters: from.letters + letterCount, words: from.words | bits }
    isReached = true
  }
  return (states, code, depth) => {
    least = depth * gainPerCharacter - slack
    const isSeparator = code === separatorCode
    const isHeard = ({ at, gain }: SoundState): boolean => gain - emptyCost >= least || optionsAt(code, at).length > 0
    if (!isSeparator && !states.some(isHeard)) return noStates
    isReached = false
    best.fill(undefined)
    for (const state of states) {
      const { at, gain } = state
      if (isSeparator) put(at, isEnd.has(at) || at === 0 ? gain : gain - misplacedCost, state, 0, 0)
      else {
        for (const option of optionsAt(code, at))
          put(at + option.length, gain + option.gain, state, option.length, 1 << wordOf(at))
        put(at, gain - emptyCost, state, 0, 0)
      }
    }
    if (!isReached) return noStates
    skipWords(best, layout, put)
    skipLetters(best, layout, put)
    return best.filter((state) => state !== undefined)
  }
}
const noStates: readonly SoundState[] = []

type Put = (at: number, gain: number, from: SoundState, letterCount: number, bits: number) => void

/** A word between others may have no counterpart. */
function skipWords(best: readonly (SoundState | undefined)[], { starts, ends, letters }: Layout, put: Put): void {
  for (const [i, start] of starts.entries()) {
    const state = best[start]
    const end = ends[i] ?? 0
    if (state !== undefined && start > 0 && end < letters.length) put(end, state.gain - wordSkipCost, state, 0, 0)
  }
}

/** Letters at the end of a word or before the next consonant may be silent. */
function skipLetters(best: readonly (SoundState | undefined)[], { letters, isEnd }: Layout, put: Put): void {
  for (let at = 0; at < letters.length; at++) {
    const state = best[at]
    if (state === undefined) continue
    let { gain } = state
    for (let to = at + 1; to <= Math.min(letters.length, at + mostSkipped) && !isEnd.has(to - 1); to++) {
      gain -= 'aeiouhrwy'.includes(letters.charAt(to - 1)) ? softSkipCost : skipCost
      put(to, gain, state, 0, 0)
    }
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
