/** Work that pauses now and then, and gives its result at the end. */
export type Work<Value> = Iterator<undefined, Value>

/** Does work to its end without pausing. */
export function finish<Value>(work: Work<Value>): Value {
  for (;;) {
    const piece = work.next()
    if (piece.done === true) return piece.value
  }
}

/** Work that keys wait for is done no longer than this at a time, in milliseconds. */
const turnMilliseconds = 8

/** Does work in turns, between which all else has its own. */
export function finishInTurns<Value>(
  work: Work<Value>,
  later: (run: () => void, milliseconds: number) => unknown,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const turn = (): void => {
      try {
        const begun = performance.now()
        do {
          const piece = work.next()
          if (piece.done === true) {
            resolve(piece.value)
            return
          }
        } while (performance.now() - begun < turnMilliseconds)
        later(turn, 0)
      } catch (cause) {
        reject(cause)
      }
    }
    turn()
  })
}
