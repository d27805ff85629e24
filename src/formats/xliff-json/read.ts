import type { Context, Input } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import { shorten } from '../../core/text.ts'
import type { Run, TranslationUnit } from '../../core/types.ts'
import { decodeText } from '../_text/decode.ts'
import type { Property } from '../_units/provenance.ts'
import { createTally } from '../_units/reports.ts'
import { kept, nameOfContextType } from '../_xliff/properties.ts'
import type { FileHead, RawUnit } from '../_xliff/raw.ts'
import { unitsOfRaw } from '../_xliff/read.ts'
import { fromFileTag } from '../_xml/tags.ts'
import { contentOfValue, isRecord, textOfValue } from './values.ts'

/** Groups of units may lie in groups, to this depth. */
const deepest = 100

/** Units of a file in the JSON shape of the npm package `xliff`; what is not of that shape is an AppError READ_MALFORMED. */
export async function* readXliffJson(input: Input, context: Context): AsyncGenerator<TranslationUnit> {
  const root = parseJson(decodeText(await input.bytes(), input.name, context), input.name)
  if (!isRecord(root) || !isRecord(root.resources))
    throw new AppError(
      'READ_MALFORMED',
      `${input.name} is JSON, but has no “resources” as the xliff package writes them`,
    )
  const head: FileHead = {
    sourceLanguage: fromFileTag(textOfValue(root.sourceLanguage)),
    targetLanguage: fromFileTag(textOfValue(root.targetLanguage)),
    signature: '',
    date: undefined,
    space: 'preserve',
  }
  const tally = createTally(context)
  try {
    for (const [file, units] of Object.entries(root.resources))
      for (const raw of rawUnits(units, `resources.${file}`, input.name, 0))
        yield* unitsOfRaw(raw, head, input.name, tally)
  } finally {
    tally.report(input.name, context)
  }
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('READ_MALFORMED', `${name} is not JSON: ${shorten(reason, 120)}`, { cause })
  }
}

function* rawUnits(units: unknown, path: string, name: string, depth: number): Generator<RawUnit> {
  if (!isRecord(units) || depth > deepest)
    throw new AppError('READ_MALFORMED', `${name}: ${shorten(path, 80)} must be an object with units`)
  for (const [id, unit] of Object.entries(units)) {
    if (!isRecord(unit)) throw new AppError('READ_MALFORMED', `${name}: ${shorten(`${path}.${id}`, 80)} must be a unit`)
    if (unit.groupUnits !== undefined) yield* rawUnits(unit.groupUnits, `${path}.${id}`, name, depth + 1)
    else yield rawUnit(id, unit)
  }
}

function rawUnit(id: string, unit: Readonly<Record<string, unknown>>): RawUnit {
  const attributes = isRecord(unit.additionalAttributes) ? unit.additionalAttributes : {}
  const name = textOfValue(attributes.resname ?? attributes.name)
  const read = (value: unknown): readonly Run[] => contentOfValue(value)
  return {
    id,
    isApproved: attributes.approved === 'yes',
    segments: [{ source: read(unit.source), target: read(unit.target) }],
    notes: (Array.isArray(unit.note) ? unit.note : [unit.note]).map(textOfValue).filter((note) => note !== ''),
    properties: [...(name === '' ? [] : [[kept.name, name] as const]), ...contextsOf(unit.additionalElements)],
    leftOut: [],
  }
}

/** The contexts that the package keeps among the elements for which it has no shape. */
function contextsOf(elements: unknown): readonly Property[] {
  if (!Array.isArray(elements)) return []
  return elements.filter(isRecord).flatMap((element): readonly Property[] => {
    if (element.name === 'context-group') return contextsOf(element.elements)
    if (element.name !== 'context' || !isRecord(element.attributes)) return []
    const texts = Array.isArray(element.elements) ? element.elements.filter(isRecord) : []
    const text = texts.map((one) => textOfValue(one.text)).join('')
    return [[nameOfContextType(textOfValue(element.attributes['context-type'])), text]]
  })
}
