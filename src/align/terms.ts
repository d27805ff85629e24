import type { Evidence, LinkedPair, Span, TokenTable } from '../core/types.ts'

/**
 * Names the pairs of words among the evidence that are terms: of several words on one side, and each standing nowhere else
 * in its text. Their keys begin with `term:`.
 */
export function markTerms(pair: LinkedPair): (evidence: readonly Evidence[]) => readonly Evidence[] {
  const isOnceHere = singles(pair.sourceTokens)
  const isOnceThere = singles(pair.targetTokens)
  return (evidence) =>
    evidence.map((item) => {
      const [link] = item.links ?? []
      if (item.kind !== 'word' || item.key !== undefined || link === undefined) return item
      const words = [slice(pair.source.text, link.source), slice(pair.target.text, link.target)] as const
      if (!words.some((word) => /\S\s+\S/u.test(word)) || !isOnceHere(link.source) || !isOnceThere(link.target))
        return item
      return { ...item, key: `term:${words.join(' = ')}` }
    })
}

const slice = (text: string, { start, end }: Span): string => text.slice(start, end)

/** Tells whether the word at a place stands nowhere else in its text; the table is gone through when this is first asked. */
function singles({ ids, starts, ends, vocabulary }: TokenTable): (span: Span) => boolean {
  let known: { readonly counts: Uint32Array; readonly idAt: ReadonlyMap<string, number> } | undefined
  return ({ start, end }) => {
    if (known === undefined) {
      const counts = new Uint32Array(vocabulary.length)
      const idAt = new Map<string, number>()
      ids.forEach((id, k) => {
        counts[id] = (counts[id] ?? 0) + 1
        idAt.set(`${starts[k]}-${ends[k]}`, id)
      })
      known = { counts, idAt }
    }
    return known.counts[known.idAt.get(`${start}-${end}`) ?? -1] === 1
  }
}
