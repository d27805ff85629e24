import type { TranslationUnit } from '../../core/types.ts'
import type { Removal } from '../steps.ts'
import { checks as allChecks } from './checks/index.ts'
import type { Check, CheckId, Finding } from './finding.ts'
import { createWritingReader } from './letters.ts'
import { settle, unitChecks } from './mend.ts'
import { withUnit } from './subject.ts'

/** What to do to a memory. No key is in it twice. */
export interface FixPlan {
  /** By key, ascending. */
  readonly removes: readonly Removal[]
  /** By key, ascending. */
  readonly replaces: readonly { readonly key: number; readonly unit: TranslationUnit }[]
  /** What was not done because something else is; look again when the plan is carried out. */
  readonly conflicts: readonly Conflict[]
}

export interface Conflict {
  readonly key: number
  readonly check: CheckId
  /** Plain words. */
  readonly reason: string
}

/** Gathers findings into a plan; holds keys and the units that are replaced, nothing else. */
export interface FixPlanner {
  add(finding: Finding): void
  plan(): FixPlan
}

/** The checks that fix without being named. */
export const safeCheckIds: readonly CheckId[] = allChecks.filter(({ isSafe }) => isSafe).map(({ id }) => id)

/** Plans while findings come in; fixes of checks that were not chosen are left alone. Each unit is removed or replaced at most once, and of a group one unit always stays. */
export function createFixPlanner(chosen: readonly CheckId[] = safeCheckIds): FixPlanner {
  const chosenChecks = allChecks.filter(({ id }) => chosen.includes(id))
  const condemned = new Map<number, CheckId>()
  const outdone = new Map<number, { readonly check: CheckId; readonly kept: number }>()
  const repaired = new Map<number, { readonly check: CheckId; readonly unit: TranslationUnit }>()
  return {
    add: ({ check, key, others, fix }) => {
      if (fix === undefined || !chosen.includes(check)) return
      const [kept] = others
      if ('replace' in fix) {
        if (!repaired.has(key)) repaired.set(key, { check, unit: fix.unit })
      } else if (kept === undefined) {
        condemned.set(key, check)
      } else if (!outdone.has(key)) {
        outdone.set(key, { check, kept })
      }
    },
    plan: () => {
      const replaces = settleAll(repaired, condemned, chosenChecks)
      const { removes, conflicts } = chooseRemoves(condemned, outdone)
      return {
        removes: [...removes.values()].sort((a, b) => a.key - b.key),
        replaces: replaces.filter(({ key }) => !removes.has(key)).sort((a, b) => a.key - b.key),
        conflicts,
      }
    },
  }
}

/** All repairs of a unit as one; those that leave nothing worth keeping condemn it. */
function settleAll(
  repaired: ReadonlyMap<number, { readonly check: CheckId; readonly unit: TranslationUnit }>,
  condemned: Map<number, CheckId>,
  chosen: readonly Check[],
): FixPlan['replaces'] {
  const menders = unitChecks(chosen)
  const writingOf = createWritingReader()
  return [...repaired].flatMap(([key, { check, unit }]) => {
    const settled = settle(withUnit({ key, memory: '', uses: 0, writingOf }, unit), menders)
    if (settled === 'remove') condemned.set(key, check)
    return settled === 'remove' ? [] : [{ key, unit: settled ?? unit }]
  })
}

/** A unit that is worse than another goes only when that one, or the one that is better still, stays. */
function chooseRemoves(
  condemned: ReadonlyMap<number, CheckId>,
  outdone: ReadonlyMap<number, { readonly check: CheckId; readonly kept: number }>,
): { readonly removes: ReadonlyMap<number, Removal>; readonly conflicts: readonly Conflict[] } {
  const removes = new Map([...condemned.keys()].map((key): readonly [number, Removal] => [key, { key }]))
  const conflicts: Conflict[] = []
  for (const [key, { check, kept }] of outdone) {
    if (condemned.has(key)) continue
    const last = lastKept(key, kept, outdone)
    const fate = condemned.get(last)
    // Another translation was not used as often as the one that it gives way to; the same one was.
    if (last !== key && fate === undefined) removes.set(key, check === 'duplicate' ? { key, heir: last } : { key })
    else
      conflicts.push({
        key,
        check,
        reason:
          fate === undefined
            ? `it is the best of its group for another check`
            : `unit ${last}, for which it would go, goes itself (${fate})`,
      })
  }
  return { removes, conflicts }
}

/** The unit at the end of a chain of better ones; `key` itself when the chain leads back to it. */
function lastKept(key: number, kept: number, outdone: ReadonlyMap<number, { readonly kept: number }>): number {
  const seen = new Set([key])
  let last = kept
  for (;;) {
    const next = outdone.get(last)
    if (seen.has(last)) return key
    if (next === undefined) return last
    seen.add(last)
    last = next.kept
  }
}
