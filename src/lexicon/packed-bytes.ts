import { type PackedColumn, runningSums } from './packed-column.ts'

/** How many bytes bring a length to a multiple of 4. */
export const padding = (length: number): number => -length & 3

/** The pieces one after another. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** The bytes under an array of numbers, in the order of this machine: little-endian on all that Node runs on but one. */
export const bytesOf = (array: Uint8Array | Uint16Array | Uint32Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

/**
 * The bytes of a column: counts of units, forms, senses, drawers, function forms and letters; then the letters, by whose numbers the units stand in
 * one byte each when there are no more than 256 of them, the units, and for each form its length and number of senses.
 */
export function columnBytes(column: PackedColumn): Uint8Array {
  const letters = lettersOf(column.units)
  const differences = (ends: Uint32Array): number[] =>
    [...ends].map((end, i) => end - (i === 0 ? 0 : (ends[i - 1] ?? 0)))
  const { units, ends, senseEnds, senses, drawers, functionForms } = column
  const counts = [units.length, ends.length, senses.length, drawers.length, functionForms.length, letters.length]
  const arrays = [
    Uint32Array.from(counts),
    Uint16Array.from(letters),
    letters.length === 0 ? units : numbered(units, letters),
    Uint8Array.from(differences(ends)),
    Uint16Array.from(differences(senseEnds)),
    senses,
    drawers,
    functionForms,
  ]
  return joined(arrays.flatMap((array) => [bytesOf(array), new Uint8Array(padding(array.byteLength))]))
}

/** The distinct units in ascending order; none when there are more than fit a byte. */
function lettersOf(units: Uint16Array): readonly number[] {
  const letters = [...new Set(units)].sort((a, b) => a - b)
  return letters.length > 256 ? [] : letters
}

function numbered(units: Uint16Array, letters: readonly number[]): Uint8Array {
  const numbers = new Map(letters.map((unit, i) => [unit, i]))
  return Uint8Array.from(units, (unit) => numbers.get(unit) ?? 0)
}

/** A column from its bytes; undefined when they are not those of a column over so many concepts. */
export function readColumn(bytes: Uint8Array, concepts: number): PackedColumn | undefined {
  const counts = uint32(bytes.subarray(0, 24))
  const [units = 0, forms = 0, senses = 0, drawers = 0, functionForms = 0, letters = 0] = counts
  const width = letters === 0 ? 2 : 1
  const lengths = [24, 2 * letters, width * units, forms, 2 * forms, 4 * senses, 4 * drawers, 4 * functionForms]
  if (bytes.length !== lengths.reduce((sum, length) => sum + length + padding(length), 0)) return undefined
  let at = 0
  const [, alphabet, numbers, sizes, senseCounts, ...rest] = lengths.map((length) => {
    const piece = bytes.subarray(at, at + length)
    at += length + padding(length)
    return piece
  })
  const none = new Uint8Array(0)
  const [senseBytes = none, drawerBytes = none, functionBytes = none] = rest
  const column: PackedColumn = {
    units: letters === 0 ? uint16(numbers ?? none) : lettered(numbers ?? none, uint16(alphabet ?? none)),
    ends: runningSums(sizes ?? none),
    senseEnds: runningSums(uint16(senseCounts ?? none)),
    senses: uint32(senseBytes),
    drawers: uint32(drawerBytes),
    functionForms: uint32(functionBytes),
  }
  return isSound(column, concepts) ? column : undefined
}

/** True when every number points to something that is there. */
function isSound({ units, ends, senseEnds, senses, drawers, functionForms }: PackedColumn, concepts: number): boolean {
  return (
    (ends.at(-1) ?? 0) === units.length &&
    (senseEnds.at(-1) ?? 0) === senses.length &&
    senses.every((sense) => sense >>> 8 < concepts) &&
    drawers.every((end, i) => end <= ends.length && end > (i === 0 ? 0 : (drawers[i - 1] ?? 0))) &&
    functionForms.every((form) => form < ends.length)
  )
}

function lettered(numbers: Uint8Array, alphabet: Uint16Array): Uint16Array {
  const units = new Uint16Array(numbers.length)
  for (let i = 0; i < units.length; i++) units[i] = alphabet[numbers[i] ?? 0] ?? 0
  return units
}

/** The numbers in some bytes, copied: an array of numbers must stand at a multiple of its size. */
export const uint16 = (bytes: Uint8Array): Uint16Array => new Uint16Array(aligned(bytes), 0, bytes.length >> 1)
const uint32 = (bytes: Uint8Array): Uint32Array => new Uint32Array(aligned(bytes), 0, bytes.length >> 2)
const aligned = (bytes: Uint8Array): ArrayBuffer => {
  const copy = new ArrayBuffer(bytes.length)
  new Uint8Array(copy).set(bytes)
  return copy
}
