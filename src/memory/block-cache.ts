import type { BlockReader } from './index/types.ts'
import type { Store } from './store.ts'

/** Keeps blocks of the index in memory, those used last, up to so many bytes. */
export interface BlockCache {
  /** A reader for the blocks of one segment. Fails with `staleIndex` when the segment is no longer there. */
  readerOf(segment: number): BlockReader
}

const staleName = 'StaleIndex'

/** A segment was merged away between two looks at the store: look again from the start. */
export const staleIndex = (segment: number): Error =>
  Object.assign(new Error(`segment ${segment} is gone`), { name: staleName })

/** Whether a segment was merged away. */
export const isStale = (error: unknown): boolean => error instanceof Error && error.name === staleName

/** More blocks than any segment has. */
const blocksPerSegment = 2 ** 32

/** A cache over a store with nothing in it. Segments are never changed and their numbers never used again, so nothing in it grows old. */
export function createBlockCache(store: Store, maxBytes: number): BlockCache {
  const kept = new Map<number, Uint8Array>()
  let bytes = 0
  const keep = (key: number, block: Uint8Array): void => {
    // Two readers may have missed it at the same time.
    bytes += block.byteLength - (kept.get(key)?.byteLength ?? 0)
    kept.set(key, block)
    for (const [oldest, old] of kept) {
      if (bytes <= maxBytes) return
      kept.delete(oldest)
      bytes -= old.byteLength
    }
  }
  const take = (key: number): Uint8Array | undefined => {
    const block = kept.get(key)
    // To move one takes longer than to find it: while there is much room, nobody has to know which were used last.
    if (block === undefined || bytes * 2 < maxBytes) return block
    kept.delete(key)
    kept.set(key, block)
    return block
  }
  return {
    readerOf: (segment) => {
      const base = segment * blocksPerSegment
      const read = async (numbers: readonly number[]): Promise<readonly Uint8Array[]> => {
        const blocks = numbers.map((number) => take(base + number))
        const missing = numbers.filter((_, i) => blocks[i] === undefined)
        if (missing.length > 0) {
          const read = await store.read((view) => view.blocks(segment, missing))
          let next = 0
          for (let i = 0; i < blocks.length; i++) {
            if (blocks[i] !== undefined) continue
            const block = read[next]
            if (block === undefined) throw staleIndex(segment)
            blocks[i] = block
            keep(base + (missing[next++] ?? 0), block)
          }
        }
        return blocks.flatMap((block) => block ?? [])
      }
      const now = (number: number): Uint8Array | undefined => {
        const known = take(base + number)
        if (known !== undefined) return known
        const block = store.blockNow?.(segment, number)
        if (block !== undefined) keep(base + number, block)
        return block
      }
      return Object.assign(read, { now })
    },
  }
}
