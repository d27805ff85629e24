/** Work that pauses now and then, and gives its result at the end. */
export type Work<Value> = Iterator<undefined, Value>

/** Does something later, after so many milliseconds; gives back what stops that. */
export type Later = (run: () => void, milliseconds: number) => () => void

/** Does work piece by piece, at least one, until it is done or has taken so many milliseconds; gives back the last piece. */
function doSome<Value>(work: Work<Value>, milliseconds: number): IteratorResult<undefined, Value> {
  const begun = performance.now()
  let piece = work.next()
  while (piece.done !== true && performance.now() - begun < milliseconds) piece = work.next()
  return piece
}

/** Does work to its end without pausing. */
export function finish<Value>(work: Work<Value>): Value {
  for (;;) {
    const piece = doSome(work, Number.POSITIVE_INFINITY)
    if (piece.done === true) return piece.value
  }
}

/** A key waits no longer than this for work that is done in turns, in milliseconds. */
const turnMilliseconds = 24

/** Does work in turns, between which all else has its own. */
export function finishInTurns<Value>(work: Work<Value>, later: Later): Promise<Value> {
  return new Promise((resolve, reject) => {
    const turn = (): void => {
      try {
        const piece = doSome(work, turnMilliseconds)
        if (piece.done === true) resolve(piece.value)
        else later(turn, 0)
      } catch (cause) {
        reject(cause)
      }
    }
    turn()
  })
}

/** Does work a slice at a time, so that no key waits for it. One piece of work is under way at a time. */
export interface Slices {
  /**
   * Starts work in place of what was under way, which is dropped; calls back with its result. The first piece is done at once,
   * or after so many milliseconds: work that has no pause is then done when this returns.
   */
  start<Value>(work: Work<Value>, done: (value: Value) => void, wait?: number): void
}

/** A slice ends with the piece in which it has taken as long. */
const sliceMilliseconds = 3

/** Slices that `later` gives their turns. */
export function createSlices(later: Later): Slices {
  let stop = (): void => undefined
  return {
    start: (work, done, wait) => {
      stop()
      const go = (milliseconds: number): void => {
        const piece = doSome(work, milliseconds)
        if (piece.done === true) done(piece.value)
        else stop = later(() => go(sliceMilliseconds), 0)
      }
      if (wait === undefined) go(0)
      else stop = later(() => go(sliceMilliseconds), wait)
    },
  }
}
