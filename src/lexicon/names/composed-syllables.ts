import type { ComposedSyllables, PartSpelling } from '../../languages/_shared/name-data.ts'
import { createReadingsOf, createSyllableReader, type NameReader, type SpeltReading } from './syllables.ts'

/** Two syllables are spelt like many a Western name. */
const limits = { mostSteps: 4, isCertain: (steps: number): boolean => steps > 2 && steps < Infinity }
/** A word that is one syllable is seldom two. */
const splitQuality = 0.5
/** So many rests of words are remembered. */
const maxKnown = 20_000
const longestSyllable = 9

/** Reads names whose syllables are spelt part by part. */
export function createComposedReader(data: ComposedSyllables): NameReader {
  const readRest = createRestReader(data)
  return createSyllableReader({
    spellingAt({ letters }, from) {
      const found = readRest(letters.slice(from, from + longestSyllable))
      return from === 0 && found.some((each) => each.length === letters.length)
        ? found.map((each) => (each.length < letters.length ? { ...each, quality: each.quality * splitQuality } : each))
        : found
    },
    readingsOf: createReadingsOf(data.readings, (reading) => reading.replaceAll('.', '')),
    surnames: data.surnames,
    surnameWeight: data.surnameWeight,
    limits,
    surnameQuality: () => 1,
  })
}

/** Part of a reading that some letters spell. */
interface SpeltPart {
  readonly part: string
  readonly quality: number
}
type PartsByLetters = ReadonlyMap<string, readonly SpeltPart[]>

/** All syllables that a rest of a word may start with; the characters of equal length and quality together. */
function createRestReader(data: ComposedSyllables): (rest: string) => readonly SpeltReading[] {
  const [firstParts = new Map(), ...otherParts] = data.spellings
  const starts = partsByLetters([...firstParts].map(([part, spellings]) => ({ part, spellings })))
  const ends = new Set([...data.readings.keys()].map((reading) => reading.slice(reading.indexOf('.') + 1)))
  const rimes = partsByLetters([...ends].map((part) => ({ part, spellings: spell(part.split('.'), otherParts) })))
  const known = new Map<string, readonly SpeltReading[]>()
  return (rest) => {
    const before = known.get(rest)
    if (before !== undefined) return before
    const found = readSyllables(rest, starts, rimes, data.readings)
    if (known.size >= maxKnown) known.clear()
    known.set(rest, found)
    return found
  }
}

function readSyllables(
  rest: string,
  starts: PartsByLetters,
  rimes: PartsByLetters,
  readings: ReadonlyMap<string, string>,
): readonly SpeltReading[] {
  const found = new Map<string, { readonly length: number; readonly quality: number; characters: string }>()
  for (let middle = 0; middle <= Math.min(3, rest.length); middle++) {
    const firsts = starts.get(rest.slice(0, middle)) ?? noParts
    if (firsts.length === 0) continue
    for (let length = Math.max(1, middle); length <= rest.length; length++)
      for (const rime of rimes.get(rest.slice(middle, length)) ?? noParts)
        for (const first of firsts) {
          const characters = readings.get(`${first.part}.${rime.part}`)
          if (characters === undefined) continue
          const quality = Math.min(first.quality, rime.quality)
          const key = `${length} ${quality}`
          const same = found.get(key)
          if (same === undefined) found.set(key, { length, quality, characters })
          else same.characters += characters
        }
  }
  return [...found.values()]
}
const noParts: readonly SpeltPart[] = []

/** All spellings of some parts one behind the other. */
function spell(
  parts: readonly string[],
  spellings: readonly ReadonlyMap<string, readonly PartSpelling[]>[],
): readonly PartSpelling[] {
  let spelt: readonly PartSpelling[] = [{ letters: '', quality: 1 }]
  for (const [i, part] of parts.entries()) {
    const ends = spellings[i]?.get(part) ?? [{ letters: part, quality: 1 }]
    spelt = spelt.flatMap((start) =>
      ends.map((end) => ({ letters: start.letters + end.letters, quality: Math.min(start.quality, end.quality) })),
    )
  }
  return spelt
}

function partsByLetters(
  parts: readonly { readonly part: string; readonly spellings: readonly PartSpelling[] }[],
): PartsByLetters {
  const byLetters = new Map<string, SpeltPart[]>()
  for (const { part, spellings } of parts)
    for (const { letters, quality } of spellings) {
      const known = byLetters.get(letters)
      if (known === undefined) byLetters.set(letters, [{ part, quality }])
      else known.push({ part, quality })
    }
  return byLetters
}
