/** Norms whose results are kept; then the memory starts afresh, so that it stays bounded. */
const memorySize = 50_000

/** The same function of a norm, which remembers what it has said. */
export function rememberNorms<V>(make: (norm: string) => V): (norm: string) => V {
  const known = new Map<string, V>()
  return (norm) => {
    const cached = known.get(norm)
    if (cached !== undefined) return cached
    if (known.size >= memorySize) known.clear()
    const made = make(norm)
    known.set(norm, made)
    return made
  }
}
