import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { BeadDetail } from '../../protocol.ts'
import { colourOf, matchesOf } from '../why/matches.ts'

const mostWires = 8

export interface WiresProps {
  readonly detail: BeadDetail
  readonly lit: number
}

interface Wire {
  readonly number: number
  readonly path: string
}

/** Lines between the names of both sides; in the middle column, so that no text is crossed. */
export function Wires({ detail, lit }: WiresProps) {
  const frame = useRef<SVGSVGElement>(null)
  const [wires, setWires] = useState<readonly Wire[]>([])
  useLayoutEffect(() => {
    const request = requestAnimationFrame(() => setWires(frame.current ? drawWires(frame.current, detail, lit) : []))
    return () => cancelAnimationFrame(request)
  }, [detail, lit])
  return (
    <svg ref={frame} class="wires" aria-hidden="true">
      {wires.map(({ number, path }) => (
        <path
          key={number}
          class={`wire wire--${colourOf(number)}${number === lit ? ' wire--lit' : ''}`}
          d={path}
          fill="none"
        />
      ))}
    </svg>
  )
}

/** Names, and the word that is lit: curves between the lines of text on which they stand first. */
function drawWires(frame: SVGSVGElement, detail: BeadDetail, lit: number): readonly Wire[] {
  const row = frame.closest('.row')
  if (!row) return []
  const box = frame.getBoundingClientRect()
  const shown = matchesOf(detail).filter(
    ({ kind, number }) => (kind === 'name' && number <= mostWires) || number === lit,
  )
  return shown.flatMap(({ number }) => {
    const [left, right] = ['source', 'target'].map((side) =>
      row.querySelector(`.row__side--${side} [data-mark="${number}"]`)?.getClientRects(),
    )
    const from = left?.[0]
    const to = right?.[0]
    if (!from || !to) return []
    const isTurned = to.left < from.left
    const [start, end] = isTurned ? [box.width, 0] : [0, box.width]
    const y = from.top + from.height / 2 - box.top
    const z = to.top + to.height / 2 - box.top
    return { number, path: `M${start} ${y}C${box.width / 2} ${y} ${box.width / 2} ${z} ${end} ${z}` }
  })
}
