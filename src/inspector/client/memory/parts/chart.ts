import type { PageFigure } from '../../../memory-protocol.ts'

/** A column of a chart; pixels of its own picture. */
export interface Column extends PageFigure {
  readonly x: number
  readonly y: number
  readonly width: number
}

export interface Chart {
  readonly columns: readonly Column[]
  readonly width: number
  readonly height: number
}

const width = 600
const height = 120
const widest = 48
const leastHeight = 2

/** Columns side by side, the highest as high as the picture; every one can be seen. */
export function chartOf(figures: readonly PageFigure[]): Chart {
  const most = Math.max(1, ...figures.map(({ units }) => units))
  const step = Math.min(widest, width / Math.max(1, figures.length))
  const columns = figures.map((figure, i): Column => {
    const high = Math.max(leastHeight, (figure.units / most) * height)
    return { ...figure, x: i * step, y: height - high, width: Math.max(1, step * 0.8) }
  })
  return { columns, width, height }
}
