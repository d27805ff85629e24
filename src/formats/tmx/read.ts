import type { Context, Input } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import { sameLanguage, undetermined } from '../../core/tags.ts'
import type { LanguageTag, TranslationUnit, Variant } from '../../core/types.ts'
import { ownId, sourceFirst, unitIdOf } from '../_units/content.ts'
import { notesRead, type Property, readProvenance } from '../_units/provenance.ts'
import { recordOf } from '../_units/record.ts'
import { createTally, type Tally } from '../_units/reports.ts'
import { createSeenIds } from '../_units/seen.ts'
import { elementsOf, parseXml, textIn, type XmlElement } from '../_xml/parse.ts'
import { fromFileTag } from '../_xml/tags.ts'
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
        const unit = readUnit(element, head ?? { sourceLanguage: '', signature: '' }, tally)
        if (unit !== undefined) yield unit
      }
    }
    if (head === undefined) tally.add('READ_NO_HEADER', 'the file has no header', { line: 1, column: 1 })
  } finally {
    tally.report(input.name, context)
  }
}

function readHead(header: XmlElement): Head {
  const signature = elementsOf(header).find((child) => child.attributes.type === signatureProp)
  return {
    sourceLanguage: header.attributes.srclang ?? '',
    signature: signature === undefined ? '' : textIn(signature),
  }
}

function readUnit(tu: XmlElement, head: Head, tally: Tally): TranslationUnit | undefined {
  const tuvs = elementsOf(tu).filter((child) => child.name === 'tuv')
  const variants = tuvs.flatMap((tuv) => readVariant(tuv, tally))
  if (variants.length < 2) {
    tally.add('READ_UNITS_LEFT_OUT', 'a unit without text on both sides was left out', tu.place)
    return undefined
  }
  const sourceLanguage = sourceLanguageOf(variants, tu.attributes.srclang ?? head.sourceLanguage)
  const tuid = tu.attributes.tuid
  const own = tuid === undefined ? undefined : ownId(tuid)
  const provenance = readProvenance(propsOf(tu), head.signature)
  return {
    id: own ?? unitIdOf(sourceFirst(variants, sourceLanguage)),
    sourceLanguage,
    variants,
    ...provenance.fields,
    notes: notesRead([tu, ...tuvs].flatMap(notesIn)),
    props: recordOf([
      ...(tuid === undefined || own !== undefined ? [] : [[unitAttribute('tuid'), tuid] as const]),
      ...attributesIn(tu, unitAttribute),
      ...provenance.others,
      ...tuvs.flatMap(variantProperties),
    ]),
  }
}

function readVariant(tuv: XmlElement, tally: Tally): readonly Variant[] {
  const seg = elementsOf(tuv).find((child) => child.name === 'seg')
  const content = seg === undefined ? [] : readSeg(seg)
  if (content.length === 0) return []
  const language = languageOf(tuv)
  if (language === undetermined)
    tally.add('READ_NO_LANGUAGE', 'a variant without a language tag that makes sense was read as und', tuv.place)
  return [{ language, content }]
}

const languageOf = (tuv: XmlElement): LanguageTag =>
  fromFileTag(tuv.attributes['xml:lang'] ?? tuv.attributes.lang ?? '')

/** The language of the variant that the file calls the source, else of the first one. */
function sourceLanguageOf(variants: readonly Variant[], stated: string): LanguageTag {
  const tag = fromFileTag(stated)
  const languages = variants.map((variant) => variant.language)
  return (
    languages.find((language) => language === tag) ??
    languages.find((language) => tag !== undetermined && sameLanguage(language, tag)) ??
    languages[0] ??
    undetermined
  )
}

const notesIn = (element: XmlElement): readonly string[] =>
  elementsOf(element).flatMap((child) => (child.name === 'note' ? [textIn(child)] : []))

const propsOf = (element: XmlElement): readonly Property[] =>
  elementsOf(element).flatMap((child): readonly Property[] =>
    child.name === 'prop' ? [[undisguisedType(child.attributes.type ?? ''), textIn(child)]] : [],
  )

const attributesIn = (element: XmlElement, key: (name: string) => string): readonly Property[] =>
  keptAttributes.flatMap((name): readonly Property[] => {
    const value = element.attributes[name]
    return value === undefined ? [] : [[key(name), value]]
  })

function variantProperties(tuv: XmlElement): readonly Property[] {
  const language = languageOf(tuv)
  return [
    ...attributesIn(tuv, (name) => variantAttribute(language, name)),
    ...propsOf(tuv).map(([name, value]): Property => [variantProp(language, name), value]),
  ]
}
