/** Work that pauses now and then, and gives its result at the end. */
export type Work<Value> = Iterator<undefined, Value>

/** Does work to its end without pausing. */
export function finish<Value>(work: Work<Value>): Value {
  for (;;) {
    const piece = work.next()
    if (piece.done === true) return piece.value
  }
}

/** A key waits no longer than this for work that is done in turns, in milliseconds. */
const turnMilliseconds = 24

/** Does something later, after so many milliseconds. */
export type Later = (run: () => void, milliseconds: number) => unknown

/** Does work in turns, between which all else has its own. */
export function finishInTurns<Value>(work: Work<Value>, later: Later): Promise<Value> {
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
