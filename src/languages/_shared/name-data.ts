import { readFileSync } from 'node:fs'

/** Part of a syllable that some letters may spell, and how usual that spelling is, 0..1. */
export interface SpeltPart {
  readonly part: string
  readonly quality: number
}

/** Readings of single characters, syllable by syllable. */
export interface SyllableReadings {
  /** Characters by reading. The parts of a reading are separated by dots where `spellings` says how each is spelt. */
  readonly characters: ReadonlyMap<string, string>
  /** For each part in its order: which parts some letters may spell. Empty: a reading is spelt as it stands. */
  readonly spellings: readonly ReadonlyMap<string, readonly SpeltPart[]>[]
  /** Family names, and spellings of them that the readings do not show. */
  readonly surnames: ReadonlyMap<string, readonly string[]>
  /** Readings carry marks that tell one from another, and a name is one syllable a word. */
  readonly isMarked: boolean
  /** What a matched family name counts against a matched syllable. */
  readonly surnameWeight: number
}

/** Whole names of several characters with one reading each, and readings of the characters for names that are not listed. */
export interface WholeNameReadings {
  /** Forms by reading, already in the letters that `normalise` gives. */
  readonly surnames: ReadonlyMap<string, readonly string[]>
  readonly givenNames: ReadonlyMap<string, readonly string[]>
  /** Characters by reading; `q` at the end doubles the consonant that follows. */
  readonly characters: ReadonlyMap<string, string>
  /** Letters as readings are compared, or undefined when the word cannot be of the language. */
  normalise(letters: string): string | undefined
  /** Readings that sound like this one inside a name: with a voiceless first consonant, with the vowel that merged before it. */
  origins(piece: string, before: string): readonly string[]
}

/** What transcription characters stand for; costs are minus the natural logarithm of a probability. */
export interface SoundTable {
  /** Initial → letters → cost. */
  readonly onsets: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Final → letters → cost. */
  readonly rimes: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Characters that transcriptions use, with their initial and final and what they stand for themselves (`onset.rime` → cost). */
  readonly characters: ReadonlyMap<string, SoundCharacter>
  /** Syllables of all other characters. */
  readonly syllables: () => ReadonlyMap<string, readonly string[]>
  /** A name in the letters that sounds are written in: lower case, a to z. */
  letters(name: string): string
}

export interface SoundCharacter {
  readonly initial: string
  readonly final: string
  /** How much likelier it is in a transcription than in ordinary text, as a natural logarithm. */
  readonly preference: number
  readonly chunks: ReadonlyMap<string, number>
}

/** Lines of a data file of a language, without comments: `src/languages/<folder>/<file>`. */
export function readDataLines(folder: string, file: string): readonly string[] {
  const text = readFileSync(new URL(`../${folder}/${file}`, import.meta.url), 'utf8')
  return text.split('\n').filter((line) => line !== '' && line.charCodeAt(0) !== hash)
}
const hash = 35

/** Characters by reading. Lines of later files add to those of earlier ones. */
export function readReadings(folder: string, ...files: readonly string[]): ReadonlyMap<string, string> {
  const readings = new Map<string, string>()
  for (const file of files)
    for (const line of readDataLines(folder, file)) {
      const tab = line.indexOf('\t')
      const key = line.slice(0, tab)
      const known = readings.get(key)
      readings.set(key, known === undefined ? line.slice(tab + 1) : known + line.slice(tab + 1))
    }
  return readings
}

/** Values by key, separated by `separator`. */
export function readLists(folder: string, file: string, separator: string): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>()
  for (const line of readDataLines(folder, file)) {
    const tab = line.indexOf('\t')
    lists.set(line.slice(0, tab), line.slice(tab + 1).split(separator))
  }
  return lists
}

const usual = 1
const rare = 0.93

/** How the parts of readings are spelt. A line is the number of the part, the part, and its spellings: `-` is nothing, after `|` stand rare ones. */
export function readSpellings(folder: string, file: string): readonly ReadonlyMap<string, readonly SpeltPart[]>[] {
  const parts: Map<string, SpeltPart[]>[] = []
  for (const line of readDataLines(folder, file)) {
    const [number = '1', name = '', spellings = ''] = line.split('\t')
    const part = name === '-' ? '' : name
    const byLetters = (parts[Number(number) - 1] ??= new Map<string, SpeltPart[]>())
    const [first = '', second = ''] = spellings.split('|')
    for (const [list, quality] of [[first, usual] as const, [second, rare] as const])
      for (const spelling of list.split(' ').filter((each) => each !== '')) {
        const letters = spelling === '-' ? '' : spelling
        const known = byLetters.get(letters)
        if (known === undefined) byLetters.set(letters, [{ part, quality }])
        else known.push({ part, quality })
      }
  }
  return parts
}
