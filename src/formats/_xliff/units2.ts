import type { Run } from '../../core/types.ts'
import type { Property } from '../_units/provenance.ts'
import { elementsOf, localName, textIn, type XmlElement } from '../_xml/tree.ts'
import { dataText, type OriginalData, readContent2 } from './inline2.ts'
import { faultsOfMatches } from './matches.ts'
import { kept, otherAttributes } from './properties.ts'
import type { FileHead, RawSegment, RawUnit } from './raw.ts'
import { isApprovedState2 } from './states.ts'
import { withoutIndents } from './white-space.ts'

/** Children of a `unit` that the reader understands; the others are named in its report. */
const understood: ReadonlySet<string> = new Set(['segment', 'ignorable', 'notes', 'originalData', 'metadata'])

/** What a `unit` of XLIFF 2 holds; it may have several segments. */
export function readUnit2(element: XmlElement, file: FileHead): RawUnit {
  const children = elementsOf(element)
  const names = children.map((child) => localName(child.name))
  const all = (name: string) => children.filter((_, i) => names[i] === name)
  const data: OriginalData = new Map(
    all('originalData')
      .flatMap(elementsOf)
      .map((one) => [one.attributes.id ?? '', dataText(one)]),
  )
  const segments = all('segment')
  const { id = '', name, translate } = element.attributes
  const attributes: readonly (readonly [string, string | undefined])[] = [
    [kept.name, name],
    [kept.translate, translate],
  ]
  const space = element.attributes['xml:space'] ?? file.space
  return {
    id,
    place: element.place,
    isApproved: false,
    segments: segments.map((segment) => segmentOf(segment, data, space)),
    notes: all('notes').flatMap(elementsOf).map(textIn),
    properties: [
      ...attributes.filter((pair): pair is Property => pair[1] !== undefined),
      ...otherAttributes(element),
      ...all('metadata').flatMap(metadataOf),
    ],
    leftOut: children.filter((_, i) => !understood.has(names[i] ?? '')).map((child) => child.name),
    faults: all('matches').flatMap((matches) => faultsOfMatches(matches, children)),
  }
}

/** Type and text of every `meta` in a `metadata`, at any depth. */
export function metadataOf(element: XmlElement): readonly Property[] {
  return elementsOf(element).flatMap((child): readonly Property[] =>
    localName(child.name) === 'meta' ? [[child.attributes.type ?? '', textIn(child)]] : metadataOf(child),
  )
}

function segmentOf(segment: XmlElement, data: OriginalData, space: string | undefined): RawSegment {
  const read = (name: string): readonly Run[] => {
    const element = elementsOf(segment).find((child) => localName(child.name) === name)
    if (element === undefined) return []
    const content = readContent2(element, data)
    return (element.attributes['xml:space'] ?? space) === 'preserve' ? content : withoutIndents(content)
  }
  const { state } = segment.attributes
  return {
    source: read('source'),
    target: read('target'),
    properties: [...(state === undefined ? [] : [[kept.state, state] as const]), ...otherAttributes(segment)],
    isApproved: isApprovedState2(state),
  }
}
