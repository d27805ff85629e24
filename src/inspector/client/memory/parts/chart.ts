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

/** Width of a column with the room beside it, in pixels of the picture. */
export const step = 40
const height = 120
const leastHeight = 2
/** A chart of few columns leaves room beside them. */
const fewest = 8

/** Columns side by side, the highest as high as the picture; every one that stands for units can be seen. */
export function chartOf(figures: readonly PageFigure[]): Chart {
  const most = Math.max(1, ...figures.map(({ units }) => units))
  const columns = figures.map((figure, i): Column => {
    const high = figure.units === 0 ? 0 : Math.max(leastHeight, (figure.units / most) * height)
    return { ...figure, x: i * step, y: height - high, width: step * 0.8 }
  })
  return { columns, width: Math.max(fewest, figures.length) * step, height }
}

const mostMonths = 240
const tenths = Array.from({ length: 10 }, (_, i) => String(i * 10))

/** Every tenth, also those without units. */
export const everyTenth = (figures: readonly PageFigure[]): readonly PageFigure[] => completed(figures, tenths)

/** Every month from the first to the last one, unless that is too many. */
export function everyMonth(figures: readonly PageFigure[]): readonly PageFigure[] {
  const [from, to] = [monthNumber(figures[0]?.name ?? ''), monthNumber(figures.at(-1)?.name ?? '')]
  if (!(to - from < mostMonths)) return figures
  return completed(
    figures,
    Array.from({ length: to - from + 1 }, (_, i) => monthName(from + i)),
  )
}

function completed(figures: readonly PageFigure[], names: readonly string[]): readonly PageFigure[] {
  const known = new Map(figures.map((figure) => [figure.name, figure.units]))
  return names.map((name) => ({ name, units: known.get(name) ?? 0 }))
}

const monthNumber = (name: string): number => {
  const [year, month] = name.split('-').map(Number)
  return (year ?? Number.NaN) * 12 + (month ?? Number.NaN) - 1
}

const monthName = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
