import type { Run } from '../../core/types.ts'
import { joinTexts, textRun } from '../_units/content.ts'
import { attributesText } from '../_xml/escape.ts'

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text itself; '' for everything that is none. */
export const textOfValue = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Inline elements may lie in one another to this depth; deeper ones are not read. */
const deepest = 100

/**
 * Content of a `source` or `target`: a text, an inline element such as `{"SpanStart": {"id": "1", "contents": "<b>"}}`, or a
 * list of both. Values of other kinds are empty.
 */
export function contentOfValue(value: unknown): readonly Run[] {
  return joinTexts(runsOf(value, 0)).filter((run) => run.kind === 'code' || run.text !== '')
}

function runsOf(value: unknown, depth: number): readonly Run[] {
  if (typeof value === 'string') return [textRun(value)]
  if (depth > deepest) return []
  if (Array.isArray(value)) return value.flatMap((item: unknown) => runsOf(item, depth + 1))
  if (!isRecord(value)) return []
  const [type, element] = Object.entries(value)[0] ?? ['', undefined]
  return isRecord(element) ? inlineRuns(type, element, depth) : []
}

function inlineRuns(type: string, element: Readonly<Record<string, unknown>>, depth: number): readonly Run[] {
  const id = textOfValue(element.id)
  const contents = textOfValue(element.contents)
  const code = (role: 'open' | 'close' | 'single', data: string): Run => ({ kind: 'code', id, role, data })
  switch (type) {
    case 'Standalone':
      return [code('single', tagOf('x', element, '/'))]
    case 'GenericSpanStart':
      return [code('open', tagOf('bx', element, '/'))]
    case 'GenericSpanEnd':
      return [code('close', tagOf('ex', element, '/'))]
    case 'SpanStart':
      return [code('open', contents === '' ? telling('sc', element) : contents)]
    case 'SpanEnd':
      return [code('close', contents === '' ? telling('ec', element) : contents)]
    case 'Marker':
      return runsOf(element.contents, depth + 1)
    case 'Span':
      if (isNativeCode(element)) return [code('single', contents)]
      return [code('open', telling('pc', element)), ...runsOf(element.contents, depth + 1), code('close', '')]
    default:
      return [code('open', tagOf('g', element, '')), ...runsOf(element.contents, depth + 1), code('close', '</g>')]
  }
}

/** `Span` is a `ph` with native code in XLIFF 1.2 and a `pc` around text in 2.x, which refers to its code instead of holding it. */
function isNativeCode(element: Readonly<Record<string, unknown>>): boolean {
  const isPaired = Object.keys(element).some((key) => /^(?:dataRef|can|equiv|disp|subType)/u.test(key))
  return !isPaired && (element.contents === undefined || typeof element.contents === 'string')
}

const attributesOf = (element: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] =>
  Object.entries(element).flatMap(([name, value]): readonly (readonly [string, string])[] =>
    name === 'contents' || typeof value !== 'string' ? [] : [[name, value]],
  )

/** The element as a tag: what is known of a code that holds no native code. */
const tagOf = (name: string, element: Readonly<Record<string, unknown>>, end: string): string =>
  `<${name}${attributesText(attributesOf(element))}${end}>`

/** The tag when there is more to it than an id. */
const telling = (name: string, element: Readonly<Record<string, unknown>>): string =>
  attributesOf(element).some(([key]) => key !== 'id') ? tagOf(name, element, '') : ''
