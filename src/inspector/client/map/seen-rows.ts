import { useEffect, useState } from '../preact.ts'

/** Places of the first and the last bead that are seen. */
export type SeenRows = readonly [first: number, last: number]

/** After this the rows stand where they will: to measure them earlier would have the browser lay them out twice. */
const drawnMilliseconds = 40

/** Follows which rows are seen, by what stands in the grid; undefined as long as there is none. */
export function useSeenRows(changed: unknown): SeenRows | undefined {
  const [seen, setSeen] = useState<SeenRows>()
  useEffect(() => {
    const scroller = document.querySelector('.grid__scroll')
    if (scroller === null) return undefined
    let timer = 0
    const look = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const now = seenRows(scroller)
        setSeen((before) => (before?.join() === now?.join() ? before : now))
      }, drawnMilliseconds)
    }
    look()
    scroller.addEventListener('scroll', look, { passive: true })
    return () => {
      clearTimeout(timer)
      scroller.removeEventListener('scroll', look)
    }
  }, [changed])
  return seen
}

function seenRows(scroller: Element): SeenRows | undefined {
  const { top, bottom } = scroller.getBoundingClientRect()
  const places = [...scroller.querySelectorAll<HTMLElement>('[data-place]')]
    .filter((row) => {
      const box = row.getBoundingClientRect()
      return box.bottom > top && box.top < bottom
    })
    .map((row) => Number(row.dataset.place))
    .sort((a, b) => a - b)
  const [first] = places
  const last = places.at(-1)
  return first === undefined || last === undefined ? undefined : [first, last]
}
