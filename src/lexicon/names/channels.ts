import { type NameChannel, nameChannels } from '../../languages/names.ts'
import type { LatinName } from './latin-name.ts'
import { createSoundReader, type SoundName } from './sound.ts'
import { createSyllableReader, type NameReader } from './syllables.ts'
import { createWholeNameReader } from './whole-names.ts'

/** A channel that reads characters. */
export interface ReadingChannel extends NameReader {
  readonly id: string
}

/** A channel that compares sounds. */
export interface SoundChannel {
  readonly id: string
  readonly read: (name: LatinName) => SoundName | undefined
  /** How much likelier a character is in a transcription than in ordinary text, as a natural logarithm; undefined for those that transcriptions do not use. */
  readonly preference: (character: string) => number | undefined
}

/** Channels with their data; it is read when a channel is first used. */
export interface Channels {
  readonly readings: () => readonly ReadingChannel[]
  readonly sound: () => SoundChannel | undefined
}

/** Opens the channels of the registry, or those named in `ids`. */
export function openChannels(ids: readonly string[] | undefined): Channels {
  const rows = nameChannels.filter((row) => ids === undefined || ids.includes(row.id))
  let readings: readonly ReadingChannel[] | undefined
  let sound: SoundChannel | undefined
  return {
    readings() {
      readings ??= rows.flatMap((row) => openReading(row) ?? [])
      return readings
    },
    sound() {
      sound ??= rows.flatMap((row) => openSound(row) ?? [])[0]
      return sound
    },
  }
}

function openReading(row: NameChannel): ReadingChannel | undefined {
  switch (row.kind) {
    case 'syllables':
      return { id: row.id, ...createSyllableReader(row.load()) }
    case 'whole-names':
      return { id: row.id, ...createWholeNameReader(row.load()) }
    case 'sound':
      return undefined
  }
}

function openSound(row: NameChannel): SoundChannel | undefined {
  if (row.kind !== 'sound') return undefined
  const table = row.load()
  return {
    id: row.id,
    read: createSoundReader(table),
    preference: (character) => table.characters.get(character)?.preference,
  }
}
