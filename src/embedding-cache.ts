import { createHash } from 'node:crypto'
import { appendFile, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { hashOf } from './core/hash.ts'

/** Vectors of one model that were made before, in one file. */
export interface VectorCache {
  /** The vectors that are there, by text; all of one size. */
  find(texts: ReadonlySet<string>): Promise<ReadonlyMap<string, Float32Array>>
  /** Keeps vectors of one size; `isFresh` starts the file anew. Never fails: a cache that cannot be written is done without. */
  add(vectors: ReadonlyMap<string, Float32Array>, isFresh: boolean): Promise<void>
}

const magic = 'ZEV1'
/** Magic and the size of the vectors. */
const headBytes = 8
/** Half of a SHA-256 of model and text. */
const keyBytes = 16
/** The scale of the components (float32) and a sum over the record (uint32). */
const scaleBytes = 4
const sumBytes = 4
const levels = 32767

/**
 * The cache of a model in `FOLDER/cache/embeddings`. A record is the key, a scale and two bytes for each component; a file
 * with anything wrong in it is taken for empty and written anew.
 */
export function vectorCache(dataFolder: string, model: string): VectorCache {
  const folder = join(dataFolder, 'cache', 'embeddings')
  const path = join(folder, `${hashOf('embeddings', model)}.zev`)
  return {
    async find(texts) {
      const wanted = new Map([...texts].map((text) => [keyOf(model, text).toString('hex'), text]))
      const records = recordsIn(await readFile(path).catch(() => Buffer.alloc(0)))
      const found = new Map<string, Float32Array>()
      if (records === undefined) await rm(path, { force: true }).catch(() => undefined)
      for (const { key, vector } of records ?? []) {
        const text = wanted.get(key)
        if (text !== undefined) found.set(text, vector())
      }
      return found
    },
    async add(vectors, isFresh) {
      const size = [...vectors.values()][0]?.length
      if (size === undefined) return
      const body = Buffer.concat([...vectors].map(([text, vector]) => recordOf(keyOf(model, text), vector)))
      try {
        await mkdir(folder, { recursive: true })
        if (!isFresh && (await sizeIn(path)) === size) await appendFile(path, body)
        else await writeAnew(path, Buffer.concat([headOf(size), body]))
      } catch {
        // The vectors are at hand; only the next run has to ask again.
      }
    },
  }
}

/** A vector as it comes back from the cache, so that the first run and the second see the same. */
export function roundedVector(vector: Float32Array): Float32Array {
  return componentsOf(recordOf(Buffer.alloc(keyBytes), vector), 0, vector.length)
}

const keyOf = (model: string, text: string): Buffer =>
  createHash('sha256').update(`${model.length}:${model}`).update(text).digest().subarray(0, keyBytes)

function headOf(size: number): Buffer {
  const head = Buffer.alloc(headBytes)
  head.write(magic, 'latin1')
  head.writeUInt32LE(size, magic.length)
  return head
}

const recordBytes = (size: number): number => keyBytes + scaleBytes + 2 * size + sumBytes

function recordOf(key: Buffer, vector: Float32Array): Buffer {
  const record = Buffer.alloc(recordBytes(vector.length))
  key.copy(record)
  const scale = Math.fround(vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / levels)
  record.writeFloatLE(scale, keyBytes)
  vector.forEach((value, k) => {
    const level = scale === 0 ? 0 : Math.round(value / scale)
    record.writeInt16LE(Math.max(-levels, Math.min(levels, level)), keyBytes + scaleBytes + 2 * k)
  })
  record.writeUInt32LE(sumOver(record, 0, record.length - sumBytes), record.length - sumBytes)
  return record
}

function componentsOf(bytes: Buffer, at: number, size: number): Float32Array {
  const scale = bytes.readFloatLE(at + keyBytes)
  return Float32Array.from({ length: size }, (_, k) => scale * bytes.readInt16LE(at + keyBytes + scaleBytes + 2 * k))
}

interface StoredVector {
  readonly key: string
  vector(): Float32Array
}

/** The records of a file; undefined when anything is wrong with it. */
function recordsIn(bytes: Buffer): readonly StoredVector[] | undefined {
  if (bytes.length === 0) return []
  const size = sizeOf(bytes)
  if (size === undefined || (bytes.length - headBytes) % recordBytes(size) !== 0) return undefined
  const records: StoredVector[] = []
  for (let at = headBytes; at < bytes.length; at += recordBytes(size)) {
    const end = at + recordBytes(size) - sumBytes
    if (sumOver(bytes, at, end) !== bytes.readUInt32LE(end)) return undefined
    records.push({ key: bytes.toString('hex', at, at + keyBytes), vector: () => componentsOf(bytes, at, size) })
  }
  return records
}

function sizeOf(bytes: Buffer): number | undefined {
  if (bytes.length < headBytes || bytes.toString('latin1', 0, magic.length) !== magic) return undefined
  const size = bytes.readUInt32LE(magic.length)
  return size === 0 ? undefined : size
}

async function sizeIn(path: string): Promise<number | undefined> {
  const file = await open(path).catch(() => undefined)
  try {
    const head = Buffer.alloc(headBytes)
    const read = await file?.read(head, 0, headBytes, 0)
    return read?.bytesRead === headBytes ? sizeOf(head) : undefined
  } finally {
    await file?.close()
  }
}

/** FNV-1a over a part of the bytes. */
function sumOver(bytes: Buffer, from: number, to: number): number {
  let sum = 0x811c9dc5
  for (let i = from; i < to; i++) sum = Math.imul(sum ^ (bytes[i] ?? 0), 0x01000193)
  return sum >>> 0
}

/** Whole or not at all: a program that reads at the same time sees the old file or the new one. */
async function writeAnew(path: string, bytes: Buffer): Promise<void> {
  const part = `${path}.${process.pid}-${threadId}.part`
  try {
    await writeFile(part, bytes)
    await rename(part, path)
  } finally {
    await rm(part, { force: true })
  }
}
