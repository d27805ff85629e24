import type { Place } from '../../core/types.ts'
import { isXmlCharacter } from './input-filter.ts'
import { standsAt } from './names.ts'
import { createStartTags } from './start-tags.ts'
import { noChildren, type Wanted, type XmlElement, type XmlNode } from './tree.ts'

/** Reads elements that are written as nearly all elements are, several times as fast as the parser and with the same result. */
export interface PlainReader {
  /**
   * Hands out the elements that are wanted whole and follow here, up to the first thing that is anything else, is not plain or
   * does not end in the text. `from` stands between two tags, at this place of the file. Gives the end of the last element.
   */
  read(text: string, from: number, place: Place): number
  /** The place of that end. */
  place(): Place
}

const tab = 0x09
const newLine = 0x0a
const carriageReturn = 0x0d
const space = 0x20
const slash = 0x2f
const less = 0x3c
const greater = 0x3e

/** Elements that nest deeper are left to the parser. */
const deepest = 50

/**
 * A new reader; the text may hold no characters that XML 1.0 forbids. Plain are elements without comments, sections,
 * instructions and references but the five of XML and numeric ones, in text without stray `]]>`, with plain tags.
 */
export function createPlainReader(
  wanted: Wanted,
  original: (place: Place) => Place,
  emit: (element: XmlElement) => void,
): PlainReader {
  const tags = createStartTags(wanted)
  const ampersands = createFinder('&')
  const returns = createFinder('\r')
  const forbidden = createFinder(']]>')
  let text = ''
  let hasLoneReturn = false
  let at = 0
  let lines = createLines('', 0, { line: 1, column: 1 })

  const load = (next: string): void => {
    text = next
    for (const finder of [ampersands, returns, forbidden]) finder.load(next)
    hasLoneReturn = next.includes('\r') && /\r(?!\n)/.test(next)
  }
  const readText = (start: number, end: number): string | undefined => {
    if (forbidden.isIn(start, end)) return undefined
    const cut = text.slice(start, end)
    const normal = returns.isIn(start, end) ? cut.replaceAll('\r\n', '\n') : cut
    return ampersands.isIn(start, end) ? withoutReferences(normal) : normal
  }

  /** The element whose `<` stands here; `at` is then behind it. */
  const readElement = (start: number, depth: number): XmlElement | undefined => {
    const source = text
    const tag = tags.read(source, start)
    if (tag === undefined || depth > deepest || (depth === 1 && !tag.isWhole)) return undefined
    const { name, attributes, isTextless } = tag
    const place = original(lines.placeOf(start))
    let children: XmlNode[] = noChildren
    at = tags.end()
    if (tag.isEmpty) return { name, attributes, children, place }
    for (let here = at; ; here = at) {
      if (isTextless) here = endOfSpace(source, here)
      let child: XmlNode | undefined
      if (source.charCodeAt(here) !== less) {
        at = isTextless ? -1 : source.indexOf('<', here)
        child = at < 0 ? undefined : readText(here, at)
      } else if (source.charCodeAt(here + 1) !== slash) child = readElement(here, depth + 1)
      else {
        const end = here + 2 + name.length
        if (source.charCodeAt(end) !== greater || !standsAt(source, here + 2, name)) return undefined
        at = end + 1
        return { name, attributes, children, place }
      }
      if (child === undefined) return undefined
      if (children === noChildren) children = [child]
      else children.push(child)
    }
  }

  return {
    read: (next, from, place) => {
      if (next !== text) load(next)
      if (hasLoneReturn) return from
      lines = createLines(text, from, place)
      for (let end = from; ; end = at) {
        lines.keep(end)
        const start = endOfSpace(text, end)
        const element = text.charCodeAt(start) === less ? readElement(start, 1) : undefined
        if (element === undefined) return end
        emit(element)
      }
    },
    place: () => lines.kept(),
  }
}

function endOfSpace(text: string, start: number): number {
  let end = start
  while (isSpace(text.charCodeAt(end))) end++
  return end
}

const isSpace = (code: number): boolean => code === space || code === newLine || code === tab || code === carriageReturn

/** Says where a mark stands in a text. Offsets that are asked for never fall, and so each place is searched for once. */
function createFinder(mark: string) {
  let text = ''
  let next = -1
  return {
    load: (loaded: string): void => {
      text = loaded
      next = -1
    },
    /** True when the mark starts between these two offsets. */
    isIn: (start: number, end: number): boolean => {
      if (start > next) {
        const found = text.indexOf(mark, start)
        next = found < 0 ? text.length : found
      }
      return next < end
    },
  }
}

/** Places of offsets that never fall, in a text of which `from` is at this place, and in which all lines end in line feeds. */
function createLines(text: string, from: number, { line: firstLine, column }: Place) {
  let line = firstLine
  let lineStart = from - column + 1
  let lineEnd = -1
  let kept: Place = { line, column }
  const endFrom = (offset: number): number => {
    const found = text.indexOf('\n', offset)
    return found < 0 ? text.length : found
  }
  const placeOf = (offset: number): Place => {
    if (lineEnd < 0) lineEnd = endFrom(from)
    while (lineEnd < offset) {
      line++
      lineStart = lineEnd + 1
      lineEnd = endFrom(lineStart)
    }
    return { line, column: offset - lineStart + 1 }
  }
  return {
    placeOf,
    /** Keeps the place of an offset: those after it may be asked for in vain. */
    keep: (offset: number): void => {
      kept = placeOf(offset)
    },
    kept: (): Place => kept,
  }
}

/** The text with what its references stand for; undefined when one is not known. */
function withoutReferences(text: string): string | undefined {
  let result = ''
  let from = 0
  for (let start = text.indexOf('&'); start >= 0; start = text.indexOf('&', from)) {
    const end = text.indexOf(';', start)
    const character = end < 0 ? undefined : characterOf(text.slice(start + 1, end))
    if (character === undefined) return undefined
    result += text.slice(from, start) + character
    from = end + 1
  }
  return result + text.slice(from)
}

function characterOf(reference: string): string | undefined {
  switch (reference) {
    case 'amp':
      return '&'
    case 'lt':
      return '<'
    case 'gt':
      return '>'
    case 'quot':
      return '"'
    case 'apos':
      return "'"
    default: {
      const [, decimal, hexadecimal] = /^#(?:(\d{1,7})|x([\da-fA-F]{1,6}))$/.exec(reference) ?? []
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
      return isXmlCharacter(code) ? String.fromCodePoint(code) : undefined
    }
  }
}
