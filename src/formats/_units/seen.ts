/**
 * Says whether an id was seen before. Keeps 53-bit hashes in a flat table, not the ids: strings cut from the input would hold
 * all of it in memory. Of a million ids, two are taken for equal with a probability of about one in twenty thousand.
 */
export function createSeenIds(): (id: string) => boolean {
  let table = new Float64Array(1024)
  let count = 0
  const insert = (hash: number): boolean => {
    const mask = table.length - 1
    let at = hash & mask
    for (;;) {
      const found = table[at]
      if (found === hash) return false
      if (found === 0) break
      at = (at + 1) & mask
    }
    table[at] = hash
    return true
  }
  return (id) => {
    if (!insert(hash53(id))) return true
    if (++count * 2 > table.length) {
      const before = table
      table = new Float64Array(before.length * 2)
      for (const hash of before) if (hash !== 0) insert(hash)
    }
    return false
  }
}

/** Two multiplicative hashes side by side, mixed as MurmurHash3 does at its end (Appleby, 2011); never 0. */
function hash53(text: string): number {
  let low = 0x811c9dc5
  let high = 0x9e3779b9
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x5bd1e995)
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b)
  high = Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  low ^= high >>> 16
  return (high >>> 11) * 0x100000000 + (low >>> 0) || 1
}
