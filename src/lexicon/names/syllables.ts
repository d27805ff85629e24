import { foldName, groupWords, type LatinName, type NameWord } from './latin-name.ts'
import { createLattice, type Edge, type Lattice, type LatticeLimits, type Nearness } from './lattice.ts'

/** How names are read in one channel. */
export interface NameReader {
  /** One lattice for each way to arrange the words; none for a name that cannot be of this channel. */
  readonly lattices: (name: LatinName) => readonly Lattice[]
  /** A given name that is known as a whole starts at a place of a folded text; absent where none are known. */
  readonly startsGivenName?: (text: string, at: number) => boolean
  /** A character alone is a family name; absent where family names are not listed. */
  readonly isFamilyName?: (character: string) => boolean
}

/** Characters for some letters of a word. */
export interface SpeltReading {
  /** How many letters. */
  readonly length: number
  readonly characters: string
  readonly quality: number
}

/** What a channel that reads syllable by syllable knows. */
export interface SyllableKnowledge {
  /** What the letters of a word may be read as, from one of them on. */
  readonly spellingAt: (word: NameWord, from: number) => readonly SpeltReading[]
  /** Readings of a character, in letters without marks. */
  readonly readingsOf: (character: string) => readonly string[]
  readonly surnames: ReadonlyMap<string, readonly string[]>
  readonly surnameWeight: number
  readonly limits: LatticeLimits
  /** How well a family name agrees with one of these spellings of it. */
  readonly surnameQuality: (word: NameWord, spellings: readonly string[]) => number
}

/** A first character that is no family name. */
const strangerQuality = 0.7
/** Family name behind the other words. */
const westernPenalty = 0.01
/** A Western name stands before the name: `Tony Leung Chiu-wai`. */
const prefixPenalty = 0.03

/** Reads names syllable by syllable. */
export function createSyllableReader(knowledge: SyllableKnowledge): NameReader {
  const nearness = createNearness(knowledge.readingsOf)
  const bySpelling = surnamesBySpelling(knowledge.surnames)
  const splitSurnames = createSplit(new Set([...knowledge.surnames.keys()].map((form) => form.charAt(0))))
  const lattice = ({ groups, ...rest }: Arrangement, spelt: SpeltWords): Lattice | undefined => {
    const words = groups.flat()
    const letters = words.map((word) => word.letters).join('')
    const edges: Edge[][] = Array.from({ length: letters.length + 1 }, () => [])
    const spans = new Map<number, number>()
    let start = 0
    // A family name is the whole first word, or the whole first group; in a name of one word it may be any start
    const ends = familyEnds(groups)
    for (const word of words) {
      spans.set(start, start + word.letters.length)
      for (const [i, readings] of (spelt.get(word) ?? []).entries())
        for (const { characters, quality, length } of readings) {
          const from = start + i
          const edge = { to: from + length, characters, forms: [], quality, weight: 1, isFamily: false, hasNear: true }
          if (from > 0) edges[from]?.push(edge)
          else if (ends.has(length))
            edges[0]?.push(...familyEdges(edge, splitSurnames(characters), knowledge.surnameWeight))
          else edges[0]?.push({ ...edge, quality: quality * strangerQuality })
        }
      start += word.letters.length
    }
    edges[0]?.push(...surnameEdges(groups[0] ?? [], bySpelling, knowledge))
    return createLattice(
      letters,
      edges,
      spans,
      { ...rest, familyEnd: groups.length > 1 ? lengthOf(groups[0] ?? []) : 0, nearness },
      knowledge.limits,
    )
  }
  return {
    lattices(name) {
      const spelt = new Map(name.words.map((word) => [word, spellWord(word, knowledge.spellingAt)]))
      return arrange(name, bySpelling).flatMap((arrangement) => lattice(arrangement, spelt) ?? [])
    },
    isFamilyName: (character) => knowledge.surnames.has(character),
  }
}

/** What can be read from each letter of a word that some way leads to. */
function spellWord(word: NameWord, spellingAt: SyllableKnowledge['spellingAt']): readonly (readonly SpeltReading[])[] {
  const isReached = new Set([0])
  return Array.from(word.letters, (_, from) => {
    if (!isReached.has(from)) return noReadings
    const readings = spellingAt(word, from)
    for (const { length } of readings) isReached.add(from + length)
    return readings
  })
}
const noReadings: readonly SpeltReading[] = []

/** For each word and each of its letters, what can be read from there on. */
type SpeltWords = ReadonlyMap<NameWord, readonly (readonly SpeltReading[])[]>

interface Arrangement {
  readonly groups: readonly (readonly NameWord[])[]
  readonly penalty: number
  readonly isLoose: boolean
}

const lengthOf = (words: readonly NameWord[]): number => words.reduce((sum, word) => sum + word.letters.length, 0)

/**
 * Family name first, as it is written; last, as in the West; and behind a Western name. Words that a hyphen ties are a given
 * name, unless they are a family name together; and what is a family name itself is no Western name.
 */
function arrange(name: LatinName, bySpelling: ReadonlyMap<string, readonly SpeltSurname[]>): readonly Arrangement[] {
  const groups = groupWords(name.words)
  const first = groups[0]
  const last = groups.at(-1)
  if (first === undefined || last === undefined) return []
  const isFamily = (group: readonly NameWord[]): boolean => bySpelling.has(group.map((word) => word.letters).join(''))
  const ways: Arrangement[] = [{ groups, penalty: 0, isLoose: false }]
  if (groups.length > 1 && (last.length === 1 || isFamily(last)))
    ways.push({ groups: [last, ...groups.slice(0, -1)], penalty: westernPenalty, isLoose: false })
  if (groups.length > 2 && !isFamily(first))
    ways.push({ groups: groups.slice(1), penalty: prefixPenalty, isLoose: true })
  return ways
}

function familyEnds(groups: Arrangement['groups']): ReadonlySet<number> {
  const [first = []] = groups
  const length = lengthOf(first)
  return new Set(groups.length > 1 ? [length, first[0]?.letters.length ?? 0] : Array.from({ length }, (_, i) => i + 1))
}

/** Characters that start a family name, and the others. */
type SplitSurnames = (characters: string) => readonly [own: string, others: string]

function createSplit(surnames: ReadonlySet<string>): SplitSurnames {
  const known = new Map<string, readonly [string, string]>()
  return (characters) => {
    const before = known.get(characters)
    if (before !== undefined) return before
    const all = [...characters]
    const isOwn = (character: string): boolean => surnames.has(character)
    const split = [all.filter(isOwn).join(''), all.filter((each) => !isOwn(each)).join('')] as const
    known.set(characters, split)
    return split
  }
}

/** A first step by a family name is worth more than one by another character. */
function familyEdges(edge: Edge, [own, others]: readonly [string, string], weight: number): readonly Edge[] {
  const family = { ...edge, characters: own, weight, isFamily: true }
  const stranger = { ...edge, characters: others, quality: edge.quality * strangerQuality }
  return [family, stranger].filter(({ characters }) => characters !== '')
}

interface SpeltSurname {
  readonly form: string
  readonly spellings: readonly string[]
}

/** Family names by their own spellings, over the first word or over the first group (`Au-yeung`). */
function surnameEdges(
  group: readonly NameWord[],
  bySpelling: ReadonlyMap<string, readonly SpeltSurname[]>,
  { surnameWeight, surnameQuality }: SyllableKnowledge,
): readonly Edge[] {
  const [first] = group
  if (first === undefined) return []
  const joined = group.map((word) => word.letters).join('')
  return [...new Set([first.letters, joined])].flatMap((letters) =>
    (bySpelling.get(letters) ?? []).map(({ form, spellings }) => ({
      to: letters.length,
      characters: form.length === 1 ? form : '',
      forms: form.length === 1 ? [] : [form],
      quality: surnameQuality(first, spellings),
      weight: surnameWeight,
      isFamily: true,
      hasNear: false,
    })),
  )
}

function surnamesBySpelling(
  surnames: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly SpeltSurname[]> {
  const bySpelling = new Map<string, SpeltSurname[]>()
  for (const [form, spellings] of surnames)
    for (const letters of new Set(spellings.map(foldName))) {
      const known = bySpelling.get(letters)
      if (known === undefined) bySpelling.set(letters, [{ form, spellings }])
      else known.push({ form, spellings })
    }
  return bySpelling
}

/** What two syllables that are not equal can be worth. */
const nearWeight = 0.45
const minLikeness = 0.5
/** So many groups of letters are remembered. */
const maxKnown = 2000

/** For some letters of a name, how much of them the likest reading of a character shares; what was worked out is kept. */
function createNearness(readingsOf: SyllableKnowledge['readingsOf']): Nearness {
  const known = new Map<string, Map<string, number>>()
  const readings = new Map<string, readonly string[]>()
  return (letters, character) => {
    const byCharacter = known.get(letters) ?? new Map<string, number>()
    const before = byCharacter.get(character)
    if (before !== undefined) return before
    const own = readings.get(character) ?? readingsOf(character)
    readings.set(character, own)
    const best = own.reduce((most, reading) => Math.max(most, likeness(reading, letters)), 0)
    const found = best < minLikeness ? 0 : nearWeight * best
    byCharacter.set(character, found)
    if (known.size >= maxKnown) known.clear()
    known.set(letters, byCharacter)
    return found
  }
}

/** 1 minus the edit distance over the longer length. */
function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  if (longer === 0 || Math.min(a.length, b.length) < minLikeness * longer) return 0
  const row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0] ?? 0
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0
      row[j] = Math.min(above + 1, (row[j - 1] ?? 0) + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1))
      diagonal = above
    }
  }
  return 1 - (row[b.length] ?? longer) / longer
}

/** Readings of a character out of lines of characters by reading, one after the other. */
export function createReadingsOf(
  lines: ReadonlyMap<string, string>,
  lettersOf: (key: string) => string,
): (character: string) => readonly string[] {
  return (character) => {
    const found: string[] = []
    for (const [key, characters] of lines) if (characters.includes(character)) found.push(lettersOf(key))
    return found
  }
}
