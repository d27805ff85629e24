/**
 * The buffers under these blocks, which a thread can hand over instead of copying: each one once, although blocks may share
 * one. Shared memory is not handed over, nor what holds more than its block and so may hold things of others.
 */
export function buffersOf(blocks: readonly Uint8Array[]): readonly ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const { buffer, byteLength } of blocks)
    if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffers.add(buffer)
  return [...buffers]
}
