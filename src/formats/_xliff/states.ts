import type { TranslationUnit } from '../../core/types.ts'
import { statusOf } from '../_units/provenance.ts'

/** State of a target or segment, and what it may say beside it. */
export interface State {
  readonly state: string
  readonly subState?: string
}

const states12: ReadonlySet<string> = new Set([
  'final',
  'needs-adaptation',
  'needs-l10n',
  'needs-review-adaptation',
  'needs-review-l10n',
  'needs-review-translation',
  'needs-translation',
  'new',
  'signed-off',
  'translated',
])
const states2: ReadonlySet<string> = new Set(['initial', 'translated', 'reviewed', 'final'])

/** True for states that say that a person has approved the translation. */
export const isApprovedState12 = (state: string | undefined): boolean => state === 'final' || state === 'signed-off'
export const isApprovedState2 = (state: string | undefined): boolean => state === 'final' || state === 'reviewed'

/** What XLIFF 1.2 says of a pair of ours: nobody has approved what nobody has decided on. */
export function ownState12(unit: TranslationUnit): State {
  const isDecided = unit.decision.state === 'accepted' || unit.decision.state === 'edited'
  return { state: isDecided ? 'translated' : 'needs-review-translation' }
}

/** What XLIFF 2 says of a pair of ours; what somebody should look at says so in the sub-state. */
export function ownState2(unit: TranslationUnit): State {
  const status = statusOf(unit)
  if (status === 'reviewed' || status === 'manual') return { state: 'reviewed' }
  return status === 'auto' ? { state: 'translated' } : { state: 'translated', subState: `zinpaar:${status}` }
}

/** The state to write: that of another tool where this version knows it, else our own for pairs of ours, else none. */
export function stateToWrite(
  unit: TranslationUnit,
  foreign: string | undefined,
  isOurs: boolean,
  version: '1.2' | '2',
): State | undefined {
  const known = version === '1.2' ? states12 : states2
  if (foreign !== undefined && known.has(foreign)) return { state: foreign }
  if (!isOurs) return undefined
  return version === '1.2' ? ownState12(unit) : ownState2(unit)
}
