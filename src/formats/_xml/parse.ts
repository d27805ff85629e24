import { SaxesParser } from 'saxes'
import type { Context, Input } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import type { Place } from '../../core/types.ts'
import { createInputFilter } from './input-filter.ts'
import { readXmlText } from './source.ts'
import { createTreeBuilder, type XmlEvent } from './tree.ts'

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
  let failure: unknown
  try {
    for await (const piece of readXmlText(input, context)) {
      machine.write(filter.mend(piece, machine.line(), false))
      yield* queue.splice(0)
    }
    machine.end(filter.mend('', machine.line(), true))
  } catch (error) {
    failure = error
  }
  yield* queue.splice(0)
  filter.report(input.name, context)
  machine.report(context)
  if (failure !== undefined) throw failure
}

interface Machine {
  write(text: string): void
  end(text: string): void
  /** Line of the next character. */
  line(): number
  report(context: Context): void
}

function createMachine(name: string, isWhole: (name: string) => boolean, emit: (event: XmlEvent) => void): Machine {
  const parser = new SaxesParser<{ readonly xmlns: false; readonly position: true }>({ xmlns: false, position: true })
  const tree = createTreeBuilder(isWhole, emit)
  const repairs: Place[] = []
  const place = (): Place => ({ line: parser.line, column: parser.columnIndex + 1 })
  const fail = (reason: string): never => {
    const { line, column } = place()
    throw new AppError('READ_MALFORMED', `${name}, line ${line}, column ${column}: ${reason}`)
  }
  parser.on('error', (error) => {
    if (!/entity|\]\]>/u.test(error.message)) fail(`not well-formed XML (${reasonOf(error)})`)
    repairs.push(place())
  })
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/iu.test(doctype)) fail('the file declares entities of its own, which are not read for safety')
  })
  parser.on('text', tree.text)
  parser.on('cdata', tree.text)
  parser.on('closetag', (tag) => tree.close(tag.name))
  parser.on('opentag', (tag) => {
    tree.open(tag.name, tag.attributes, place())
    if (tree.depth() > deepest) fail(`elements are nested more than ${deepest} deep`)
  })
  return {
    write: (text) => void parser.write(text),
    end: (text) => void parser.write(text).close(),
    line: () => parser.line,
    report: (context) => reportRepairs(repairs, name, context),
  }
}

function reportRepairs(places: readonly Place[], name: string, context: Context): void {
  const [place] = places
  if (place === undefined) return
  const message = `${name}: ${places.length} unknown entities or stray ]]> were read as text; first on line ${place.line}`
  context.report({ code: 'READ_REPAIRED', level: 'warning', message, document: name, place })
}

/** The parser puts the place before its reason. */
const reasonOf = (error: Error): string => error.message.replace(/^[^:]*:\d+:\d+: |^\d+:\d+: /u, '').replace(/\.$/u, '')
