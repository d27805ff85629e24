import type { Context } from '../../core/contracts.ts'
import { codeName } from '../_text/characters.ts'

/**
 * Mends XML source piece by piece before it is parsed: takes out what XML forbids, also as character references, and writes
 * stray ampersands as references, which the parser would take for the start of a name that ends pages later.
 */
export interface InputFilter {
  /** The text to parse; `line` is the number of the line that it starts on. */
  mend(text: string, line: number, isLast: boolean): string
  /** Reports READ_CHARACTERS_DROPPED and READ_REPAIRED, each once, when there was anything to do. */
  report(document: string, context: Context): void
}

/**
 * Characters that XML 1.0 forbids (production 2), numeric references, and ampersands that start no reference. Halves of
 * surrogate pairs cannot come out of a decoder, so that the slower `u` flag is not needed.
 */
const suspicious =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&(?:#(?:[xX][\da-fA-F]{1,8}|\d{1,8});|(?![A-Za-z_:][\w.:-]{0,40};))/g
/** What may be cut in two by the end of a piece: a reference, or the start or end of a section. */
const longestCut = 45

interface Tally {
  count: number
  first: { readonly what: string; readonly line: number } | undefined
}

/** A new filter with its counts at zero. */
export function createInputFilter(): InputFilter {
  const dropped: Tally = { count: 0, first: undefined }
  const mended: Tally = { count: 0, first: undefined }
  let waiting = ''
  let section: string | undefined
  return {
    mend: (text, line, isLast) => {
      const source = waiting + text
      const end = isLast ? source.length : safeEnd(source)
      waiting = source.slice(end)
      const piece = source.slice(0, end)
      const cursor = createCursor(piece, section)
      const mendedText = piece.replace(suspicious, (match, offset: number) => {
        const isReference = match.startsWith('&')
        if (isReference && cursor.sectionAt(offset) !== undefined) return match
        if (match === '&') return note(mended, 'an ampersand', piece, offset, line, '&amp;')
        const code = codeOf(match)
        return isAllowed(code) ? match : note(dropped, nameOf(code), piece, offset, line, '')
      })
      section = cursor.sectionAt(piece.length)
      return mendedText
    },
    report: (document, context) => {
      reportTally(dropped, 'READ_CHARACTERS_DROPPED', 'characters that XML forbids were left out', document, context)
      reportTally(mended, 'READ_REPAIRED', 'stray ampersands were read as text', document, context)
    },
  }
}

function note(tally: Tally, what: string, text: string, offset: number, line: number, result: string): string {
  tally.count++
  tally.first ??= { what, line: line + countLines(text, offset) }
  return result
}

function reportTally(tally: Tally, code: string, what: string, document: string, context: Context): void {
  const { count, first } = tally
  if (first === undefined) return
  const message = `${document}: ${count} ${what}; first ${first.what} on line ${first.line}`
  context.report({ code, level: 'warning', message, document, place: { line: first.line, column: 1 } })
}

/** Where the piece can be cut so that no reference and no mark of a section is split. */
function safeEnd(source: string): number {
  const from = Math.max(0, source.length - longestCut)
  const tail = source.slice(from)
  const cuts = ['&', '<!', ']'].map((mark) => tail.indexOf(mark)).filter((i) => i >= 0)
  if (tail.endsWith('<')) cuts.push(tail.length - 1)
  return cuts.length === 0 ? source.length : from + Math.min(...cuts)
}

const sections: ReadonlyMap<string, string> = new Map([
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
])

/** Walks forward through a piece and knows the section, CDATA or comment, that an offset is in: references mean nothing there. */
function createCursor(text: string, before: string | undefined) {
  let section = before
  let at = 0
  const step = (offset: number): boolean => {
    const marks = section === undefined ? [...sections.keys()] : [sections.get(section) ?? '']
    const found = marks.map((mark) => ({ mark, i: text.indexOf(mark, at) })).filter(({ i }) => i >= 0 && i < offset)
    const next = found.sort((a, b) => a.i - b.i)[0]
    if (next === undefined) return false
    at = next.i + next.mark.length
    section = section === undefined ? next.mark : undefined
    return true
  }
  const hasNone = section === undefined && !text.includes('<!')
  return {
    sectionAt: (offset: number): string | undefined => {
      if (hasNone) return undefined
      while (step(offset));
      return section
    },
  }
}

function codeOf(match: string): number {
  if (!match.startsWith('&')) return match.codePointAt(0) ?? 0
  return /^&#[xX]/u.test(match) ? Number.parseInt(match.slice(3, -1), 16) : Number.parseInt(match.slice(2, -1), 10)
}

const nameOf = (code: number): string => codeName(String.fromCodePoint(Math.min(code, 0x10ffff)))

function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
}

function countLines(text: string, end: number): number {
  let lines = 0
  for (let i = 0; i < end; i++) if (text.charCodeAt(i) === 10) lines++
  return lines
}
