import { type Evaluation, evaluateFiles } from '../../evaluation.ts'
import type { BeadScores, Scores } from '../../index.ts'
import { outputFlags } from '../align-flags.ts'
import type { Command } from '../command.ts'
import { jsonFlag, quietFlag } from '../flags.ts'
import { pad } from '../layout.ts'
import { selectionFrom } from '../output-options.ts'
import { createReporter } from '../reporter.ts'
import { count } from '../summary-text.ts'

const gate = 'What to compare'

/** `zinpaar evaluate`: how good an alignment is. */
export const command: Command = {
  name: 'evaluate',
  about:
    'Compares an alignment with one that people made (the gold) and prints how much of it is right (precision), how much of the ' +
    'gold it found (recall), and the mean of the two (F1). Strict counts a pair only when it is exactly that of the gold; lax, ' +
    'when it shares a linked pair of sentences with it.',
  arguments: [
    {
      name: 'GOLD',
      isRequired: true,
      doc: 'A ladder file ([0,1]:[2] on each line), a folder of them, or JSON with units or beads as character offsets.',
    },
    {
      name: 'OUT',
      isRequired: true,
      doc: 'What to judge: a ladder, a folder of ladders, a .spans.json, or an alignment (.json).',
    },
  ],
  flags: [
    {
      name: 'min',
      type: 'number',
      value: 'F1',
      range: [0, 1],
      group: gate,
      doc: 'End with exit code 1 when F1 (strict, or that of units) is below this.',
    },
    { name: 'per-file', type: 'boolean', group: gate, doc: 'Print the scores of each file, too.' },
    ...outputFlags
      .filter((flag) => flag.name === 'relations' || flag.name === 'min-confidence')
      .map((flag) => ({ ...flag, group: gate })),
    jsonFlag,
    quietFlag,
  ],
  examples: [
    { line: 'zinpaar evaluate gold.ladder out.ladder', does: 'Score one alignment.' },
    { line: 'zinpaar evaluate gold/ out/ --per-file', does: 'Score a folder of them, file by file.' },
    { line: 'zinpaar evaluate gold.json out.spans.json --min 0.9', does: 'Fail when F1 is below 0.9.' },
  ],
  async run(args, io) {
    const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: false })
    const [gold = '', output = ''] = args.positionals
    const result = await evaluateFiles(gold, output, selectionFrom(args), reporter.context)
    reporter.finish()
    const { files, ...total } = result
    const shown = args.has('per-file') ? result : total
    await io.out(
      args.has('json') ? `${JSON.stringify(shown, undefined, 2)}\n` : evaluationText(result, args.has('per-file')),
    )
    const least = args.number('min')
    if (least === undefined || result.f1 >= least) return 0
    if (!args.has('quiet')) io.err(`F1 ${decimal(result.f1)} is below ${least}\n`)
    return 1
  },
}

function evaluationText({ files, beads, spans }: Evaluation, isPerFile: boolean): string {
  const each = isPerFile
    ? files.flatMap((file) => (file.beads === undefined ? [] : [`${file.name}\n${beadsText(file.beads)}`]))
    : []
  const all = [
    ...(beads === undefined ? [] : [`${isPerFile && files.length > 1 ? 'all files\n' : ''}${beadsText(beads)}`]),
    ...(spans === undefined
      ? []
      : [
          [
            heading,
            row('units', spans.unit),
            row('characters', spans.characters),
            row('whole units', spans.exact),
            `${spans.correct} of ${count(spans.pairs, 'pair')} right; ${spans.covered} of ${count(spans.units, 'unit')} covered`,
            '',
          ].join('\n'),
        ]),
  ]
  return [...(files.length > 1 ? each : []), ...all].join('\n')
}

const heading = `${pad('', 13)}precision  recall     F1`

function beadsText({ strict, lax, beads }: BeadScores): string {
  const counts = `${beads.correct} of ${count(beads.system, 'bead')} right; the gold has ${beads.gold} without its deletions`
  return [heading, row('strict', strict), row('lax', lax), counts, ''].join('\n')
}

const row = (name: string, { precision, recall, f1 }: Scores): string =>
  `${pad(name, 13)}${pad(decimal(precision), 11)}${pad(decimal(recall), 11)}${decimal(f1)}`

const decimal = (fraction: number): string => fraction.toFixed(3)
