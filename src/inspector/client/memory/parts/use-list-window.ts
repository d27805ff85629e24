import type { RefObject } from '../../preact.ts'
import { useLayoutEffect, useReducer, useRef } from '../../preact.ts'
import { createRowWindow, type RowWindow, rowsWith } from '../../rows/row-window.ts'
import { mayTakeFocus } from '../../store/browser.ts'

/** Which rows are listed. */
export interface ListRows {
  readonly count: number
  /** Another one when they are other rows. */
  readonly version: string
  readonly current: number
  /** Grows whenever the current row must come into view. */
  readonly revealed: number
}

/** Rows to draw now, and where. */
export interface DrawnList {
  readonly rows: readonly number[]
  /** Pixels from the head of the scrolled area. */
  readonly topOf: (row: number) => number
  /** Height of the scrolled area in pixels. */
  readonly height: number
}

interface Held {
  readonly window: RowWindow
  count: number
  version: string
  revealed: number
  viewport: number
  /** Where the scroller stands, as it was last set or heard. */
  physical: number
  mustReveal: boolean
  passes: number
}

const usualHeight = 58
const usualViewport = 800
const mostPasses = 6
/** Browsers draw nothing that stands lower: a longer list is scrolled through in larger steps. */
const mostPixels = 12_000_000
const linePixels = 40

/** Keeps a window over rows of unknown height, however many there are. */
export function useListWindow(list: ListRows, scroller: RefObject<HTMLElement>): DrawnList {
  const held = useRef<Held>(undefined)
  held.current ??= {
    window: createRowWindow(),
    count: 0,
    version: '',
    revealed: list.revealed,
    viewport: usualViewport,
    physical: 0,
    mustReveal: false,
    passes: 0,
  }
  const hold = held.current
  const [, draw] = useReducer<number, void>((drawn) => drawn + 1, 0)
  takeRows(hold, list)
  const [from, to] = hold.window.range(hold.viewport)
  useLayoutEffect(() => {
    if (scroller.current) settle(hold, list, scroller.current, [from, to], draw)
  })
  useLayoutEffect(() => (scroller.current ? watch(hold, scroller.current, draw) : undefined), [])
  const base = hold.window.top() / ratioOf(hold) - hold.window.top()
  const heights = hold.window.heights()
  return {
    rows: rowsWith(from, to, list.current < list.count ? list.current : -1),
    topOf: (row) => base + heights.startOf(row),
    height: Math.min(mostPixels, heights.total()),
  }
}

/** Pixels of rows for one pixel of the scroller. */
function ratioOf({ window, viewport }: Held): number {
  const total = window.heights().total()
  return total <= mostPixels ? 1 : (total - viewport) / (mostPixels - viewport)
}

function takeRows(hold: Held, { count, version, revealed }: ListRows): void {
  if (hold.revealed !== revealed) hold.mustReveal = true
  hold.revealed = revealed
  if (count === hold.count && version === hold.version) return
  const isOther = version !== hold.version
  hold.window.setRows({ count, keyAt: () => version }, () => usualHeight)
  if (isOther) hold.window.scrollTo(0)
  hold.count = count
  hold.version = version
}

function settle(
  hold: Held,
  { current }: ListRows,
  scroller: HTMLElement,
  drawn: readonly [number, number],
  draw: () => void,
): void {
  const { window } = hold
  const measured = Array.from(scroller.querySelectorAll<HTMLElement>('[data-row]:not([data-absent])'), (row) => {
    return [Number(row.dataset.row), row.offsetHeight] as const
  })
  const hasChanged = window.measure(measured)
  if (hold.mustReveal && current >= 0) window.reveal(current, hold.viewport)
  const [from, to] = window.range(hold.viewport)
  if ((hasChanged || from < drawn[0] || to > drawn[1]) && hold.passes < mostPasses) {
    hold.passes++
    draw()
    return
  }
  hold.passes = 0
  const wanted = window.top() / ratioOf(hold)
  if (Math.abs(scroller.scrollTop - wanted) > 0.5) scroller.scrollTop = wanted
  hold.physical = scroller.scrollTop
  if (hold.mustReveal) focusCurrent(scroller)
  hold.mustReveal = false
}

function focusCurrent(scroller: HTMLElement): void {
  if (mayTakeFocus(scroller)) scroller.querySelector<HTMLElement>('.row--current')?.focus({ preventScroll: true })
}

function watch(hold: Held, scroller: HTMLElement, draw: () => void): () => void {
  const scrolled = (): void => {
    if (Math.abs(scroller.scrollTop - hold.physical) < 1) return
    hold.physical = scroller.scrollTop
    hold.window.scrollTo(scroller.scrollTop * ratioOf(hold))
    hold.mustReveal = false
    draw()
  }
  /** Where a pixel of the scroller is several of the rows, the wheel moves the rows. */
  const wheeled = (event: WheelEvent): void => {
    if (ratioOf(hold) === 1 || event.ctrlKey) return
    event.preventDefault()
    const pixels = event.deltaY * (event.deltaMode === 0 ? 1 : event.deltaMode === 1 ? linePixels : hold.viewport)
    const most = hold.window.heights().total() - hold.viewport
    hold.window.scrollTo(Math.max(0, Math.min(most, hold.window.top() + pixels)))
    hold.mustReveal = false
    draw()
  }
  const sizes = new ResizeObserver(() => {
    hold.viewport = scroller.clientHeight
    draw()
  })
  scroller.addEventListener('scroll', scrolled, { passive: true })
  scroller.addEventListener('wheel', wheeled, { passive: false })
  sizes.observe(scroller)
  return () => {
    scroller.removeEventListener('scroll', scrolled)
    scroller.removeEventListener('wheel', wheeled)
    sizes.disconnect()
  }
}
