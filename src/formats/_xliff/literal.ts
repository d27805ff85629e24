import { attributesText } from '../_xml/escape.ts'
import { textIn, type XmlElement } from '../_xml/tree.ts'

/** The start tag of an element as it would be written: the native code of elements that carry none. */
export function literalStart(element: XmlElement, isEmpty = false): string {
  return `<${element.name}${attributesText(Object.entries(element.attributes))}${isEmpty ? '/' : ''}>`
}

/** `</g>`. */
export const literalEnd = (element: XmlElement): string => `</${element.name}>`

/** Attributes that place a code and say nothing about what it is. */
const placing: ReadonlySet<string> = new Set([
  'id',
  'rid',
  'pos',
  'startRef',
  'isolated',
  'dataRef',
  'dataRefStart',
  'dataRefEnd',
])

/** True when an element without native code says more about it than its place, such as `equiv-text` or `type`. */
export function isTelling(element: XmlElement): boolean {
  return Object.keys(element.attributes).some((name) => !placing.has(name))
}

/** Text of an element that holds native code; its literal tag when it is empty but telling. */
export function nativeCode(element: XmlElement): string {
  const text = textIn(element)
  return text === '' && isTelling(element) ? literalStart(element, true) : text
}
