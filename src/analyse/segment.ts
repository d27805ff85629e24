import type { LanguagePack } from '../core/contracts.ts'
import type { Block, Document, LanguageGuess, Segment, SegmentedDocument } from '../core/types.ts'

/** Adds the sentences of every block, boilerplate too, so that nothing is lost. A segmented document keeps one segment a block. */
export function segmentDocument(
  document: Document,
  blocks: readonly Block[],
  language: LanguageGuess,
  pack: LanguagePack,
): SegmentedDocument {
  const segments: Segment[] = []
  blocks.forEach((block, index) => {
    const spans = document.segmented ? [block.span] : pack.segment(document.text, block.span)
    for (const span of spans) segments.push({ index: segments.length, span, block: index })
  })
  return { ...document, blocks, language, segments }
}
