import { deflateRawSync } from 'node:zlib'
import { createChecksum } from './crc.ts'

/** A file to put into an archive. */
export interface StoredFile {
  readonly path: string
  readonly bytes: Uint8Array
}

const utf8Flag = 0x800
/** 1 January 1980: archives have no earlier time, and no clock is asked. */
const noDate = 0x21
const deflated = 8

/**
 * A ZIP archive (without zip64) of these files, the same bytes for the same files: as they are, for readers that only want an
 * archive, or packed.
 */
export function storeFiles(files: readonly StoredFile[], { isPacked = false } = {}): Buffer {
  const checksum = createChecksum()
  const parts: Uint8Array[] = []
  const list: Uint8Array[] = []
  let offset = 0
  for (const { path, bytes } of files) {
    const name = Buffer.from(path)
    const content = isPacked ? deflateRawSync(bytes) : bytes
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(utf8Flag, 2)
    fields.writeUInt16LE(isPacked ? deflated : 0, 4)
    fields.writeUInt16LE(noDate, 8)
    fields.writeUInt32LE(checksum(bytes, 0), 10)
    fields.writeUInt32LE(content.length, 14)
    fields.writeUInt32LE(bytes.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    parts.push(signature(3, 4), fields, name, content)
    list.push(signature(1, 2), Buffer.from([20, 0]), fields, place, name)
    offset += 30 + name.length + content.length
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
