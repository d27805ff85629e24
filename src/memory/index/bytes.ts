/** Bytes being written one after another. */
export interface Sink {
  bytes: Uint8Array
  length: number
}

export const createSink = (capacity = 256): Sink => ({ bytes: new Uint8Array(capacity), length: 0 })

/** What was written, as a copy of the right size; the sink is empty then. */
export function takeBytes(sink: Sink): Uint8Array {
  const bytes = sink.bytes.slice(0, sink.length)
  sink.length = 0
  return bytes
}

/** Bytes being read one after another. */
export interface Cursor {
  readonly bytes: Uint8Array
  at: number
}

export const cursorAt = (bytes: Uint8Array, at = 0): Cursor => ({ bytes, at })

// Kernel: numbers as bytes. Below 176 one byte, below 15,536 two, below 1,260,720 three, else five: ids in order of frequency and
// gaps of posting lists mostly take one. Loops that read millions of them have these limits written out.
export const oneByte = 176
export const twoBytes = 236
export const threeBytes = 255
export const fromTwo = oneByte
export const fromThree = fromTwo + (twoBytes - oneByte) * 256
const fromFive = fromThree + (threeBytes - twoBytes) * 65536

/** Makes sure that so many bytes more can be written. */
export function makeRoom(sink: Sink, more: number): void {
  if (sink.length + more <= sink.bytes.length) return
  const bytes = new Uint8Array(Math.max(sink.length + more, sink.bytes.length * 2))
  bytes.set(sink.bytes.subarray(0, sink.length))
  sink.bytes = bytes
}

/** Writes a number of 0..2^32-1. */
export function putNumber(sink: Sink, value: number): void {
  makeRoom(sink, 5)
  const { bytes } = sink
  if (value < oneByte) {
    bytes[sink.length++] = value
  } else if (value < fromThree) {
    const rest = value - fromTwo
    bytes[sink.length++] = oneByte + (rest >>> 8)
    bytes[sink.length++] = rest & 255
  } else if (value < fromFive) {
    const rest = value - fromThree
    bytes[sink.length++] = twoBytes + (rest >>> 16)
    bytes[sink.length++] = (rest >>> 8) & 255
    bytes[sink.length++] = rest & 255
  } else {
    bytes[sink.length++] = threeBytes
    putFixed(sink, value, 4)
  }
}

/** Reads a number; past the end of the bytes it reads zeros. */
export function takeNumber(cursor: Cursor): number {
  const { bytes } = cursor
  const first = bytes[cursor.at++] as number
  if (first < oneByte) return first
  if (first < twoBytes) return fromTwo + ((first - oneByte) << 8) + (bytes[cursor.at++] as number)
  if (first < threeBytes) {
    const high = bytes[cursor.at++] as number
    return fromThree + ((first - twoBytes) << 16) + (high << 8) + (bytes[cursor.at++] as number)
  }
  return first === threeBytes ? takeFixed(cursor, 4) : 0
}

/** Writes a number in `width` bytes, the lowest first. */
export function putFixed(sink: Sink, value: number, width: number): void {
  makeRoom(sink, width)
  let rest = value
  for (let k = 0; k < width; k++) {
    sink.bytes[sink.length++] = rest & 255
    rest >>>= 8
  }
}

export function takeFixed(cursor: Cursor, width: number): number {
  const value = fixedAt(cursor.bytes, cursor.at, width)
  cursor.at += width
  return value
}

export function fixedAt(bytes: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let k = width - 1; k >= 0; k--) value = ((value << 8) | (bytes[at + k] ?? 0)) >>> 0
  return value
}

/** How many bytes `putFixed` needs for numbers up to this one. */
export const widthOf = (most: number): number => (most < 256 ? 1 : most < 65536 ? 2 : most < 0x1000000 ? 3 : 4)

/** Writes UTF-16 units, `units[from..to)`, as one to three bytes each, so that bytes sort as strings do. */
export function putUnits(sink: Sink, units: ArrayLike<number>, from: number, to: number): void {
  makeRoom(sink, (to - from) * 3)
  const { bytes } = sink
  for (let k = from; k < to; k++) {
    const unit = units[k] as number
    if (unit < 0x80) {
      bytes[sink.length++] = unit
    } else if (unit < 0x800) {
      bytes[sink.length++] = 0xc0 | (unit >> 6)
      bytes[sink.length++] = 0x80 | (unit & 63)
    } else {
      bytes[sink.length++] = 0xe0 | (unit >> 12)
      bytes[sink.length++] = 0x80 | ((unit >> 6) & 63)
      bytes[sink.length++] = 0x80 | (unit & 63)
    }
  }
}

/** Writes bytes of another array, `bytes[from..to)`. */
export function putBytes(sink: Sink, bytes: Uint8Array, from: number, to: number): void {
  makeRoom(sink, to - from)
  for (let k = from; k < to; k++) sink.bytes[sink.length++] = bytes[k] as number
}

/** The bytes of a string as `putUnits` writes them. */
export function unitBytes(text: string): Uint8Array {
  const sink = createSink(text.length * 3)
  const units = Uint16Array.from({ length: text.length }, (_, k) => text.charCodeAt(k))
  putUnits(sink, units, 0, units.length)
  return takeBytes(sink)
}

/** The string whose `putUnits` bytes these are. */
export function unitsAt(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; ) {
    const first = bytes[at] as number
    if (first < 0x80) {
      text += String.fromCharCode(first)
      at++
    } else if (first < 0xe0) {
      text += String.fromCharCode(((first & 31) << 6) | ((bytes[at + 1] ?? 0) & 63))
      at += 2
    } else {
      const middle = ((bytes[at + 1] ?? 0) & 63) << 6
      text += String.fromCharCode(((first & 15) << 12) | middle | ((bytes[at + 2] ?? 0) & 63))
      at += 3
    }
  }
  return text
}

/** Writes a string with its length in bytes before it. */
export function putString(sink: Sink, text: string): void {
  const bytes = unitBytes(text)
  putNumber(sink, bytes.length)
  makeRoom(sink, bytes.length)
  sink.bytes.set(bytes, sink.length)
  sink.length += bytes.length
}

export function takeString(cursor: Cursor): string {
  const length = takeNumber(cursor)
  const text = unitsAt(cursor.bytes, cursor.at, cursor.at + length)
  cursor.at += length
  return text
}
