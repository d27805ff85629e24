import { alignInputs } from '../align-files.ts'
import { realign } from '../align-texts.ts'
import { readAlignment } from '../files.ts'
import type { Alignment } from '../index.ts'
import { inputFrom, standardPath } from '../input.ts'
import { warnOfIdleWords } from '../learnt.ts'
import type { IntakeOptions, StoredPairs } from '../memory-intake.ts'
import { readPins } from '../pins-file.ts'
import { type AlignOptions, createAligner } from '../pipeline.ts'
import { joinedSpare, type Spare, spareTexts } from '../spared-files.ts'
import { type Summary, summarise } from '../summary.ts'
import { defaultShown } from './align-flags.ts'
import { memoryPlanFrom, storedText } from './align-memory.ts'
import type { Args, ExitCode, Io } from './command.ts'
import { withLearnt } from './learnt-words.ts'
import { createReporter, type Reporter } from './reporter.ts'
import { checkOutputFiles, checkOutputList, type SingleOptions, singleOptions, writeOutputs } from './single-outputs.ts'
import { outputPath, spareInputs } from './sink.ts'
import { exportedText, pairsText, summaryText } from './summary-text.ts'
import { usageError } from './usage.ts'

/** Aligns two texts, or takes up an alignment that was written before, and writes or prints the result. */
export async function runSingle(args: Args, io: Io, alignOptions: Partial<AlignOptions>): Promise<ExitCode> {
  const outputs = args.list('output').map(outputPath)
  const options = singleOptions(args, io)
  checkOutputs(args, outputs)
  await checkOutputFiles(outputs, options)
  const spare = spareFrom(args)
  for (const path of outputs) if (path !== standardPath) await spare(path)
  const plan = await memoryPlanFrom(args, io)
  const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: args.has('strict') })
  try {
    const alignment = await alignmentFrom(args, io, { ...alignOptions, ...plan.helping }, reporter)
    const spareAll = joinedSpare(spare, spareTexts(alignment, args.positionals[0] ?? ''))
    const written = await writeOutputs(alignment, outputs, { ...options, spare: spareAll }, io, reporter.context)
    const stored = plan.into === undefined ? undefined : await storeIn(alignment, options, plan.into)
    reporter.finish()
    const summary = summarise(alignment, options.selection, args.number('show') ?? defaultShown)
    if (!outputs.includes(standardPath)) await print(args, io, summary, { written, stored }, reporter)
    else if (stored !== undefined && !args.has('quiet')) io.err(`${storedText([stored], stored)}\n`)
  } finally {
    reporter.finish()
  }
  return args.has('strict') && reporter.hasWarnings() ? 1 : 0
}

function checkOutputs(args: Args, outputs: readonly string[]): void {
  for (const flag of ['out-dir', 'jobs', 'report', 'save-learnt', 'resume'])
    if (args.text(flag) !== undefined)
      throw usageError(`--${flag} goes with --batch`, 'See the examples in `zinpaar align --help`.')
  if (args.has('dry-run'))
    throw usageError('--pairs-out and --dry-run go with --match', 'See the examples in `zinpaar align --help`.')
  checkOutputList(args, outputs)
}

/** Spares what is read. An alignment alone may be taken up again under its own name. */
function spareFrom(args: Args): Spare {
  const others = ['pins', 'translation', 'learnt', 'memory', 'into'].map((flag) => args.text(flag))
  return spareInputs(args.positionals.length === 1 ? others : [...args.positionals, ...others])
}

async function alignmentFrom(args: Args, io: Io, options: Partial<AlignOptions>, reporter: Reporter) {
  const [source = '', target] = args.positionals
  const pinsFile = args.text('pins')
  const pins = pinsFile === undefined ? [] : await readPins(pinsFile, reporter.context)
  if (target === undefined) {
    const made = await readAlignment(inputFrom(source, io.stdin), reporter.context).catch(explainSingle)
    return pins.length === 0
      ? made
      : realign(made, pins, await withLearnt(options, args, reporter.context), reporter.context, { stock: io.stock })
  }
  if (source === standardPath && target === standardPath)
    throw usageError('both texts cannot come from standard input', 'Give at least one of them as a file.')
  const inputs = { source: inputFrom(source, io.stdin), target: inputFrom(target, io.stdin) }
  const chosen = { ...(await withLearnt(options, args, reporter.context)), pins }
  const alignment = await alignInputs(
    createAligner(chosen, { stock: io.stock }),
    inputs,
    args.has('segmented'),
    reporter.context,
  )
  const languages = [alignment.source.language.tag, alignment.target.language.tag] as const
  warnOfIdleWords(chosen.learnt ?? [], languages, reporter.context)
  return alignment
}

/** One text alone is the commonest mistake; the reader can only say that it is no alignment. */
function explainSingle(error: unknown): never {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'FORMAT_CANNOT_READ') throw error
  throw usageError('there is only one text', 'Name the second text as well, or an alignment (.json) alone.')
}

async function storeIn(alignment: Alignment, { selection }: SingleOptions, into: IntakeOptions): Promise<StoredPairs> {
  const { storePairs } = await import('../memory-intake.ts')
  return storePairs(alignment, selection, into)
}

/** Where the pairs went. */
interface Kept {
  readonly written: readonly string[]
  readonly stored: StoredPairs | undefined
}

async function print(
  args: Args,
  io: Io,
  summary: Summary,
  { written, stored }: Kept,
  reporter: Reporter,
): Promise<void> {
  if (args.has('json')) {
    const { diagnostics } = reporter
    await io.out(
      `${JSON.stringify({ ...summary, outputs: written, ...(stored === undefined ? {} : { stored }), diagnostics }, undefined, 2)}\n`,
    )
    return
  }
  if (written.length === 0 && stored === undefined) {
    await io.out(`${summaryText(summary, io)}\n${pairsText(summary, io)}`)
    if (!args.has('quiet') && summary.exported.pairs > 0)
      io.err(`\nTo keep the pairs: zinpaar align ${args.positionals.map(quoted).join(' ')} -o memory.tmx\n`)
    return
  }
  if (!args.has('quiet')) {
    const lines = [
      ...(written.length === 0 ? [] : [`wrote ${written.join(', ')}: ${exportedText(summary)}`]),
      ...(stored === undefined ? [] : [storedText([stored], stored)]),
    ]
    await io.out(`${summaryText(summary, io)}\n${lines.map((line) => `${line}\n`).join('')}`)
  }
  if (args.text('show') !== undefined) await io.out(`\n${pairsText(summary, io)}`)
}

/** A path as it has to be typed. */
const quoted = (path: string): string =>
  /^[\p{L}\p{N}_./:=+@-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
