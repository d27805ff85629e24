import { classOf, isSimple, joiner, mark, wideLetter, wordLetter } from './characters.ts'
import { foldText, foldWithPlaces } from './fold.ts'

/** Folded, lower-case tokens of a text in order: words, and single characters of scripts without spaces. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = []
  visitTokens(text, (_start, _end, norm) => tokens.push(norm))
  return tokens
}

/** Visits the tokens of a text in order; offsets are UTF-16 in the text as it stands, `norm` is folded and in lower case. */
export function visitTokens(text: string, visit: (start: number, end: number, norm: string) => void): void {
  if (isSimpleText(text)) {
    scanTokens(text, (start, end, change) => visit(start, end, normOf(text, start, end, change)))
    return
  }
  const { folded, starts, ends } = foldWithPlaces(text)
  scanTokens(folded, (start, end, change) =>
    visit(starts[start] ?? 0, ends[end - 1] ?? text.length, normOf(folded, start, end, change)),
  )
}

/** What has to be done to a slice to get its norm: nothing, lower its case, fold it too. */
export const asItIs = 0
export const toLower = 1
export const toFold = 2

/** Norm of a token found by `scanTokens`. */
export function normOf(text: string, start: number, end: number, change: number): string {
  const slice = text.slice(start, end)
  if (change === asItIs) return slice
  return (change >= toFold ? foldText(slice) : slice).toLowerCase()
}

// Kernel: one pass by character codes over each text of an import; nothing is allocated.
function isSimpleText(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x7f && !(code >= 0x4e00 && code <= 0x9fff) && !isSimple(code)) return false
  }
  return true
}

/**
 * Finds the tokens of a folded text, or of one whose characters all fold to exactly one. `change` says what `normOf` has to do;
 * in a folded text it is never `toFold`.
 */
export function scanTokens(text: string, visit: (start: number, end: number, change: number) => void): void {
  let at = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x4e00 && unit <= 0x9fff && !isMarkAt(text, at + 1)) {
      visit(at, at + 1, asItIs)
      at++
      continue
    }
    if (unit <= 0x2f) {
      at++
      continue
    }
    const code = unit < 0xd800 || unit > 0xdbff ? unit : codeAt(text, at)
    const kind = classOf(code)
    const next = at + (code > 0xffff ? 2 : 1)
    if (kind === wideLetter) {
      const end = isMarkAt(text, next) ? endOfMarks(text, next) : next
      visit(at, end, asItIs)
      at = end
    } else if (kind === wordLetter) {
      at = scanWord(text, at, visit)
    } else {
      at = next
    }
  }
}

function scanWord(text: string, start: number, visit: (start: number, end: number, change: number) => void): number {
  let change = asItIs
  let at = start
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)) {
      at++
      continue
    }
    const code = unit < 0xd800 || unit > 0xdbff ? unit : codeAt(text, at)
    const kind = classOf(code)
    if (kind === wordLetter || kind === mark) {
      change |= code >= 0xff01 && code <= 0xff5e ? toFold : toLower
      at += code > 0xffff ? 2 : 1
    } else if (kind === joiner && isWordAt(text, at + 1)) {
      if (code !== 0x27 && code !== 0x2d) change |= toFold
      at++
    } else {
      break
    }
  }
  visit(start, at, change)
  return at
}

const codeAt = (text: string, at: number): number => text.codePointAt(at) ?? 0

const isWordAt = (text: string, at: number): boolean => at < text.length && classOf(codeAt(text, at)) === wordLetter

/** Nothing below 0x300 is a mark, nor is what follows most characters: other characters of the same kind. */
function isMarkAt(text: string, at: number): boolean {
  if (at >= text.length) return false
  const unit = text.charCodeAt(at)
  if (unit < 0x300 || (unit >= 0x4e00 && unit <= 0x9fff) || unit >= 0xff01) return false
  return classOf(codeAt(text, at)) === mark
}

function endOfMarks(text: string, start: number): number {
  let at = start
  while (isMarkAt(text, at)) at += codeAt(text, at) > 0xffff ? 2 : 1
  return at
}
