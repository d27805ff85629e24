import { useEffect, useState } from '../preact.ts'
import type { Work } from '../work.ts'

const settleMilliseconds = 400

/**
 * What is made of inputs that change with every key: once they have stayed the same for a moment, and a piece at a time, so
 * that no key waits for it. Undefined until it was made first; what was made before stays until the new one is there.
 */
export function useSettled<Value>(start: () => Work<Value>, inputs: readonly unknown[]): Value | undefined {
  const [value, setValue] = useState<{ readonly made: Value }>()
  useEffect(() => {
    let timer = 0
    const go = (work: Work<Value>): void => {
      const piece = work.next()
      if (piece.done === true) setValue({ made: piece.value })
      else timer = setTimeout(() => go(work))
    }
    timer = setTimeout(() => go(start()), value === undefined ? 0 : settleMilliseconds)
    return () => clearTimeout(timer)
  }, inputs)
  return value?.made
}
