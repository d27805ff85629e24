/** Columns that a text takes in a terminal: East Asian wide characters take two, combining marks none. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += columnsOf(character.codePointAt(0) ?? 0)
  return width
}

function columnsOf(code: number): number {
  if (code < 0x300) return 1
  if (code <= 0x36f || (code >= 0x200b && code <= 0x200f) || (code >= 0xfe00 && code <= 0xfe0f)) return 0
  return isWide(code) ? 2 : 1
}

/** Blocks that East Asian Width (Unicode, annex 11) calls wide or full-width, without the rarer gaps in them. */
const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff01 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  (code >= 0x1f300 && code <= 0x1faff) ||
  (code >= 0x20000 && code <= 0x3fffd)

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
