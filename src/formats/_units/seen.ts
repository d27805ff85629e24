/**
 * Says whether an id was seen before. Keeps 47-bit hashes, not the ids: strings cut from the input would hold all of it in
 * memory. Two of a million ids are taken for equal with a probability under one in two hundred.
 */
export function createSeenIds(): (id: string) => boolean {
  const seen = new Set<number>()
  return (id) => {
    let hash = 7
    for (let i = 0; i < id.length; i++) hash = (hash * 31 + id.charCodeAt(i)) % modulus
    if (seen.has(hash)) return true
    seen.add(hash)
    return false
  }
}

/** The largest prime under 2^47: times 31 it still fits a double exactly. */
const modulus = 140_737_488_355_213
