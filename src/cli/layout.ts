import { widthOf } from '../text-width.ts'

export { widthOf }

/** Fills up with spaces to a number of columns. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)))
}

/** Lines of at most `columns` columns: broken at spaces, and between wide characters where there are none. */
export function wrap(text: string, columns: number): readonly string[] {
  return wrapPieces([{ text }], columns).map((line) => line.map((piece) => piece.text).join(''))
}

/** Text with whatever the caller hangs on it, such as a colour. */
export interface Piece {
  readonly text: string
}

/** As `wrap`, for a text in pieces that keep what hangs on them. White space at a break is dropped. */
export function wrapPieces<P extends Piece>(pieces: readonly P[], columns: number): readonly (readonly P[])[] {
  const lines: P[][] = []
  let line: P[] = []
  let width = 0
  for (const word of wordsOf(pieces)) {
    const wordWidth = word.reduce((sum, piece) => sum + widthOf(piece.text), 0)
    const bare = word.reduce((sum, piece) => sum + widthOf(piece.text.trimEnd()), 0)
    if (width > 0 && width + bare > columns) {
      lines.push(line)
      line = []
      width = 0
    }
    line.push(...word)
    width += wordWidth
  }
  if (line.length > 0) lines.push(line)
  return (lines.length === 0 ? [[]] : lines).map(trimLine)
}

/** Shortest stretches that must stay on one line, with the spaces after them; one may run over several pieces. */
function wordsOf<P extends Piece>(pieces: readonly P[]): readonly (readonly P[])[] {
  const words: P[][] = []
  let isOpen = false
  for (const piece of pieces) {
    for (const part of piece.text.match(wordPattern) ?? []) {
      const last = words.at(-1)
      if (isOpen && last !== undefined && !startsWide(part)) last.push({ ...piece, text: part })
      else words.push([{ ...piece, text: part }])
      isOpen = !/\s$/u.test(part) && !endsWide(part)
    }
  }
  return words
}

/** A wide character with the closing marks that must not begin a line, or a run of others; then white space. */
const wordPattern =
  /(?:[\u2e80-\u9fff\uff01-\uff60][\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\uff01\uff09\uff0c\uff1a\uff1b\uff1f\u201d\u2019]*|[^\s\u2e80-\u9fff\uff01-\uff60]+)\s*|\s+/gu
const startsWide = (text: string): boolean => /^[\u2e80-\u9fff\uff01-\uff60]/u.test(text)
const endsWide = (text: string): boolean => /[\u2e80-\u9fff\uff01-\uff60\u201d\u2019]$/u.test(text) && startsWide(text)

function trimLine<P extends Piece>(line: readonly P[]): readonly P[] {
  const last = line.at(-1)
  return last === undefined ? line : [...line.slice(0, -1), { ...last, text: last.text.trimEnd() }]
}
