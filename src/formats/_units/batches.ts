/**
 * Hands out one by one what comes in batches. An asynchronous generator in between costs more than the reading of a short
 * unit, so this is an iterator of its own: what lies ready is given without a detour. `open` is called when the first item is
 * asked for, and what it gives is closed when the caller stops early.
 */
export function oneByOne<T>(open: () => Promise<AsyncIterable<readonly T[]>>): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => iteratorOf(open) }
}

function iteratorOf<T>(open: () => Promise<AsyncIterable<readonly T[]>>): AsyncIterator<T, undefined> {
  let batches: AsyncIterator<readonly T[]> | undefined
  let batch: readonly T[] = []
  let at = 0
  let isOver = false
  /** The last request for a batch: whoever asks meanwhile comes after it. */
  let busy: Promise<unknown> | undefined

  const next = async (): Promise<IteratorResult<T, undefined>> => {
    while (!isOver) {
      if (at < batch.length) return { done: false, value: batch[at++] as T }
      batches ??= (await open())[Symbol.asyncIterator]()
      const found = await batches.next()
      if (found.done === true) isOver = true
      else [batch, at] = [found.value, 0]
    }
    return { done: true, value: undefined }
  }
  const inTurn = (): Promise<IteratorResult<T, undefined>> => {
    const mine = busy === undefined ? next() : busy.then(next, next)
    const settled = mine.then(
      () => {
        if (busy === settled) busy = undefined
      },
      () => {
        isOver = true
      },
    )
    busy = settled
    return mine
  }
  return {
    next: () => {
      if (busy === undefined && at < batch.length) return Promise.resolve({ done: false, value: batch[at++] as T })
      return inTurn()
    },
    return: async () => {
      isOver = true
      batch = []
      await batches?.return?.()
      return { done: true, value: undefined }
    },
  }
}
