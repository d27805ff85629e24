import type { Run, TranslationUnit } from '../../../src/core/types.ts'
import { type CleanOptions, findProblems } from '../../../src/memory/clean/find.ts'
import type { CheckId, Finding } from '../../../src/memory/clean/finding.ts'
import { createFixPlanner, type FixPlan } from '../../../src/memory/clean/plan.ts'
import type { MemoryUnit } from '../../../src/memory/types.ts'

export type Sides = readonly (readonly [language: string, content: string | readonly Run[]])[]

/** A unit as a memory would give it; `changed` is a TMX time. */
export function unitOf(
  key: number,
  sides: Sides,
  more: {
    readonly changed?: string
    readonly state?: 'accepted' | 'rejected'
    readonly uses?: number
    readonly memory?: string
  } = {},
): MemoryUnit {
  const unit: TranslationUnit = {
    id: String(key),
    sourceLanguage: sides[0]?.[0] ?? 'und',
    variants: sides.map(([language, content]) => ({
      language,
      content: typeof content === 'string' ? [{ kind: 'text', text: content }] : content,
    })),
    decision:
      more.state === undefined ? { state: 'proposed' } : { state: more.state, by: 'ann', at: '2024-01-01T00:00:00Z' },
    notes: [],
    props: more.changed === undefined ? {} : { '@changedate': more.changed },
  }
  return { key, memory: more.memory ?? 'main', unit, uses: more.uses ?? 0, context: {}, step: 1 }
}

/** A list that can be gone through again and again, as a memory can. */
export function listed(units: readonly MemoryUnit[]): AsyncIterable<MemoryUnit> {
  return {
    async *[Symbol.asyncIterator]() {
      yield* units
    },
  }
}

export async function findAll(units: readonly MemoryUnit[], options?: CleanOptions): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for await (const finding of findProblems(listed(units), options)) found.push(finding)
  return found
}

/** The plan for findings that are all there. */
export function planOf(findings: readonly Finding[], chosen?: readonly CheckId[]): FixPlan {
  const planner = createFixPlanner(chosen)
  for (const finding of findings) planner.add(finding)
  return planner.plan()
}

export const code = (role: 'open' | 'close' | 'single', id: string, data = ''): Run => ({
  kind: 'code',
  role,
  id,
  data,
})
export const text = (value: string): Run => ({ kind: 'text', text: value })
