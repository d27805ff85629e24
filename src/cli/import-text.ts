import type { Diagnostic, FileOutcome, ImportReport } from '../index.ts'
import { counted, number } from './numbers.ts'

/** At most so many places and so many files are listed on the screen. */
const mostListed = 10

/** What an import came to: counts, the files when there are several, the first places that were mended or left out, how to undo it. */
export function importText(report: ImportReport, path: string): string {
  const { read, added, merged, repaired, skipped, files, step } = report
  const counts = [
    `${number(added)} new`,
    ...(merged === 0 ? [] : [`${number(merged)} there already`]),
    ...(skipped === 0 ? [] : [`${number(skipped)} skipped`]),
    ...(repaired === 0 ? [] : [`${counted(repaired, 'place')} repaired`]),
  ]
  const undo =
    step === undefined || added + merged === 0
      ? []
      : [`step ${step}; \`zinpaar memory undo ${step} --memory ${path}\` takes it back`]
  return `${[
    `${path}: ${counted(read, 'unit')} read: ${counts.join(', ')}`,
    ...(files.length > 1 ? listed(files.map(fileText), files.length, 'file') : []),
    ...listed(itemTexts(files), repaired + skipped, 'place'),
    ...undo,
  ].join('\n')}\n`
}

function fileText({ file, kept, outcome }: FileOutcome): string {
  if (outcome === 'not read') return `  ${file}: not read`
  return `  ${file}: ${counted(kept, 'unit')}${outcome === 'partly' ? ', then damaged' : ''}`
}

const itemTexts = (files: readonly FileOutcome[]): readonly string[] =>
  files.flatMap(({ file, items }) =>
    inOrder(items).map(({ outcome, place, unit, reason }) => {
      const where = place === undefined ? unit : `line ${place.line}, column ${place.column}`
      return `  ${outcome}: ${file}${where === undefined ? '' : `, ${where}`}: ${reason}`
    }),
  )

/** As they stand in the file; a reader mends characters before it reads units. */
const inOrder = (items: FileOutcome['items']): FileOutcome['items'] =>
  [...items].sort(
    ({ place: a }, { place: b }) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0),
  )

/** What is to be said of a whole file; what is listed place by place is not said twice. */
export function fileDiagnostics({ diagnostics, items }: FileOutcome): readonly Diagnostic[] {
  const codes = new Set(items.map(({ code }) => code))
  return diagnostics.filter(({ code }) => !codes.has(code))
}

function listed(lines: readonly string[], all: number, what: string): readonly string[] {
  const shown = lines.slice(0, mostListed)
  const left = all - shown.length
  return left > 0 ? [...shown, `  … and ${counted(left, `more ${what}`)}; --report FILE writes them all`] : shown
}

/**
 * The report of an import, as `--json` prints it and `--report` writes it:
 *
 * - `memory` the path, `outcome` whole, partly or nothing, `step` its number for undoing (absent when nothing came in);
 * - `read` units met = `kept` + `skipped`; `kept` = `added` (new) + `merged` (there already); `repaired` places mended;
 * - `files`, each with its own counts, its `format`, and a `failure` (code, message, hint) where it could not be read to its end;
 * - `items`, each place `repaired` or `skipped`, with `file`, `line` and `column` (from 1) or the id of the `unit`, `code`, `reason`;
 * - `diagnostics`, what is to be said of whole files, and not of one place.
 */
export function importJson({ files, ...report }: ImportReport, path: string) {
  const { outcome, step, ...counts } = report
  return {
    memory: path,
    outcome,
    ...(step === undefined ? {} : { step }),
    ...counts,
    files: files.map(({ items: _, diagnostics: __, failure, ...file }) => ({
      ...file,
      ...(failure === undefined
        ? {}
        : { failure: { code: failure.code, message: failure.message, hint: failure.hint } }),
    })),
    items: files.flatMap(({ file, items }) =>
      inOrder(items).map(({ outcome: what, place, unit, code, reason }) => ({
        outcome: what,
        file,
        ...(place === undefined ? {} : { line: place.line, column: place.column }),
        ...(unit === undefined ? {} : { unit }),
        code,
        reason,
      })),
    ),
    diagnostics: files.flatMap(fileDiagnostics),
  }
}
