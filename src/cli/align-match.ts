import { textsOf } from '../batch.ts'
import {
  type DocumentPairs,
  fileNameOf,
  pairDocuments,
  pairListText,
  reasonsText,
  scoreText,
} from '../document-pairs.ts'
import { standardPath } from '../input.ts'
import type { AlignOptions } from '../pipeline.ts'
import { alignPairs, requiredOutputs, spareListed } from './align-batch.ts'
import { matchedList } from './align-flags.ts'
import { memoryPlanFrom } from './align-memory.ts'
import type { Args, ExitCode, Io } from './command.ts'
import { failureText } from './failure-text.ts'
import { withLearnt } from './learnt-words.ts'
import { createReporter } from './reporter.ts'
import { checkOutput, outputPath, writeOutput } from './sink.ts'
import { count } from './summary-text.ts'
import { usageError } from './usage.ts'

/**
 * Finds the pairs of two folders, and lists or aligns them. Exit code 2 when a file could not be read or aligned, 1 under
 * --strict with warnings or without a pair.
 */
export async function runMatch(args: Args, io: Io, align: Partial<AlignOptions>): Promise<ExitCode> {
  const folders = foldersFrom(args)
  const given = args.text('pairs-out')
  const listPath = given === undefined ? undefined : outputPath(given)
  const isListOnly = args.has('dry-run') || (listPath !== undefined && args.text('out-dir') === undefined)
  if (!isListOnly) await requiredOutputs(args)
  const reportPath = args.text('report')
  for (const path of [listPath, reportPath]) if (path !== undefined) await checkOutput(path)
  if (isListOnly && args.text('into') !== undefined)
    throw usageError(
      '--into keeps the pairs of sentences, but nothing is aligned',
      'Add --out-dir, or leave out --into.',
    )
  const { helping, into } = isListOnly ? { helping: {} } : await memoryPlanFrom(args, io)
  const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: args.has('strict') })
  try {
    const chosen = isListOnly ? align : { ...(await withLearnt(align, args, reporter.context)), ...helping }
    const plan = { align: chosen, ...(into === undefined ? {} : { into }) }
    const found = await pairDocuments(folders, align, reporter.context, { stock: io.stock })
    reporter.clear()
    const { pairs, alone, failed } = found
    await spareListed([...textsOf(pairs), ...alone.source, ...alone.target, ...failed.map(({ path }) => path)], args)
    tell(found, args, io)
    const list = pairListText(found, listPath === standardPath ? undefined : listPath)
    if (listPath !== undefined) await writeOutput(io, listPath, [list])
    const matching = { matching: reportOf(found) }
    const missed = found.failed.length > 0 ? 2 : args.has('strict') && found.pairs.length === 0 ? 1 : 0
    if (!isListOnly) return worse(missed, await alignPairs(found.pairs, args, io, plan, reporter, matching))
    const report = `${JSON.stringify(matching, undefined, 2)}\n`
    if (reportPath !== undefined) await writeOutput(io, reportPath, [report])
    if (args.has('json')) await io.out(report)
    else if (listPath === undefined) await io.out(list)
    return worse(missed, args.has('strict') && reporter.hasWarnings() ? 1 : 0)
  } finally {
    reporter.finish()
  }
}

const worse = (a: ExitCode, b: ExitCode): ExitCode => (a > b ? a : b)

function foldersFrom(args: Args): readonly [string, string] {
  const list = args.text('batch')
  if (list !== undefined && list !== matchedList)
    throw usageError('--match makes the list of pairs itself', `Leave out --batch ${list}, or --match.`)
  if (args.list('output').length > 0)
    throw usageError('--match writes into a folder', 'Leave out -o, and say --out-dir FOLDER --to tmx.')
  const [source, target] = args.positionals
  if (source === undefined || target === undefined)
    throw usageError('--match needs two folders', 'Name them, as in `zinpaar align --match dutch chinese --dry-run`.')
  return [source, target]
}

/** A line for every file: with which it belongs together and why, or that it stays alone. */
function tell({ pairs, alone, failed }: DocumentPairs, args: Args, io: Io): void {
  for (const { failure } of failed) io.err(failureText(failure, io.isDebug))
  if (args.has('quiet')) return
  for (const pair of pairs)
    io.err(`pair  ${fileNameOf(pair.source)} – ${fileNameOf(pair.target)} (${scoreText(pair)}): ${reasonsText(pair)}\n`)
  for (const path of [...alone.source, ...alone.target]) io.err(`alone ${path}\n`)
  const lonely = alone.source.length + alone.target.length
  io.err(`${count(pairs.length, 'pair')} found, ${count(lonely, 'file')} without a counterpart\n`)
}

/** What the report says of the matching. */
function reportOf({ pairs, alone, failed }: DocumentPairs) {
  const round = (value: number): number => Math.round(1000 * value) / 1000
  return {
    pairs: pairs.map(({ source, target, name, languages, score, margin, hasSameStem, shared }) => ({
      source,
      target,
      name,
      languages,
      score: round(score),
      margin: round(margin),
      hasSameStem,
      shared: shared.map((thing) => ({ ...thing, share: round(thing.share) })),
    })),
    alone,
    failed: failed.map(({ path, failure }) => ({ path, code: failure.code, message: failure.message })),
  }
}
