import type { Context, Input } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import { undetermined } from '../../core/tags.ts'
import type { LanguageTag, Run, TranslationUnit, Variant } from '../../core/types.ts'
import { hasContent, ownId, sourceFirst, unitIdOf } from '../_units/content.ts'
import { notesRead, type Property, readProvenance } from '../_units/provenance.ts'
import { recordOf } from '../_units/record.ts'
import { createTally, type Tally } from '../_units/reports.ts'
import { createSeenIds } from '../_units/seen.ts'
import { parseXmlBatches } from '../_xml/parse.ts'
import { createTagReader } from '../_xml/tags.ts'
import { elementsOf, textIn, type XmlElement } from '../_xml/tree.ts'
import { createKeys, type Keys } from './keys.ts'
import { isImplied, undisguisedType, variantName } from './props.ts'
import { readSeg } from './seg.ts'
import { sourceLanguageOf } from './source-language.ts'
import { signatureProp } from './write.ts'

/** What the head of the file says about all units. */
interface Head {
  readonly sourceLanguage: LanguageTag
  readonly signature: string
}

/**
 * The units of a TMX file, 1.1 to 1.4, as a stream, all of a piece of the file at a time: complete units before a damaged place
 * come out first, then the error. Units with fewer than two filled variants are left out and reported. A unit's source
 * language is that of a variant it has, whatever the header claims.
 */
export async function* readTmx(input: Input, context: Context): AsyncGenerator<readonly TranslationUnit[]> {
  const tally = createTally(context)
  const left = createTally(context)
  const isSeen = createSeenIds()
  const readTag = createTagReader()
  let head: Head | undefined
  let isTmx = false
  let job: Job = { readTag, tally, left, keys: createKeys(), sourceLanguage: undetermined, signature: '' }
  try {
    for await (const events of parseXmlBatches(input, context, isWhole)) {
      const units: TranslationUnit[] = []
      for (const event of events) {
        if (event.kind === 'open' && event.element.name === 'tmx') isTmx = true
        else if (!isTmx) throw new AppError('READ_MALFORMED', `${input.name} is XML, but not TMX`)
        if (event.kind !== 'whole') continue
        const { element } = event
        if (element.name === 'header') {
          head = readHead(element, readTag)
          job = { ...job, ...head }
          continue
        }
        const { tuid } = element.attributes
        if (tuid !== undefined && isSeen(tuid))
          tally.add('READ_DUPLICATE_IDS', 'an id is used twice; both units were read', element.place)
        const unit = readUnit(element, job)
        if (unit !== undefined) units.push(unit)
      }
      yield units
    }
    if (head === undefined) tally.add('READ_NO_HEADER', 'the file has no header', { line: 1, column: 1 })
  } finally {
    left.report(input.name, context, 'info')
    tally.report(input.name, context)
  }
}

const isWhole = (name: string): boolean => name === 'tu' || name === 'header'

/** What the units of one file are read with. */
interface Job extends Head {
  readonly readTag: (tag: string) => LanguageTag
  readonly tally: Tally
  /** Counts the elements that nothing is known of. */
  readonly left: Tally
  readonly keys: Keys
}

function readHead(header: XmlElement, readTag: (tag: string) => LanguageTag): Head {
  const signature = elementsOf(header).find((child) => child.attributes.type === signatureProp)
  return {
    sourceLanguage: readTag(header.attributes.srclang ?? ''),
    signature: signature === undefined ? '' : textIn(signature),
  }
}

/** Children of a `tu` or `tuv` by what they are. */
interface Parts {
  readonly notes: readonly string[]
  readonly props: readonly Property[]
  readonly tuvs: readonly XmlElement[]
  readonly seg: XmlElement | undefined
}

/** One pass with a loop: this is the inner loop of reading a memory. */
function partsOf(element: XmlElement, { left }: Job): Parts {
  const notes: string[] = []
  const props: Property[] = []
  const tuvs: XmlElement[] = []
  let seg: XmlElement | undefined
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.name === 'prop') props.push([undisguisedType(child.attributes.type ?? ''), textIn(child)])
    else if (child.name === 'tuv') tuvs.push(child)
    else if (child.name === 'seg') seg = child
    else if (child.name === 'note') notes.push(textIn(child))
    else left.add('READ_ELEMENTS_LEFT_OUT', `${child.name} was left out`, child.place)
  }
  return { notes, props, tuvs, seg }
}

function readUnit(tu: XmlElement, job: Job): TranslationUnit | undefined {
  const { notes, props, tuvs } = partsOf(tu, job)
  const variants: Variant[] = []
  const all: { readonly notes: string[]; readonly properties: Property[] } = { notes: [...notes], properties: [] }
  const empty: ReadTuv[] = []
  for (const tuv of tuvs) {
    const read = readTuv(tuv, job)
    if (hasContent(read.content)) {
      addProperties(read, countOf(variants, read.language), all, job)
      variants.push({ language: read.language, content: read.content })
    } else empty.push(read)
  }
  // What is said of empty variants is kept behind what is said of those that the unit has.
  for (const read of empty) addProperties(read, countOf(variants, read.language), all, job)
  if (variants.length < 2) {
    job.tally.add('READ_UNITS_LEFT_OUT', 'a unit without text on both sides was left out', tu.place)
    return undefined
  }
  const { tuid, srclang } = tu.attributes
  const tag = srclang === undefined ? job.sourceLanguage : job.readTag(srclang)
  const sourceLanguage = sourceLanguageOf(variants, tag)
  const own = tuid === undefined ? undefined : ownId(tuid)
  const { fields, others } = readProvenance(props, job.signature)
  return {
    id: own ?? unitIdOf(sourceFirst(variants, sourceLanguage)),
    sourceLanguage,
    variants,
    ...fields,
    notes: notesRead(all.notes),
    props: recordOf([...unitProperties(tu, own, job), ...others, ...all.properties]),
  }
}

function unitProperties({ attributes }: XmlElement, own: string | undefined, { keys }: Job): readonly Property[] {
  const properties: Property[] = []
  const { tuid } = attributes
  if (tuid !== undefined && own === undefined) properties.push([keys.unit('tuid'), tuid])
  for (const name of Object.keys(attributes)) {
    const value = attributes[name] ?? ''
    if (!isImplied(name, value)) properties.push([keys.unit(name), value])
  }
  return properties
}

function countOf(variants: readonly Variant[], language: LanguageTag): number {
  let count = 0
  for (const variant of variants) if (variant.language === language) count++
  return count
}

/** A variant, and what is said of it beside its text. */
interface ReadTuv {
  readonly tuv: XmlElement
  readonly language: LanguageTag
  readonly content: readonly Run[]
  readonly notes: readonly string[]
  readonly props: readonly Property[]
}

function readTuv(tuv: XmlElement, job: Job): ReadTuv {
  const { notes, props, seg } = partsOf(tuv, job)
  const language = job.readTag(languageTagOf(tuv))
  if (language === undetermined)
    job.tally.add('READ_NO_LANGUAGE', 'a variant without a language tag that makes sense was read as und', tuv.place)
  return { tuv, language, content: seg === undefined ? [] : readSeg(seg), notes, props }
}

const languageTagOf = ({ attributes }: XmlElement): string => attributes['xml:lang'] ?? attributes.lang ?? ''

/** Adds the properties and notes of a variant to those of its unit; `count` variants in its language came before. */
function addProperties(
  { tuv, language, notes, props }: ReadTuv,
  count: number,
  all: { readonly notes: string[]; readonly properties: Property[] },
  { keys }: Job,
): void {
  const { attributes } = tuv
  const variant = variantName(language, count)
  const tag = language === undetermined ? languageTagOf(tuv) : ''
  if (tag !== '' && tag !== undetermined) all.properties.push([keys.attribute(variant, 'xml:lang'), tag])
  for (const name of Object.keys(attributes)) {
    const value = attributes[name] ?? ''
    if (!isImplied(name, value)) all.properties.push([keys.attribute(variant, name), value])
  }
  for (const [type, value] of props) all.properties.push([keys.prop(variant, type), value])
  for (const note of notes) all.notes.push(note)
}
