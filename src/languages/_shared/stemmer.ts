import { createRequire } from 'node:module'

/** Required, not imported: of a package that is no module, Node reads all 23,000 lines for names of exports first. */
const { newStemmer }: typeof import('snowball-stemmers') = createRequire(import.meta.url)('snowball-stemmers')

/** Words whose stems are kept; then the cache starts afresh, so that memory stays bounded. */
const cacheSize = 50_000

/** The Snowball stem of a norm; remembers what it has stemmed. `algorithm` is a name of snowball-stemmers such as `dutch`. */
export function createStemmer(algorithm: string): (norm: string) => string {
  const stemmer = newStemmer(algorithm)
  const known = new Map<string, string>()
  return (norm) => {
    const cached = known.get(norm)
    if (cached !== undefined) return cached
    if (known.size >= cacheSize) known.clear()
    const stem = stemmer.stem(norm)
    known.set(norm, stem)
    return stem
  }
}
