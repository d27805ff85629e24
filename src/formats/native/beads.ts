import { decisionStates, relations } from '../../core/relations.ts'
import type { Bead, Decision, EntityKind, Evidence, EvidenceLink, SegmentRange } from '../../core/types.ts'
import { type Checked, isThere, listOf, member, numberAt, oneOf, optionalString, stringAt } from './checks.ts'

/** Every kind of thing that a sentence names. */
export const entityKinds: readonly EntityKind[] = [
  'date',
  'number',
  'percent',
  'money',
  'ordinal',
  'place',
  'currency',
  'language',
  'organisation',
  'treaty',
  'office',
  'event',
  'title',
  'person',
]

/** How a bead is read where its ranges and its evidence are written in one way or another. */
export interface BeadSpelling {
  range(side: 'source' | 'target'): SegmentRange
  evidence(at: Checked): readonly Evidence[]
}

/** A bead of any spelling. */
export const beadSpelt = (at: Checked, { range, evidence }: BeadSpelling): Bead => ({
  id: stringAt(member(at, 'id')),
  source: range('source'),
  target: range('target'),
  score: numberAt(member(at, 'score')),
  confidence: numberAt(member(at, 'confidence')),
  relation: oneOf(member(at, 'relation'), relations),
  evidence: evidence(member(at, 'evidence')),
  decision: decisionAt(member(at, 'decision')),
  ...textsAt(member(at, 'text')),
  ...optionalString(at, 'comment'),
})

/** The member `text` of a bead, where it has one. */
const textsAt = (at: Checked): Pick<Bead, 'text'> =>
  isThere(at) ? { text: { ...optionalString(at, 'source'), ...optionalString(at, 'target') } } : {}

const proposed: Decision = { state: 'proposed' }

/** What a person decided; `proposed` when the member is missing. */
function decisionAt(at: Checked): Decision {
  if (!isThere(at)) return proposed
  const state = oneOf(member(at, 'state'), decisionStates)
  if (state === 'proposed') return { state }
  return { state, by: stringAt(member(at, 'by')), at: stringAt(member(at, 'at')), ...optionalString(at, 'comment') }
}

/** Evidence whose links are written in one way or another. */
export function evidenceSpelt(at: Checked, readLink: (at: Checked) => EvidenceLink): Evidence {
  const kind = member(at, 'kind')
  const links = member(at, 'links')
  return {
    scorer: stringAt(member(at, 'scorer')),
    score: numberAt(member(at, 'score')),
    note: stringAt(member(at, 'note')),
    ...(isThere(kind) ? { kind: oneOf(kind, [...entityKinds, 'word']) } : {}),
    ...optionalString(at, 'key'),
    ...(isThere(links) ? { links: listOf(links, readLink) } : {}),
  }
}
