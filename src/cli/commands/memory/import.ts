import type { Failure } from '../../../failure.ts'
import type { FileOutcome, ImportReport } from '../../../index.ts'
import { writeWhole } from '../../../whole-file.ts'
import type { Args, Command, ExitCode, Io } from '../../command.ts'
import { failureText } from '../../failure-text.ts'
import { jsonFlag, quietFlag, strictFlag } from '../../flags.ts'
import { fileDiagnostics, importJson, importText } from '../../import-text.ts'
import { asFlag, fieldsOf, languageFlags, languagesFrom, memoryFlag, memoryPath } from '../../memory-flags.ts'
import { counted } from '../../numbers.ts'
import { createReporter, diagnosticText } from '../../reporter.ts'
import { checkOutput, spareInputs } from '../../sink.ts'

const intoGroup = 'Memory'
const defaultName = 'main'

/** `zinpaar memory import`. */
export const command: Command = {
  name: 'memory import',
  about:
    'Takes files into a memory, which is made when it is not there: TMX, XLIFF, sdlxliff, PO, CSV, TSV, Excel, alignments and ' +
    'other memories of Zinpaar; files may be packed as .gz or .zip. A bad unit is skipped and said so, and of a damaged file all whole units before ' +
    'the damage are kept. Units that are there already are not doubled. One import is one step, which `zinpaar memory undo` takes back.',
  arguments: [
    {
      name: 'FILE',
      isRequired: true,
      isRepeatable: true,
      doc: 'Files to take in. `-` reads what another program sends and needs --from.',
    },
  ],
  flags: [
    memoryFlag,
    {
      ...asFlag,
      doc: 'Which of the memories in the file takes them in; it is made when it is not there. Units out of another memory keep the name that they have there unless this is given.',
    },
    {
      name: 'set',
      type: 'string',
      value: 'FIELD=VALUE',
      isRepeatable: true,
      group: intoGroup,
      doc: 'Gives every unit this field, by which it can be found later: --set client=Acme --set domain=law.',
    },
    {
      name: 'by',
      type: 'string',
      value: 'NAME',
      group: intoGroup,
      doc: 'Who imports, for the history.',
    },
    {
      name: 'from',
      type: 'string',
      value: 'FORMAT',
      group: 'Files',
      doc: 'What the files are, when their names do not tell: tmx, xlf, csv …',
    },
    {
      name: 'report',
      type: 'string',
      value: 'REPORT.json',
      group: 'Files',
      doc: 'Also writes the report with every repaired and skipped unit to this file.',
    },
    ...languageFlags,
    jsonFlag,
    quietFlag,
    strictFlag,
  ],
  examples: [
    { line: 'zinpaar memory import acme.tmx --memory work.zmem', does: 'Take a TMX file into a memory.' },
    {
      line: 'zinpaar memory import *.tmx old.sdlxliff -m work.zmem --set client=Acme',
      does: 'Take in several files whose units belong to one client.',
    },
    {
      line: 'zinpaar memory import colleague.zmem -m work.zmem',
      does: 'Merge the memory of a colleague into yours.',
    },
    {
      line: 'zinpaar memory import terms.csv -m work.zmem --source-lang nl --target-lang zh',
      does: 'Take in a table without a head.',
    },
  ],
  async run(args, io) {
    const path = memoryPath(args)
    const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: args.has('strict') })
    const reportPath = args.text('report')
    if (reportPath !== undefined) {
      await checkOutput(reportPath)
      await spareInputs([path, ...args.positionals])(reportPath)
    }
    const { importInto } = await import('../../../memory-import.ts')
    const options = optionsFrom(args, io)
    try {
      const report = await importInto(path, args.positionals, options, reporter.context, io.stdin)
      reporter.finish()
      if (reportPath !== undefined)
        await writeWhole(reportPath, [`${JSON.stringify(importJson(report, path), undefined, 2)}\n`])
      await print(report, args, io)
      return exitCode(report, args.has('strict'))
    } finally {
      reporter.finish()
    }
  },
}

function optionsFrom(args: Args, io: Io) {
  const from = args.text('from')
  return {
    fields: Object.fromEntries(
      Object.entries(fieldsOf(args.list('set'), 'set')).map(([name, value]) => [
        name.startsWith('x-') ? name : `x-${name}`,
        value,
      ]),
    ),
    by: args.text('by') ?? '',
    at: io.now().toISOString(),
    ...(from === undefined ? {} : { from }),
    ...(args.has('as') ? { into: args.text('as') ?? defaultName } : {}),
    ...languagesFrom(args),
  }
}

function exitCode({ outcome, files, skipped, repaired }: ImportReport, isStrict: boolean): ExitCode {
  if (outcome === 'nothing') return 2
  const isSpotless = files.every(({ diagnostics }) => diagnostics.every(({ level }) => level === 'info'))
  if (outcome === 'partly' || (isStrict && (skipped > 0 || repaired > 0 || !isSpotless))) return 1
  return 0
}

async function print(report: ImportReport, args: Args, io: Io): Promise<void> {
  const isQuiet = args.has('quiet')
  if (args.has('json')) await io.out(`${JSON.stringify(importJson(report, memoryPath(args)), undefined, 2)}\n`)
  else if (!isQuiet && report.outcome !== 'nothing') await io.out(importText(report, memoryPath(args)))
  for (const file of report.files) {
    if (!isQuiet) for (const diagnostic of fileDiagnostics(file)) io.err(diagnosticText(diagnostic))
    if (file.failure !== undefined) io.err(failureText(fileFailure(file), io.isDebug))
  }
}

const fileFailure = ({ failure, kept }: FileOutcome): Failure => ({
  code: failure?.code ?? 'INTERNAL',
  message: failure?.message ?? '',
  hint: `${failure?.hint ?? ''}${kept > 0 ? ` What stands before this place was kept: ${counted(kept, 'unit')}.` : ''}`,
  ...(failure?.trace === undefined ? {} : { trace: failure.trace }),
})
