import type { Property } from '../_units/provenance.ts'

/**
 * How parts of a unit that are no `prop` of its `tu` are kept among `TranslationUnit.props`, so that they come back on export:
 * `@creationdate` is an attribute of the `tu`, `@nl@changeid` one of the variant in that language, `@nl:client` a `prop` of it.
 */
const special = /^@(?:([^@:]+)([@:]))?(.*)$/su

/** A property taken apart; `language` is absent for the unit itself. */
export interface PlacedProperty {
  readonly kind: 'attribute' | 'prop'
  readonly language?: string
  readonly name: string
  readonly value: string
}

export const unitAttribute = (name: string): string => `@${name}`
export const variantAttribute = (language: string, name: string): string => `@${language}@${name}`
export const variantProp = (language: string, name: string): string => `@${language}:${name}`

/**
 * Where a property of `TranslationUnit.props` belongs in a `tu` whose variants are in these languages. Names that only look like
 * ours are props of the unit.
 */
export function placeProperty([key, value]: Property, languages: ReadonlySet<string>): PlacedProperty {
  const [, language, mark, name = ''] = special.exec(key) ?? []
  const isAttribute = mark !== ':' && (keptAttributes.includes(name) || (name === 'tuid' && language === undefined))
  if (language === undefined)
    return isAttribute ? { kind: 'attribute', name, value } : { kind: 'prop', name: key, value }
  if (!languages.has(language) || (mark === '@' && !isAttribute)) return { kind: 'prop', name: key, value }
  return { kind: isAttribute ? 'attribute' : 'prop', language, name, value }
}

/** Attributes of `tu` and `tuv` that are kept; `datatype`, `segtype` and languages say nothing that the file does not. */
export const keptAttributes: readonly string[] = [
  'usagecount',
  'lastusagedate',
  'creationtool',
  'creationtoolversion',
  'creationdate',
  'creationid',
  'changedate',
  'changeid',
]

/** Attributes that hold a time; a malformed one is not written. */
export const isDateAttribute = (name: string): boolean => name.endsWith('date')
export const isTmxDate = (text: string): boolean => /^\d{8}T\d{6}Z$/u.test(text)

/** Types that bind a unit to one place in OmegaT, which then never inserts it elsewhere, and those types in disguise. */
const binding = /^(?:x-prop-)*(?:file|id|prev|next|path)$/u
const disguise = 'x-prop-'

/** The type to write: binding ones travel under another name. */
export const disguisedType = (type: string): string => (binding.test(type) ? disguise + type : type)

/** The reverse of `disguisedType`. */
export const undisguisedType = (type: string): string =>
  type.startsWith(disguise) && binding.test(type) ? type.slice(disguise.length) : type
