import type { TranslationUnit } from '../../core/types.ts'
import type { Check, Mended, UnitCheck } from './finding.ts'
import { type Subject, withUnit } from './subject.ts'

/** The checks that look at each unit by itself. */
export const unitChecks = (chosen: readonly Check[]): readonly UnitCheck[] =>
  chosen.filter((check) => check.kind === 'unit')

/** Repairs may call for one another; after so many rounds nothing is left to do. */
const mostRounds = 6

/** The unit after all repairs of these checks, again and again until none has anything to do; undefined when none had. */
export function settle(subject: Subject, chosen: readonly UnitCheck[]): Mended | undefined {
  const menders = chosen.flatMap(({ mend }) => (mend === undefined ? [] : [mend]))
  let now = subject
  let unit: TranslationUnit | undefined
  for (let round = 0; round < mostRounds; round++) {
    let isChanged = false
    for (const mend of menders) {
      const mended = mend(now)
      if (mended === 'remove') return mended
      if (mended === undefined) continue
      isChanged = true
      unit = mended
      now = withUnit(now, mended)
    }
    if (!isChanged) break
  }
  return unit
}
