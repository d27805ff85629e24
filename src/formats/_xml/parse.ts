import { SaxesParser } from 'saxes'
import type { Context, Input } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import type { Place } from '../../core/types.ts'
import { oneByOne } from '../_units/batches.ts'
import { type Border, createInputFilter } from './input-filter.ts'
import { createPlainReader } from './plain.ts'
import { createPosition } from './position.ts'
import { readXmlText } from './source.ts'
import { createAttributes, createTreeBuilder, type Wanted, type XmlEvent } from './tree.ts'

/** How many elements of a piece may turn out not to be plain, beyond those that are. */
const mostTries = 8

/** Real files nest some twenty deep; walking a tree of this depth is safe. */
const deepest = 500

/**
 * Reads XML as a stream: elements for which `isWhole` is true arrive with their content, all others as open and close without
 * their text. Entities are not expanded and a file that declares its own is refused. Characters that XML forbids are left out
 * and stray ampersands and unknown entities kept as text; both are reported. Any other damage is an AppError READ_MALFORMED with line and column,
 * after everything before it has been handed out.
 */
export function parseXml(input: Input, context: Context, isWhole: Wanted['isWhole']): AsyncIterable<XmlEvent> {
  return oneByOne(async () => parseXmlBatches(input, context, { isWhole }))
}

/** What `parseXml` gives, all events of a piece of the file at a time. */
export async function* parseXmlBatches(
  input: Input,
  context: Context,
  wanted: Wanted,
): AsyncGenerator<readonly XmlEvent[]> {
  let batch: XmlEvent[] = []
  const filter = createInputFilter(input.name, context)
  const machine = createMachine(input.name, context, wanted, filter.original, (event) => batch.push(event))
  const lineNow = (): number => machine.place().line + filter.linesWaiting()
  let failure: unknown
  try {
    for await (const piece of readXmlText(input, context, lineNow)) {
      machine.write(filter.mend(piece, machine.border(), false))
      if (batch.length === 0) continue
      yield batch
      batch = []
    }
    machine.end(filter.mend('', machine.border(), true))
  } catch (error) {
    failure = error
  }
  if (batch.length > 0) yield batch
  filter.report()
  machine.report()
  if (failure !== undefined) throw failure
}

interface Machine {
  write(text: string): void
  end(text: string): void
  /** Where the next character goes, in the text as it was given. */
  place(): Place
  border(): Border
  report(): void
}

function createMachine(
  name: string,
  context: Context,
  wanted: Wanted,
  original: (place: Place) => Place,
  emit: (event: XmlEvent) => void,
): Machine {
  const parser = new SaxesParser<{ readonly xmlns: false; readonly position: true }>({ xmlns: false, position: true })
  const tree = createTreeBuilder(wanted, emit)
  const repairs = createRepairs(name, context)
  const position = createPosition(parser)
  const fail = (reason: string): never => {
    const { line, column } = original(position.place())
    throw new AppError('READ_MALFORMED', `${name}, line ${line}, column ${column}: ${reason}`)
  }
  // Not asked for as an event: one more listener would make the engine keep the parser as a slow object.
  const isVersion10 = (): boolean => (parser.xmlDecl.version ?? '1.0') === '1.0'
  /** How far the parser had come at the end of the last tag. */
  let tagEnd = -1
  const markTag = (): void => {
    position.markTag()
    tagEnd = parser.position
  }
  parser.on('error', (error) => {
    if (!/entity|\]\]>/u.test(error.message)) fail(`not well-formed XML (${reasonOf(error)})`)
    repairs.add(original(position.place()))
  })
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/iu.test(doctype)) fail('the file declares entities of its own, which are not read for safety')
  })
  parser.on('text', (text) => {
    position.markText()
    tree.text(text)
  })
  parser.on('cdata', tree.text)
  parser.on('closetag', (tag) => {
    markTag()
    tree.close(tag.name)
  })
  parser.on('opentagstart', (tag) => {
    tag.attributes = createAttributes()
    position.markName(tag.name)
  })
  parser.on('opentag', (tag) => {
    markTag()
    tree.open(tag.name, tag.attributes, original(position.tagStart()))
    if (tree.depth() > deepest) fail(`elements are nested more than ${deepest} deep`)
  })

  const plain = createPlainReader(wanted, original, (element) => emit({ kind: 'whole', element }))
  const parse = (text: string): void => {
    parser.write(text)
    // Before its next text the parser counts the last one twice; an empty one makes it forget that.
    parser.write('')
  }
  const isBetween = (): boolean => {
    const depth = tree.depth()
    return tagEnd === parser.position && tree.whole() === undefined && depth > 0 && depth < deepest / 2
  }
  /** Reads what is plain past the parser, wherever that stands between the elements in a container. */
  const write = (text: string): void => {
    // Trying costs time: where next to nothing is plain, the parser gets the rest of the text as one.
    let tries = mostTries
    for (let at = 0; at < text.length; ) {
      const isTried = tries > 0 && isVersion10()
      if (isTried && isBetween()) {
        const end = plain.read(text, at, position.place())
        if (end > at) position.skipTo(plain.place())
        tries += end > at ? 1 : -1
        at = end
      }
      const end = isTried ? nextStop(text, at, tree.depth() > 0, tree.whole()) : text.length
      parse(at === 0 && end === text.length ? text : text.slice(at, end))
      at = end
    }
  }
  return {
    write,
    end: (text) => {
      write(text)
      parser.close()
    },
    place: position.place,
    border: () => ({ end: position.place(), open: position.openPlace() }),
    report: repairs.report,
  }
}

/**
 * The end of the next tag after which elements may follow that are wanted whole. Outside the root this is never the end of a
 * stray `>`: what the parser says of text that stands there depends on where its piece ends.
 */
function nextStop(text: string, from: number, isInRoot: boolean, whole: string | undefined): number {
  const mark = whole === undefined ? '>' : `</${whole}>`
  const start = isInRoot ? from : nextStartTag(text, from)
  const found = start < 0 ? -1 : text.indexOf(mark, start)
  return found < 0 ? text.length : found + mark.length
}

function nextStartTag(text: string, from: number): number {
  const found = text.slice(from).search(/<[A-Za-z_:]/u)
  return found < 0 ? -1 : from + found
}

/** Counts what the parser took for text, tells each place, and reports them together. */
function createRepairs(document: string, context: Context) {
  const code = 'READ_REPAIRED'
  let count = 0
  let first: Place | undefined
  return {
    add: (place: Place) => {
      count++
      first ??= place
      context.item?.({ outcome: 'repaired', code, reason: 'an unknown entity or a stray ]]> was read as text', place })
    },
    report: () => {
      if (first === undefined) return
      const message = `${document}: ${count} unknown entities or stray ]]> were read as text; first on line ${first.line}`
      context.report({ code, level: 'warning', message, document, place: first })
    },
  }
}

/** The parser puts the place before its reason. */
const reasonOf = (error: Error): string => error.message.replace(/^[^:]*:\d+:\d+: |^\d+:\d+: /u, '').replace(/\.$/u, '')
