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
import { tmxDate } from './dates.ts'
import { profiled } from './profiles.ts'
import { disguisedType, orderedAttributes, type Placed, placeProperties, variantNames } from './props.ts'
import { numberCodes, segText } from './seg.ts'
import { sourceLanguageOf } from './source-language.ts'

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

interface TidyVariant {
  readonly variant: Variant
  readonly content: ReturnType<typeof tidyContent>
}

function unitText(unit: TranslationUnit, job: Job): string {
  const { header, filter } = job
  const tidy: readonly TidyVariant[] = unit.variants
    .map((variant) => ({ variant, content: tidyContent(variant.content, filter, unit.id) }))
    .filter(({ content }) => content.length > 0)
  if (tidy.length < 2) {
    job.tally.add('WRITE_UNITS_LEFT_OUT', 'a unit without text on both sides was left out', unit.id)
    return ''
  }
  checkLength(unit, tidy, job)
  const clean = (text: string): string => filter.clean(text, unit.id)
  const variants = tidy.map(({ variant }) => variant)
  const names = variantNames(variants)
  const kept = propertiesOf(unit.props).map(([key, value]): Property => [clean(key), clean(value)])
  const ours = provenanceOf(unit, header).map(([name, value]): Property => [name, clean(value)])
  const placed = profiled(placeProperties(kept, names), ours, { ...unit, variants }, names, header)
  const numbers = numberCodes(tidy.map(({ content }) => content))
  const tuvs = tidy.map(({ variant, content }, i) =>
    tuvText(variant.language, segText(content, numbers), placed.variants.get(names[i] ?? '')),
  )
  const notes = [...unit.notes, ...reviewNote(unit)].map((note) => `      <note>${escapeText(clean(note))}</note>\n`)
  return `    <tu${unitAttributes(unit, variants, placed.unit, job)}>\n${notes.join('')}${propTexts(placed.unit, '      ')}${tuvs.join('')}    </tu>\n`
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
  variants: readonly Variant[],
  placed: Placed,
  { header, filter, allocate }: Job,
): string {
  const tuid = placed.attributes.get('tuid') ?? filter.clean(unit.id, unit.id)
  const isAsHeader = isSourceOfHeader(unit, variants, header)
  return attributesText([
    ['tuid', isWithoutIds(header) ? undefined : allocate(tuid)],
    ['srclang', isAsHeader ? undefined : toFileTag(unit.sourceLanguage)],
    ...orderedAttributes(placed),
  ])
}

/** OmegaT ties a unit with an id to one place of one file, where the user wants that; so its profile has none. */
const isWithoutIds = ({ omitIds, profile }: Header): boolean => omitIds || profile === 'omegat'

/** True when the header alone tells which variant is the source. */
function isSourceOfHeader(unit: TranslationUnit, variants: readonly Variant[], { sourceLanguage }: Header): boolean {
  const has = (language: LanguageTag): boolean => variants.some((variant) => variant.language === language)
  if (has(unit.sourceLanguage) && sourceLanguageOf(variants, sourceLanguage) !== unit.sourceLanguage) return false
  return sourceLanguage === undetermined || has(sourceLanguage)
}

function tuvText(language: LanguageTag, seg: string, placed: Placed | undefined): string {
  const others = placed === undefined ? [] : orderedAttributes(placed)
  const attributes = attributesText([['xml:lang', toFileTag(language)], ...others])
  const body = `<seg>${seg}</seg>`
  if (placed === undefined || placed.props.length === 0) return `      <tuv${attributes}>${body}</tuv>\n`
  return `      <tuv${attributes}>\n${propTexts(placed, '        ')}        ${body}\n      </tuv>\n`
}

const propTexts = ({ props }: Placed, indent: string): string =>
  props.map(([type, value]) => propText([disguisedType(type), value], indent)).join('')

const propText = ([type, value]: Property, indent: string): string =>
  `${indent}<prop type="${escapeAttribute(type)}">${escapeText(value)}</prop>\n`
