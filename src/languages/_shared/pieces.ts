/** UTF-16 units given to a pattern at a time: on a word of some megabytes it would exhaust the stack. */
const patternSize = 20_000

/** Pieces of a text that patterns bear, cut behind a space where there is one, with the offset where each starts. */
export function* piecesOf(text: string): Generator<readonly [start: number, piece: string]> {
  for (let start = 0; start < text.length; ) {
    const limit = start + patternSize
    const space = limit < text.length ? text.lastIndexOf(' ', limit) : -1
    const end = Math.min(text.length, space > start ? space + 1 : limit)
    yield [start, text.slice(start, end)]
    start = end
  }
}
