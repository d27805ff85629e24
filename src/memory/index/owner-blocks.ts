import {
  createSink,
  cursorAt,
  fixedAt,
  putFixed,
  putNumber,
  takeBytes,
  takeFixed,
  takeNumber,
  widthOf,
} from './bytes.ts'

import { damaged } from './damage.ts'

/** So many documents have their owners in one block. */
export const ownersPerBlock = 4096

/**
 * Owners and variants of documents in order. A block is the width of its owners (1 byte), what is taken off them (4 bytes), the
 * width of its variants (1 byte; 0 when all are the same) and the least variant, then the owners, 0 for nobody, and the
 * variants.
 */
export function writeOwners(owners: Uint32Array, variants: Uint32Array): readonly Uint8Array[] {
  const blocks: Uint8Array[] = []
  for (let from = 0; from < owners.length; from += ownersPerBlock) {
    const to = Math.min(owners.length, from + ownersPerBlock)
    blocks.push(writeBlock(owners.subarray(from, to), variants.subarray(from, to)))
  }
  return blocks
}

// Kernel: rewritten for each batch of an import.
function writeBlock(owners: Uint32Array, variants: Uint32Array): Uint8Array {
  let least = 0xffffffff
  let most = 0
  for (const owner of owners) {
    if (owner === 0) continue
    if (owner < least) least = owner
    if (owner > most) most = owner
  }
  const base = most === 0 ? 0 : least - 1
  const width = widthOf(most - base)
  const leastVariant = variants.reduce((a, b) => Math.min(a, b))
  const mostVariant = variants.reduce((a, b) => Math.max(a, b))
  const variantWidth = leastVariant === mostVariant ? 0 : widthOf(mostVariant - leastVariant)
  const sink = createSink(16 + owners.length * (width + variantWidth))
  putFixed(sink, width, 1)
  putFixed(sink, base, 4)
  putFixed(sink, variantWidth, 1)
  putNumber(sink, leastVariant)
  for (const owner of owners) putFixed(sink, owner === 0 ? 0 : owner - base, width)
  if (variantWidth > 0) for (const variant of variants) putFixed(sink, variant - leastVariant, variantWidth)
  return takeBytes(sink)
}

/** Reads single documents of one owner block. */
export interface OwnerReader {
  /** 0 for nobody. */
  ownerOf(index: number): number
  variantOf(index: number): number
}

/** Opens a block that holds so many documents. */
export function openOwners(block: Uint8Array, documents: number): OwnerReader {
  const cursor = cursorAt(block)
  const width = takeFixed(cursor, 1)
  const base = takeFixed(cursor, 4)
  const variantWidth = takeFixed(cursor, 1)
  const leastVariant = takeNumber(cursor)
  const start = cursor.at
  const variantStart = start + documents * width
  if (block.length !== variantStart + documents * variantWidth)
    throw damaged('a block of its owners has the wrong length')
  return {
    ownerOf: (index) => {
      const owner = fixedAt(block, start + index * width, width)
      return owner === 0 ? 0 : base + owner
    },
    variantOf: (index) =>
      variantWidth === 0
        ? leastVariant
        : leastVariant + fixedAt(block, variantStart + index * variantWidth, variantWidth),
  }
}

/** All owners and variants of a field, from its owner blocks in order. */
export function readOwners(
  blocks: readonly Uint8Array[],
  documents: number,
): { readonly owners: Uint32Array; readonly variants: Uint32Array } {
  const owners = new Uint32Array(documents)
  const variants = new Uint32Array(documents)
  for (const [number, block] of blocks.entries()) {
    const from = number * ownersPerBlock
    const count = Math.min(ownersPerBlock, documents - from)
    const reader = openOwners(block, count)
    for (let k = 0; k < count; k++) {
      owners[from + k] = reader.ownerOf(k)
      variants[from + k] = reader.variantOf(k)
    }
  }
  return { owners, variants }
}
