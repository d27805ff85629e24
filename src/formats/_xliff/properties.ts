import type { Property } from '../_units/provenance.ts'
import type { XmlElement } from '../_xml/tree.ts'

/**
 * How parts of a unit that are no metadata are kept among `TranslationUnit.props`, so that they come back on export: `@id` is
 * the id that another tool gave it, `@state` the state of its target.
 */
export const kept = { id: '@id', name: '@resname', state: '@state', translate: '@translate' } as const

const keptNames: ReadonlySet<string> = new Set(Object.values(kept))

/** Properties that are attributes of a unit, and those that are metadata. */
export function splitKept(properties: readonly Property[]): {
  readonly attributes: ReadonlyMap<string, string>
  readonly metadata: readonly Property[]
} {
  return {
    attributes: new Map(properties.filter(([name]) => keptNames.has(name))),
    metadata: properties.filter(([name]) => !keptNames.has(name)),
  }
}

/** What the writers say in another way, or what says nothing about a unit. */
const implied: ReadonlySet<string> = new Set([
  'id',
  'name',
  'resname',
  'translate',
  'approved',
  'state',
  'order',
  'mid',
  'mtype',
  'xml:space',
  'xml:lang',
])

const isImplied = (name: string): boolean => implied.has(name) || /^xmlns(?::|$)/u.test(name)

/**
 * The other attributes of an element, as properties: `@restype`, `@mq:status`; those of a target with `of` before the name,
 * `@target:state-qualifier`.
 */
export function otherAttributes({ attributes }: XmlElement, of = ''): readonly Property[] {
  const properties: Property[] = []
  for (const name of Object.keys(attributes)) {
    const value = attributes[name] ?? ''
    if (!isImplied(name) && !isOwnState(name, value)) properties.push([`@${of}${name}`, value])
  }
  return properties
}

/** Our own sub-states say no more than our properties do. */
const isOwnState = (name: string, value: string): boolean => name === 'subState' && value.startsWith('zinpaar:')

/** Word in the head of a file before the signature. */
export const signatureLabel = 'alignment signature: '

const contextPrefix = 'x-prop-'

/** `x-prop-my%20name`: a context type has no white space and starts with `x-`. */
export function contextTypeOf(name: string): string {
  return contextPrefix + name.replace(/[%\s]/gu, (character) => encodeURIComponent(character))
}

/** The reverse of `contextTypeOf`; types of other tools are their own names. */
export function nameOfContextType(type: string): string {
  if (!type.startsWith(contextPrefix)) return type
  try {
    return decodeURIComponent(type.slice(contextPrefix.length))
  } catch {
    return type
  }
}
