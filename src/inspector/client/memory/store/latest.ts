/** Runs something after a pause, one at a time: of what is asked meanwhile only the last one counts. */
export interface Latest<Input> {
  ask(input: Input): void
  /** Nothing that was asked before counts any more. */
  forget(): void
}

/** `take` gets the answer to the last input alone; `later` runs something after so many milliseconds. */
export function createLatest<Input, Output>(
  run: (input: Input) => Promise<Output>,
  take: (output: Output, input: Input) => void,
  pauseMs: number,
  later: (run: () => void, milliseconds: number) => () => void,
): Latest<Input> {
  let waiting: { readonly input: Input } | undefined
  let isRunning = false
  let turn = 0
  let cancel = (): void => undefined
  const start = (): void => {
    if (isRunning || waiting === undefined) return
    const { input } = waiting
    const own = turn
    waiting = undefined
    isRunning = true
    void run(input).then((output) => {
      isRunning = false
      if (own === turn) take(output, input)
      start()
    })
  }
  return {
    ask(input) {
      turn++
      waiting = undefined
      cancel()
      cancel = later(() => {
        waiting = { input }
        start()
      }, pauseMs)
    },
    forget() {
      turn++
      waiting = undefined
      cancel()
    },
  }
}
