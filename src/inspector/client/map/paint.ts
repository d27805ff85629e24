import { type MarkKind, type Marks, markKinds } from './plot.ts'

/** What of a canvas is drawn on. */
export interface Painter {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  clearRect(x: number, y: number, width: number, height: number): void
  fillRect(x: number, y: number, width: number, height: number): void
  strokeRect(x: number, y: number, width: number, height: number): void
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  stroke(): void
}

/** From this size in pixels on, a mark shows its kind by shape too. */
const shapedFrom = 5

/**
 * Draws the marks, those that matter more over the others. Large ones differ by shape: a translation is filled, a part has a
 * filled half, what is only related is an outline, what was rejected is crossed out; beads of one side are thin lines.
 */
export function paintMarks(painter: Painter, marks: Marks, colours: Readonly<Record<MarkKind, string>>): void {
  for (let kind = 0; kind < markKinds.length; kind++) {
    const name = markKinds[kind]
    if (name === undefined) continue
    painter.fillStyle = colours[name]
    painter.strokeStyle = colours[name]
    painter.lineWidth = 1.5
    for (let i = 0; i < marks.count; i++) if (marks.kind[i] === kind) paintMark(painter, marks, i, name)
  }
}

function paintMark(painter: Painter, marks: Marks, i: number, kind: MarkKind): void {
  const x = marks.x[i] ?? 0
  const y = marks.y[i] ?? 0
  const width = marks.width[i] ?? 0
  const height = marks.height[i] ?? 0
  const isShaped = width >= shapedFrom && height >= shapedFrom
  if (!isShaped || kind === 'translation' || kind === 'reviewed' || kind === 'unaligned') {
    painter.fillRect(x, y, width, height)
    return
  }
  painter.strokeRect(x + 0.75, y + 0.75, width - 1.5, height - 1.5)
  if (kind === 'partial') painter.fillRect(x, y, width / 2, height)
  if (kind === 'rejected') paintCross(painter, x, y, width, height)
}

function paintCross(painter: Painter, x: number, y: number, width: number, height: number): void {
  painter.beginPath()
  painter.moveTo(x, y)
  painter.lineTo(x + width, y + height)
  painter.moveTo(x + width, y)
  painter.lineTo(x, y + height)
  painter.stroke()
}
