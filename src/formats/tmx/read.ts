import type { Context, Input } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import { sameLanguage, undetermined } from '../../core/tags.ts'
import type { LanguageTag, TranslationUnit, Variant } from '../../core/types.ts'
import { hasContent, ownId, sourceFirst, unitIdOf } from '../_units/content.ts'
import { notesRead, type Property, readProvenance } from '../_units/provenance.ts'
import { recordOf } from '../_units/record.ts'
import { createTally, type Tally } from '../_units/reports.ts'
import { createSeenIds } from '../_units/seen.ts'
import { parseXml } from '../_xml/parse.ts'
import { createTagReader } from '../_xml/tags.ts'
import { elementsOf, textIn, type XmlElement } from '../_xml/tree.ts'
import { keptAttributes, undisguisedType, unitAttribute, variantAttribute, variantProp } from './props.ts'
import { readSeg } from './seg.ts'
import { signatureProp } from './write.ts'

/** What the head of the file says about all units. */
interface Head {
  readonly sourceLanguage: string
  readonly signature: string
}

/**
 * The units of a TMX file, 1.1 to 1.4, as a stream: complete units before a damaged place come out first, then the error.
 * Units with fewer than two filled variants are left out and reported. A unit's source language is that of a variant it has,
 * whatever the header claims.
 */
export async function* readTmx(input: Input, context: Context): AsyncGenerator<TranslationUnit> {
  const tally = createTally()
  const isSeen = createSeenIds()
  const readTag = createTagReader()
  let head: Head | undefined
  let isTmx = false
  try {
    for await (const event of parseXml(input, context, (name) => name === 'tu' || name === 'header')) {
      if (event.kind === 'open' && event.element.name === 'tmx') isTmx = true
      else if (!isTmx) throw new AppError('READ_MALFORMED', `${input.name} is XML, but not TMX`)
      if (event.kind !== 'whole') continue
      const { element } = event
      if (element.name === 'header') head = readHead(element)
      else {
        const { tuid } = element.attributes
        if (tuid !== undefined && isSeen(tuid))
          tally.add('READ_DUPLICATE_IDS', 'an id is used twice; both units were read', element.place)
        const unit = readUnit(element, { readTag, tally, ...(head ?? { sourceLanguage: '', signature: '' }) })
        if (unit !== undefined) yield unit
      }
    }
    if (head === undefined) tally.add('READ_NO_HEADER', 'the file has no header', { line: 1, column: 1 })
  } finally {
    tally.report(input.name, context)
  }
}

/** What the units of one file are read with. */
interface Job extends Head {
  readonly readTag: (tag: string) => LanguageTag
  readonly tally: Tally
}

function readHead(header: XmlElement): Head {
  const signature = elementsOf(header).find((child) => child.attributes.type === signatureProp)
  return {
    sourceLanguage: header.attributes.srclang ?? '',
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
function partsOf(element: XmlElement): Parts {
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
  }
  return { notes, props, tuvs, seg }
}

interface ReadVariant {
  readonly variant: Variant | undefined
  readonly notes: readonly string[]
  readonly properties: readonly Property[]
}

function readUnit(tu: XmlElement, job: Job): TranslationUnit | undefined {
  const { notes, props, tuvs } = partsOf(tu)
  const read = tuvs.map((tuv) => readVariant(tuv, job))
  const variants = read.flatMap(({ variant }) => variant ?? [])
  if (variants.length < 2) {
    job.tally.add('READ_UNITS_LEFT_OUT', 'a unit without text on both sides was left out', tu.place)
    return undefined
  }
  const { tuid, srclang } = tu.attributes
  const sourceLanguage = sourceLanguageOf(variants, job.readTag(srclang ?? job.sourceLanguage))
  const own = tuid === undefined ? undefined : ownId(tuid)
  const provenance = readProvenance(props, job.signature)
  return {
    id: own ?? unitIdOf(sourceFirst(variants, sourceLanguage)),
    sourceLanguage,
    variants,
    ...provenance.fields,
    notes: notesRead([...notes, ...read.flatMap((one) => one.notes)]),
    props: recordOf([
      ...(tuid === undefined || own !== undefined ? [] : [[unitAttribute('tuid'), tuid] as const]),
      ...attributesIn(tu, unitAttribute),
      ...provenance.others,
      ...read.flatMap((one) => one.properties),
    ]),
  }
}

function readVariant(tuv: XmlElement, job: Job): ReadVariant {
  const { notes, props, seg } = partsOf(tuv)
  const content = seg === undefined ? [] : readSeg(seg)
  const language = job.readTag(tuv.attributes['xml:lang'] ?? tuv.attributes.lang ?? '')
  if (language === undetermined)
    job.tally.add('READ_NO_LANGUAGE', 'a variant without a language tag that makes sense was read as und', tuv.place)
  return {
    variant: hasContent(content) ? { language, content } : undefined,
    notes,
    properties: [
      ...attributesIn(tuv, (name) => variantAttribute(language, name)),
      ...props.map(([name, value]): Property => [variantProp(language, name), value]),
    ],
  }
}

/** The language of the variant that the file calls the source, else of the first one. */
function sourceLanguageOf(variants: readonly Variant[], tag: LanguageTag): LanguageTag {
  const languages = variants.map((variant) => variant.language)
  return (
    languages.find((language) => language === tag) ??
    languages.find((language) => tag !== undetermined && sameLanguage(language, tag)) ??
    languages[0] ??
    undetermined
  )
}

const attributesIn = (element: XmlElement, key: (name: string) => string): readonly Property[] =>
  Object.entries(element.attributes)
    .filter(([name]) => keptAttributes.includes(name))
    .map(([name, value]): Property => [key(name), value])
