import { checks as allChecks } from './checks/index.ts'
import type { Check, CheckId, Finding } from './finding.ts'

/** What was found, for text and JSON. */
export interface CleanSummary {
  readonly findings: number
  /** Units with at least one finding. */
  readonly units: number
  readonly checks: readonly CheckSummary[]
}

export interface CheckSummary {
  readonly check: CheckId
  readonly title: string
  readonly isSafe: boolean
  readonly found: number
  /** How many of them can be fixed. */
  readonly fixable: number
  readonly removes: number
  readonly replaces: number
  /** The first few. */
  readonly samples: readonly Finding[]
}

/** Counts findings as they come in; holds the samples and nothing else. */
export interface CleanCounter {
  add(finding: Finding): void
  summary(): CleanSummary
}

/** A counter for these checks, in whose order it reports; findings of one unit are taken to come one after another. */
export function createCleanCounter(checks: readonly Check[] = allChecks, samples = 5): CleanCounter {
  const counts = new Map(
    checks.map((check) => [check.id, { check, found: 0, removes: 0, replaces: 0, samples: [] as Finding[] }]),
  )
  let [findings, units] = [0, 0]
  let last: number | undefined
  return {
    add: (finding) => {
      const count = counts.get(finding.check)
      if (count === undefined) return
      findings++
      if (finding.key !== last) units++
      last = finding.key
      count.found++
      if (finding.fix !== undefined && 'remove' in finding.fix) count.removes++
      if (finding.fix !== undefined && 'replace' in finding.fix) count.replaces++
      if (count.samples.length < samples) count.samples.push(finding)
    },
    summary: () => ({
      findings,
      units,
      checks: [...counts.values()].map(({ check, found, removes, replaces, samples: first }) => ({
        check: check.id,
        title: check.title,
        isSafe: check.isSafe,
        found,
        fixable: removes + replaces,
        removes,
        replaces,
        samples: [...first],
      })),
    }),
  }
}
