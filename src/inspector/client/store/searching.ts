import type { FindHits } from './page-state.ts'
import { findHits, foldText } from './search.ts'

/** A search that folds each text once, when it is searched first. */
export function createFindHits(): FindHits {
  const folded = new Map<string, string>()
  const fold = (text: string): string => {
    const known = folded.get(text)
    if (known !== undefined) return known
    const fresh = foldText(text)
    folded.set(text, fresh)
    return fresh
  }
  return ({ pair }, text) => {
    const searched = foldText(text.trim())
    if (searched === '') return undefined
    return {
      source: findHits(fold(pair.source.text), pair.source.segments, searched),
      target: findHits(fold(pair.target.text), pair.target.segments, searched),
    }
  }
}
