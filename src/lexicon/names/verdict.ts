import type { NameIndex } from './name-index.ts'
import { separator } from './sound.ts'
import { isEdgeAt, isEdgeBefore, isTitleAt, type NameContext, type Support, supportAt, titleBefore } from './support.ts'
import type { Candidate } from './types.ts'

/** Below this a reading is wrong somewhere. */
const readingScore = 0.9
/** Two characters are read by chance too often. */
const sureLength = 3
/** A reading that ordinary characters of the text give by chance oftener than so many times needs support. */
const mostChance = 0.02
/** Scores and evidence (nats) that the sound of a name needs, by what stands around it. */
const soundNeeds = {
  bracketed: [0.66, 14],
  parted: [0.5, 30],
  titled: [0.64, 16],
  titledNative: [0.78, 16],
  line: [0.75, 12],
  repeated: [0.8, 22],
} as const

/** A character that is as likely in a transcription as this continues one, unless an ordinary word says that it ends. */
const partPreference = -0.7
/** One that is likelier still continues it whatever else the text shows. */
const surePreference = 2
/** Names in parts have no fewer characters, separators among them. */
const partedLength = 5

/** What all verdicts on one name in one text have in common. */
export interface VerdictBasis {
  readonly index: NameIndex
  readonly context: NameContext
  readonly preference: (character: string) => number | undefined
  /** Words of the name. */
  readonly wordCount: number
  /** It is a name of some channel that reads, so that its sound proves little. */
  readonly isRead: boolean
  /** The character alone is a family name of a channel that reads. */
  readonly isFamilyName: (character: string) => boolean
  /** How often a folded string stands in the text. */
  readonly countOf: (text: string) => number
}

/** Says whether a place is taken for the name, by its score and by what stands around it. */
export function isAccepted(candidate: Candidate, basis: VerdictBasis): boolean {
  if (candidate.kind === 'bracket') return true
  const support = supportAt(basis.index, candidate.start, candidate.end, basis.context)
  return candidate.kind === 'reading'
    ? isReadingAccepted(candidate, support)
    : isSoundAccepted(candidate, support, basis)
}

function isReadingAccepted({ start, end, score, isLoose, chance }: Candidate, support: Support): boolean {
  if (score < readingScore) return false
  const isSure = end - start >= sureLength && !isLoose && chance < mostChance
  return isSure || support.isTitled || support.isBracketed || support.hasLatinBehind || support.isLine
}

function isSoundAccepted(candidate: Candidate, support: Support, basis: VerdictBasis): boolean {
  const meets = ([score, evidence]: readonly [number, number]): boolean =>
    candidate.score >= score && candidate.evidence >= evidence
  if (basis.isRead || candidate.isLoose || isFragment(candidate, support, basis)) return false
  const { folded } = basis.index
  return (
    (support.isParted && candidate.end - candidate.start >= partedLength && meets(soundNeeds.parted)) ||
    (support.isTitled && meets(isNativeLike(candidate, basis) ? soundNeeds.titledNative : soundNeeds.titled)) ||
    (support.isBracketed && meets(soundNeeds.bracketed)) ||
    (support.isLine && meets(soundNeeds.line)) ||
    (meets(soundNeeds.repeated) && basis.countOf(folded.slice(candidate.start, candidate.end)) > 1)
  )
}

/** Two or three characters that start with a family name are as likely the name of somebody from East Asia. */
function isNativeLike({ start, end }: Candidate, { index, isFamilyName }: VerdictBasis): boolean {
  return end - start < 4 && isFamilyName(index.folded.charAt(start))
}

/** What stands beside a sound is as likely part of the same name: the place is cut out of something longer. */
function isFragment({ start, end }: Candidate, support: Support, basis: VerdictBasis): boolean {
  const { index, context, preference, wordCount, isFamilyName } = basis
  const { folded } = index
  const continues = (character: string): boolean => (preference(character) ?? -Infinity) >= partPreference
  const before = folded.charAt(start - 1)
  const behind = folded.charAt(end)
  if (behind === separator || (before === separator && wordCount > 1)) return true
  const isGivenName = end - start === 2 && isFamilyName(before)
  const isCutBefore = (continues(before) || isGivenName) && !isEdgeBefore(folded, start, context)
  const isCutBehind = continues(behind) && !isEdgeAt(folded, end, context)
  return (!support.isTitledBefore && isCutBefore) || (!support.isTitledBehind && isCutBehind)
}

/** Where a name is known to stand in the text, a place of the same characters that is surely part of a longer word. */
export function isInsideWord({ kind, start, end }: Candidate, basis: VerdictBasis): boolean {
  if (kind !== 'sound') return false
  const { folded } = basis.index
  const continues = (character: string): boolean => (basis.preference(character) ?? -Infinity) >= surePreference
  const isTitledBehind = isTitleAt(folded, end, basis.context) || isEdgeAt(folded, end, basis.context)
  const isTitledBefore = titleBefore(folded, start, basis.context) > 0 || isEdgeBefore(folded, start, basis.context)
  return (continues(folded.charAt(end)) && !isTitledBehind) || (continues(folded.charAt(start - 1)) && !isTitledBefore)
}
