import type { LanguageTag, Variant } from '../../core/types.ts'
import type { Property } from '../_units/provenance.ts'
import { isTmxDate } from './dates.ts'

/**
 * How parts of a unit that are no `prop` of its `tu` are kept among `TranslationUnit.props`, so that they come back on export:
 * `@creationdate` is an attribute of the `tu`, `@nl@changeid` one of the variant in that language, `@nl:client` a `prop` of it;
 * `@nl#2@changeid` belongs to the second variant in that language.
 */
const special = /^@(?:([^@:]+)([@:]))?(.*)$/su

export const unitAttribute = (name: string): string => `@${name}`
export const variantAttribute = (variant: string, name: string): string => `@${variant}@${name}`
export const variantProp = (variant: string, name: string): string => `@${variant}:${name}`

/** Names of variants for keys: the language, with `#2`, `#3` … for more in the same one. `count` variants in it came before. */
export const variantName = (language: LanguageTag, count: number): string =>
  count === 0 ? language : `${language}#${count + 1}`

/** The name of each variant, in their order. */
export function variantNames(variants: readonly Variant[]): readonly string[] {
  const counts = new Map<LanguageTag, number>()
  return variants.map(({ language }) => {
    const count = counts.get(language) ?? 0
    counts.set(language, count + 1)
    return variantName(language, count)
  })
}

/** Attributes of both `tu` and `tuv`, in the order in which they are written. */
const commonAttributes = [
  'usagecount',
  'lastusagedate',
  'creationtool',
  'creationtoolversion',
  'creationdate',
  'creationid',
  'changedate',
  'changeid',
  'o-encoding',
  'datatype',
  'o-tmf',
] as const

/** What the DTD of TMX 1.4 allows on a `tu`, beside `srclang`, and on a `tuv`, beside its language. */
const unitAttributes: readonly string[] = ['tuid', ...commonAttributes, 'segtype']
const variantAttributes: readonly string[] = commonAttributes

const segmentTypes: readonly string[] = ['block', 'paragraph', 'sentence', 'phrase']

/** False for values that the DTD forbids, and for malformed dates, which some clients stumble over. */
function isAllowedValue(name: string, value: string): boolean {
  if (name.endsWith('date')) return isTmxDate(value)
  return name === 'segtype' ? segmentTypes.includes(value) : name !== 'tuid' || value !== ''
}

/** Attributes and props of a `tu` or of one of its variants. */
export interface Placed {
  readonly attributes: ReadonlyMap<string, string>
  readonly props: readonly Property[]
}

/** Where the properties of a unit go. */
export interface PlacedProperties {
  readonly unit: Placed
  /** By the name of the variant. */
  readonly variants: ReadonlyMap<string, Placed>
}

interface OpenPlace {
  readonly attributes: Map<string, string>
  readonly props: Property[]
  /** Attributes that were met, allowed or not: only the first of a name is one, so that their order comes back. */
  readonly met: Set<string>
}

const emptyPlace = (): OpenPlace => ({ attributes: new Map(), props: [], met: new Set() })

/**
 * Where the properties of a unit belong in a `tu` with these variants. What only looks like an attribute, or what the DTD does
 * not allow as one, is a `prop` of the `tu` under its whole key, and so comes back as what it was.
 */
export function placeProperties(properties: readonly Property[], variants: readonly string[]): PlacedProperties {
  const unit = emptyPlace()
  const places = new Map(variants.map((name) => [name, emptyPlace()]))
  for (const [key, value] of properties) {
    const [, variant, mark, name = ''] = special.exec(key) ?? []
    const place = variant === undefined ? unit : places.get(variant)
    const allowed = place === unit ? unitAttributes : variantAttributes
    if (place !== undefined && mark === ':') place.props.push([name, value])
    else if (place !== undefined && allowed.includes(name) && claim(place, name, value))
      place.attributes.set(name, value)
    else unit.props.push([key, value])
  }
  return { unit, variants: places }
}

function claim({ met }: OpenPlace, name: string, value: string): boolean {
  if (met.has(name)) return false
  met.add(name)
  return isAllowedValue(name, value)
}

/** Attributes in the order in which they are written, the id of the unit not among them. */
export function orderedAttributes({ attributes }: Placed): readonly Property[] {
  return unitAttributes.flatMap((name): readonly Property[] => {
    const value = name === 'tuid' ? undefined : attributes.get(name)
    return value === undefined ? [] : [[name, value]]
  })
}

/** Attributes of a `tu` or `tuv` that are read in another way, or say no more than the head of every file that we write. */
export function isImplied(name: string, value: string): boolean {
  switch (name) {
    case 'tuid':
    case 'srclang':
    case 'xml:lang':
    case 'lang':
      return true
    case 'segtype':
      return value === 'sentence'
    case 'datatype':
      return value === 'plaintext'
    default:
      return false
  }
}

/** Types that bind a unit to one place in OmegaT, which then never inserts it elsewhere, and those types in disguise. */
const binding = /^(?:x-prop-)*(?:file|id|prev|next|path)$/u
const disguise = 'x-prop-'

/** The type to write: binding ones travel under another name. */
export const disguisedType = (type: string): string => (binding.test(type) ? disguise + type : type)

/** The reverse of `disguisedType`. */
export const undisguisedType = (type: string): string =>
  type.startsWith(disguise) && binding.test(type) ? type.slice(disguise.length) : type
