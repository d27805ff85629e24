/**
 * The buffers under these views, which a thread can hand over instead of copying: each one once, although views may share one.
 * Shared memory is not handed over, nor what holds more than its view and so may hold things of others.
 */
export function buffersOf(views: readonly ArrayBufferView[]): readonly ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const { buffer, byteLength } of views)
    if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffers.add(buffer)
  return [...buffers]
}
