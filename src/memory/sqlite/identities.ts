import { counterOf, type Session, setCounter } from './session.ts'
import { identitiesOf } from './units.ts'

/**
 * Finds keys by identity: a hash table of blobs. Each entry is four bytes of the mixed identity and the distance to the key
 * before as a varint, about six bytes a unit, a third of what an index of SQLite takes. What it finds are candidates.
 */
export interface IdentityTable {
  /** Keys whose unit may have this identity, ascending. Sees what was added. */
  find(identity: number): readonly number[]
  /** Keys must come in ascending order, above all that are there. */
  add(identity: number, key: number): void
  /** Writes what was added. */
  flush(): void
}

/** The table doubles when its buckets hold more entries on average. */
const maxMean = 256
/** Bits of the mixed identity that may name a bucket. */
const maxBits = 22

interface Bucket {
  readonly hashes: number[]
  readonly keys: number[]
  isChanged: boolean
}

/** Opens the table for one call that adds units. */
export function openIdentities(session: Session): IdentityTable {
  const buckets = new Map<number, Bucket>()
  const size = { entries: counterOf(session.sql, 'entries'), bits: counterOf(session.sql, 'bits') }
  const bucketOf = (hash: number): Bucket => {
    const number = numberOf(hash, size.bits)
    const known = buckets.get(number)
    if (known !== undefined) return known
    const read = readBucket(session, number)
    buckets.set(number, read)
    return read
  }
  return {
    find: (identity) => {
      const hash = mix(identity)
      const { hashes, keys } = bucketOf(hash)
      const found: number[] = []
      for (let i = hashes.indexOf(hash); i >= 0; i = hashes.indexOf(hash, i + 1)) found.push(keys[i] ?? 0)
      return found
    },
    add: (identity, key) => {
      const hash = mix(identity)
      const bucket = bucketOf(hash)
      bucket.hashes.push(hash)
      bucket.keys.push(key)
      bucket.isChanged = true
      size.entries++
    },
    flush: () => {
      for (const [number, bucket] of buckets) if (bucket.isChanged) writeBucket(session, number, bucket)
      buckets.clear()
      setCounter(session, 'entries', size.entries)
      const bits = bitsFor(size.entries, size.bits)
      if (bits > size.bits) growTable(session, size.bits, bits)
      size.bits = bits
    },
  }
}

/** Spreads identities over 32 bits, whatever they are (the finaliser of MurmurHash3). */
export function mix(identity: number): number {
  const high = Math.imul(Math.floor(identity / 0x1_0000_0000), 0x9e3779b1)
  let hash = (identity >>> 0) ^ high
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

const numberOf = (hash: number, bits: number): number => (bits === 0 ? 0 : hash >>> (32 - bits))

function bitsFor(entries: number, atLeast: number): number {
  let bits = atLeast
  while (bits < maxBits && entries > maxMean * 2 ** bits) bits++
  return bits
}

function readBucket(session: Session, number: number): Bucket {
  const row = session.sql('SELECT entries FROM bucket WHERE number = ?').get(number) as { entries: Buffer } | undefined
  return row === undefined ? { hashes: [], keys: [], isChanged: false } : decode(row.entries)
}

function writeBucket(session: Session, number: number, bucket: Bucket): void {
  session.sql('INSERT OR REPLACE INTO bucket(number, entries) VALUES(?, ?)').run(number, encode(bucket))
}

/** Splits each bucket into those that its bits lead to when more of them are looked at. */
function growTable(session: Session, from: number, to: number): void {
  const numbers = session.sql('SELECT number FROM bucket ORDER BY number DESC').all() as { number: number }[]
  for (const { number } of numbers) {
    const { hashes, keys } = readBucket(session, number)
    session.sql('DELETE FROM bucket WHERE number = ?').run(number)
    writeEntries(session, hashes, keys, to)
  }
  if (from !== to) setCounter(session, 'bits', to)
}

function writeEntries(session: Session, hashes: readonly number[], keys: readonly number[], bits: number): void {
  const parts = new Map<number, Bucket>()
  hashes.forEach((hash, i) => {
    const number = numberOf(hash, bits)
    const part = parts.get(number) ?? { hashes: [], keys: [], isChanged: true }
    part.hashes.push(hash)
    part.keys.push(keys[i] ?? 0)
    parts.set(number, part)
  })
  for (const [number, part] of parts) writeBucket(session, number, part)
}

/** Builds the table anew from the units themselves. */
export function rebuildIdentities(session: Session): void {
  session.sql('DELETE FROM bucket').run()
  const hashes: number[] = []
  const keys: number[] = []
  for (const { key, identity } of identitiesOf(session)) {
    hashes.push(mix(identity))
    keys.push(key)
  }
  const bits = bitsFor(keys.length, 0)
  writeEntries(session, hashes, keys, bits)
  setCounter(session, 'entries', keys.length)
  setCounter(session, 'bits', bits)
}

function encode({ hashes, keys }: Bucket): Buffer {
  // Keys stay below 2^53: at most eight bytes of seven bits.
  const bytes = Buffer.allocUnsafe(hashes.length * 12)
  let at = 0
  let before = 0
  for (let i = 0; i < hashes.length; i++) {
    const key = keys[i] ?? 0
    at = bytes.writeUInt32LE(hashes[i] ?? 0, at)
    let distance = key - before
    for (; distance > 127; distance = Math.floor(distance / 128)) bytes[at++] = (distance % 128) + 128
    bytes[at++] = distance
    before = key
  }
  return bytes.subarray(0, at)
}

function decode(bytes: Buffer): Bucket {
  const hashes: number[] = []
  const keys: number[] = []
  let at = 0
  let key = 0
  while (at + 4 < bytes.length) {
    hashes.push(bytes.readUInt32LE(at))
    at += 4
    let weight = 1
    for (; (bytes[at] ?? 0) > 127; at++, weight *= 128) key += ((bytes[at] ?? 0) - 128) * weight
    key += (bytes[at++] ?? 0) * weight
    keys.push(key)
  }
  return { hashes, keys, isChanged: false }
}
