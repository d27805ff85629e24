import type { Context, Header, Units } from '../../core/contracts.ts'
import { undetermined } from '../../core/tags.ts'
import type { LanguageTag, TranslationUnit, Variant } from '../../core/types.ts'
import { type CharacterFilter, createCharacterFilter } from '../_text/characters.ts'
import { tidyContent } from '../_units/content.ts'
import { createIdAllocator, type IdAllocator } from '../_units/ids.ts'
import { type Property, provenanceOf, reviewNote } from '../_units/provenance.ts'
import { propertiesOf } from '../_units/record.ts'
import { createTally, type Tally } from '../_units/reports.ts'
import { attributesText, escapeAttribute, escapeText } from '../_xml/escape.ts'
import { adminLanguage, toFileTag } from '../_xml/tags.ts'
import {
  disguisedType,
  isDateAttribute,
  isTmxDate,
  keptAttributes,
  type PlacedProperty,
  placeProperty,
} from './props.ts'
import { numberCodes, segText } from './seg.ts'

/** What one output is written with. */
interface Job {
  readonly header: Header
  readonly filter: CharacterFilter
  readonly allocate: IdAllocator
  readonly tally: Tally
}

/** Trados takes no longer text into a memory on its server (its documentation, 2025). */
const longestSide = 2000

/**
 * A memory as TMX 1.4, one unit at a time. Every rule of its look (seven header attributes, no BOM, each `tu` on lines of its
 * own, nothing at the edges of a `seg`) was tried on OmegaT, translate-toolkit and XML::TMX. Units with fewer than two
 * filled sides are left out and counted.
 */
export async function* writeTmx(units: Units, header: Header, context: Context): AsyncGenerator<string> {
  const job: Job = { header, filter: createCharacterFilter(), allocate: createIdAllocator(), tally: createTally() }
  yield headText(job)
  for await (const unit of units) {
    const text = unitText(unit, job)
    if (text !== '') yield text
  }
  yield '  </body>\n</tmx>\n'
  job.filter.report('TMX', context)
  job.tally.report('TMX', context)
}

function headText({ header, filter }: Job): string {
  const clean = (text: string): string => filter.clean(text, 'the header')
  const attributes = attributesText([
    ['creationtool', clean(header.tool)],
    ['creationtoolversion', clean(header.version)],
    ['segtype', 'sentence'],
    ['o-tmf', clean(header.tool)],
    ['adminlang', adminLanguage],
    ['srclang', header.sourceLanguage === undetermined ? '*all*' : toFileTag(header.sourceLanguage)],
    ['datatype', 'plaintext'],
    ['creationdate', header.date === undefined ? undefined : tmxDate(header.date)],
  ])
  const props = propText([signatureProp, clean(header.signature)], '    ')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n  <header${attributes}>\n${props}  </header>\n  <body>\n`
}

/** Property of the header that says what made the file. */
export const signatureProp = 'x-alignment-signature'

/** `20260131T120000Z` of an ISO 8601 time; undefined when it is none. */
function tmxDate(iso: string): string | undefined {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/\.\d+|[-:]/gu, '')
}

interface TidyVariant {
  readonly variant: Variant
  readonly content: ReturnType<typeof tidyContent>
}

function unitText(unit: TranslationUnit, job: Job): string {
  const { header, filter } = job
  const variants: readonly TidyVariant[] = unit.variants
    .map((variant) => ({ variant, content: tidyContent(variant.content, filter, unit.id) }))
    .filter(({ content }) => content.length > 0)
  if (variants.length < 2) {
    job.tally.add('WRITE_UNITS_LEFT_OUT', 'a unit without text on both sides was left out', unit.id)
    return ''
  }
  const clean = (text: string): string => filter.clean(text, unit.id)
  const languages = new Set(variants.map(({ variant }) => variant.language))
  const placed = propertiesOf(unit.props).map(([key, value]) => placeProperty([clean(key), clean(value)], languages))
  const numbers = numberCodes(variants.map(({ content }) => content))
  const properties: readonly Property[] = [
    ...provenanceOf(unit, header).map(([name, value]): Property => [name, clean(value)]),
    ...placed.flatMap(({ kind, language, name, value }): readonly Property[] =>
      kind === 'prop' && language === undefined ? [[disguisedType(name), value]] : [],
    ),
  ]
  const tuvs = variants.map(({ variant, content }) => tuvText(variant.language, segText(content, numbers), placed))
  checkLength(unit, variants, job)
  const notes = [...unit.notes, ...reviewNote(unit)].map((note) => `      <note>${escapeText(clean(note))}</note>\n`)
  return `    <tu${unitAttributes(unit, variants, placed, job)}>\n${notes.join('')}${properties.map((prop) => propText(prop, '      ')).join('')}${tuvs.join('')}    </tu>\n`
}

function checkLength(unit: TranslationUnit, variants: readonly TidyVariant[], { tally }: Job): void {
  const isLong = variants.some(({ content }) =>
    content.some((run) => run.kind === 'text' && run.text.length > longestSide),
  )
  if (isLong)
    tally.add('WRITE_LONG_UNITS', `a side has more than ${longestSide} characters, which some servers refuse`, unit.id)
}

function unitAttributes(
  unit: TranslationUnit,
  variants: readonly TidyVariant[],
  placed: readonly PlacedProperty[],
  { header, filter, allocate }: Job,
): string {
  const tuid = placed.find((property) => property.kind === 'attribute' && property.name === 'tuid')?.value
  const hasSource = variants.some(({ variant }) => variant.language === header.sourceLanguage)
  const source = hasSource || header.sourceLanguage === undetermined ? undefined : toFileTag(unit.sourceLanguage)
  return attributesText([
    ['tuid', header.omitIds ? undefined : allocate(filter.clean(tuid ?? unit.id, unit.id))],
    ['srclang', source],
    ...attributesOf(placed, undefined),
  ])
}

/** Attributes of other tools for the unit or for one of its variants, in a fixed order, malformed dates left out. */
function attributesOf(placed: readonly PlacedProperty[], language: LanguageTag | undefined): readonly Property[] {
  return keptAttributes.flatMap((name): readonly Property[] => {
    const found = placed.find((one) => one.kind === 'attribute' && one.language === language && one.name === name)
    if (found === undefined || (isDateAttribute(name) && !isTmxDate(found.value))) return []
    return [[name, found.value]]
  })
}

function tuvText(language: LanguageTag, seg: string, placed: readonly PlacedProperty[]): string {
  const attributes = attributesText([['xml:lang', toFileTag(language)], ...attributesOf(placed, language)])
  const props = placed
    .filter((one) => one.kind === 'prop' && one.language === language)
    .map((one) => propText([disguisedType(one.name), one.value], '        '))
  const body = `<seg>${seg}</seg>`
  if (props.length === 0) return `      <tuv${attributes}>${body}</tuv>\n`
  return `      <tuv${attributes}>\n${props.join('')}        ${body}\n      </tuv>\n`
}

const propText = ([type, value]: Property, indent: string): string =>
  `${indent}<prop type="${escapeAttribute(type)}">${escapeText(value)}</prop>\n`
