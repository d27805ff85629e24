import { useEffect, useReducer, useRef } from '../preact.ts'
import type { PageState } from '../store/types.ts'

/** How late a part of the page may be: so long after the last change, and so long after the first one at most; milliseconds. */
export interface Pace {
  readonly quiet: number
  readonly most: number
}

/** For what sums up the whole text. */
export const calmPace: Pace = { quiet: 120, most: 400 }
/** For what goes with the current row. */
export const soonPace: Pace = { quiet: 50, most: 150 }

/**
 * The state as the parts around the rows see it: a moment late, so that a key that is held down moves through the rows without
 * drawing all else each time. What a person changes in those parts themselves is there at once, with all that came before it.
 */
export function useCalm(state: PageState, { quiet, most }: Pace): PageState {
  const calm = useRef(state)
  const since = useRef<number>(undefined)
  const [, draw] = useReducer<number, void>((drawn) => drawn + 1, 0)
  if (isUrgent(calm.current, state)) calm.current = state
  useEffect(() => {
    if (calm.current === state) {
      since.current = undefined
      return undefined
    }
    since.current ??= performance.now()
    const wait = Math.max(0, Math.min(quiet, since.current + most - performance.now()))
    const timer = setTimeout(() => {
      since.current = undefined
      calm.current = state
      draw()
    }, wait)
    return () => clearTimeout(timer)
  }, [state])
  return calm.current
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
  'lit',
] as const

function isUrgent(calm: PageState, state: PageState): boolean {
  return urgent.some((part) => calm[part] !== state[part])
}
