import type { NameIndex } from './name-index.ts'
import { type NameContext, type Support, supportAt } from './support.ts'
import type { Candidate } from './types.ts'

/** Below this a reading is wrong somewhere. */
const readingScore = 0.9
/** Two characters are read by chance too often. */
const sureLength = 3
/** Scores and evidence (nats) that the sound of a name needs, by what stands around it. */
const soundNeeds = { bracketed: [0.5, 6], parted: [0.6, 14], titled: [0.66, 13], line: [0.66, 12], repeated: [0.8, 22] } as const
/** A character beside a transcription that is as much of one: the place is cut out of something longer. */
const fragmentPreference = 4

/** What all verdicts on one name in one text have in common. */
export interface VerdictBasis {
  readonly index: NameIndex
  readonly context: NameContext
  readonly preference: (character: string) => number | undefined
  /** The name is read in some channel from family name to end: its sound proves little. */
  readonly isNative: boolean
  /** How often a folded string stands in the text. */
  readonly countOf: (text: string) => number
}

/** Says whether a place is taken for the name, by its score and by what stands around it. */
export function isAccepted(candidate: Candidate, basis: VerdictBasis): boolean {
  if (candidate.kind === 'bracket') return true
  const support = supportAt(basis.index, candidate.start, candidate.end, basis.context)
  return candidate.kind === 'reading' ? isReadingAccepted(candidate, support) : isSoundAccepted(candidate, support, basis)
}

function isReadingAccepted({ start, end, score, isLoose }: Candidate, support: Support): boolean {
  if (score < readingScore) return false
  return (
    (end - start >= sureLength && !isLoose) || support.hasTitle || support.isBracketed || support.isLine
  )
}

function isSoundAccepted(candidate: Candidate, support: Support, basis: VerdictBasis): boolean {
  const meets = ([score, evidence]: readonly [number, number]): boolean =>
    candidate.score >= score && candidate.evidence >= evidence
  if (support.isBracketed && meets(soundNeeds.bracketed)) return true
  if (basis.isNative || isFragment(candidate, basis)) return false
  const { folded } = basis.index
  return (
    (support.isParted && meets(soundNeeds.parted)) ||
    (support.hasTitle && meets(soundNeeds.titled)) ||
    (support.isLine && meets(soundNeeds.line)) ||
    (meets(soundNeeds.repeated) && basis.countOf(folded.slice(candidate.start, candidate.end)) > 1)
  )
}

function isFragment({ start, end }: Candidate, { index: { folded }, preference }: VerdictBasis): boolean {
  const isStrong = (character: string): boolean => (preference(character) ?? -9) >= fragmentPreference
  return isStrong(folded.charAt(start - 1)) || isStrong(folded.charAt(end))
}
