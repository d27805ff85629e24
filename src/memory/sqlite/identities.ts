import { createEntryMap, type Entries, type EntryMap, encodeEntries, visitEntries } from './identity-entries.ts'
import { counterOf, type Session, setCounter } from './session.ts'
import { identitiesOf } from './units.ts'

/**
 * Finds keys by identity: a hash table of blobs. Each entry is four bytes of the mixed identity and the distance to the key
 * before as a varint, about six bytes a unit, a third of what an index of SQLite takes. What it finds are candidates.
 *
 * Much that is added would write nearly every bucket again each time. It goes to a tail instead, one row for each addition, and
 * into its buckets when the step ends; meanwhile all entries are held in memory.
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
/** Numbers of the rows of the tail are above this one. */
const tailStart = 2 ** 32
/** So many entries are held in memory at most: up to a hundred million bytes. */
const maxHeld = 2 ** 22

/** Opens the table for one call that adds so many units. */
export function openIdentities(session: Session, units: number): IdentityTable {
  const entries = counterOf(session.sql, 'entries')
  const buckets = 2 ** counterOf(session.sql, 'bits')
  if (units * 2 >= buckets && entries + units <= maxHeld) return openHeld(session)
  settleIdentities(session)
  return openBuckets(session)
}

/** Looks through the whole table, tail included, without changing anything. */
export function identityFinder(session: Session): (identity: number) => readonly number[] {
  const map = readAll(session)
  return (identity) => map.find(mix(identity))
}

interface Bucket {
  readonly hashes: number[]
  readonly keys: number[]
  isChanged: boolean
}

/** Reads and writes single buckets. There must be no tail. */
function openBuckets(session: Session): IdentityTable {
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
      for (const [number, bucket] of buckets) if (bucket.isChanged) writeRow(session, number, encodeEntries(bucket))
      buckets.clear()
      setCounter(session, 'entries', size.entries)
      const bits = bitsFor(size.entries, size.bits)
      if (bits > size.bits) growTable(session, size.bits, bits)
      size.bits = bits
    },
  }
}

/** All entries in memory, and the counters of the file by which they are still right. */
interface Held {
  readonly map: EntryMap
  /** Grows with each unit that anybody adds. */
  readonly lastKey: number
  /** Falls when units are purged. */
  readonly entries: number
}

const heldKey = 'identities'

/** Holds all entries in memory, from one call to the next, and writes new ones to the tail. */
function openHeld(session: Session): IdentityTable {
  const count = counterOf(session.sql, 'entries')
  const known = session.memo.get(heldKey) as Held | undefined
  const isRight = known?.lastKey === counterOf(session.sql, 'unit') && known.entries === count
  const map = isRight ? known.map : readAll(session)
  const hashes: number[] = []
  const keys: number[] = []
  return {
    find: (identity) => map.find(mix(identity)),
    add: (identity, key) => {
      const hash = mix(identity)
      hashes.push(hash)
      keys.push(key)
      map.add(hash, key)
    },
    flush: () => {
      const [first] = keys
      const lastKey = keys.at(-1) ?? counterOf(session.sql, 'unit')
      session.memo.set(heldKey, { map, lastKey, entries: count + keys.length } satisfies Held)
      if (first === undefined) return
      writeRow(session, tailStart + first, encodeEntries({ hashes, keys }))
      setCounter(session, 'entries', count + keys.length)
    },
  }
}

function readAll(session: Session): EntryMap {
  const map = createEntryMap(counterOf(session.sql, 'entries'))
  for (const entries of rowsOf(session)) visitEntries(entries, map.add)
  return map
}

/** Brings the tail, if there is one, into its buckets. */
export function settleIdentities(session: Session): void {
  const tail = session.sql('SELECT 1 FROM bucket WHERE number >= ? LIMIT 1').get(tailStart)
  if (tail !== undefined) rewrite(session)
  session.memo.delete(heldKey)
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

/** Entries of all buckets, and then those of the tail in the order in which they came. */
function* rowsOf(session: Session): Generator<Buffer> {
  const rows = session.sql('SELECT entries FROM bucket ORDER BY number').iterate() as IterableIterator<{
    entries: Buffer
  }>
  for (const { entries } of rows) yield entries
}

function readBucket(session: Session, number: number): Bucket {
  const bucket: Bucket = { hashes: [], keys: [], isChanged: false }
  const row = session.sql('SELECT entries FROM bucket WHERE number = ?').get(number) as { entries: Buffer } | undefined
  if (row === undefined) return bucket
  visitEntries(row.entries, (hash, key) => {
    bucket.hashes.push(hash)
    bucket.keys.push(key)
  })
  return bucket
}

function writeRow(session: Session, number: number, entries: Buffer): void {
  session.sql('INSERT OR REPLACE INTO bucket(number, entries) VALUES(?, ?)').run(number, entries)
}

/** Writes all entries anew, into as many buckets as they need. */
function rewrite(session: Session): void {
  const hashes: number[] = []
  const keys: number[] = []
  for (const entries of rowsOf(session))
    visitEntries(entries, (hash, key) => {
      hashes.push(hash)
      keys.push(key)
    })
  writeAll(session, { hashes, keys }, counterOf(session.sql, 'bits'))
}

/** Builds the table anew from the units themselves. */
export function rebuildIdentities(session: Session): void {
  const hashes: number[] = []
  const keys: number[] = []
  for (const { key, identity } of identitiesOf(session)) {
    hashes.push(mix(identity))
    keys.push(key)
  }
  writeAll(session, { hashes, keys }, 0)
  session.memo.delete(heldKey)
}

/** Splits each bucket into those that its bits lead to when more of them are looked at. */
function growTable(session: Session, from: number, to: number): void {
  const numbers = session.sql('SELECT number FROM bucket ORDER BY number DESC').all() as { number: number }[]
  for (const { number } of numbers) {
    const bucket = readBucket(session, number)
    session.sql('DELETE FROM bucket WHERE number = ?').run(number)
    writeBuckets(session, bucket, to, { first: number * 2 ** (to - from), count: 2 ** (to - from) })
  }
  setCounter(session, 'bits', to)
}

/** Writes these entries in place of all that are there; those of one bucket in ascending order of their keys. */
function writeAll(session: Session, entries: Entries, leastBits: number): void {
  const bits = bitsFor(entries.hashes.length, leastBits)
  session.sql('DELETE FROM bucket').run()
  writeBuckets(session, entries, bits, { first: 0, count: 2 ** bits })
  setCounter(session, 'entries', entries.hashes.length)
  setCounter(session, 'bits', bits)
}

/** Writes entries into buckets of a range, outside of which none of them belongs and in which nothing is. */
function writeBuckets(
  session: Session,
  { hashes, keys }: Entries,
  bits: number,
  { first, count }: { readonly first: number; readonly count: number },
): void {
  const placeOf = (i: number): number => numberOf(hashes[i] as number, bits) - first
  const ends = new Uint32Array(count + 1)
  for (let i = 0; i < hashes.length; i++) ends[placeOf(i) + 1] = (ends[placeOf(i) + 1] as number) + 1
  for (let place = 0; place < count; place++) ends[place + 1] = (ends[place + 1] as number) + (ends[place] as number)
  const next = ends.slice()
  const sorted = { hashes: new Uint32Array(hashes.length), keys: new Float64Array(hashes.length) }
  for (let i = 0; i < hashes.length; i++) {
    const place = placeOf(i)
    const at = next[place] as number
    sorted.hashes[at] = hashes[i] as number
    sorted.keys[at] = keys[i] as number
    next[place] = at + 1
  }
  for (let place = 0; place < count; place++) {
    const from = ends[place] as number
    const to = ends[place + 1] as number
    if (to > from) writeRow(session, first + place, encodeEntries(sorted, from, to))
  }
}
