import { availableParallelism } from 'node:os'
import { alignBatch, type BatchOptions, textsOf } from '../batch.ts'
import { standardPath } from '../input.ts'
import type { JobResult } from '../job.ts'
import type { IntakeOptions } from '../memory-intake.ts'
import { type ListedPair, readPairList } from '../pair-list.ts'
import type { AlignOptions } from '../pipeline.ts'
import { defaultShown } from './align-flags.ts'
import { memoryPlanFrom, storedText, sumStored } from './align-memory.ts'
import type { Args, ExitCode, Io } from './command.ts'
import { failureText } from './failure-text.ts'
import { withLearnt } from './learnt-words.ts'
import { outputOptionsFrom } from './output-options.ts'
import { createPaint } from './paint.ts'
import { createReporter, type Reporter } from './reporter.ts'
import { checkOutput, spareInputs, writeOutput } from './sink.ts'
import { count, exportedText, pairsText, summaryText } from './summary-text.ts'
import { usageError } from './usage.ts'

/** A thread pays for loading what it needs only over several pairs. */
const pairsPerThread = 8

/** Aligns every pair of a list. Exit code 2 when one could not be done, else 1 under --strict with warnings. */
export async function runBatch(args: Args, io: Io, list: string, align: Partial<AlignOptions>): Promise<ExitCode> {
  if (args.has('dry-run') || args.text('pairs-out') !== undefined)
    throw usageError('--pairs-out and --dry-run go with --match', 'See the examples in `zinpaar align --help`.')
  await requiredOutputs(args)
  if (args.positionals.length > 0)
    throw usageError('--batch takes its files from the list', `Leave out ${args.positionals.join(' ')}.`)
  if (args.list('output').length > 0)
    throw usageError('--batch writes into a folder', 'Leave out -o, and name the formats with --to.')
  const report = args.text('report')
  if (report !== undefined) await checkOutput(report)
  const { helping, into } = await memoryPlanFrom(args, io)
  const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: args.has('strict') })
  const pairs = await readPairList(list, io.stdin, reporter.context)
  await spareListed([list, ...textsOf(pairs)], args)
  const chosen = { ...(await withLearnt(align, args, reporter.context)), ...helping }
  return alignPairs(pairs, args, io, { align: chosen, ...(into === undefined ? {} : { into }) }, reporter)
}

/** What a batch writes and keeps. */
type BatchOutputs = Pick<BatchOptions, 'outputFolder' | 'extensions' | 'learn' | 'learntFile' | 'resume'>

/** Where the files go and in which formats, what is learnt from all pairs, and whether earlier outputs are kept. */
export async function requiredOutputs(args: Args): Promise<BatchOutputs> {
  const outputFolder = requiredText(args, 'out-dir', 'FOLDER')
  const extensions = requiredList(args)
  const resume = args.has('resume')
  if (resume && !extensions.some((extension) => /^\.?json$/u.test(extension)))
    throw usageError('--resume needs json among the formats of --to', 'Add it, as in --to tmx,json.')
  const learn = args.text('learn') === 'on' && !args.has('no-learn')
  const learntFile = await learntFileFrom(args, learn)
  return { outputFolder, extensions, learn, ...(learntFile === undefined ? {} : { learntFile }), resume }
}

/** Fails where what is written beside the outputs would be one of the files that are read. */
export async function spareListed(files: readonly string[], args: Args): Promise<void> {
  const spare = spareInputs(files)
  for (const flag of ['report', 'save-learnt', 'pairs-out']) {
    const path = args.text(flag)
    if (path !== undefined && path !== standardPath) await spare(path)
  }
}

/** Aligns pairs and tells what became of each; `extra` goes into the report beside them, and into the failures. */
export async function alignPairs(
  pairs: readonly ListedPair[],
  args: Args,
  io: Io,
  { align, into }: Pick<BatchOptions, 'align' | 'into'>,
  reporter: Reporter,
  extra: Readonly<Record<string, unknown>> = {},
): Promise<ExitCode> {
  const options: BatchOptions = {
    align,
    output: outputOptionsFrom(args, io),
    ...(await requiredOutputs(args)),
    ...(into === undefined ? {} : { into }),
    shownPairs: args.text('show') === undefined ? 0 : (args.number('show') ?? defaultShown),
    jobs:
      pairs.length === 0
        ? 1
        : (args.number('jobs') ??
          Math.max(1, Math.min(availableParallelism(), Math.floor(pairs.length / pairsPerThread)))),
  }
  const results: JobResult[] = []
  try {
    for await (const result of alignBatch(pairs, options, reporter.context, io.stock)) {
      results.push(result)
      await showResult(result, args, io, reporter)
    }
  } finally {
    reporter.finish()
  }
  return finish(results, args, io, reporter, { into, extra })
}

const wayOf = (args: Args): string => (args.has('match') ? '--match' : '--batch')

async function learntFileFrom(args: Args, learn: boolean): Promise<string | undefined> {
  const path = args.text('save-learnt')
  if (path === undefined) return undefined
  if (!learn) throw usageError('--save-learnt has nothing to keep without --learn', 'Leave one of the two out.')
  if (path === standardPath) throw usageError('--save-learnt needs the name of a file', 'Name one, such as words.tsv.')
  await checkOutput(path)
  return path
}

function requiredText(args: Args, flag: string, value: string): string {
  const text = args.text(flag)
  if (text === undefined) throw usageError(`${wayOf(args)} needs --${flag}`, `Add --${flag} ${value}.`)
  return text
}

function requiredList(args: Args): readonly string[] {
  const extensions = args.list('to')
  if (extensions.length === 0)
    throw usageError(`${wayOf(args)} needs --to`, 'Add the formats to write, as in --to tmx,xlf.')
  const twice = extensions.find((extension, i) => extensions.indexOf(extension) !== i)
  if (twice !== undefined) throw usageError(`--to names ${twice} twice`, 'Name each format once.')
  return extensions
}

/** One line for the pair, its messages before it and its best pairs after it. */
async function showResult(result: JobResult, args: Args, io: Io, reporter: Reporter): Promise<void> {
  const paint = createPaint(io.hasColour)
  for (const diagnostic of result.diagnostics) reporter.context.report(diagnostic)
  reporter.clear()
  const { pair, summary, failure } = result
  if (failure !== undefined)
    io.err(failureText({ ...failure, message: `${pair.name}: ${failure.message}` }, io.isDebug))
  if (args.has('json') || args.has('quiet')) return
  if (summary === undefined) return io.out(`${paint.bad('failed')}  ${pair.name}\n`)
  const texts = `${pair.source} (${summary.source.language.tag}) – ${pair.target} (${summary.target.language.tag})`
  const word = result.isKept === true ? 'kept' : 'done'
  await io.out(
    `${paint.good(word)}    ${paint.strong(pair.name)}  ${texts}: ${summary.mode}, ${exportedText(summary)}\n`,
  )
  if (args.text('show') !== undefined) await io.out(`\n${summaryText(summary, io)}\n${pairsText(summary, io)}\n`)
}

/** A trace is for the screen of a developer, not for a file. */
const withoutTrace = ({ failure, ...result }: JobResult): JobResult =>
  failure === undefined
    ? result
    : { ...result, failure: { code: failure.code, message: failure.message, hint: failure.hint } }

async function finish(
  results: readonly JobResult[],
  args: Args,
  io: Io,
  reporter: Reporter,
  { into, extra }: { readonly into: IntakeOptions | undefined; readonly extra: Readonly<Record<string, unknown>> },
): Promise<ExitCode> {
  const failed = results.filter((result) => result.failure !== undefined).length
  const files = results.reduce((sum, result) => sum + result.outputs.length, 0)
  const stored = results.flatMap((result) => result.stored ?? [])
  const kept = into === undefined ? {} : { stored: { path: into.path, ...sumStored(stored) } }
  const done = results.length - failed
  const report = `${JSON.stringify({ documents: results.map(withoutTrace), done, failed, ...kept, ...extra }, undefined, 2)}\n`
  const reportPath = args.text('report')
  if (reportPath !== undefined) await writeOutput(io, reportPath, [report])
  if (args.has('json')) await io.out(report)
  else if (!args.has('quiet')) {
    const failures = failed === 0 ? '' : `, ${failed} failed`
    await io.out(`\n${count(done, 'document')} done${failures}; ${count(files, 'file')} in ${args.text('out-dir')}\n`)
    if (into !== undefined) await io.out(`${storedText(stored, into)}\n`)
  }
  if (failed > 0) return 2
  return args.has('strict') && reporter.hasWarnings() ? 1 : 0
}
