import { pairVectors } from './align/meaning/vectors.ts'
import type { Context, Embedder } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import type { AnalysedDocument, PairVectors } from './core/types.ts'
import { joinedText } from './units.ts'

/**
 * Vectors of the segments of two texts. Boilerplate and empty segments are not sent. Fails with EMBED_FAILED, also when the
 * embedder gives too few vectors or vectors of several sizes.
 */
export async function vectorsOf(
  source: AnalysedDocument,
  target: AnalysedDocument,
  embedder: Embedder,
  context: Context,
): Promise<PairVectors> {
  const sides = [textsOf(source), textsOf(target)] as const
  const texts = [...new Set(sides.flat().filter((text) => text !== ''))]
  const vectors = texts.length === 0 ? [] : await embedder.embed(texts, context)
  checkShape(vectors, texts.length, embedder)
  const byText = new Map(texts.map((text, i) => [text, vectors[i]]))
  const [left, right] = sides.map((side) => side.map((text) => byText.get(text)))
  return pairVectors(left ?? [], right ?? [], embedderId(embedder))
}

/** Name and version, for signatures. */
export const embedderId = ({ name, version }: Embedder): string => `${name}.${version}`

/** The text of each segment; empty for those that take no part. */
function textsOf(document: AnalysedDocument): readonly string[] {
  return document.segments.map((segment, i) =>
    document.blocks[segment.block]?.role === 'boilerplate' ? '' : joinedText(document, { from: i, to: i + 1 }),
  )
}

function checkShape(vectors: readonly Float32Array[], count: number, { name }: Embedder): void {
  const sizes = new Set(vectors.map((vector) => vector.length))
  if (vectors.length === count && sizes.size <= 1 && !sizes.has(0)) return
  const made = sizes.size > 1 ? `vectors of ${sizes.size} sizes` : `${vectors.length} vectors`
  throw new AppError('EMBED_FAILED', `${name} gave ${made} for ${count} sentences`)
}
