import type { SpeltPart, SyllableReadings } from '../../languages/_shared/name-data.ts'
import { foldName, groupWords, type LatinName, type NameWord } from './latin-name.ts'
import { createLattice, type Edge, type Lattice, type Nearness } from './lattice.ts'

/** A reading in some spelling, with the characters that have it. */
interface SpeltReading {
  readonly to: number
  readonly characters: string
  readonly quality: number
}

/** How names are read in one channel. */
export interface NameReader {
  /** One lattice for each way to arrange the words; none for a name that cannot be of this channel. */
  readonly lattices: (name: LatinName) => readonly Lattice[]
  readonly nearness: Nearness
  /** A given name that is known as a whole starts at a place of a folded text; absent where none are known. */
  readonly startsGivenName?: (text: string, at: number) => boolean
}

/** A first character that is no family name. */
const strangerQuality = 0.7
/** The reading is right but for a tone or another mark. */
const unmarkedQuality = 0.93
/** Family name behind the other words. */
const westernPenalty = 0.01
/** A Western name stands before the name: `Tony Leung Chiu-wai`. */
const prefixPenalty = 0.03

/** Reads names syllable by syllable. */
export function createSyllableReader(data: SyllableReadings): NameReader {
  const spellingAt = data.isMarked ? markedSpellings(data) : composedSpellings(data)
  const bySpelling = surnamesBySpelling(data)
  const splitSurnames = createSplit(new Set([...data.surnames.keys()].map((form) => form.charAt(0))))
  const lattice = ({ groups, penalty, isLoose }: Arrangement, spelt: SpeltWords): Lattice | undefined => {
    const words = groups.flat()
    const letters = words.map((word) => word.letters).join('')
    const edges: Edge[][] = Array.from({ length: letters.length + 1 }, () => [])
    const spans = new Map<number, number>()
    let start = 0
    for (const [i, word] of words.entries()) {
      const end = start + word.letters.length
      spans.set(start, end)
      for (const [from, readings] of (spelt.get(word) ?? []).entries())
        for (const { characters, quality, to } of readings) {
          const edge = { to: start + to, characters, forms: [], quality, weight: 1, isFamily: false }
          if (start + from > 0) edges[start + from]?.push(edge)
          else edges[0]?.push(...familyEdges(edge, splitSurnames(characters), data.surnameWeight))
        }
      if (i === 0) addSurnames(edges[0] ?? [], groups[0] ?? [], bySpelling, data)
      start = end
    }
    return createLattice(letters, edges, spans, { penalty, isLoose, familyEnd: groups.length > 1 ? lengthOf(groups[0] ?? []) : 0 })
  }
  return {
    lattices(name) {
      const spelt = new Map(
        name.words.map((word) => [word, Array.from(word.letters, (_, from) => spellingAt(word, from))]),
      )
      return arrange(name).flatMap((arrangement) => lattice(arrangement, spelt) ?? [])
    },
    nearness: createNearness(data),
  }
}

/** For each word and each of its letters, what can be read from there on. */
type SpeltWords = ReadonlyMap<NameWord, readonly (readonly SpeltReading[])[]>

interface Arrangement {
  readonly groups: readonly (readonly NameWord[])[]
  readonly penalty: number
  readonly isLoose: boolean
}

const lengthOf = (words: readonly NameWord[]): number => words.reduce((sum, word) => sum + word.letters.length, 0)

/** Family name first, as it is written; last, as in the West; and behind a Western name. */
function arrange(name: LatinName): readonly Arrangement[] {
  const groups = groupWords(name.words)
  const last = groups.at(-1)
  if (last === undefined) return []
  const ways: Arrangement[] = [{ groups, penalty: 0, isLoose: false }]
  if (groups.length > 1) ways.push({ groups: [last, ...groups.slice(0, -1)], penalty: westernPenalty, isLoose: false })
  if (groups.length > 2) ways.push({ groups: groups.slice(1), penalty: prefixPenalty, isLoose: true })
  return ways
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

/** Family names by their own spellings, over the first word or over the first group (`Au-yeung`). */
function addSurnames(
  edges: Edge[],
  group: readonly NameWord[],
  bySpelling: ReadonlyMap<string, readonly string[]>,
  data: SyllableReadings,
): void {
  const [first] = group
  if (first === undefined) return
  const joined = group.map((word) => word.letters).join('')
  for (const spelling of new Set([first.letters, joined])) {
    const forms = bySpelling.get(spelling) ?? []
    if (forms.length === 0) continue
    const single = forms.filter((form) => form.length === 1).join('')
    const quality = data.isMarked && !isSpeltSo(first, forms, data) ? unmarkedQuality : 1
    const to = spelling.length
    edges.push({ to, characters: single, forms: forms.filter((form) => form.length > 1), quality, weight: data.surnameWeight, isFamily: true })
  }
}

function isSpeltSo(word: NameWord, forms: readonly string[], data: SyllableReadings): boolean {
  if (word.marked === word.letters) return true
  const key = markedKey(word.marked)
  return forms.some((form) => data.surnames.get(form)?.some((spelling) => markedKey(spelling.toLowerCase()) === key))
}

function surnamesBySpelling(data: SyllableReadings): ReadonlyMap<string, readonly string[]> {
  const bySpelling = new Map<string, string[]>()
  for (const [form, spellings] of data.surnames)
    for (const spelling of spellings) push(bySpelling, foldName(spelling), form)
  return bySpelling
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

type SpellingAt = (word: NameWord, from: number) => readonly SpeltReading[]

/** A word is one syllable; its marks must agree where it has any. */
function markedSpellings(data: SyllableReadings): SpellingAt {
  const byLetters = new Map<string, { readonly key: string; readonly characters: string }[]>()
  for (const [reading, characters] of data.characters)
    push(byLetters, foldName(reading), { key: markedKey(reading), characters })
  return (word, from) => {
    if (from > 0) return []
    const hasMarks = word.marked !== word.letters
    const key = markedKey(word.marked)
    return (byLetters.get(word.letters) ?? []).map((reading) => ({
      to: word.letters.length,
      characters: reading.characters,
      quality: !hasMarks || reading.key === key ? 1 : unmarkedQuality,
    }))
  }
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** A marked syllable in one form: the tone behind the letters wherever it was written, a final y as i. */
function markedKey(syllable: string): string {
  const apart = syllable.normalize('NFD')
  const tone = apart.match(tones)?.join('') ?? ''
  return apart.replace(tones, '').replace(/(?<![aeo\u0302])y$/u, 'i') + tone
}

/** Readings are composed of parts, each with its spellings. */
function composedSpellings({ characters, spellings }: SyllableReadings): SpellingAt {
  const longest = spellings.map((part) => Math.max(0, ...[...part.keys()].map((letters) => letters.length)))
  return (word, start) => {
    const found: SpeltReading[] = []
    const step = (part: number, from: number, reading: string, quality: number): void => {
      const spelt = spellings[part]
      if (spelt === undefined) {
        const having = from > start ? characters.get(reading) : undefined
        if (having !== undefined) found.push({ to: from, characters: having, quality })
        return
      }
      for (let to = from; to <= Math.min(word.letters.length, from + (longest[part] ?? 0)); to++)
        for (const each of spelt.get(word.letters.slice(from, to)) ?? noParts)
          step(part + 1, to, part === 0 ? each.part : `${reading}.${each.part}`, quality * each.quality)
    }
    step(0, start, '', 1)
    // A word that is one syllable is seldom two
    return start === 0 && found.some((each) => each.to === word.letters.length)
      ? found.map((each) => (each.to < word.letters.length ? { ...each, quality: each.quality * splitQuality } : each))
      : found
  }
}
const splitQuality = 0.85
const noParts: readonly SpeltPart[] = []

/** What two syllables that are not equal can be worth. */
const nearWeight = 0.45

/** Shared letters of the likest reading of a character and some letters of a name. */
function createNearness(data: SyllableReadings): Nearness {
  const known = new Map<string, number>()
  let readings: ReadonlyMap<string, readonly string[]> | undefined
  return (character, letters) => {
    const key = character + letters
    const before = known.get(key)
    if (before !== undefined) return before
    readings ??= readingsByCharacter(data)
    let best = 0
    for (const reading of readings.get(character) ?? []) best = Math.max(best, likeness(reading, letters))
    const nearness = best < 0.5 ? 0 : nearWeight * best
    if (known.size < maxKnown) known.set(key, nearness)
    return nearness
  }
}
const maxKnown = 200_000

function readingsByCharacter(data: SyllableReadings): ReadonlyMap<string, readonly string[]> {
  const readings = new Map<string, string[]>()
  for (const [reading, characters] of data.characters) {
    const letters = foldName(reading)
    for (const character of characters) push(readings, character, letters)
  }
  return readings
}

/** 1 minus the edit distance over the longer length. */
function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  if (longer === 0) return 0
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      )
    row = next
  }
  return 1 - (row[b.length] ?? longer) / longer
}
