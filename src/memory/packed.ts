import { unitIdOf } from '../core/content.ts'
import { decisionStates, relations } from '../core/relations.ts'
import type { Decision, LanguageTag, Origin, Run, TranslationUnit, Variant } from '../core/types.ts'
import { changedSeconds, packDate, unpackDate } from './dates.ts'
import type { PackedUnit, UnitRow } from './store.ts'
import type { MemoryUnit, UnitContext, UnitFilter } from './types.ts'

/** A content as JSON: a text alone, or texts and `[role, id, native code]` in turn. */
type PackedContent = string | readonly (string | readonly [role: string, id: string, data: string])[]
type PackedVariant = readonly [language: LanguageTag, content: PackedContent]

/** What is a unit's own, beside its contents. */
interface Own {
  /** Properties that differ from unit to unit. */
  readonly p?: Readonly<Record<string, string>>
  readonly n?: readonly string[]
  /** Who decided, when, and what they said. */
  readonly d?: readonly [by: string, at: string, comment?: string]
  /** Segments of both sides, shape, evidence. */
  readonly o?: readonly [sourceSegments: string, targetSegments: string, shape: string, evidence: string]
}

/** What units of one origin have in common. */
interface Shared {
  readonly p?: Readonly<Record<string, string>>
  /** Documents and signature. */
  readonly o?: readonly [sourceFile: string, targetFile: string, signature: string]
}

/**
 * A unit as a store keeps it. Its variants are brought into the order of their languages, so that units with the same contents
 * are the same unit whichever side their files call the source; several in one language stay as they came.
 */
export function packUnit(unit: TranslationUnit, context: UnitContext = {}): PackedUnit {
  const variants = byLanguage(unit.variants)
  const contents = JSON.stringify(variants.map(packVariant))
  const props = packProps(unit.props)
  const { origin, decision, notes } = unit
  const own: Packed<Own> = {
    p: props.own,
    n: notes.length === 0 ? '' : JSON.stringify(notes),
    d: decision.state === 'proposed' ? '' : JSON.stringify(packDecision(decision)),
    o: origin === undefined ? '' : JSON.stringify(packOrigin(origin)),
  }
  const shared: Packed<Shared> = {
    p: props.shared,
    o: origin === undefined ? '' : JSON.stringify([origin.sourceFile, origin.targetFile, origin.signature]),
  }
  const ownText = objectText(member('p', own.p) + member('n', own.n) + member('d', own.d) + member('o', own.o))
  return {
    identity: identityOf(contents),
    languages: languagesOf(variants),
    sourceLanguage: unit.sourceLanguage,
    relation: unit.relation === undefined ? 0 : relations.indexOf(unit.relation) + 1,
    confidence: unit.confidence === undefined ? -1 : Math.round(unit.confidence * 10_000),
    state: decisionStates.indexOf(decision.state),
    changed: changedSeconds(unit.props),
    before: context.before ?? 0,
    after: context.after ?? 0,
    body: ownText === '' ? contents : `${contents}\n${ownText}`,
    shared: objectText(member('p', shared.p) + member('o', shared.o)),
  }
}

/** JSON of each member; empty for those that are not there. */
type Packed<T> = { readonly [K in keyof T]-?: string }

const member = (key: string, json: string): string => (json === '' ? '' : `,"${key}":${json}`)

/** An object of members with a comma before each; empty when there is none. */
const objectText = (members: string): string => (members === '' ? '' : `{${members.slice(1)}}`)

/** The reverse of `packUnit`. */
export function unpackUnit(row: UnitRow): MemoryUnit {
  const variants = unpackVariants(row)
  return {
    key: row.key,
    memory: row.memory,
    unit: { variants, ...unpackRest(row, variants) },
    uses: row.uses,
    context: contextOf(row),
    ...(row.neighbours === undefined ? {} : { otherContexts: row.neighbours.map(contextOf) }),
    step: row.step,
  }
}

/** The neighbours of a packed unit as those of a unit. */
export const contextOf = ({ before, after }: Pick<PackedUnit, 'before' | 'after'>): UnitContext => ({
  ...(before === 0 ? {} : { before }),
  ...(after === 0 ? {} : { after }),
})

/** The variants of a packed unit, those in the source language first: a tenth of the work of `unpackUnit`. */
export function unpackVariants({
  body,
  sourceLanguage,
}: Pick<PackedUnit, 'body' | 'sourceLanguage'>): readonly Variant[] {
  const end = body.indexOf('\n')
  const packed: readonly PackedVariant[] = JSON.parse(end < 0 ? body : body.slice(0, end))
  return sourceFirst(packed.map(unpackVariant), sourceLanguage)
}

/** All of a packed unit but its variants, as a sighting keeps it. */
export function unpackRest(
  row: PackedUnit,
  variants: readonly Variant[] = unpackVariants(row),
): Omit<TranslationUnit, 'variants'> {
  const end = row.body.indexOf('\n')
  const own: Own = end < 0 ? {} : JSON.parse(row.body.slice(end + 1))
  const shared: Shared = row.shared === '' ? {} : JSON.parse(row.shared)
  const relation = relations[row.relation - 1]
  const origin = unpackOrigin(own.o, shared.o)
  return {
    id: unitIdOf(variants),
    sourceLanguage: row.sourceLanguage,
    decision: unpackDecision(decisionStates[row.state] ?? 'proposed', own.d),
    ...(relation === undefined ? {} : { relation }),
    ...(row.confidence < 0 ? {} : { confidence: row.confidence / 10_000 }),
    ...(origin === undefined ? {} : { origin }),
    notes: own.n ?? [],
    props: unpackProps(own.p, shared.p),
  }
}

/** A body with the decision of another body of the same contents: who decided, when, and what they said. */
export function withDecisionOf(body: string, other: string): string {
  const ownOf = (text: string): Own => {
    const end = text.indexOf('\n')
    return end < 0 ? {} : JSON.parse(text.slice(end + 1))
  }
  const [contents = ''] = body.split('\n', 1)
  const { d } = ownOf(other)
  const { d: _, ...own } = ownOf(body)
  const text = textOfRecord<Own>({ ...own, ...(d === undefined ? {} : { d }) })
  return text === '' ? contents : `${contents}\n${text}`
}

function languagesOf(variants: readonly Variant[]): string {
  const [first, second] = variants
  // Nearly every unit has two.
  if (first !== undefined && second !== undefined && variants.length === 2)
    return `${first.language} ${second.language}`
  return variants.map(({ language }) => language).join(' ')
}

const textOfRecord = <T extends object>(record: T): string => (isEmpty(record) ? '' : JSON.stringify(record))

function isEmpty(record: object): boolean {
  for (const _ in record) return false
  return true
}

/** The variants of a unit in the order in which `unpackUnit` gives them back: those in the source language, then by language; several in one language as they came. */
export const orderedVariants = ({ variants, sourceLanguage }: TranslationUnit): readonly Variant[] =>
  sourceFirst(byLanguage(variants), sourceLanguage)

function byLanguage(variants: readonly Variant[]): readonly Variant[] {
  const [first, second] = variants
  if (first !== undefined && second !== undefined && variants.length === 2)
    return first.language <= second.language ? variants : [second, first]
  // Stable: which of several in one language is the source, or comes last, means something, and properties count them.
  return [...variants].sort((a, b) => compare(a.language, b.language))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const packVariant = ({ language, content }: Variant): PackedVariant => [language, packContent(content)]

function packContent(content: readonly Run[]): PackedContent {
  const [first] = content
  if (first === undefined) return ''
  if (content.length === 1 && first.kind === 'text') return first.text
  return content.map((run) => (run.kind === 'text' ? run.text : ([run.role, run.id, run.data] as const)))
}

function unpackVariant([language, content]: PackedVariant): Variant {
  if (typeof content === 'string') return { language, content: content === '' ? [] : [{ kind: 'text', text: content }] }
  return { language, content: content.map(unpackRun) }
}

function unpackRun(packed: string | readonly [role: string, id: string, data: string]): Run {
  if (typeof packed === 'string') return { kind: 'text', text: packed }
  const [role, id, data] = packed
  return { kind: 'code', role: role === 'open' || role === 'close' ? role : 'single', id, data }
}

/** Variants in the source language first, the others as they stand. */
function sourceFirst(variants: readonly Variant[], source: LanguageTag): readonly Variant[] {
  const isSource = (variant: Variant): boolean => variant.language === source
  return [...variants.filter(isSource), ...variants.filter((variant) => !isSource(variant))]
}

const packDecision = (decision: Exclude<Decision, { readonly state: 'proposed' }>): NonNullable<Own['d']> =>
  decision.comment === undefined ? [decision.by, decision.at] : [decision.by, decision.at, decision.comment]

function unpackDecision(state: Decision['state'], packed: Own['d']): Decision {
  if (state === 'proposed') return { state }
  const [by = '', at = '', comment] = packed ?? []
  return comment === undefined ? { state, by, at } : { state, by, at, comment }
}

/** What of an origin is a unit's own; evidence ids are joined as no id holds a line end. */
const packOrigin = (origin: Origin): NonNullable<Own['o']> => [
  origin.sourceSegments,
  origin.targetSegments,
  origin.shape,
  origin.evidence.join('\n'),
]

function unpackOrigin(own: Own['o'], shared: Shared['o']): Origin | undefined {
  if (shared === undefined) return undefined
  const [sourceFile, targetFile, signature] = shared
  const [sourceSegments = '', targetSegments = '', shape = '', evidence = ''] = own ?? []
  return {
    sourceFile,
    targetFile,
    sourceSegments,
    targetSegments,
    shape,
    evidence: evidence === '' ? [] : evidence.split('\n'),
    signature,
  }
}

/** Names of attributes that differ from unit to unit, as `formats/tmx/props.ts` keeps them, and what they are called here. */
const shortNames: ReadonlyMap<string, string> = new Map([
  ['tuid', 't'],
  ['creationdate', 'c'],
  ['changedate', 'h'],
  ['lastusagedate', 'l'],
  ['usagecount', 'u'],
])
const shortKeys: ReadonlyMap<string, string> = new Map([...shortNames].map(([long, short]) => [`@${long}`, short]))
const longNames: ReadonlyMap<string, string> = new Map([...shortNames].map(([long, short]) => [short, `@${long}`]))

/** Values longer than this are taken to be of one unit alone. */
const longestShared = 48
/** Types that tie a unit to its place in a file. */
const placed = /^(?:x-)?(?:context|id|prev|next|path|segment|file-context)/iu

/** JSON of the properties that are a unit's own and of those that it may share; empty where there are none. */
function packProps(props: Readonly<Record<string, string>>): { readonly own: string; readonly shared: string } {
  let own = ''
  let shared = ''
  for (const key in props) {
    const value = props[key] ?? ''
    const short = key.charCodeAt(0) === 64 ? shortKey(key) : undefined
    if (short !== undefined) own += `,${quoted(short)}:${quoted(packDate(value))}`
    else if (value.length > longestShared || placed.test(key)) own += `,${quoted(`=${key}`)}:${quoted(value)}`
    else shared += `,${quoted(key)}:${quoted(value)}`
  }
  return { own: objectText(own), shared: objectText(shared) }
}

/** As `JSON.stringify`, faster for short and plain texts. */
function quoted(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 || code === 0x22 || code === 0x5c || code >= 0xd800) return JSON.stringify(text)
  }
  return `"${text}"`
}

/** `@creationdate` is `c`, `@nl@creationdate` is `nl@c`; undefined for keys of other kinds. */
function shortKey(key: string): string | undefined {
  const known = shortKeys.get(key)
  if (known !== undefined) return known
  const last = key.lastIndexOf('@')
  const short = shortNames.get(key.slice(last + 1))
  return short === undefined ? undefined : last === 0 ? short : `${key.slice(1, last)}@${short}`
}

function unpackProps(own: Own['p'] = {}, shared: Shared['p'] = {}): Readonly<Record<string, string>> {
  const props: Record<string, string> = {}
  for (const key in own) {
    const value = own[key] ?? ''
    if (key.startsWith('=')) setProp(props, key.slice(1), value)
    else setProp(props, longKey(key), unpackDate(value))
  }
  for (const key in shared) setProp(props, key, shared[key] ?? '')
  return props
}

/** As an object literal would: a file may call a property `__proto__`. */
function setProp(props: Record<string, string>, key: string, value: string): void {
  if (key !== '__proto__') props[key] = value
  else Object.defineProperty(props, key, { value, configurable: true, enumerable: true, writable: true })
}

function longKey(key: string): string {
  const last = key.lastIndexOf('@')
  const name = longNames.get(last < 0 ? key : key.slice(last + 1)) ?? '@'
  return last < 0 ? name : `@${key.slice(0, last)}${name}`
}

/** 48 bits of two multiplicative hashes (Knuth, TAOCP 3, 6.4, with the constants of MurmurHash3's finaliser). */
export function identityOf(text: string): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x85ebca6b)
    b = Math.imul(b ^ code, 0xc2b2ae35)
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return (b >>> 16) * 0x1_0000_0000 + (a >>> 0)
}

/** Judges bodies by whether the plain text of a variant holds a text, in any case. */
export function holdsText(text: string): (body: string) => boolean {
  const wanted = text.toLowerCase()
  const packed = JSON.stringify(wanted).slice(1, -1)
  return (body) => {
    const lower = body.toLowerCase()
    // Codes stand between the parts of a text, so that what goes across one cannot be seen in the JSON.
    if (!lower.includes(packed) && !lower.includes(',[[') && !lower.includes('",["') && !lower.includes('],"'))
      return false
    const end = body.indexOf('\n')
    const variants: readonly PackedVariant[] = JSON.parse(end < 0 ? body : body.slice(0, end))
    return variants.some(([, content]) => textOfPacked(content).toLowerCase().includes(wanted))
  }
}

const textOfPacked = (content: PackedContent): string =>
  typeof content === 'string' ? content : content.map((run) => (typeof run === 'string' ? run : '')).join('')

/** Names of the documents that units with this in common come from; empty where nothing is known. */
export function documentsOf(shared: string): readonly string[] {
  if (shared === '') return []
  const { o }: Shared = JSON.parse(shared)
  return o === undefined ? [] : [o[0], o[1]]
}

/** False when no unit that has this in common with others can come from the documents, or have the fields, that a filter names. */
export function mayHold(shared: string, filter: UnitFilter): boolean {
  const parts = Object.entries(filter.fields ?? {}).flatMap(([name, value]) =>
    isAlwaysShared(name, value) ? value : [],
  )
  if (filter.origin !== undefined) parts.push(filter.origin)
  if (parts.length === 0) return true
  const text = shared.toLowerCase()
  return parts.every((part) => text.includes(JSON.stringify(part.toLowerCase()).slice(1, -1)))
}

/** Half of what may be shared, as a letter may take up more room in the other case. */
const isAlwaysShared = (name: string, value: string): boolean =>
  value.length <= longestShared / 2 && !placed.test(name) && !shortNames.has(name.slice(name.lastIndexOf('@') + 1))
