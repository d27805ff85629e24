import { unitIdOf } from '../../core/content.ts'
import type { Context, Input, UnitReadOptions } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import { undetermined } from '../../core/tags.ts'
import type { LanguageTag, Run, TranslationUnit, Variant } from '../../core/types.ts'
import { hasContent, ownId, sourceFirst } from '../_units/content.ts'
import { notesRead, type Property, readProvenance } from '../_units/provenance.ts'
import { addTo } from '../_units/record.ts'
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
export async function* readTmx(
  input: Input,
  context: Context,
  { withoutIds = false }: UnitReadOptions = {},
): AsyncGenerator<readonly TranslationUnit[]> {
  const tally = createTally(context)
  const left = createTally(context)
  const isSeen = createSeenIds()
  const readTag = createTagReader()
  let head: Head | undefined
  let isTmx = false
  let job: Job = { withoutIds, readTag, tally, left, keys: createKeys(), sourceLanguage: undetermined, signature: '' }
  try {
    for await (const events of parseXmlBatches(input, context, wanted)) {
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

const wanted = {
  isWhole: (name: string): boolean => name === 'tu' || name === 'header',
  isTextless: (name: string): boolean => name === 'tu' || name === 'tuv',
}

/** What the units of one file are read with. */
interface Job extends Head {
  readonly withoutIds: boolean
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
  const filled: ReadTuv[] = []
  const empty: ReadTuv[] = []
  for (const tuv of tuvs) {
    const read = readTuv(tuv, job)
    if (!hasContent(read.content)) empty.push(read)
    else {
      filled.push(read)
      variants.push({ language: read.language, content: read.content })
    }
  }
  if (variants.length < 2) {
    job.tally.add('READ_UNITS_LEFT_OUT', 'a unit without text on both sides was left out', tu.place)
    return undefined
  }
  const { tuid, srclang } = tu.attributes
  const tag = srclang === undefined ? job.sourceLanguage : job.readTag(srclang)
  const sourceLanguage = sourceLanguageOf(variants, tag)
  const own = tuid === undefined ? undefined : ownId(tuid)
  const { fields, others } = readProvenance(props, job.signature)
  const record: Record<string, string> = {}
  if (tuid !== undefined && own === undefined) addTo(record, job.keys.unit('tuid'), tuid)
  for (const name of Object.keys(tu.attributes)) {
    const value = tu.attributes[name] ?? ''
    if (!isImplied(name, value)) addTo(record, job.keys.unit(name), value)
  }
  for (const [name, value] of others) addTo(record, name, value)
  const all: Gathered = { record, notes: [...notes] }
  const nameOf = createNames(tuvs.length)
  for (const read of filled) gather(read, nameOf(read.language), all, job)
  // What is said of empty variants is kept behind what is said of those that the unit has.
  for (const read of empty) gather(read, nameOf(read.language), all, job)
  return {
    id: own ?? (job.withoutIds ? '' : unitIdOf(sourceFirst(variants, sourceLanguage))),
    sourceLanguage,
    variants,
    ...fields,
    notes: notesRead(all.notes),
    props: record,
  }
}

/** Names variants in their order. Few units have more than a handful; a list is faster for those, and a map for the others. */
function createNames(most: number): (language: LanguageTag) => string {
  if (most > 8) {
    const counts = new Map<LanguageTag, number>()
    return (language) => {
      const count = counts.get(language) ?? 0
      counts.set(language, count + 1)
      return variantName(language, count)
    }
  }
  const before: LanguageTag[] = []
  return (language) => {
    let count = 0
    for (const one of before) if (one === language) count++
    before.push(language)
    return variantName(language, count)
  }
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

/** What a unit and its variants say beside their texts. */
interface Gathered {
  readonly record: Record<string, string>
  readonly notes: string[]
}

/** Adds the properties and notes of a variant to those of its unit. */
function gather(
  { tuv, language, notes, props }: ReadTuv,
  variant: string,
  { record, notes: all }: Gathered,
  job: Job,
): void {
  const { attributes } = tuv
  const { keys } = job
  const tag = language === undetermined ? languageTagOf(tuv) : ''
  if (tag !== '' && tag !== undetermined) addTo(record, keys.attribute(variant, 'xml:lang'), tag)
  for (const name of Object.keys(attributes)) {
    const value = attributes[name] ?? ''
    if (!isImplied(name, value)) addTo(record, keys.attribute(variant, name), value)
  }
  for (const [type, value] of props) addTo(record, keys.prop(variant, type), value)
  for (const note of notes) all.push(note)
}
