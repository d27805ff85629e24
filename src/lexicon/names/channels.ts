import type { KnownName } from '../../languages/_shared/name-data.ts'
import { type NameChannel, nameChannels } from '../../languages/names.ts'
import { createComposedReader } from './composed-syllables.ts'
import { type LatinName, orderlessKey, parseLatinName } from './latin-name.ts'
import { createMarkedReader } from './marked-syllables.ts'
import type { Fold } from './name-index.ts'
import { createSoundReader, type SoundName } from './sound.ts'
import type { NameReader } from './syllables.ts'
import { createWholeNameReader } from './whole-names.ts'

/** A channel that reads characters. */
export interface ReadingChannel extends NameReader {
  readonly id: string
  /** Letters that tell a name of this channel from all others. */
  readonly ownMarks?: RegExp
}

/** A channel that compares sounds. */
export interface SoundChannel {
  readonly id: string
  readonly read: (name: LatinName) => SoundName | undefined
  /** How much likelier a character is in a transcription than in ordinary text, as a natural logarithm; undefined for those that transcriptions do not use. */
  readonly preference: (character: string) => number | undefined
}

/** Names that are listed with their forms in Han characters; letters and forms folded. */
export interface ListChannel {
  readonly id: string
  /** Forms of a person, by all words of a name in any order. */
  readonly persons: (key: string) => readonly string[]
  /** Forms of one word of a name. */
  readonly parts: (letters: string) => readonly string[]
}

/** Channels with their data; it is read when a channel is first used. */
export interface Channels {
  readonly readings: () => readonly ReadingChannel[]
  readonly sound: () => SoundChannel | undefined
  readonly list: () => ListChannel | undefined
  /** The character alone is a family name of a channel that reads. */
  readonly isFamilyName: (character: string) => boolean
}

/** Opens the channels of the registry, or those named in `ids`; `fold` brings listed forms to the form of texts. */
export function openChannels(ids: readonly string[] | undefined, fold: Fold): Channels {
  const rows = nameChannels.filter((row) => ids === undefined || ids.includes(row.id))
  let readings: readonly ReadingChannel[] | undefined
  let sound: SoundChannel | undefined
  let list: ListChannel | undefined
  const openList = (): ListChannel | undefined => {
    list ??= rows.flatMap((row) => (row.kind === 'known-names' ? [indexKnownNames(row.id, row.load(), fold)] : []))[0]
    return list
  }
  const readingChannels = (): readonly ReadingChannel[] => {
    readings ??= rows.flatMap((row) => openReading(row) ?? [])
    return readings
  }
  return {
    readings: readingChannels,
    isFamilyName: (character) => readingChannels().some((channel) => channel.isFamilyName?.(character) === true),
    sound() {
      sound ??= rows.flatMap((row) => openSound(row, openList()) ?? [])[0]
      return sound
    },
    list: openList,
  }
}

function openReading(row: NameChannel): ReadingChannel | undefined {
  switch (row.kind) {
    case 'marked-syllables': {
      const data = row.load()
      return { id: row.id, ownMarks: data.ownMarks, ...createMarkedReader(data) }
    }
    case 'composed-syllables':
      return { id: row.id, ...createComposedReader(row.load()) }
    case 'whole-names':
      return { id: row.id, ...createWholeNameReader(row.load()) }
    case 'sound':
    case 'known-names':
      return undefined
  }
}

function indexKnownNames(id: string, names: readonly KnownName[], fold: Fold): ListChannel {
  const persons = new Map<string, readonly string[]>()
  const parts = new Map<string, readonly string[]>()
  for (const { spellings, forms } of names)
    for (const name of spellings.map(parseLatinName)) {
      const folded = forms.map(fold)
      if (name.words.length > 1) persons.set(orderlessKey(name), folded)
      else parts.set(name.key, folded)
    }
  return { id, persons: (key) => persons.get(key) ?? [], parts: (letters) => parts.get(letters) ?? [] }
}

function openSound(row: NameChannel, list: ListChannel | undefined): SoundChannel | undefined {
  if (row.kind !== 'sound') return undefined
  const table = row.load()
  return {
    id: row.id,
    read: createSoundReader(table, (letters) => list?.parts(letters) ?? []),
    preference: table.preference,
  }
}
