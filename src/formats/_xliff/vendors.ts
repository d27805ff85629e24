import type { Property } from '../_units/provenance.ts'
import { elementsOf, localName, textIn, type XmlElement } from '../_xml/tree.ts'

/** Prefix of the properties that come from a `sdl:seg`. */
const tradosPrefix = 'sdl:'

/**
 * What Trados says of each segment in the `sdl:seg-defs` of a unit, by the number of the segment: `sdl:conf`, `sdl:origin`,
 * `sdl:percent`, `sdl:created_by` …
 */
export function definitionsOf(element: XmlElement | undefined): ReadonlyMap<string, readonly Property[]> {
  const segments = element === undefined ? [] : elementsOf(element).filter((one) => localName(one.name) === 'seg')
  return new Map(segments.map((segment) => [segment.attributes.id ?? '', definitionOf(segment)]))
}

function definitionOf(segment: XmlElement): readonly Property[] {
  const attributes = Object.entries(segment.attributes).filter(([name]) => name !== 'id' && !name.startsWith('xmlns'))
  const values = elementsOf(segment).filter((one) => localName(one.name) === 'value')
  return [
    ...attributes.map(([name, value]): Property => [tradosPrefix + name, value]),
    ...values.map((one): Property => [tradosPrefix + (one.attributes.key ?? ''), textIn(one)]),
  ]
}

/** What a person decided on a segment, in the words of another tool; `by` and `at` are empty where it does not say. */
export interface Verdict {
  readonly state: 'accepted' | 'rejected'
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

/** The verdict that Trados, memoQ or Phrase keep among the properties of a segment; undefined when there is none. */
export function verdictOf(properties: readonly Property[]): Verdict | undefined {
  for (const [name, value] of properties) {
    const state = verdicts[name]?.(value)
    if (state !== undefined) return { state, ...actOf(properties) }
  }
  return undefined
}

type State = Verdict['state'] | undefined

const verdicts: Readonly<Record<string, ((value: string) => State) | undefined>> = {
  'sdl:conf': (value) => (/^Approved/u.test(value) ? 'accepted' : /^Rejected/u.test(value) ? 'rejected' : undefined),
  '@mq:status': (value) =>
    /^(?:Proofread|Reviewer)/u.test(value) ? 'accepted' : value === 'Rejected' ? 'rejected' : undefined,
  '@m:confirmed': (value) => (value === '1' ? 'accepted' : undefined),
}

function actOf(properties: readonly Property[]): Pick<Verdict, 'by' | 'at'> {
  const find = (wanted: string): string => properties.find(([name]) => name === wanted)?.[1] ?? ''
  return { by: find('sdl:last_modified_by') || find('@m:modified-by'), at: isoOfTrados(find('sdl:modified_on')) }
}

/** Trados writes the month first, in the time of the world: `01/31/2026 12:00:00`. */
function isoOfTrados(text: string): string {
  const [, month, day, year, time] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d)$/u.exec(text) ?? []
  const iso = `${year}-${month}-${day}T${time}Z`
  return Number.isNaN(Date.parse(iso)) ? '' : iso
}
