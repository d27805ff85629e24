import type { Context, Embedder } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { roundedVector, type VectorCache, vectorCache } from './embedding-cache.ts'
import { createServerEmbedder, type EmbeddingChoice } from './embedding-server.ts'

/** The embedder that a user chose: a server, and before it what it answered in earlier runs. */
export function embedderOf(choice: EmbeddingChoice): Embedder {
  const server = createServerEmbedder(choice)
  return choice.dataFolder === undefined ? server : cached(server, vectorCache(choice.dataFolder, choice.model))
}

/** An embedder that asks for a text only once; its vectors are rounded to what the cache can hold. */
export function cached(embedder: Embedder, cache: VectorCache): Embedder {
  return {
    name: embedder.name,
    version: embedder.version,
    async embed(texts, context) {
      const all = new Set(texts)
      const known = await cache.find(all)
      const missing = [...all].filter((text) => !known.has(text))
      const made = await vectorsFor(missing, embedder, context)
      const isChanged = known.size > 0 && made.size > 0 && sizeOf(known) !== sizeOf(made)
      // The server has another model under the old name: vectors of two models cannot be compared.
      const vectors = isChanged ? await vectorsFor([...all], embedder, context) : new Map([...known, ...made])
      await cache.add(isChanged ? vectors : made, isChanged)
      return texts.map((text) => vectorIn(vectors, text))
    },
  }
}

async function vectorsFor(
  texts: readonly string[],
  embedder: Embedder,
  context: Context,
): Promise<ReadonlyMap<string, Float32Array>> {
  if (texts.length === 0) return new Map()
  const vectors = await embedder.embed(texts, context)
  return new Map(texts.map((text, i) => [text, roundedVector(vectors[i] ?? new Float32Array())]))
}

const sizeOf = (vectors: ReadonlyMap<string, Float32Array>): number | undefined => [...vectors.values()][0]?.length

function vectorIn(vectors: ReadonlyMap<string, Float32Array>, text: string): Float32Array {
  const vector = vectors.get(text)
  if (vector === undefined) throw new AppError('EMBED_FAILED', 'the embedder left out a sentence')
  return vector
}
