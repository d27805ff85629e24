import type { Place } from '../../core/types.ts'

/** What a parser says of its position: within a text that it is given, or before the next one. */
interface Parser {
  readonly line: number
  readonly columnIndex: number
}

/** Where a parser stands in a text of which it does not see all, and where start tags start: it tells only of their ends. */
export interface Position {
  /** Where the next character goes. */
  place(): Place
  /** Where the tag or the like starts that has not come to its end; where the next character goes when there is none. */
  openPlace(): Place
  /** The parser was not shown what lies before this place, which is behind a tag. */
  skipTo(place: Place): void
  /** A text has ended, and with it the `<` of the next tag has been read. */
  markText(): void
  /** A tag has ended. */
  markTag(): void
  /** The name of a start tag has been read, and the character after it. */
  markName(name: string): void
  /** Where the start tag starts whose name was read last. */
  tagStart(): Place
}

/** The position of a parser that stands at its start. */
export function createPosition(parser: Parser): Position {
  /** Lines that it was not shown; and on one of its lines, columns. */
  let [lines, columns, shiftedLine] = [0, 0, 0]
  let [line, column] = [1, 1]
  /** Where what stands before the tag ended. */
  let [endLine, endColumn] = [1, 1]
  let isOpen = false
  const lineNow = (): number => parser.line + lines
  const columnNow = (): number => parser.columnIndex + (parser.line === shiftedLine ? columns : 0)
  const place = (): Place => ({ line: lineNow(), column: columnNow() + 1 })
  return {
    place,
    openPlace: () => (isOpen ? { line: endLine, column: endColumn } : place()),
    skipTo: (place) => {
      lines = place.line - parser.line
      columns = place.column - 1 - parser.columnIndex
      shiftedLine = parser.line
      endLine = place.line
      endColumn = place.column
    },
    markText: () => {
      isOpen = true
      endLine = lineNow()
      endColumn = columnNow()
    },
    markTag: () => {
      isOpen = false
      endLine = lineNow()
      endColumn = columnNow() + 1
    },
    markName: (name) => {
      isOpen = true
      line = lineNow()
      column = columnNow() - name.length - 1
      if (column > 0) return
      // A line end followed the name, so that the tag started on a line before it.
      const isKnown = endLine < line
      line = isKnown ? endLine : line
      column = isKnown ? endColumn : 1
    },
    tagStart: () => ({ line, column }),
  }
}
