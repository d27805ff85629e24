import { useEffect, useRef, useState } from '../preact.ts'
import type { PageState } from '../store/types.ts'

const calmMs = 120

/**
 * The state as the parts around the rows see it: a moment late, so that a key that is held down moves through the rows without
 * drawing all else each time. What a person changes in those parts themselves is there at once.
 */
export function useCalm(state: PageState): PageState {
  const [calm, setCalm] = useState(state)
  const latest = useRef(state)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  latest.current = state
  useEffect(() => {
    if (calm === state || timer.current !== undefined) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      setCalm(latest.current)
    }, calmMs)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return isUrgent(calm, state) ? state : calm
}

const urgent = [
  'sheet',
  'filter',
  'shownFor',
  'dialog',
  'locale',
  'theme',
  'isSideOpen',
  'isWhyOpen',
  'isChecked',
] as const

function isUrgent(calm: PageState, state: PageState): boolean {
  return urgent.some((part) => calm[part] !== state[part])
}
