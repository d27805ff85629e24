import type { ReadingChannel } from './channels.ts'
import type { LatinName } from './latin-name.ts'
import { charactersOf, type Lattice, searchLattice, type UnitSet } from './lattice.ts'
import type { NameIndex } from './name-index.ts'
import type { Candidate } from './types.ts'

/** Lattices of one name in one channel. */
export interface ReadName {
  readonly channel: ReadingChannel
  readonly lattices: readonly Lattice[]
  /** All their characters. */
  readonly known: UnitSet
}

/** Reads a name in one channel; undefined when it cannot be of that channel. */
export function readName(name: LatinName, channel: ReadingChannel): ReadName | undefined {
  const lattices = channel.lattices(name)
  return lattices.length === 0 ? undefined : { channel, lattices, known: charactersOf(lattices) }
}

/** Readings below this are not worth a look. */
const minScore = 0.5

/** All places of a text that a name can be read from, family name first, one character of three or more wrong at most. */
export function searchReadings(names: readonly ReadName[], index: NameIndex): readonly Candidate[] {
  const found: Candidate[] = []
  for (const { channel, lattices, known } of names)
    for (const lattice of lattices)
      if (lattice.isNative)
        searchLattice(lattice, index, known, (reading) => {
          if (reading.end - reading.start > 1 && reading.score >= minScore)
            found.push({
              start: reading.start,
              end: reading.end,
              channel: channel.id,
              score: reading.score,
              kind: 'reading',
              evidence: 0,
              chance: reading.chance,
              isLoose: lattice.isLoose,
              familyEnd: reading.familyEnd,
            })
        })
  return found
}
