import type { Context } from './core/contracts.ts'
import { checks as allChecks } from './memory/clean/checks/index.ts'
import { findProblems } from './memory/clean/find.ts'
import type { CheckId } from './memory/clean/finding.ts'
import { createFixPlanner, type FixPlan, safeCheckIds } from './memory/clean/plan.ts'
import { type CleanSummary, createCleanCounter } from './memory/clean/summary.ts'
import type { Memory } from './memory/memory.ts'
import type { MemoryUnit, UnitFilter } from './memory/types.ts'

/** What is looked for, and whether it is put right. */
export interface CleanMemoryOptions {
  /** All checks when absent. */
  readonly checks?: readonly CheckId[]
  readonly filter: UnitFilter
  /** Puts right what is certain, and all that can be put right of checks that are named. */
  readonly fix: boolean
  /** Examples of each check. */
  readonly samples: number
  /** Who cleans, and when (ISO 8601), for the history. */
  readonly by: string
  readonly at: string
}

/** What a cleaning found and did. */
export interface CleanReport {
  /** Units looked through. */
  readonly looked: number
  readonly summary: CleanSummary
  /** Number of the step; absent when nothing was changed. */
  readonly step?: number
  readonly removed: number
  readonly replaced: number
  /** Fixes left out because another one of the same units was made. */
  readonly conflicts: number
}

/** Looks a memory through and, when told so, puts it right in one step. */
export async function cleanMemory(memory: Memory, options: CleanMemoryOptions, context: Context): Promise<CleanReport> {
  const checks = allChecks.filter(({ id }) => options.checks?.includes(id) ?? true)
  const total = (await memory.counts()).units
  const counter = createCleanCounter(checks, options.samples)
  const planner = createFixPlanner(options.checks ?? safeCheckIds)
  const pass = { looked: 0 }
  const units = recounted(memory, options.filter, pass)
  const progress = (number: number, done: number): void =>
    context.progress?.(number === 1 ? 'comparing units' : 'looking at units', done, total)
  for await (const finding of findProblems(units, { checks, progress })) {
    counter.add(finding)
    if (options.fix) planner.add(finding)
  }
  const done = options.fix ? await carryOut(memory, planner.plan(), options) : nothingDone
  return { looked: pass.looked, summary: counter.summary(), ...done }
}

const nothingDone = { removed: 0, replaced: 0, conflicts: 0 }

/** Units that can be gone through again; those of the last time are counted. */
function recounted(memory: Memory, filter: UnitFilter, pass: { looked: number }): AsyncIterable<MemoryUnit> {
  return {
    async *[Symbol.asyncIterator]() {
      pass.looked = 0
      for await (const unit of memory.units(filter)) {
        pass.looked++
        yield unit
      }
    },
  }
}

async function carryOut(
  memory: Memory,
  { removes, replaces, conflicts }: FixPlan,
  { by, at }: CleanMemoryOptions,
): Promise<Pick<CleanReport, 'step' | 'removed' | 'replaced' | 'conflicts'>> {
  const counts = { removed: removes.length, replaced: replaces.length, conflicts: conflicts.length }
  if (removes.length + replaces.length === 0) return counts
  const label = `cleaning: ${removes.length} removed, ${replaces.length} put right`
  const step = await memory.replace({ kind: 'clean', label, by, at }, replaces, removes)
  return { step, ...counts }
}
