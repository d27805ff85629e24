import type { Context } from '../../core/contracts.ts'
import type { Place } from '../../core/types.ts'
import { codeName } from '../_text/characters.ts'

/**
 * Mends XML source piece by piece before it is parsed: takes out what XML forbids, also as character references, and writes
 * stray ampersands as references, which the parser would take for the start of a name that ends pages later. What it mends is
 * told to the context, one place at a time.
 */
export interface InputFilter {
  /** The text to parse. */
  mend(text: string, border: Border, isLast: boolean): string
  /** The place in the file of a place in the mended text. */
  original(place: Place): Place
  /** How many line ends wait for the next piece. */
  linesWaiting(): number
  /** Reports READ_CHARACTERS_DROPPED and READ_REPAIRED, each once, when there was anything to do. */
  report(): void
}

/** Places in what was parsed before. */
export interface Border {
  /** Where the text goes on. */
  readonly end: Place
  /** Nothing before this will be asked for: where what is not yet parsed to its end starts. */
  readonly open: Place
}

/**
 * Characters that XML 1.0 forbids (production 2), numeric references, and ampersands that start no reference. Halves of
 * surrogate pairs cannot come out of a decoder, so that the slower `u` flag is not needed.
 */
const suspicious =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]+|&(?:#(?:[xX][\da-fA-F]{1,8}|\d{1,8});|(?![A-Za-z_:][\w.:-]{0,40};))/g
/** What may be cut in two by the end of a piece: a reference, or the start of a section. */
const longestCut = 45

/** A new filter with its counts at zero. */
export function createInputFilter(document: string, context: Context): InputFilter {
  const dropped = createCount('READ_CHARACTERS_DROPPED', 'characters that XML forbids were left out', document, context)
  const mended = createCount('READ_REPAIRED', 'stray ampersands were read as text', document, context)
  const shifts = createShifts()
  let waiting = ''
  let section: string | undefined
  return {
    mend: (text, border, isLast) => {
      const source = waiting + text
      const end = isLast ? source.length : safeEnd(source)
      waiting = source.slice(end)
      const piece = source.slice(0, end)
      const sections = createCursor(piece, section)
      shifts.forget(border)
      const place = createPlaceFinder(piece, shifts.original(border.end))
      const mendedText = piece.replace(suspicious, (match, offset: number) => {
        const isReference = match.startsWith('&')
        if (isReference && sections.sectionAt(offset) !== undefined) return match
        const isStray = match === '&'
        const code = codeOf(match)
        if (!isStray && isXmlCharacter(code)) return match
        const at = place(offset)
        const result = isStray ? '&amp;' : ''
        if (isStray) mended.add(at, 1, 'an ampersand', 'an ampersand that starts no reference was read as text')
        else dropped.add(at, isReference ? 1 : match.length, nameOf(code), reasonOf(match, code))
        shifts.add(at, match.length, result.length)
        return result
      })
      section = sections.sectionAt(piece.length)
      return mendedText
    },
    original: shifts.original,
    linesWaiting: () => waiting.split('\n').length - 1,
    report: () => {
      dropped.report()
      mended.report()
    },
  }
}

function reasonOf(match: string, code: number): string {
  if (match.length > 1 && !match.startsWith('&'))
    return `${match.length} characters that XML forbids were left out, ${nameOf(code)} the first`
  return `${nameOf(code)}, which XML forbids, was left out`
}

/** Counts places of one kind, tells each, and reports them together. */
function createCount(code: string, what: string, document: string, context: Context) {
  let count = 0
  let first: { readonly name: string; readonly place: Place } | undefined
  return {
    add: (place: Place, characters: number, name: string, reason: string) => {
      count += characters
      first ??= { name, place }
      context.item?.({ outcome: 'repaired', code, reason, place })
    },
    report: () => {
      if (first === undefined) return
      const { name, place } = first
      const message = `${document}: ${count} ${what}; first ${name} on line ${place.line}`
      context.report({ code, level: 'warning', message, document, place })
    },
  }
}

interface Shift {
  /** Column of the mended text from which on it holds. */
  readonly from: number
  readonly by: number
}

/** How many of these shifts, which are in their order, hold at a column. */
function countUpTo(shifts: readonly Shift[], column: number): number {
  let [low, high] = [0, shifts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((shifts[middle]?.from ?? 0) <= column) low = middle + 1
    else high = middle
  }
  return low
}

/** How far columns of the mended text lie from those of the file, on the lines where anything was mended. */
function createShifts() {
  const lines = new Map<number, Shift[]>()
  const byOn = (line: number): number => lines.get(line)?.at(-1)?.by ?? 0
  return {
    /** Takes note that at this place so many characters of the file became so many. */
    add: ({ line, column }: Place, before: number, after: number) => {
      const by = byOn(line)
      const shift = { from: column - by + after, by: by + before - after }
      const found = lines.get(line)
      if (found === undefined) lines.set(line, [shift])
      else found.push(shift)
    },
    original: (place: Place): Place => {
      const found = lines.size === 0 ? undefined : lines.get(place.line)
      const shift = found === undefined ? undefined : found[countUpTo(found, place.column) - 1]
      return shift === undefined ? place : { line: place.line, column: place.column + shift.by }
    },
    /** What holds before the open place, for nothing there will be asked for again; all but the last when there is too much. */
    forget: ({ open, end }: Border) => {
      const onLine = lines.get(open.line)
      if (onLine !== undefined) onLine.splice(0, countUpTo(onLine, open.column) - 1)
      for (const line of lines.keys()) if (line < open.line) lines.delete(line)
      const kept = [...lines.values()].reduce((sum, { length }) => sum + length, 0)
      if (kept <= mostShifts) return
      const last = lines.get(end.line)?.at(-1)
      lines.clear()
      if (last !== undefined) lines.set(end.line, [last])
    },
  }
}

/** Beyond so many, places of a tag that started before them are those of the mended text. */
const mostShifts = 100_000

/** Places of offsets that never fall, in a text that starts at `start`. */
function createPlaceFinder(text: string, start: Place): (offset: number) => Place {
  let { line, column } = start
  let at = 0
  return (offset) => {
    for (; at < offset; at++) {
      const code = text.charCodeAt(at)
      column++
      if (code !== 10 && (code !== 13 || text.charCodeAt(at + 1) === 10)) continue
      line++
      column = 1
    }
    return { line, column }
  }
}

/** Where the piece can be cut so that no reference, no line end and no mark of a section is split. */
function safeEnd(source: string): number {
  const from = Math.max(0, source.length - longestCut)
  const tail = source.slice(from)
  const cuts = ['&', '<!'].map((mark) => tail.indexOf(mark)).filter((i) => i >= 0)
  const [half] = /(?:<|--?|\]\]?)$/u.exec(tail) ?? []
  if (half !== undefined) cuts.push(tail.length - half.length)
  // A return that ends a piece would wait in the parser, which then stands before it.
  const end = from + Math.min(tail.length, ...cuts)
  const [returns = ''] = /\r*$/u.exec(source.slice(Math.max(0, end - longestCut), end)) ?? []
  return end - returns.length
}

const sections: ReadonlyMap<string, string> = new Map([
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
])

/** Walks forward through a piece and knows the section, CDATA or comment, that an offset is in: references mean nothing there. */
function createCursor(text: string, before: string | undefined) {
  let section = before
  /** Where a mark that was looked for stands next; past the end when there is none. */
  const places = new Map<string, number>()
  const placeOf = (mark: string, from: number): number => {
    const known = places.get(mark)
    if (known !== undefined && known >= from) return known
    const found = text.indexOf(mark, from)
    const place = found < 0 ? text.length : found
    places.set(mark, place)
    return place
  }
  let at = 0
  const step = (offset: number): boolean => {
    const marks = section === undefined ? [...sections.keys()] : [sections.get(section) ?? '']
    const next = marks.map((mark) => ({ mark, i: placeOf(mark, at) })).reduce((a, b) => (b.i < a.i ? b : a))
    if (next.i >= offset) return false
    at = next.i + next.mark.length
    section = section === undefined ? next.mark : undefined
    return true
  }
  // One character is found faster than two, and this one is rare.
  const hasNone = section === undefined && !(text.includes('!') && text.includes('<!'))
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

/** True for characters that XML 1.0 allows (production 2). */
export function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
}
