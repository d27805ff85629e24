import { unitIdOf } from '../../core/content.ts'
import type { Context, Input } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import { undetermined } from '../../core/tags.ts'
import type { Decision, TranslationUnit, Variant } from '../../core/types.ts'
import { hasContent, ownId } from '../_units/content.ts'
import { notesRead, type Property, readProvenance } from '../_units/provenance.ts'
import { recordOf } from '../_units/record.ts'
import { createTally, type Tally } from '../_units/reports.ts'
import { createSeenIds } from '../_units/seen.ts'
import { parseXmlBatches } from '../_xml/parse.ts'
import { fromFileTag } from '../_xml/tags.ts'
import { localName, textIn, type XmlElement } from '../_xml/tree.ts'
import { kept, signatureLabel } from './properties.ts'
import type { FileHead, RawSegment, RawUnit } from './raw.ts'
import { ownState2, ownState12 } from './states.ts'
import { type LanguagePair, readLanguages } from './unit-languages.ts'
import { metadataOf, readUnit2 } from './units2.ts'
import { readTransUnit } from './units12.ts'
import { verdictOf } from './vendors.ts'

const wholeElements: ReadonlySet<string> = new Set(['trans-unit', 'unit', 'note', 'metadata'])
/** Elements between whose children only white space stands, by the names that most files have. */
const textlessElements: ReadonlySet<string> = new Set([
  'trans-unit',
  'context-group',
  'unit',
  'segment',
  'notes',
  'originalData',
  'mda:metadata',
  'mda:metaGroup',
])
const wanted = {
  isWhole: (name: string): boolean => wholeElements.has(localName(name)),
  isTextless: (name: string): boolean => textlessElements.has(name),
}

/**
 * The translated segments of an XLIFF file of version 1.0 to 1.2 or 2.x as a stream, all of a piece of the file at a time; a unit
 * with several segments gives several units. Complete ones before a damaged place come out first, then the error. Segments without a translation, and elements
 * that mean nothing to a memory, are left out and reported.
 */
export async function* readXliff(input: Input, context: Context): AsyncGenerator<readonly TranslationUnit[]> {
  const left = createTally(context)
  const problems = createTally(context)
  const isSeen = createSeenIds()
  let state: ReadState | undefined
  try {
    for await (const events of parseXmlBatches(input, context, wanted)) {
      const units: TranslationUnit[] = []
      for (const event of events) {
        if (state === undefined) {
          if (event.kind !== 'open' || localName(event.element.name) !== 'xliff')
            throw new AppError('READ_MALFORMED', `${input.name} is XML, but not XLIFF`)
          state = { ...startOf(event.element, input.name), files: 0 }
        } else if (event.kind === 'open') state = enter(state, event.element, problems)
        else if (event.kind === 'close') state = leave(state)
        else if (!event.element.name.endsWith('unit'))
          state = { ...state, head: withSignature(state.head, event.element) }
        else {
          const { head, isVersion2, files } = state
          const raw = isVersion2 ? readUnit2(event.element, head) : readTransUnit(event.element, head)
          if (isSeen(`${files} ${raw.id}`))
            problems.add('READ_DUPLICATE_IDS', 'an id is used twice; both units were read', event.element.place)
          for (const name of raw.leftOut)
            left.add('READ_ELEMENTS_LEFT_OUT', `${name} was left out`, event.element.place)
          for (const fault of raw.faults ?? []) problems.add('READ_FAULTY_MATCHES', fault, event.element.place)
          for (const unit of unitsOfRaw(raw, head, input.name, problems)) units.push(unit)
        }
      }
      yield units
    }
  } finally {
    left.report(input.name, context, 'info')
    problems.report(input.name, context)
  }
}

interface ReadState {
  readonly isVersion2: boolean
  readonly head: FileHead
  /** Heads to go back to, one an open element. */
  readonly outer: readonly FileHead[]
  /** How many `file` elements were met: ids are unique within one. */
  readonly files: number
}

function startOf(root: XmlElement, name: string): Omit<ReadState, 'files'> {
  const { version = '', srcLang, trgLang } = root.attributes
  if (version !== '' && !/^(?:1\.[0-2]|2\.\d)$/u.test(version))
    throw new AppError('READ_MALFORMED', `${name} is XLIFF of version ${version}, which is not read`, {
      hint: 'Versions 1.0 to 1.2 and 2.x are read.',
    })
  return {
    isVersion2: version === '' ? srcLang !== undefined : version.startsWith('2'),
    head: {
      sourceLanguage: fromFileTag(srcLang ?? ''),
      targetLanguage: fromFileTag(trgLang ?? ''),
      signature: '',
      date: undefined,
      space: root.attributes['xml:space'],
    },
    outer: [],
  }
}

function enter(state: ReadState, element: XmlElement, problems: Tally): ReadState {
  const outer = [...state.outer, state.head]
  const { attributes } = element
  const head = { ...state.head, space: attributes['xml:space'] ?? state.head.space }
  if (localName(element.name) !== 'file') return { ...state, head, outer }
  const source = attributes['source-language']
  const target = attributes['target-language']
  const inside: FileHead = {
    ...head,
    sourceLanguage: source === undefined ? head.sourceLanguage : fromFileTag(source),
    targetLanguage: target === undefined ? head.targetLanguage : fromFileTag(target),
    signature: '',
    date: attributes.date,
  }
  if (inside.sourceLanguage === undetermined || inside.targetLanguage === undetermined)
    problems.add('READ_NO_LANGUAGE', 'a file does not say both of its languages; und was taken', element.place)
  return { ...state, head: inside, outer, files: state.files + 1 }
}

/** Back to the outer element; but the signature stands in the header of a file and holds for its body. */
function leave(state: ReadState): ReadState {
  const before = state.outer.at(-1) ?? state.head
  return { ...state, head: { ...before, signature: state.head.signature }, outer: state.outer.slice(0, -1) }
}

function withSignature(head: FileHead, element: XmlElement): FileHead {
  const text = textIn(element)
  if (localName(element.name) === 'note')
    return text.startsWith(signatureLabel) ? { ...head, signature: text.slice(signatureLabel.length) } : head
  const found = metadataOf(element).find(([type]) => `${type}: ` === signatureLabel)
  return found === undefined ? head : { ...head, signature: found[1] }
}

/** The translated segments of a unit, with what is ours told from what is not. */
export function* unitsOfRaw(raw: RawUnit, head: FileHead, name: string, problems: Tally): Generator<TranslationUnit> {
  const { languages, others: rest } = readLanguages(raw.properties, head)
  const { fields, others, isOurs } = readProvenance(rest, head.signature)
  const own = ownId(raw.id)
  const id: readonly Property[] = own === undefined ? [[kept.id, raw.id]] : []
  const where = raw.place ?? raw.id
  if (raw.segments.length === 0) problems.add('READ_UNITS_LEFT_OUT', 'a unit without segments was left out', where)
  for (const segment of raw.segments) {
    const variants = variantsOf(segment, languages)
    if (variants === undefined) {
      problems.add('READ_UNITS_LEFT_OUT', 'a segment without a translation was left out', where)
      continue
    }
    const properties = segment.properties === undefined ? others : [...others, ...segment.properties]
    const isApproved = segment.isApproved ?? raw.isApproved
    const unit: TranslationUnit = {
      id: own !== undefined && raw.segments.length === 1 ? own : unitIdOf(variants),
      sourceLanguage: languages.sourceLanguage,
      variants,
      ...fields,
      decision: isOurs ? fields.decision : foreignDecision(properties, isApproved, head, name),
      notes: notesRead(raw.notes),
      props: {},
    }
    const foreign = isOurs ? withoutOwnState(properties, unit) : properties
    yield { ...unit, props: recordOf([...id, ...foreign]) }
  }
}

/** A state that we would write ourselves says nothing that the unit does not. */
function withoutOwnState(properties: readonly Property[], unit: TranslationUnit): readonly Property[] {
  const own: readonly string[] = [ownState12(unit).state, ownState2(unit).state]
  return properties.filter(([name, value]) => name !== kept.state || !own.includes(value))
}

function variantsOf(segment: RawSegment, languages: LanguagePair): readonly Variant[] | undefined {
  if (!hasContent(segment.source) || !hasContent(segment.target)) return undefined
  return [
    { language: languages.sourceLanguage, content: segment.source },
    { language: languages.targetLanguage, content: segment.target },
  ]
}

/** What another tool calls approved, final or signed off was accepted by somebody, whom few files name. */
function foreignDecision(properties: readonly Property[], isApproved: boolean, head: FileHead, name: string): Decision {
  const verdict = verdictOf(properties)
  const at = head.date ?? ''
  if (verdict !== undefined) return { state: verdict.state, by: verdict.by || name, at: verdict.at || at }
  return isApproved ? { state: 'accepted', by: name, at } : { state: 'proposed' }
}
