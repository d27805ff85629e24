import { readFileSync } from 'node:fs'

/** Readings of single characters, syllable by syllable, and the family names among them. */
interface Syllables {
  /** Family names, and spellings of them that the readings do not show. */
  readonly surnames: ReadonlyMap<string, readonly string[]>
  /** What a matched family name counts against a matched syllable. */
  readonly surnameWeight: number
}

/** A name is one syllable a word, and marks tell syllables with equal letters apart. */
export interface MarkedSyllables extends Syllables {
  /** By letters without marks: `reading:characters`, separated by spaces. */
  readonly readings: ReadonlyMap<string, string>
  /** Letters that names of other languages do not have. */
  readonly ownMarks: RegExp
}

/** A syllable is made of parts, and each part is spelt in several ways. */
export interface ComposedSyllables extends Syllables {
  /** Characters by reading, whose parts dots separate. */
  readonly readings: ReadonlyMap<string, string>
  /** For each part in its order: how its values are spelt. */
  readonly spellings: readonly ReadonlyMap<string, readonly PartSpelling[]>[]
}

/** Letters that spell a part of a syllable, and how usual that is, 0..1. */
export interface PartSpelling {
  readonly letters: string
  readonly quality: number
}

/** Looks up what a reading may be written with: forms separated by spaces, or characters. */
export type Lookup = (reading: string) => string | undefined

/** Whole names of several characters with one reading each, and readings of the characters for names that are not listed. */
export interface WholeNames {
  readonly surnames: Lookup
  readonly givenNames: Lookup
  /** All given names, separated by spaces and line ends. */
  readonly allGivenNames: string
  /** Characters by reading; `q` at the end of a reading doubles the consonant that follows. */
  readonly characters: ReadonlyMap<string, string>
  /** Letters as readings are compared, or undefined when the word cannot be of the language. */
  normalise(letters: string): string | undefined
  /** Readings that sound like this one inside a name: with a voiceless first consonant, with the vowel that merged before it. */
  origins(piece: string, before: string): readonly string[]
}

/** A name and how it is written in Han characters: of several words, a person; of one, a part of names. */
export interface KnownName {
  readonly spellings: readonly string[]
  readonly forms: readonly string[]
}

/** What transcription characters stand for; costs are minus the natural logarithm of a probability. */
export interface SoundTable {
  /** Initial → letters → cost. */
  readonly onsets: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Final → letters → cost. */
  readonly rimes: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** A character that transcriptions use. */
  character(character: string): SoundCharacter | undefined
  /** How much likelier a character is in a transcription than in ordinary text, as a natural logarithm; undefined for those that transcriptions do not use. */
  preference(character: string): number | undefined
  /** Initial and final of any other character, as `initial.final`. */
  syllable(character: string): string | undefined
  /** A name in the letters that sounds are written in: lower case, a to z. */
  letters(name: string): string
}

export interface SoundCharacter {
  readonly initial: string
  readonly final: string
  /** How much likelier it is in a transcription than in ordinary text, as a natural logarithm. */
  readonly preference: number
  /** What it stands for itself: `onset.rime` → cost. */
  readonly chunks: ReadonlyMap<string, number>
}

/** A data file of a language: `src/languages/<folder>/<file>`. */
export function readData(folder: string, file: string): string {
  return readFileSync(new URL(`../${folder}/${file}`, import.meta.url), 'utf8')
}

/** Values by key of a data file whose lines are key, tab, value; comment lines start with `#`. */
export function readTable(folder: string, file: string): ReadonlyMap<string, string> {
  const text = readData(folder, file)
  const table = new Map<string, string>()
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const tab = text.charCodeAt(start) === hash ? -1 : text.indexOf('\t', start)
    if (tab >= 0 && tab < end) table.set(text.slice(start, tab), text.slice(tab + 1, end))
    start = end + 1
  }
  return table
}
const hash = 35

/** Lists of values, separated by `;`, by key. */
export function readLists(folder: string, file: string): ReadonlyMap<string, readonly string[]> {
  return new Map(Array.from(readTable(folder, file), ([key, values]) => [key, values.split(';')]))
}

/** Looks values up in the text of a data file whose lines are sorted by key (UTF-16 order), without reading it in. */
export function createLookup(text: string): Lookup {
  const first = text.startsWith('#') ? skipComments(text) : 0
  return (key) => {
    let low = first
    let high = text.length
    while (low < high) {
      const middle = text.lastIndexOf('\n', (low + high) >> 1) + 1
      const start = middle < low ? low : middle
      const tab = text.indexOf('\t', start)
      if (tab < 0) return undefined
      const found = text.slice(start, tab)
      const end = text.indexOf('\n', tab)
      if (found === key) return text.slice(tab + 1, end < 0 ? text.length : end)
      if (found < key) low = end < 0 ? text.length : end + 1
      else high = start
    }
    return undefined
  }
}

function skipComments(text: string): number {
  let start = 0
  while (text.charCodeAt(start) === hash) {
    const end = text.indexOf('\n', start)
    if (end < 0) return text.length
    start = end + 1
  }
  return start
}

const usual = 1
const rare = 0.93

/** How the parts of readings are spelt. A line is the number of the part, its value, and spellings: `-` is nothing, after `|` stand rare ones. */
export function readSpellings(folder: string, file: string): readonly ReadonlyMap<string, readonly PartSpelling[]>[] {
  const parts: Map<string, readonly PartSpelling[]>[] = []
  const lettersOf = (name: string): string => (name === '-' ? '' : name)
  for (const line of readData(folder, file).split('\n')) {
    if (line === '' || line.charCodeAt(0) === hash) continue
    const [number = '1', name = '', spellings = ''] = line.split('\t')
    const values = parts[Number(number) - 1] ?? new Map<string, readonly PartSpelling[]>()
    parts[Number(number) - 1] = values
    const [often = '', seldom = ''] = spellings.split('|')
    const list = (text: string, quality: number): readonly PartSpelling[] =>
      text.split(' ').flatMap((each) => (each === '' ? [] : [{ letters: lettersOf(each), quality }]))
    values.set(lettersOf(name), [...list(often, usual), ...list(seldom, rare)])
  }
  return parts
}
