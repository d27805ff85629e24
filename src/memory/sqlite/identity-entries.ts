/** Entries of the table of identities: mixed identities and keys, side by side. */
export interface Entries {
  readonly hashes: ArrayLike<number>
  readonly keys: ArrayLike<number>
}

// Kernel: runs over each unit of a memory when much is added to it.
/** Four bytes of each hash and the distance to the key before as a varint; keys ascend. */
export function encodeEntries({ hashes, keys }: Entries, from = 0, to = hashes.length): Buffer {
  // Keys stay below 2^53: at most eight bytes of seven bits.
  const bytes = Buffer.allocUnsafe((to - from) * 12)
  let at = 0
  let before = 0
  for (let i = from; i < to; i++) {
    const key = keys[i] ?? 0
    at = bytes.writeUInt32LE(hashes[i] ?? 0, at)
    let distance = key - before
    for (; distance > 127; distance = Math.floor(distance / 128)) bytes[at++] = (distance % 128) + 128
    bytes[at++] = distance
    before = key
  }
  return bytes.subarray(0, at)
}

/** Visits what `encodeEntries` wrote, in its order. */
export function visitEntries(bytes: Uint8Array, visit: (hash: number, key: number) => void): void {
  let at = 0
  let key = 0
  while (at + 4 < bytes.length) {
    const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)
    const hash = (low | ((bytes[at + 3] ?? 0) << 24)) >>> 0
    at += 4
    let weight = 1
    for (; (bytes[at] ?? 0) > 127; at++, weight *= 128) key += ((bytes[at] ?? 0) - 128) * weight
    key += (bytes[at++] ?? 0) * weight
    visit(hash, key)
  }
}

/** Entries in memory, to be found by their hash. */
export interface EntryMap {
  /** Keys with this hash, ascending. */
  find(hash: number): readonly number[]
  /** Keys must be above 0. */
  add(hash: number, key: number): void
}

const none: readonly number[] = []

/** An empty map with room for so many entries. Open addressing: sixteen to thirty bytes for each entry. */
export function createEntryMap(expected: number): EntryMap {
  let size = 1024
  while (size < expected * 1.5) size *= 2
  let hashes = new Uint32Array(size)
  let keys = new Float64Array(size)
  let count = 0

  const put = (hash: number, key: number): void => {
    const mask = size - 1
    let place = hash & mask
    while (keys[place] !== 0) place = (place + 1) & mask
    hashes[place] = hash
    keys[place] = key
  }
  const widen = (): void => {
    const old = { hashes, keys }
    size *= 2
    hashes = new Uint32Array(size)
    keys = new Float64Array(size)
    for (let place = 0; place < old.keys.length; place++) {
      const key = old.keys[place] as number
      if (key !== 0) put(old.hashes[place] as number, key)
    }
  }
  return {
    find: (hash) => {
      const mask = size - 1
      let found: number[] | undefined
      for (let place = hash & mask; keys[place] !== 0; place = (place + 1) & mask) {
        if (hashes[place] !== hash) continue
        found ??= []
        found.push(keys[place] as number)
      }
      return found?.sort((a, b) => a - b) ?? none
    },
    add: (hash, key) => {
      if (++count * 4 > size * 3) widen()
      put(hash, key)
    },
  }
}
