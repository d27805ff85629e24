import type { Header } from '../../core/contracts.ts'
import { relations } from '../../core/relations.ts'
import type { Decision, Origin, TranslationUnit } from '../../core/types.ts'

/** Name and value of a property, in the order in which it is written. */
export type Property = readonly [name: string, value: string]

/**
 * What we say about a unit, short and flat, in names that other tools keep or pass over. TMX carries them as `prop`,
 * XLIFF 1.2 as `context`, XLIFF 2 as `meta`.
 */
const names = {
  score: 'x-alignment-score',
  relation: 'x-alignment-relation',
  status: 'x-alignment-status',
  method: 'x-alignment-method',
  shape: 'x-alignment-type',
  evidence: 'x-alignment-evidence',
  signature: 'x-alignment-signature',
  by: 'x-alignment-decided-by',
  at: 'x-alignment-decided-at',
  comment: 'x-alignment-comment',
  sourceFile: 'x-source-file',
  targetFile: 'x-target-file',
  sourceSegments: 'x-source-segments',
  targetSegments: 'x-target-segments',
} as const

const ownNames: ReadonlySet<string> = new Set(Object.values(names))

/** Where a pair stands: nobody looked at it, somebody should, or what somebody decided. */
export type Status = 'auto' | 'needs-review' | 'reviewed' | 'manual' | 'rejected'

/** `needs-review` is for proposed pairs that are not plain translations. */
export function statusOf(unit: TranslationUnit): Status {
  const { decision, relation } = unit
  if (decision.state === 'accepted') return 'reviewed'
  if (decision.state === 'edited') return 'manual'
  if (decision.state === 'rejected') return 'rejected'
  return relation === undefined || relation === 'translation' ? 'auto' : 'needs-review'
}

/** The note that goes with `needs-review`, for clients that show notes only; empty for all other units. */
export function reviewNote(unit: TranslationUnit): readonly string[] {
  if (statusOf(unit) !== 'needs-review') return []
  return [unit.relation === 'partial' ? partialNote : relatedNote]
}
const partialNote = 'Needs review: the two sides share only part of their content.'
const relatedNote = 'Needs review: the two sides are about the same thing but are no translation of each other.'

/** What is left of a file's notes when our own review note is taken out. */
export function notesRead(notes: readonly string[]): readonly string[] {
  return notes.length === 0 ? notes : notes.filter((note) => note !== partialNote && note !== relatedNote)
}

/** Our properties of a unit; none for units that come from no alignment and no decision. */
export function provenanceOf(unit: TranslationUnit, header: Header): readonly Property[] {
  const { origin, relation, confidence, decision } = unit
  const isOurs = origin !== undefined || relation !== undefined || confidence !== undefined
  if (!isOurs && decision.state === 'proposed') return []
  const pairs: readonly (readonly [string, string | undefined])[] = [
    [names.score, confidence?.toFixed(4)],
    [names.method, origin && methodOf(origin.signature, header)],
    [names.shape, origin?.shape],
    [names.status, statusOf(unit)],
    [names.relation, relation],
    [names.evidence, origin && (encodeEvidence(origin.evidence) || undefined)],
    [names.sourceFile, origin?.sourceFile],
    [names.targetFile, origin?.targetFile],
    [names.sourceSegments, origin?.sourceSegments],
    [names.targetSegments, origin?.targetSegments],
    [names.signature, origin?.signature === header.signature ? undefined : origin?.signature],
    ...decisionPairs(decision),
  ]
  return pairs.filter((pair): pair is Property => pair[1] !== undefined)
}

function decisionPairs(decision: Decision): readonly (readonly [string, string | undefined])[] {
  if (decision.state === 'proposed') return []
  return [
    [names.by, decision.by],
    [names.at, decision.at],
    [names.comment, decision.comment],
  ]
}

/** `zinpaar/comparable`: the tool and the mode that its signature names. */
function methodOf(signature: string, header: Header): string {
  const mode = /(?:^|\|)mode:([^|]+)/u.exec(signature)?.[1]
  return mode === undefined ? header.tool : `${header.tool}/${mode}`
}

/** At most this many ids travel with a unit. */
const maxEvidence = 24

/** Ids with a space between them; white space inside one is percent-encoded. */
export const encodeEvidence = (ids: readonly string[]): string =>
  ids
    .slice(0, maxEvidence)
    .map((id) => id.replace(/[%\s]/gu, encodeURIComponent))
    .join(' ')

/** The reverse of `encodeEvidence`. */
export const decodeEvidence = (text: string): readonly string[] =>
  text
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => id.replace(/%(?:[\da-f]{2})(?:%[\da-f]{2})*/giu, decodeHex))

function decodeHex(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Taken apart again: our part of the unit, and the properties of other tools. */
export interface ReadProvenance {
  readonly fields: Pick<TranslationUnit, 'relation' | 'confidence' | 'decision' | 'origin'>
  readonly others: readonly Property[]
  /** False when the file says nothing of ours about the unit. */
  readonly isOurs: boolean
}

/** The reverse of `provenanceOf`; `signature` is the one in the head of the file. Values that make no sense stay with the others. */
export function readProvenance(properties: readonly Property[], signature: string): ReadProvenance {
  if (!properties.some(isOurs)) return { fields: { decision: undecided }, others: properties, isOurs: false }
  const ours = new Map(properties.filter(isOurs))
  const others = properties.filter(([name, value]) => ours.get(name) !== value)
  const score = ours.get(names.score)
  const relation = relations.find((word) => word === ours.get(names.relation))
  const origin = originOf(ours, signature)
  return {
    fields: {
      decision: readDecision(ours),
      ...(relation === undefined ? {} : { relation }),
      ...(score === undefined ? {} : { confidence: Number(score) }),
      ...(origin === undefined ? {} : { origin }),
    },
    others,
    isOurs: true,
  }
}

/** All names of ours start so; most names of others do not even have this letter. */
const isOurs = ([name, value]: Property): boolean =>
  name.charCodeAt(0) === ownStart && ownNames.has(name) && isSane(name, value)
const ownStart = 'x'.charCodeAt(0)
const undecided: Decision = { state: 'proposed' }

const statuses: readonly string[] = [
  'auto',
  'needs-review',
  'reviewed',
  'manual',
  'rejected',
] satisfies readonly Status[]

function isSane(name: string, value: string): boolean {
  if (name === names.score) return value.trim() !== '' && Number(value) >= 0 && Number(value) <= 1
  if (name === names.relation) return relations.some((word) => word === value)
  return name !== names.status || statuses.includes(value)
}

function readDecision(ours: ReadonlyMap<string, string>): Decision {
  const state = decisionStates[ours.get(names.status) ?? '']
  if (state === undefined) return undecided
  const comment = ours.get(names.comment)
  const decided = { state, by: ours.get(names.by) ?? '', at: ours.get(names.at) ?? '' }
  return comment === undefined ? decided : { ...decided, comment }
}
const decisionStates: Readonly<Record<string, 'accepted' | 'edited' | 'rejected' | undefined>> = {
  reviewed: 'accepted',
  manual: 'edited',
  rejected: 'rejected',
}

function originOf(ours: ReadonlyMap<string, string>, signature: string): Origin | undefined {
  const sourceFile = ours.get(names.sourceFile)
  const targetFile = ours.get(names.targetFile)
  if (sourceFile === undefined && targetFile === undefined) return undefined
  return {
    sourceFile: sourceFile ?? '',
    targetFile: targetFile ?? '',
    sourceSegments: ours.get(names.sourceSegments) ?? '',
    targetSegments: ours.get(names.targetSegments) ?? '',
    shape: ours.get(names.shape) ?? '',
    evidence: decodeEvidence(ours.get(names.evidence) ?? ''),
    signature: ours.get(names.signature) ?? signature,
  }
}
