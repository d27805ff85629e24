import * as zlib from 'node:zlib'

/** Adds bytes to a check sum. */
export type Checksum = (bytes: Uint8Array, sum: number) => number

/** CRC-32 as ZIP archives use it (ISO 3309, reflected, polynomial EDB88320); the first sum is 0. Node has it from 20.15 on. */
export function createChecksum(): Checksum {
  const native: unknown = Object.hasOwn(zlib, 'crc32') ? zlib.crc32 : undefined
  if (typeof native === 'function') return (bytes, sum) => zlib.crc32(bytes, sum)
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    return value
  })
  return (bytes, sum) => {
    let value = ~sum
    for (const byte of bytes) value = (table[(value ^ byte) & 255] ?? 0) ^ (value >>> 8)
    return ~value >>> 0
  }
}
