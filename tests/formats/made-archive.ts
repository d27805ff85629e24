import { deflateRawSync } from 'node:zlib'
import { createChecksum } from '../../src/formats/_zip/crc.ts'

/** A file as a packing program writes it. */
export interface PackedFile {
  readonly path: string
  readonly content: string | Uint8Array
  /** Stored as it is, or deflated. */
  readonly isStored?: boolean
  /** Sizes stand after the content, as programs write them that stream. */
  readonly hasDescriptor?: boolean
  readonly isEncrypted?: boolean
  /** Method that no reader of ours knows. */
  readonly method?: number
  /** What the list says, if it lies. */
  readonly size?: number
  readonly checksum?: number
}

/** A ZIP archive, with 64-bit sizes and places if wanted. */
export function archiveOf(files: readonly PackedFile[], isWide = false): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  const length = (buffers: readonly Buffer[]): number => buffers.reduce((sum, one) => sum + one.length, 0)
  for (const file of files) {
    const content = Buffer.from(file.content as Uint8Array)
    const packed = file.isStored === true ? content : deflateRawSync(content)
    const name = Buffer.from(file.path)
    const start = length(parts)
    const flags = 0x800 | (file.hasDescriptor === true ? 8 : 0) | (file.isEncrypted === true ? 1 : 0)
    const sum = file.checksum ?? createChecksum()(content, 0)
    const sizes = [sum, packed.length, file.size ?? content.length]
    const method = file.method ?? (file.isStored === true ? 0 : 8)
    const fields = (known: readonly number[]): Buffer =>
      Buffer.concat([u16(20), u16(flags), u16(method), u32(0x210000), ...known.map(u32)])
    const wide = isWide ? Buffer.concat([u16(1), u16(16), u64(sizes[2] ?? 0), u64(sizes[1] ?? 0)]) : Buffer.alloc(0)
    const shown = isWide ? [sum, 0xffffffff, 0xffffffff] : sizes
    const head = fields(file.hasDescriptor === true ? [0, 0, 0] : shown)
    const extra = file.hasDescriptor === true ? Buffer.alloc(0) : wide
    parts.push(mark(3, 4), head, u16(name.length), u16(extra.length), name, extra, packed)
    if (file.hasDescriptor === true) parts.push(mark(7, 8), ...sizes.map(u32))
    const listExtra = isWide
      ? Buffer.concat([u16(1), u16(24), u64(sizes[2] ?? 0), u64(sizes[1] ?? 0), u64(start)])
      : Buffer.alloc(0)
    const rest = [
      u16(name.length),
      u16(listExtra.length),
      u16(0),
      u16(0),
      u16(0),
      u32(0),
      u32(isWide ? 0xffffffff : start),
    ]
    list.push(mark(1, 2), u16(45), fields(shown), ...rest, name, listExtra)
  }
  const [start, size] = [length(parts), length(list)]
  const wideEnd = [
    mark(6, 6),
    u64(44),
    u16(45),
    u16(45),
    u32(0),
    u32(0),
    u64(files.length),
    u64(files.length),
    u64(size),
    u64(start),
    mark(6, 7),
    u32(0),
    u64(start + size),
    u32(1),
  ]
  const shown = isWide ? [0xffff, 0xffffffff, 0xffffffff] : [files.length, size, start]
  const end = [
    mark(5, 6),
    u16(0),
    u16(0),
    u16(shown[0] ?? 0),
    u16(shown[0] ?? 0),
    u32(shown[1] ?? 0),
    u32(shown[2] ?? 0),
    u16(0),
  ]
  return Buffer.concat([...parts, ...list, ...(isWide ? wideEnd : []), ...end])
}

const mark = (a: number, b: number): Buffer => Buffer.from([0x50, 0x4b, a, b])
function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}
