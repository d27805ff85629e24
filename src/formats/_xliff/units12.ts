import type { Run } from '../../core/types.ts'
import type { Property } from '../_units/provenance.ts'
import { elementsOf, localName, textIn, type XmlElement } from '../_xml/tree.ts'
import { readContent12, segmentMarks } from './inline12.ts'
import { kept, nameOfContextType, otherAttributes } from './properties.ts'
import type { FileHead, RawSegment, RawUnit } from './raw.ts'
import { isApprovedState12 } from './states.ts'
import { definitionsOf } from './vendors.ts'
import { withoutIndents } from './white-space.ts'

/** Children of a `trans-unit` that the reader understands; the others are named in its report. */
const understood: ReadonlySet<string> = new Set(['source', 'seg-source', 'target', 'note', 'context-group', 'seg-defs'])

/** What a `trans-unit` of XLIFF 1 holds. */
export function readTransUnit(element: XmlElement, file: FileHead): RawUnit {
  const children = elementsOf(element)
  const names = children.map((child) => localName(child.name))
  const one = (name: string) => children[names.indexOf(name)]
  const all = (name: string) => children.filter((_, i) => names[i] === name)
  const target = one('target')
  const { id = '', resname, translate, approved } = element.attributes
  const state = target?.attributes.state
  const attributes: readonly (readonly [string, string | undefined])[] = [
    [kept.name, resname],
    [kept.translate, translate],
    [kept.state, state],
  ]
  return {
    id,
    place: element.place,
    isApproved: approved === 'yes' || isApprovedState12(state),
    segments: segmentsOf(one('source'), one('seg-source'), target, one('seg-defs'), isPreserved(element, file)),
    notes: all('note').map(textIn),
    properties: [
      ...attributes.filter((pair): pair is Property => pair[1] !== undefined),
      ...otherAttributes(element),
      ...(target === undefined ? [] : otherAttributes(target, 'target:')),
      ...all('context-group').flatMap(contextsOf),
    ],
    leftOut: children.filter((_, i) => !understood.has(names[i] ?? '')).map((child) => child.name),
  }
}

const isPreserved = (element: XmlElement, file: FileHead): boolean =>
  (element.attributes['xml:space'] ?? file.space) === 'preserve'

const contextsOf = (group: XmlElement): readonly Property[] =>
  elementsOf(group).map(
    (context): Property => [nameOfContextType(context.attributes['context-type'] ?? ''), textIn(context)],
  )

/** Marked segments pair up by their number; where the target has no marks, the unit is one segment. */
function segmentsOf(
  source: XmlElement | undefined,
  segSource: XmlElement | undefined,
  target: XmlElement | undefined,
  definitions: XmlElement | undefined,
  preserve: boolean,
): readonly RawSegment[] {
  const read = (element: XmlElement | undefined): readonly Run[] => {
    if (element === undefined) return []
    const content = readContent12(element)
    return preserve ? content : withoutIndents(content)
  }
  const marks = segSource === undefined ? [] : segmentMarks(segSource)
  const targetMarks = target === undefined ? [] : segmentMarks(target)
  const whole = [{ source: read(source ?? segSource), target: read(target) }]
  if (marks.length === 0 || (targetMarks.length === 0 && read(target).length > 0)) return whole
  const numbered = new Map(targetMarks.map((mark) => [mark.attributes.mid, mark]))
  const defined = definitionsOf(definitions)
  return marks.map((mark) => ({
    source: read(mark),
    target: read(numbered.get(mark.attributes.mid)),
    properties: defined.get(mark.attributes.mid ?? '') ?? [],
  }))
}
