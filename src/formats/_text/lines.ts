/** Cuts text that comes in pieces into lines. */
export interface LineSplitter {
  /** The lines that are whole now, without their ends; with `isLast` what is left is a line too, unless it is empty. */
  add(text: string, isLast: boolean): readonly string[]
}

/** A new splitter; LF, CRLF and CR all end a line. A line without end is given out in pieces of `longest` UTF-16 units. */
export function createLineSplitter(longest = 1 << 22): LineSplitter {
  let rest = ''
  return {
    add(piece, isLast) {
      const text = rest === '' ? piece : rest + piece
      const whole = isLast ? text.length : wholeLength(text)
      const lines = text.slice(0, whole).split(/\r\n|\n|\r/u)
      const open = lines.pop() ?? ''
      rest = open + text.slice(whole)
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
