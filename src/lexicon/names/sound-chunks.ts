import type { SoundCharacter, SoundTable } from '../../languages/_shared/name-data.ts'

/** Letters that a character may stand for from some letter on: how many, and what that tells, in nats. */
export interface Option {
  readonly length: number
  readonly gain: number
}

/** What the character of a UTF-16 unit may stand for from a letter on. */
export type OptionsAt = (code: number, at: number) => readonly Option[]

/** What a letter tells by chance, in nats: the logarithm of about fifteen. */
export const letterValue = 2.7

/** The onset and the rime are learnt apart, not for the character. */
const backoffCost = 0.6
/** No transcription is known to use the character. */
const outsideCost = 1.2
const unseenOnsetCost = 8
/** A rime that agrees, or does not, in ending on a nasal. */
const unseenRimeCosts = { agrees: 3.8, differs: 6 } as const
const unseenLetterCost = 2
const maxCost = 11
/** Where no beginning of the letters is likelier for an initial, its characters are not looked at. */
const unlikelyOnsetCost = 5.6
const longestOnset = 4
const longestRime = 5

/** Consonants, then a rime; either may be missing. */
interface Chunk {
  readonly onset: string
  readonly rime: string
  /** `onset.rime`. */
  readonly text: string
  readonly to: number
}

/** Characters by number, so that what is known of them can stand in arrays. */
interface Numbered {
  readonly numberOf: (code: number) => number
  readonly soundOf: (number: number) => SoundCharacter | undefined
  readonly extraCostOf: (number: number) => number
}

/** What characters may stand for at the start of some letters: by number of the character, ends counted from there. */
type Place = (number: number) => readonly Option[]

/** So many different rests of words are remembered. */
const maxPlaces = 3000

/** One word of a name: as it is compared by sound, and a to z. */
export interface SoundWord {
  readonly sounds: string
  readonly letters: string
}

/** Forms in Han characters that are listed for the letters of a word. */
export type ListedForms = (letters: string) => readonly string[]

/**
 * Opens the words of names. Names share words, so what is worked out for the rest of a word is kept for the names that
 * follow.
 */
export function createOptions(
  table: SoundTable,
  characterOf: (character: string) => SoundCharacter | undefined,
  listed: ListedForms,
): (words: readonly SoundWord[]) => OptionsAt {
  const characters = numberCharacters(table, characterOf)
  const places = new Map<string, Place>()
  const placeOf = (rest: string): Place => {
    const known = places.get(rest)
    if (known !== undefined) return known
    if (places.size >= maxPlaces) places.clear()
    const place = createPlace(chunksOf(rest), characters, table)
    places.set(rest, place)
    return place
  }
  return (words) => {
    const own = words.flatMap(({ sounds }) => Array.from(sounds, (_, at) => placeOf(sounds.slice(at))))
    const ofLists = listedOptions(words, listed)
    return (code, at) => {
      const options = own[at]?.(characters.numberOf(code)) ?? noOptions
      const more = ofLists?.get(at * 0x10000 + code)
      return more === undefined ? options : [...options, ...more]
    }
  }
}

/** What a listed form leaves to gain. */
const listedCost = 0.2

/** The letters of a word shared out over the characters of its listed forms, by letter and UTF-16 unit. */
function listedOptions(
  words: readonly SoundWord[],
  listed: ListedForms,
): ReadonlyMap<number, readonly Option[]> | undefined {
  const options = new Map<number, Option[]>()
  let start = 0
  for (const { sounds, letters } of words) {
    for (const form of listed(letters)) {
      const codes = Array.from(form.replaceAll(/[^\p{Script=Han}]/gu, ''), (character) => character.charCodeAt(0))
      const edge = (i: number): number => start + Math.round((i * sounds.length) / codes.length)
      for (const [i, code] of codes.entries()) {
        const length = edge(i + 1) - edge(i)
        const key = edge(i) * 0x10000 + code
        options.set(key, [...(options.get(key) ?? []), { length, gain: letterValue * length - listedCost }])
      }
    }
    start += sounds.length
  }
  return options.size === 0 ? undefined : options
}
const noOptions: readonly Option[] = []

function numberCharacters(table: SoundTable, characterOf: (character: string) => SoundCharacter | undefined): Numbered {
  const numbers = new Int32Array(0x10000)
  const sounds: (SoundCharacter | undefined)[] = []
  const extraCosts: number[] = []
  return {
    numberOf(code) {
      const known = numbers[code] ?? 0
      if (known > 0) return known - 1
      const character = String.fromCharCode(code)
      const number = sounds.length
      numbers[code] = number + 1
      sounds.push(characterOf(character))
      extraCosts.push(table.character(character) === undefined ? outsideCost : backoffCost)
      return number
    },
    soundOf: (number) => sounds[number],
    extraCostOf: (number) => extraCosts[number] ?? outsideCost,
  }
}

/** What initials and finals cost at a place is worked out once. */
function createPlace(chunks: readonly Chunk[], characters: Numbered, table: SoundTable): Place {
  const byNumber: (readonly Option[])[] = []
  const byInitial = new Map<string, readonly number[] | undefined>()
  const byFinal = new Map<string, readonly number[]>()
  const onsetCosts = (initial: string): readonly number[] | undefined => {
    if (byInitial.has(initial)) return byInitial.get(initial)
    const onsets = table.onsets.get(initial)
    const costs = chunks.map(({ onset }) => onsets?.get(onset) ?? unseenOnsetCost)
    const likely = costs.some((cost) => cost < unlikelyOnsetCost) ? costs : undefined
    byInitial.set(initial, likely)
    return likely
  }
  const rimeCosts = (final: string): readonly number[] => {
    const before = byFinal.get(final)
    if (before !== undefined) return before
    const rimes = table.rimes.get(final)
    const costs = chunks.map(({ rime }) => rimes?.get(rime) ?? unseenRimeCost(rime, final))
    byFinal.set(final, costs)
    return costs
  }
  const optionsOf = (sound: SoundCharacter, extraCost: number): readonly Option[] => {
    const onsets = onsetCosts(sound.initial)
    if (onsets === undefined) return noOptions
    const rimes = rimeCosts(sound.final)
    const found: { length: number; gain: number }[] = []
    for (let i = 0; i < chunks.length; i++) {
      const chunk = chunks[i]
      if (chunk === undefined) continue
      const cost = sound.chunks.get(chunk.text) ?? (onsets[i] ?? 0) + (rimes[i] ?? 0) + extraCost
      if (cost >= maxCost) continue
      const gain = letterValue * chunk.to - cost
      const same = found.find((option) => option.length === chunk.to)
      if (same === undefined) found.push({ length: chunk.to, gain })
      else if (gain > same.gain) same.gain = gain
    }
    return found
  }
  return (number) => {
    const before = byNumber[number]
    if (before !== undefined) return before
    const sound = characters.soundOf(number)
    const found = sound === undefined ? noOptions : optionsOf(sound, characters.extraCostOf(number))
    byNumber[number] = found
    return found
  }
}

function unseenRimeCost(rime: string, final: string): number {
  const base = isNasal(rime) === isNasal(final) ? unseenRimeCosts.agrees : unseenRimeCosts.differs
  return base + unseenLetterCost * rime.length
}

const isNasal = (rime: string): boolean => /[nm]g?$/u.test(rime)

/** Ways to start the rest of a word. */
function chunksOf(rest: string): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let middle = 0; middle <= Math.min(rest.length, longestOnset); middle++) {
    if (middle > 0 && 'aeiou'.includes(rest.charAt(middle - 1))) break
    const onset = rest.slice(0, middle)
    for (let to = middle; to <= Math.min(rest.length, middle + longestRime); to++) {
      if (to === 0 || (to > middle && !isRime(rest, middle, to))) continue
      const rime = rest.slice(middle, to)
      chunks.push({ onset, rime, text: `${onset}.${rime}`, to })
    }
  }
  return chunks
}

/** A vowel and what follows, or a nasal that a diphthong has left over. */
const isRime = (letters: string, from: number, to: number): boolean =>
  'aeiouy'.includes(letters.charAt(from)) || /^(?:ng?|m)$/u.test(letters.slice(from, to))
