import type { ReadingChannel } from './channels.ts'
import { createReadAt, firstCharacters, isNative, type Lattice } from './lattice.ts'
import type { NameIndex } from './name-index.ts'
import type { Candidate } from './types.ts'

/** Lattices of one name in one channel. */
export interface ReadName {
  readonly channel: ReadingChannel
  readonly lattices: readonly Lattice[]
}

/** Readings below this are not worth a look. */
const minScore = 0.5

/** All places of a text that a name can be read from, family name first, one character of three or more wrong at most. */
export function searchReadings(names: readonly ReadName[], index: NameIndex): readonly Candidate[] {
  const found: Candidate[] = []
  for (const { channel, lattices } of names)
    for (const lattice of lattices) {
      if (!isNative(lattice)) continue
      const readAt = createReadAt(lattice)
      for (const character of firstCharacters(lattice))
        for (const start of index.offsetsOf(character)) {
          const reading = readAt(index.folded, start)
          if (reading === undefined || reading.end - start < 2 || reading.score < minScore) continue
          found.push({ start, channel: channel.id, kind: 'reading', evidence: 0, isLoose: lattice.isLoose, ...reading })
        }
    }
  return found
}
