import { expect, test } from 'vitest'
import { createBlockCache } from '../../src/memory/block-cache.ts'
import type { Store, View } from '../../src/memory/store.ts'

/** A store of blocks of sixty bytes that counts how many it hands out. */
function countingStore(): { readonly store: Pick<Store, 'read'>; readonly reads: () => number } {
  let reads = 0
  const view: Pick<View, 'blocks'> = {
    blocks: async (_, numbers) => {
      reads += numbers.length
      return numbers.map(() => new Uint8Array(60))
    },
  }
  return { store: { read: async (run) => run(view as View) }, reads: () => reads }
}

test('a block that two readers missed at once counts once', async () => {
  const { store, reads } = countingStore()
  const read = createBlockCache(store as Store, 100).readerOf(1)
  await Promise.all([read([0]), read([0])])
  expect(reads()).toBe(2)
  await read([0])
  expect(reads()).toBe(2)
})
