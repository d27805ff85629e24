import type { AnalysedDocument, Link, LinkedPair, StemTable, TokenTable, WordPair } from '../../src/core/types.ts'

/** A document of segments given as lists of words; every segment is a block of its own. */
export function documentOf(segments: readonly (readonly string[])[], lengths?: readonly number[]): AnalysedDocument {
  let at = 0
  const spans = segments.map((words) => {
    const start = at
    at += words.join(' ').length + 1
    return { start, end: at - 1 }
  })
  return {
    id: 'made',
    format: 'txt',
    text: segments.map((words) => words.join(' ')).join('\n'),
    segmented: true,
    blocks: spans.map((span) => ({ span, role: 'body' as const })),
    language: { tag: 'und', by: 'default' },
    segments: spans.map((span, index) => ({ index, span, block: index })),
    analyses: spans.map((span, i) => ({ entities: [], length: lengths?.[i] ?? span.end - span.start })),
    pack: { tag: 'und', version: 1 },
  }
}

/** Columns of the words of a made document. */
export function tokensOf(segments: readonly (readonly string[])[]): TokenTable {
  const vocabulary: string[] = []
  const ids: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const offsets = [0]
  let at = 0
  for (const words of segments) {
    for (const word of words) {
      if (!vocabulary.includes(word)) vocabulary.push(word)
      ids.push(vocabulary.indexOf(word))
      starts.push(at)
      ends.push(at + word.length)
      at += word.length + 1
    }
    if (words.length === 0) at++
    offsets.push(ids.length)
  }
  const column = Uint32Array.from
  return {
    vocabulary,
    offsets: Uint32Array.from(offsets),
    ids: column.call(Uint32Array, ids),
    starts: column.call(Uint32Array, starts),
    ends: column.call(Uint32Array, ends),
    weights: new Float32Array(ids.length).fill(1),
  }
}

/** A pair whose words mean the same when they are spelled the same. */
export function pairOf(
  source: readonly (readonly string[])[],
  target: readonly (readonly string[])[],
  links: readonly Link[] = [],
): LinkedPair {
  const sourceTokens = tokensOf(source)
  const targetTokens = tokensOf(target)
  const wordPairs: WordPair[] = sourceTokens.vocabulary.flatMap((word, id) => {
    const other = targetTokens.vocabulary.indexOf(word)
    return other < 0 ? [] : [{ source: id, target: other, probability: 0.9 }]
  })
  return {
    source: documentOf(source),
    target: documentOf(target),
    links,
    sourceTokens,
    targetTokens,
    sourceStems: stemsOf(sourceTokens),
    targetStems: stemsOf(targetTokens),
    wordPairs,
    lexicons: ['made.1'],
  }
}

const stemsOf = ({ vocabulary }: TokenTable): StemTable => ({
  names: vocabulary,
  of: Uint32Array.from(vocabulary.keys()),
})
