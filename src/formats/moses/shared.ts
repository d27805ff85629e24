import type { Units } from '../../core/contracts.ts'

/**
 * Lets several readers go through the same units. Units that can be read again are read again by each, so that nothing is kept;
 * a stream that can be read once is read once, and what the slower readers have not seen yet waits in memory.
 */
export function shared<Item>(
  units: Units,
  make: (units: Units, isFirst: boolean) => AsyncIterable<Item>,
): () => AsyncIterable<Item> {
  if (!isOneShot(units)) {
    let count = 0
    return () => make(units, count++ === 0)
  }
  const iterator = make(units, true)[Symbol.asyncIterator]()
  const queues: Item[][] = []
  return () => {
    const queue: Item[] = []
    queues.push(queue)
    return drain(iterator, queue, queues)
  }
}

/** A generator is its own iterator: a second loop over it finds it empty. */
function isOneShot(units: Units): boolean {
  const iterator = Symbol.iterator in units ? units[Symbol.iterator]() : units[Symbol.asyncIterator]()
  return Object.is(iterator, units)
}

async function* drain<Item>(
  iterator: AsyncIterator<Item>,
  own: Item[],
  queues: readonly Item[][],
): AsyncGenerator<Item> {
  for (;;) {
    const item = own.shift()
    if (item !== undefined) {
      yield item
      continue
    }
    const next = await iterator.next()
    // Another reader may have been served while this one waited.
    if (next.done === true && own.length === 0) return
    if (next.done !== true) for (const queue of queues) queue.push(next.value)
  }
}
