/** Cuts text that comes in pieces into lines. */
export interface LineSplitter {
  /** The lines that are whole now, without their ends; with `isLast` what is left is a line too, unless it is empty. */
  add(text: string, isLast: boolean): readonly string[]
}

/** A new splitter; LF, CRLF and CR all end a line. A line without end is given out in pieces of `longest` UTF-16 units. */
export function createLineSplitter(longest = 1 << 22): LineSplitter {
  /** The start of a line that goes on. Only what comes is searched for ends, however long the line is already. */
  let rest = ''
  /** A CR that may be half of a line end. */
  let waiting = ''
  return {
    add(piece, isLast) {
      const text = waiting + piece
      const whole = isLast ? text.length : wholeLength(text)
      waiting = text.slice(whole)
      const lines = text.slice(0, whole).split(/\r\n|\n|\r/u)
      lines[0] = rest + (lines[0] ?? '')
      rest = lines.pop() ?? ''
      if (isLast || rest.length > longest) {
        if (rest !== '') lines.push(rest)
        rest = ''
      }
      return lines
    },
  }
}

/** A CR at the end may be half of a CRLF. */
const wholeLength = (text: string): number => (text.endsWith('\r') ? text.length - 1 : text.length)
