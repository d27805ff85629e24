import { readSheet, type SheetOptions, sheetKindOf, spareChangedSheet, writeSheet } from '../../edit-sheet.ts'
import { editsPathOf, openEditsFile, readEdits } from '../../edits-file.ts'
import { readAlignment } from '../../files.ts'
import type { Act, Alignment, Context, EditRecord } from '../../index.ts'
import { inputFrom, standardPath } from '../../input.ts'
import { type ReviewSummary, replayEdits, summariseReview } from '../../reviewed.ts'
import { createSpare, joinedSpare, spareTexts } from '../../spared-files.ts'
import { alignFlags, outputFlags } from '../align-flags.ts'
import type { Args, Command, Io } from '../command.ts'
import { jsonFlag, quietFlag, strictFlag } from '../flags.ts'
import { pad } from '../layout.ts'
import { createReporter, type Reporter } from '../reporter.ts'
import { checkOutputFiles, checkOutputList, singleOptions, writeOutputs } from '../single-outputs.ts'
import { checkOutput, outputPath, spareInputs } from '../sink.ts'
import { count } from '../summary-text.ts'
import { usageError } from '../usage.ts'

const sheets = 'Spreadsheets'

/** `zinpaar review`: an alignment with all that people did to it. */
export const command: Command = {
  name: 'review',
  about:
    'Does again what was done to an alignment on the page of `zinpaar inspect`, and writes the result; without -o it shows how ' +
    'far the review has come. The edits lie beside the alignment: those of talk.json in talk.edits.json. Who would rather review ' +
    'in a spreadsheet writes one with --sheet, fills in the columns decision and comment, corrects texts, and gives the file back.',
  arguments: [
    { name: 'ALIGNMENT', isRequired: true, doc: 'An alignment (.json) that `zinpaar align` wrote.' },
    {
      name: 'FILE',
      isRequired: false,
      isRepeatable: true,
      doc: 'Another file of edits (.json), or sheets (.csv .tsv .xlsx) whose changes become edits.',
    },
  ],
  flags: [
    ...alignFlags.filter(({ name }) => name === 'output'),
    {
      name: 'to',
      type: 'list',
      value: 'EXT',
      group: 'What to write',
      doc: 'The format of every -o, such as tmx.',
    },
    ...outputFlags,
    {
      name: 'sheet',
      type: 'string',
      value: 'FILE',
      isRepeatable: true,
      group: sheets,
      doc: 'Write a sheet for reviewers (.xlsx .csv .tsv): a row for each pair, with the columns decision and comment to fill in.',
    },
    {
      name: 'by',
      type: 'string',
      value: 'NAME',
      group: sheets,
      doc: 'Who made the changes in the sheets; otherwise they are those of a reviewer.',
    },
    jsonFlag,
    quietFlag,
    strictFlag,
  ],
  examples: [
    { line: 'zinpaar review talk.json', does: 'Show how many pairs are accepted, rejected, edited, and left.' },
    { line: 'zinpaar review talk.json -o talk.tmx', does: 'Write the corrected pairs to a translation memory.' },
    { line: 'zinpaar review talk.json --sheet talk.xlsx', does: 'Make a spreadsheet for a reviewer.' },
    {
      line: 'zinpaar review talk.json talk.xlsx --by Noor',
      does: 'Take the changes of the spreadsheet over as edits.',
    },
  ],
  async run(args, io) {
    const outputs = args.list('output').map(outputPath)
    const options = singleOptions(args, io)
    checkOutputList(args, outputs)
    await checkOutputFiles(outputs, options)
    for (const path of args.list('sheet')) await checkSheet(path)
    const files = filesFrom(args)
    const spare = joinedSpare(createSpare([files.alignment, files.edits]), spareInputs(files.sheets))
    for (const path of [...outputs, ...args.list('sheet')]) if (path !== standardPath) await spare(path)
    const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: args.has('strict') })
    try {
      const alignment = await readAlignment(inputFrom(files.alignment, io.stdin), reporter.context)
      const act = { by: args.text('by') ?? 'reviewer', at: io.now().toISOString() }
      const records = await recordsFrom(alignment, files, act, reporter.context)
      const editing = replayEdits(alignment, records, files.edits)
      for (const path of args.list('sheet')) await spareChangedSheet(path, editing.pair)
      const written = [
        ...(await writeOutputs(
          editing.pair,
          outputs,
          { ...options, spare: joinedSpare(spare, spareTexts(alignment, files.alignment)) },
          io,
          reporter.context,
        )),
      ]
      const sheetOptions = args.list('sheet').length > 0 ? await checked(alignment, editing.pair) : {}
      for (const path of args.list('sheet')) {
        await writeSheet(path, editing.pair, sheetOptions, reporter.context)
        written.push(path)
      }
      reporter.finish()
      const summary = summariseReview(editing)
      if (!outputs.includes(standardPath)) await print({ ...files, written }, summary, args, io, reporter)
    } finally {
      reporter.finish()
    }
    return args.has('strict') && reporter.hasWarnings() ? 1 : 0
  },
}

/** The files that take part. */
interface Files {
  readonly alignment: string
  readonly edits: string
  /** False when it lies where the alignment says: then it need not be there. */
  readonly isNamed: boolean
  readonly sheets: readonly string[]
}

function filesFrom(args: Args): Files {
  const [alignment = '', ...others] = args.positionals
  const given = others.filter((path) => sheetKindOf(path) === undefined)
  const [named, ...more] = given
  if (more.length > 0)
    throw usageError(`${given.join(' and ')} are two files of edits`, 'Name one; any number of sheets may follow.')
  if (named === undefined && alignment === standardPath)
    throw usageError('an alignment from another program has no edits beside it', 'Name the file of edits as well.')
  return {
    alignment,
    edits: named ?? editsPathOf(alignment),
    isNamed: named !== undefined,
    sheets: others.filter((path) => sheetKindOf(path) !== undefined),
  }
}

async function checkSheet(path: string): Promise<void> {
  if (sheetKindOf(path) === undefined)
    throw usageError(`--sheet ${path} is no name of a sheet`, 'Its name has to end in .xlsx, .csv or .tsv.')
  await checkOutput(path)
}

/** The records of the file of edits, to which those of the sheets are added first. */
async function recordsFrom(
  alignment: Alignment,
  { edits, isNamed, sheets }: Files,
  act: Act,
  context: Context,
): Promise<readonly EditRecord[]> {
  if (isNamed && sheets.length === 0) return readEdits(edits, alignment, context)
  const file = await openEditsFile(edits, alignment, { context })
  for (const path of sheets)
    for (let isKept = false; !isKept; ) {
      const { pair } = replayEdits(alignment, file.records, edits)
      const found = await readSheet(inputFrom(path), pair, act, context)
      replayEdits(alignment, [...file.records, ...found], edits)
      // When somebody else was first, the sheet is compared with what they made of it.
      isKept = (await file.append(found, file.records.length)).isKept
    }
  return file.records
}

/** The failed checks of all beads, as the page shows them. */
async function checked(before: Alignment, now: Alignment): Promise<SheetOptions> {
  const { checkBeads, createBeadChecker } = await import('../../bead-checks.ts')
  const failed = await checkBeads(await createBeadChecker(before), now)
  return { checksOf: ({ id }) => (failed.get(id) ?? []).map(({ note }) => note) }
}

async function print(
  { alignment, edits, written }: Files & { readonly written: readonly string[] },
  summary: ReviewSummary,
  args: Args,
  io: Io,
  { diagnostics }: Reporter,
): Promise<void> {
  if (args.has('json'))
    return io.out(
      `${JSON.stringify({ alignment, file: edits, ...summary, outputs: written, diagnostics }, undefined, 2)}\n`,
    )
  if (args.has('quiet') && written.length > 0) return
  await io.out(`${written.length === 0 ? '' : `wrote ${written.join(', ')}\n`}${summaryText(summary, edits)}`)
}

function summaryText({ beads, edits, takenBack }: ReviewSummary, file: string): string {
  const kinds = Object.entries(edits)
  const total = kinds.reduce((sum, [, many]) => sum + many, 0)
  const back = takenBack === 0 ? '' : `, and ${takenBack} taken back`
  const list = kinds.map(([kind, many]) => `${kind} ${many}`)
  return [
    `${total === 0 ? 'no edits' : count(total, 'edit')} in ${file}${back}${total === 0 ? '' : `: ${list.join(', ')}`}`,
    '',
    ...(['accepted', 'rejected', 'edited'] as const).map((state) => `  ${pad(state, 10)}${beads[state]}`),
    `  ${pad('left', 10)}${beads.left}`,
    '',
  ].join('\n')
}
