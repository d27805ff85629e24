import { SaxesParser } from 'saxes'
import type { Context, Input } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import type { Place } from '../../core/types.ts'
import { createInputFilter } from './input-filter.ts'
import { readXmlText } from './source.ts'

/** An element with all that is in it. Names carry their prefix. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  /** Where its start tag ends. */
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
  readonly children: XmlNode[]
}

/** Real files nest some twenty deep; walking a tree of this depth is safe. */
const deepest = 500

/**
 * Reads XML as a stream: elements for which `isWhole` is true arrive with their content, all others as open and close without
 * their text. Entities are not expanded and a file that declares its own is refused. Characters that XML forbids are left out
 * and stray ampersands and unknown entities kept as text; both are reported. Any other damage is an AppError READ_MALFORMED with line and column,
 * after everything before it has been handed out.
 */
export async function* parseXml(
  input: Input,
  context: Context,
  isWhole: (name: string) => boolean,
): AsyncGenerator<XmlEvent> {
  const queue: XmlEvent[] = []
  const machine = createMachine(input.name, isWhole, (event) => queue.push(event))
  const filter = createInputFilter()
  const text = readXmlText(input, context)
  let failure: unknown
  while (failure === undefined) {
    try {
      const piece = await text.next()
      if (piece.done === true) machine.end(filter.mend('', machine.line(), true))
      else machine.write(filter.mend(piece.value, machine.line(), false))
      if (piece.done === true) break
    } catch (error) {
      failure = error
    }
    yield* queue.splice(0)
  }
  yield* queue.splice(0)
  filter.report(input.name, context)
  machine.report(context)
  if (failure !== undefined) throw failure
}

interface Machine {
  write(text: string): void
  end(text: string): void
  line(): number
  report(context: Context): void
}

function createMachine(name: string, isWhole: (name: string) => boolean, emit: (event: XmlEvent) => void): Machine {
  const parser = new SaxesParser<{ readonly xmlns: false; readonly position: true }>({ xmlns: false, position: true })
  const stack: OpenElement[] = []
  let depth = 0
  let repairs = 0
  let firstRepair: Place | undefined
  const place = (): Place => ({ line: parser.line, column: parser.columnIndex + 1 })
  const fail = (reason: string): never => {
    const { line, column } = place()
    throw new AppError('READ_MALFORMED', `${name}, line ${line}, column ${column}: ${reason}`)
  }
  parser.on('error', (error) => {
    if (!/entity|\]\]>/u.test(error.message)) fail(`not well-formed XML (${reasonOf(error)})`)
    repairs++
    firstRepair ??= place()
  })
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/iu.test(doctype)) fail('the file declares entities of its own, which are not read for safety')
  })
  const addText = (text: string): void => {
    const top = stack.at(-1)
    if (top === undefined) return
    const last = top.children.length - 1
    const before = top.children[last]
    if (typeof before === 'string') top.children[last] = before + text
    else top.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', (tag) => {
    if (++depth > deepest) fail(`elements are nested more than ${deepest} deep`)
    const element: OpenElement = { name: tag.name, attributes: tag.attributes, children: [], place: place() }
    if (stack.length > 0 || isWhole(tag.name)) stack.push(element)
    else emit({ kind: 'open', element })
  })
  parser.on('closetag', (tag) => {
    depth--
    const element = stack.pop()
    if (element === undefined) return emit({ kind: 'close', name: tag.name })
    const parent = stack.at(-1)
    if (parent === undefined) emit({ kind: 'whole', element })
    else parent.children.push(element)
  })
  return {
    write: (text) => void parser.write(text),
    end: (text) => void parser.write(text).close(),
    line: () => parser.line,
    report: (context) => {
      if (firstRepair === undefined) return
      context.report({
        code: 'READ_REPAIRED',
        level: 'warning',
        message: `${name}: ${repairs} unknown entities or stray ]]> were read as text`,
        document: name,
        place: firstRepair,
      })
    },
  }
}

/** The parser puts the place before its reason. */
const reasonOf = (error: Error): string => error.message.replace(/^[^:]*:\d+:\d+: |^\d+:\d+: /u, '').replace(/\.$/u, '')

/** `tu` of `xlf:tu`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** All text in an element, at any depth. */
export function textIn(element: XmlElement): string {
  let text = ''
  for (const child of element.children) text += typeof child === 'string' ? child : textIn(child)
  return text
}

/** The elements among its children. */
export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string')
}
