import { draftDrop } from '../commands/dropping.ts'
import { type RefObject, useLayoutEffect, useState } from '../preact.ts'
import type { Store } from '../store/types.ts'
import { placeUnder, segmentUnder } from './pointing.ts'

/** A segment that is being dragged, and the place of the row over which it is. */
export interface Dragged {
  readonly side: 'source' | 'target'
  readonly segment: number
  readonly over: number
}

const edge = 48
const scrollStep = 14

/** Drags a segment by its number onto another row; by mouse, pen and finger. Escape gives it up. */
export function useDrag(scroller: RefObject<HTMLElement>, store: Store): Dragged | undefined {
  const [dragged, setDragged] = useState<Dragged>()
  useLayoutEffect(() => {
    const element = scroller.current
    return element && store.state().sheet.isEditable ? listen(element, store, setDragged) : undefined
  }, [])
  return dragged
}

function listen(element: HTMLElement, store: Store, show: (dragged: Dragged | undefined) => void): () => void {
  let dragged: Dragged | undefined
  const set = (next: Dragged | undefined): void => {
    if (next?.over === dragged?.over && next?.segment === dragged?.segment) return
    dragged = next
    show(next)
  }
  const down = (event: PointerEvent): void => {
    const grip = event.target instanceof Element ? event.target.closest('[data-grip]') : null
    const at = grip ? segmentUnder(grip) : undefined
    if (!at || event.button !== 0 || store.state().linking) return
    event.preventDefault()
    element.setPointerCapture(event.pointerId)
    set({ ...at, over: placeUnder(grip) })
  }
  const move = (event: PointerEvent): void => {
    if (!dragged) return
    scrollAtEdge(element, event.clientY)
    const over = placeUnder(document.elementFromPoint(event.clientX, event.clientY))
    set({ ...dragged, over })
  }
  const drop = (): void => {
    if (!dragged) return
    const draft = draftDrop(store.state(), dragged)
    set(undefined)
    if (draft) store.edit(draft)
  }
  const giveUp = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.key === 'Escape') set(undefined)
  }
  element.addEventListener('pointerdown', down)
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerup', drop)
  element.addEventListener('pointercancel', giveUp)
  document.addEventListener('keydown', giveUp)
  return () => {
    element.removeEventListener('pointerdown', down)
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerup', drop)
    element.removeEventListener('pointercancel', giveUp)
    document.removeEventListener('keydown', giveUp)
  }
}

function scrollAtEdge(element: HTMLElement, y: number): void {
  const { top, bottom } = element.getBoundingClientRect()
  if (y < top + edge) element.scrollBy(0, -scrollStep)
  else if (y > bottom - edge) element.scrollBy(0, scrollStep)
}
