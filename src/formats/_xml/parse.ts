import { SaxesParser } from 'saxes'
import type { Context, Input } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import type { Place } from '../../core/types.ts'
import { oneByOne } from '../_units/batches.ts'
import { createInputFilter } from './input-filter.ts'
import { readXmlText } from './source.ts'
import { createTreeBuilder, type Wanted, type XmlEvent } from './tree.ts'

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
      machine.write(filter.mend(piece, machine.place(), false))
      if (batch.length === 0) continue
      yield batch
      batch = []
    }
    machine.end(filter.mend('', machine.place(), true))
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
  const place = (): Place => ({ line: parser.line, column: parser.columnIndex + 1 })
  const fail = (reason: string): never => {
    const { line, column } = original(place())
    throw new AppError('READ_MALFORMED', `${name}, line ${line}, column ${column}: ${reason}`)
  }
  const starts = createStarts(parser)
  parser.on('error', (error) => {
    if (!/entity|\]\]>/u.test(error.message)) fail(`not well-formed XML (${reasonOf(error)})`)
    repairs.add(original(place()))
  })
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/iu.test(doctype)) fail('the file declares entities of its own, which are not read for safety')
  })
  parser.on('text', (text) => {
    starts.markText()
    tree.text(text)
  })
  parser.on('cdata', tree.text)
  parser.on('closetag', (tag) => {
    starts.markTag()
    tree.close(tag.name)
  })
  parser.on('opentagstart', (tag) => {
    tag.attributes = Object.create(nothing)
    starts.begin(tag.name)
  })
  parser.on('opentag', (tag) => {
    starts.markTag()
    tree.open(tag.name, tag.attributes, original(starts.place()))
    if (tree.depth() > deepest) fail(`elements are nested more than ${deepest} deep`)
  })
  return {
    write: (text) => void parser.write(text),
    end: (text) => void parser.write(text).close(),
    place,
    report: repairs.report,
  }
}

/** Where start tags start: the parser tells only of their ends. */
function createStarts(parser: { readonly line: number; readonly columnIndex: number }) {
  let [line, column] = [1, 1]
  /** Where what stands before the tag ended. */
  let [endLine, endColumn] = [1, 1]
  return {
    /** A text has ended, and with it the `<` of the next tag has been read. */
    markText: () => {
      endLine = parser.line
      endColumn = parser.columnIndex
    },
    /** A tag has ended. */
    markTag: () => {
      endLine = parser.line
      endColumn = parser.columnIndex + 1
    },
    /** The name of a tag has been read, and the character after it. */
    begin: (name: string) => {
      line = parser.line
      column = parser.columnIndex - name.length - 1
      if (column > 0) return
      // A line end followed the name, so that the tag started on a line before it.
      const isKnown = endLine < line
      line = isKnown ? endLine : line
      column = isKnown ? endColumn : 1
    },
    place: (): Place => ({ line, column }),
  }
}

/**
 * Prototype of the attributes of an element. It inherits nothing, so that all names are free; but unlike objects without any
 * prototype, which the parser makes, those with this one are fast to fill and to read.
 */
const nothing: object = Object.freeze(Object.create(null))

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
