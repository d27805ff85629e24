import type { BeadDetail } from '../../protocol.ts'
import { useLayoutEffect, useRef, useState } from '../preact.ts'
import { colourOf } from '../why/matches.ts'

export interface WireProps {
  readonly detail: BeadDetail
  /** The number of the match that is lit. */
  readonly lit: number
}

/** A line between both sides of the match that is lit. It runs between the lines of text, so that no word is crossed. */
export function Wire({ detail, lit }: WireProps) {
  const frame = useRef<SVGSVGElement>(null)
  const [path, setPath] = useState('')
  useLayoutEffect(() => {
    const request = requestAnimationFrame(() => setPath(frame.current && lit > 0 ? pathOf(frame.current, lit) : ''))
    return () => cancelAnimationFrame(request)
  }, [detail, lit])
  return (
    <svg ref={frame} class="wires" aria-hidden="true">
      {path === '' ? null : <path class={`wire wire--${colourOf(lit)} wire--lit`} d={path} fill="none" />}
    </svg>
  )
}

/** From under a mark along its line to the edge of its side, over to the line of the other mark, and along that one. */
function pathOf(frame: SVGSVGElement, lit: number): string {
  const row = frame.closest('.row')
  const box = frame.getBoundingClientRect()
  const [here, there] = ['source', 'target'].map((side) =>
    row?.querySelector(`.row__side--${side} [data-mark="${lit}"]`)?.getClientRects(),
  )
  const from = here?.[here.length - 1]
  const to = there?.[0]
  if (!from || !to) return ''
  const isTurned = to.left < from.left
  const [out, edge, farEdge, end] = isTurned
    ? [from.left, 0 + box.width, 0, to.right]
    : [from.right, 0, box.width, to.left]
  const y = from.bottom - box.top
  const z = to.bottom - box.top
  const middle = box.width / 2
  return `M${out - box.left} ${y}H${edge}C${middle} ${y} ${middle} ${z} ${farEdge} ${z}H${end - box.left}`
}
