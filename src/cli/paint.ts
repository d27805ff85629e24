import colours from 'picocolors'

/** Functions that colour a text, or leave it as it is. */
export interface Paint {
  strong(text: string): string
  faint(text: string): string
  good(text: string): string
  doubtful(text: string): string
  bad(text: string): string
  /** One of a small set of colours that are easy to tell apart; the same number is the same colour. */
  mark(index: number, text: string): string
  /** As `mark`, less loud. */
  faintMark(index: number, text: string): string
}

/** Paints with the colours of the terminal when `hasColour` is true. */
export function createPaint(hasColour: boolean): Paint {
  const make = colours.createColors(hasColour)
  const marks = [make.cyan, make.magenta, make.yellow, make.green, make.blue, make.red]
  const colourOf = (index: number): ((text: string) => string) => marks[index % marks.length] ?? make.cyan
  return {
    strong: make.bold,
    faint: make.dim,
    good: make.green,
    doubtful: make.yellow,
    bad: make.red,
    mark: (index, text) => make.bold(colourOf(index)(text)),
    faintMark: (index, text) => colourOf(index)(text),
  }
}
