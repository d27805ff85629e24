import type { Coverage } from '../core/contracts.ts'
import type { EntityKind, Evidence, Relation } from '../core/types.ts'

/** Things specific enough to carry a pair of comparable texts: anything less is shared by chance in texts about one subject. */
const specificKinds: ReadonlySet<EntityKind> = new Set(['treaty', 'title', 'money', 'event', 'person'])
/** Shares and amounts are few and round: two statements about different things may well have one in common. */
const coincidence = 0.5

/** How specific a shared thing is, 0..1: 1 for what hardly ever stands in two unrelated sentences, such as a treaty, a day, or a term of several words that stands once in each text. */
export function specificityOf({ score, key, kind }: Evidence): number {
  if (score <= 0 || key === undefined || kind === undefined) return 0
  if (kind === 'word') return key.startsWith('term:') ? 1 : 0
  if (specificKinds.has(kind)) return 1
  if (kind === 'date') return /^date:(?:\d{4}-\d{2}|--\d{2}-\d{2})/.test(key) ? 1 : 0
  if (kind === 'number') return Math.abs(Number(key.slice('number:'.length))) >= 100 ? coincidence : 0
  return kind === 'percent' ? coincidence : 0
}

/** Score of the quantities, countries and people that differ on the two sides: 0 when none do, else negative. */
export function conflictOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, item) => (conflictScorers.has(item.scorer) ? sum + item.score : sum), 0)
}
const conflictScorers: ReadonlySet<string> = new Set(['mismatch', 'clash'])
/** From this loss on, what differs speaks against a pair of comparable texts whatever else the two have in common. */
const vetoLoss = -1.9
/** Only something as specific as a treaty or a day in common stands against it. */
const specific = 1

/** Whether two sentences of comparable texts name different days, amounts, countries or people, and nothing specific in common. */
export const isVetoed = (evidence: readonly Evidence[]): boolean =>
  conflictOf(evidence) <= vetoLoss && !evidence.some((item) => specificityOf(item) >= specific)

/** Score of what tells of whole sentences, their vectors and their machine translation: 0 without either. */
export function meaningOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, item) => (meaningScorers.has(item.scorer) ? sum + item.score : sum), 0)
}
const meaningScorers: ReadonlySet<string> = new Set(['embedding', 'machine-translation'])
/** From this score on two sentences say much of the same, whatever is known of their words. */
const nearMeaning = 2.5

/** Share of known words with a counterpart from which two sentences say the same; less is enough where more is sure. */
const sameShare = 0.75
const sureShare = 0.5
const verySure = 0.95
/** Confidence from which two sentences have a statement in common. */
const statedConfidence = 0.55
/** Something named on one side only, or a quantity that differs, counts from this loss on; less is lost by an everyday word. */
const oneSidedLoss = -0.7
/** Shares mean nothing over fewer known words. */
const leastWords = 4

/**
 * What kind of pair a bead of two translations is. Most beads are translations; one is partial when its lengths or its
 * words say that a good part of one side has no counterpart, and only related when nothing known has one.
 */
export function relationOfParallel(
  confidence: number,
  coverage: Coverage | undefined,
  lengthScore: number,
  evidence: readonly Evidence[],
): Relation {
  if (confidence < 0.3) return 'related'
  if (coverage === undefined || Math.min(coverage.sourceCount, coverage.targetCount) < leastWords)
    return lengthScore < badLength ? 'partial' : 'translation'
  if (meaningOf(evidence) >= nearMeaning) return lengthScore < badLength ? 'partial' : 'translation'
  const share = Math.min(coverage.source, coverage.target)
  if (share === 0 && !evidence.some((item) => item.scorer === 'entity' && item.score > 0)) return 'related'
  return lengthScore < badLength || share < 0.12 ? 'partial' : 'translation'
}
/** Lengths that hardly ever belong to a translation. */
const badLength = -3

/** One word in common, or one that everything names, may be chance, whatever share of the known words it is. */
function isFounded(coverage: Coverage | undefined, evidence: readonly Evidence[]): boolean {
  const { source, target, sourceCount, targetCount } = coverage ?? {
    source: 0,
    target: 0,
    sourceCount: 0,
    targetCount: 0,
  }
  if (Math.min(source * sourceCount, target * targetCount) >= leastShared) return true
  return meaningOf(evidence) >= nearMeaning || evidence.some((item) => specificityOf(item) > 0)
}
const leastShared = 2

/**
 * What kind of pair two segments of comparable texts are. Those that are likely to belong together have a statement in
 * common. They are translations when most known words of both have a counterpart, the lengths fit, neither names what the
 * other leaves out, and their dates and amounts do not differ.
 */
export function relationOfComparable(
  confidence: number,
  coverage: Coverage | undefined,
  lengthScore: number,
  evidence: readonly Evidence[],
): Relation {
  if (confidence < statedConfidence || isVetoed(evidence) || !isFounded(coverage, evidence)) return 'related'
  const share = coverage === undefined ? 0 : Math.min(coverage.source, coverage.target)
  const words = coverage === undefined ? 0 : Math.min(coverage.sourceCount, coverage.targetCount)
  const isOneSided = evidence.some((item) => item.scorer === 'entity' && item.score < oneSidedLoss)
  const isAtOdds = conflictOf(evidence) < oneSidedLoss
  const isTold = words >= leastWords && lengthScore > -1 && !isOneSided && !isAtOdds
  const enough = confidence >= verySure ? sureShare : sameShare
  return isTold && share >= enough && confidence >= 0.8 ? 'translation' : 'partial'
}
