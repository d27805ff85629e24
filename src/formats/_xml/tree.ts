import type { Place } from '../../core/types.ts'

/** An element with all that is in it. Names carry their prefix. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  /** Where its start tag starts. */
  readonly place: Place
}

/** Text runs are never adjacent. */
export type XmlNode = XmlElement | string

/** What `parseXml` hands out: containers as they open and close, and whole elements of the kinds that were asked for. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly element: XmlElement }
  | { readonly kind: 'whole'; readonly element: XmlElement }
  | { readonly kind: 'close'; readonly name: string }

interface OpenElement extends XmlElement {
  children: XmlNode[]
}

/** A list of one is made for the first child: most have no second one, and a list that grows takes room for many. */
function addChild(element: OpenElement, child: XmlNode): void {
  if (element.children === noChildren) element.children = [child]
  else element.children.push(child)
}
/** The children of an element without any; never filled. */
export const noChildren: XmlNode[] = []

/** No attributes yet. They inherit nothing, so that all names are free. */
export const createAttributes = (): Record<string, string> => Object.create(nothing)

/** Unlike objects without any prototype, those with this one are fast to fill and to read. */
const nothing: object = Object.freeze(Object.create(null))

/** Builds the elements that are wanted whole and passes on all others as they open and close. */
export interface TreeBuilder {
  open(name: string, attributes: Readonly<Record<string, string>>, place: Place): void
  close(name: string): void
  text(text: string): void
  /** How many elements are open. */
  depth(): number
  /** The name of the open element that is handed out whole when it closes. */
  whole(): string | undefined
}

/** Which elements are handed out in what way. */
export interface Wanted {
  /** True for elements that arrive with all that is in them. */
  isWhole(name: string): boolean
  /** True for elements in which text means nothing, so that it is dropped; none when absent. */
  isTextless?(name: string): boolean
}

/** A builder with nothing open. Text outside whole elements is dropped. */
export function createTreeBuilder({ isWhole, isTextless }: Wanted, emit: (event: XmlEvent) => void): TreeBuilder {
  const stack: OpenElement[] = []
  /** The innermost open one of those that are wanted whole, and what is in it. */
  let top: OpenElement | undefined
  let depth = 0
  return {
    depth: () => depth,
    whole: () => stack[0]?.name,
    open: (name, attributes, place) => {
      depth++
      const element: OpenElement = { name, attributes, children: noChildren, place }
      if (top !== undefined || isWhole(name)) {
        stack.push(element)
        top = element
      } else emit({ kind: 'open', element })
    },
    close: (name) => {
      depth--
      const element = stack.pop()
      top = stack.length === 0 ? undefined : stack[stack.length - 1]
      if (element === undefined) emit({ kind: 'close', name })
      else if (top === undefined) emit({ kind: 'whole', element })
      else addChild(top, element)
    },
    text: (text) => {
      if (top === undefined || isTextless?.(top.name) === true) return
      const last = top.children.length - 1
      const before = top.children[last]
      if (typeof before === 'string') top.children[last] = before + text
      else addChild(top, text)
    },
  }
}

/** `tu` of `xlf:tu`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** All text in an element, at any depth. */
export function textIn(element: XmlElement): string {
  const [first] = element.children
  if (typeof first === 'string' && element.children.length === 1) return first
  let text = ''
  for (const child of element.children) text += typeof child === 'string' ? child : textIn(child)
  return text
}

/** The elements among its children. */
export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string')
}
