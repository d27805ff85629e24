import type { Bead } from '../../../editing.ts'
import { type RefObject, useLayoutEffect, useReducer, useRef } from '../preact.ts'
import { mayTakeFocus } from '../store/browser.ts'
import { indexIn } from '../store/places.ts'
import type { PageState } from '../store/types.ts'
import { estimateHeight, isWideText, type Setting } from './estimate.ts'
import { createRowWindow, type RowWindow, rowsWith } from './row-window.ts'
import { readSetting, usualSetting } from './setting.ts'

/** Rows to draw now. */
export interface DrawnRows {
  /** Indexes into `shown`, ascending; the current row is always among them. */
  readonly rows: readonly number[]
  readonly topOf: (row: number) => number
  readonly total: number
}

/** What is known between two drawings. */
interface Held {
  readonly window: RowWindow
  setting: Setting
  isWide: readonly [boolean, boolean]
  viewport: number
  state: PageState | undefined
  mustReveal: boolean
  passes: number
  /** The row that the tab key finds. */
  tabStop: HTMLElement | undefined
}

const mostPasses = 6
const usualViewport = 800

/** Keeps the window over the rows: draws what it holds, measures what was drawn, and shows the current row when it changes. */
export function useRowWindow(state: PageState, scroller: RefObject<HTMLElement>): DrawnRows {
  const held = useRef<Held>(undefined)
  held.current ??= {
    window: createRowWindow(),
    setting: usualSetting,
    isWide: [isWideText(state.sheet.source.text), isWideText(state.sheet.target.text)],
    viewport: usualViewport,
    state: undefined,
    mustReveal: false,
    passes: 0,
    tabStop: undefined,
  }
  const hold = held.current
  const [, draw] = useReducer<number, void>((drawn) => drawn + 1, 0)
  takeState(hold, state)
  const current = indexIn(state.shown, state.current)
  // With what is known of the heights, so that mostly one drawing is enough.
  if (hold.mustReveal && state.current >= 0) hold.window.reveal(current, hold.viewport)
  const [from, to] = hold.window.range(hold.viewport)
  useLayoutEffect(() => {
    if (scroller.current) settle(hold, state, scroller.current, [from, to], draw)
  })
  useLayoutEffect(() => (scroller.current ? watch(hold, scroller.current, draw) : undefined), [])
  const heights = hold.window.heights()
  return { rows: rowsWith(from, to, state.current < 0 ? -1 : current), topOf: heights.startOf, total: heights.total() }
}

/** Takes what is shown now; where beads are the same ones, so are the heights. */
function takeState(hold: Held, state: PageState): void {
  const before = hold.state
  if (before === state) return
  hold.state = state
  const isOther = before?.shown !== state.shown && before?.sheet === state.sheet
  hold.mustReveal ||= before?.current !== state.current || isOther
  const { shown } = state
  const { beads } = state.editing.pair
  if (before?.shown === shown && before.editing.pair.beads === beads) return
  const itemAt = (row: number): Bead | undefined => beads[shown[row] ?? -1]
  hold.window.setRows({ count: shown.length, keyAt: (row) => itemAt(row)?.id, itemAt }, estimator(hold, state))
}

function estimator(hold: Held, { shown, editing: { pair } }: PageState): (row: number) => number {
  return (row) => {
    const bead = pair.beads[shown[row] ?? -1]
    return bead ? estimateHeight(bead, pair, hold.setting, hold.isWide) : 0
  }
}

/** Measures what was drawn and draws again until nothing moves; then the scroller and the focus follow. */
function settle(
  hold: Held,
  state: PageState,
  scroller: HTMLElement,
  drawn: readonly [number, number],
  draw: () => void,
): void {
  const { window } = hold
  const hasChanged = window.measure(measureRows(scroller))
  if (hold.mustReveal && state.current >= 0) window.reveal(indexIn(state.shown, state.current), hold.viewport)
  const [from, to] = window.range(hold.viewport)
  if ((hasChanged || from < drawn[0] || to > drawn[1]) && hold.passes < mostPasses) {
    hold.passes++
    draw()
    return
  }
  hold.passes = 0
  if (Math.abs(scroller.scrollTop - window.top()) > 0.5) {
    scroller.scrollTop = window.top()
    if (Math.abs(scroller.scrollTop - window.top()) > 1) window.scrollTo(scroller.scrollTop)
  }
  // A row whose bead became another one was drawn anew, without what was set on it.
  if (hold.mustReveal || hold.tabStop?.isConnected !== true) focusCurrent(hold, scroller)
  hold.mustReveal = false
}

function measureRows(scroller: HTMLElement): readonly (readonly [number, number])[] {
  return Array.from(scroller.querySelectorAll<HTMLElement>('[data-row]'), (row) => [
    Number(row.dataset.row),
    row.offsetHeight,
  ])
}

/** The focus goes along, and the tab key finds the current row alone. */
function focusCurrent(hold: Held, scroller: HTMLElement): void {
  const row = scroller.querySelector<HTMLElement>('.row--current')
  if (!row) return
  row.tabIndex = 0
  if (mayTakeFocus(scroller)) row.focus({ preventScroll: true })
  if (hold.tabStop !== undefined && hold.tabStop !== row) hold.tabStop.removeAttribute('tabindex')
  hold.tabStop = row
}

/** Follows scrolling and the size of the scroller. */
function watch(hold: Held, scroller: HTMLElement, draw: () => void): () => void {
  const scrolled = (): void => {
    if (Math.abs(scroller.scrollTop - hold.window.top()) < 1) return
    hold.window.scrollTo(scroller.scrollTop)
    hold.mustReveal = false
    draw()
  }
  const sizes = new ResizeObserver(() => {
    hold.viewport = scroller.clientHeight
    const setting = readSetting(scroller)
    if (setting.width !== hold.setting.width || setting.lineHeight !== hold.setting.lineHeight) {
      hold.setting = setting
      if (hold.state) hold.window.estimateAnew(estimator(hold, hold.state))
    }
    draw()
  })
  scroller.addEventListener('scroll', scrolled, { passive: true })
  sizes.observe(scroller)
  return () => {
    scroller.removeEventListener('scroll', scrolled)
    sizes.disconnect()
  }
}
