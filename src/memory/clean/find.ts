import type { LanguageTag } from '../../core/types.ts'
import type { MemoryUnit } from '../types.ts'
import { checks as allChecks } from './checks/index.ts'
import type { Check, Finding, GroupCheck, GroupReport, Report, Survey, UnitCheck } from './finding.ts'
import { createWritingReader } from './letters.ts'
import { settle, unitChecks } from './mend.ts'
import { type Subject, subjectOf, withUnit } from './subject.ts'
import { type CleanTools, createCleanTools } from './tools.ts'

/** How to look through a memory. */
export interface CleanOptions {
  /** All when absent. */
  readonly checks?: readonly Check[]
  /** Those over the language packs when absent. */
  readonly tools?: CleanTools
  /** Called now and then with the pass (1 or 2) and how many units it has seen. */
  readonly progress?: (pass: number, units: number) => void
  readonly signal?: AbortSignal
}

/**
 * What is wrong with the units of a memory, unit by unit. The units are gone through once, or twice when units are compared
 * with each other: each time from the start, and they must be the same both times. Memory taken is about 100 bytes a unit. Checks that compare see each unit
 * as the safe ones of the chosen checks would leave it, so that fixing does not bring up new findings of theirs.
 */
export async function* findProblems(
  units: AsyncIterable<MemoryUnit>,
  { checks = allChecks, tools = createCleanTools(), progress, signal }: CleanOptions = {},
): AsyncGenerator<Finding, void, undefined> {
  const writingOf = createWritingReader()
  const singles = unitChecks(checks)
  const safe = singles.filter(({ isSafe }) => isSafe)
  const surveys = checks.filter((check) => check.kind === 'group').map((check) => ({ check, survey: check.start() }))
  const seen = createCounter(progress, signal)
  if (surveys.length > 0)
    for await (const unit of units) {
      seen(1)
      const settled = settledSubject(subjectOf(unit, writingOf), safe)
      if (settled !== undefined) for (const { survey } of surveys) survey.see(settled)
    }
  const needs = [...new Set(checks.flatMap((check) => check.needs))]
  const ready = new Set<LanguageTag>()
  for await (const unit of units) {
    seen(2)
    const subject = subjectOf(unit, writingOf)
    for (const { language } of subject.sides)
      if (!ready.has(language)) {
        await tools.prepare(needs, language)
        ready.add(language)
      }
    yield* findInUnit(subject, singles, tools)
    if (surveys.length > 0) yield* findInGroups(subject, safe, surveys)
  }
}

function createCounter(progress: CleanOptions['progress'], signal: AbortSignal | undefined): (pass: number) => void {
  let [current, units] = [0, 0]
  return (pass) => {
    if (pass !== current) [current, units] = [pass, 0]
    if (units % 4096 === 0) {
      signal?.throwIfAborted()
      progress?.(pass, units)
    }
    units++
  }
}

/** The unit as safe repairs leave it; undefined when they take it away. */
function settledSubject(subject: Subject, safe: readonly UnitCheck[]): Subject | undefined {
  const mended = settle(subject, safe)
  if (mended === 'remove') return undefined
  return mended === undefined ? subject : withUnit(subject, mended)
}

function* findInUnit(subject: Subject, singles: readonly UnitCheck[], tools: CleanTools): Generator<Finding> {
  for (const check of singles) {
    const report = check.find(subject, tools)
    if (report === undefined) continue
    const mended = check.mend?.(subject)
    const { key } = subject
    const finding = findingOf(subject, check, report, [])
    if (mended === undefined) yield finding
    else yield { ...finding, fix: mended === 'remove' ? { remove: key } : { replace: key, unit: mended } }
  }
}

function* findInGroups(
  subject: Subject,
  safe: readonly UnitCheck[],
  surveys: readonly { readonly check: GroupCheck; readonly survey: Survey }[],
): Generator<Finding> {
  const settled = settledSubject(subject, safe)
  if (settled === undefined) return
  for (const { check, survey } of surveys) {
    const report: GroupReport | undefined = survey.find(settled)
    if (report === undefined) continue
    // Places in a text that a repair changed are no places in the one that the memory holds.
    const places = settled === subject ? report.places : []
    const finding = findingOf(subject, check, { ...report, places }, report.others)
    yield report.canGo && check.fix === 'remove' ? { ...finding, fix: { remove: subject.key } } : finding
  }
}

function findingOf(subject: Subject, check: Check, report: Report, others: readonly number[]): Finding {
  const { key, memory, sides } = subject
  const { severity, message, places } = report
  const texts = sides.map(({ language, text }) => ({ language, text }))
  return { check: check.id, key, others, memory, severity, message, places, texts }
}
