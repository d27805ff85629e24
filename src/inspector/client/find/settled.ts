import { useEffect, useRef, useState } from 'preact/hooks'

const settleMilliseconds = 120

/**
 * What is made of inputs that change with every key: at once for the first ones, later when they have stayed the same for a
 * moment, so that no key waits for it.
 */
export function useSettled<Value>(make: () => Value, inputs: readonly unknown[]): Value {
  const [value, setValue] = useState(make)
  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return undefined
    }
    const timer = setTimeout(() => setValue(make()), settleMilliseconds)
    return () => clearTimeout(timer)
  }, inputs)
  return value
}
