import { constants, deflateRawSync } from 'node:zlib'
import { createChecksum } from './crc.ts'

/** A file to put into an archive. */
export interface StoredFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** The content of a file as it lies in an archive. */
export interface StoredContent {
  readonly bytes: Uint8Array
  /** True when it is packed. */
  readonly isPacked: boolean
  /** Bytes and check sum of the file itself. */
  readonly size: number
  readonly sum: number
}

/** Packs a file as it is made. */
export interface Packer {
  add(bytes: Uint8Array): void
  finish(): StoredContent
}

const utf8Flag = 0x800
/** 1 January 1980: archives have no earlier time, and no clock is asked. */
const noDate = 0x21
const deflated = 8

/** A packer that has nothing yet. Each piece is packed by itself, so that only what is packed stays in memory. */
export function createPacker(): Packer {
  const checksum = createChecksum()
  const parts: Uint8Array[] = []
  let [size, sum] = [0, 0]
  let last: Uint8Array = new Uint8Array()
  return {
    add(bytes) {
      if (last.length > 0) parts.push(deflateRawSync(last, { finishFlush: constants.Z_SYNC_FLUSH }))
      last = bytes
      size += bytes.length
      sum = checksum(bytes, sum)
    },
    finish: () => ({ bytes: Buffer.concat([...parts, deflateRawSync(last)]), isPacked: true, size, sum }),
  }
}

/** A ZIP archive (without zip64) of these files as they are, the same bytes for the same files. */
export function storeFiles(files: readonly StoredFile[]): Buffer {
  const checksum = createChecksum()
  return storeContents(
    files.map(({ path, bytes }) => [path, { bytes, isPacked: false, size: bytes.length, sum: checksum(bytes, 0) }]),
  )
}

/** The same of contents that may be packed. */
export function storeContents(files: readonly (readonly [path: string, content: StoredContent])[]): Buffer {
  const parts: Uint8Array[] = []
  const list: Uint8Array[] = []
  let offset = 0
  for (const [path, { bytes, isPacked, size, sum }] of files) {
    const name = Buffer.from(path)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(utf8Flag, 2)
    fields.writeUInt16LE(isPacked ? deflated : 0, 4)
    fields.writeUInt16LE(noDate, 8)
    fields.writeUInt32LE(sum, 10)
    fields.writeUInt32LE(bytes.length, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    parts.push(signature(3, 4), fields, name, bytes)
    list.push(signature(1, 2), Buffer.from([20, 0]), fields, place, name)
    offset += 30 + name.length + bytes.length
  }
  const listLength = list.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(listLength, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, ...list, signature(5, 6), end])
}

const signature = (a: number, b: number): Uint8Array => Uint8Array.of(0x50, 0x4b, a, b)
