import { inputFrom, standardPath } from '../../input.ts'
import { languageName } from '../../language-names.ts'
import { glossaryFormat } from '../../term-files.ts'
import { type Glossary, type Term, termKinds, usualKinds } from '../../term-list.ts'
import { outputFlags } from '../align-flags.ts'
import type { Args, Command, Io } from '../command.ts'
import { jsonFlag, quietFlag, strictFlag } from '../flags.ts'
import { pad, widthOf } from '../layout.ts'
import { selectionFrom } from '../output-options.ts'
import { createPaint } from '../paint.ts'
import { createReporter } from '../reporter.ts'
import { checkOutput, outputPath, spareInputs, writeOutput } from '../sink.ts'
import { count } from '../summary-text.ts'
import { usageError } from '../usage.ts'

const which = 'Which terms'
const outputs = 'What to write'

/** `zinpaar terms`: a glossary of what linked the two sides of alignments. */
export const command: Command = {
  name: 'terms',
  about:
    'Makes a glossary from alignments that were kept as .json: the names, titles, organisations, places, treaties, offices and ' +
    'dates that were found on both sides of a pair, with how often and how sure. Without -o it is shown as a table.',
  arguments: [
    {
      name: 'ALIGNMENT',
      isRequired: true,
      isRepeatable: true,
      doc: 'Alignments that were written as .json; those of the same two languages go into one glossary. `-` reads one that another program sends.',
    },
  ],
  flags: [
    {
      name: 'output',
      short: 'o',
      type: 'string',
      value: 'FILE',
      isRepeatable: true,
      group: outputs,
      doc: 'Write the glossary to this file; its ending says in which format: .tbx for term bases, .csv for spreadsheets and `align --lexicon`, .utf8 or .txt for OmegaT. `-` is the screen and needs --to.',
    },
    {
      name: 'to',
      type: 'string',
      value: 'EXT',
      choices: ['tbx', 'csv', 'utf8'],
      group: outputs,
      doc: 'The format of every -o.',
    },
    {
      name: 'examples',
      type: 'boolean',
      group: outputs,
      doc: 'Give each term the most certain pair of sentences that holds it.',
    },
    {
      name: 'kinds',
      type: 'list',
      value: 'KIND,KIND',
      choices: termKinds,
      group: which,
      doc: 'Which kinds of terms; otherwise all but words and figures (money, percent, number, ordinal).',
    },
    {
      name: 'words',
      type: 'boolean',
      group: which,
      doc: 'Words, too, that were linked because a lexicon has them as translations of each other.',
    },
    {
      name: 'min-occurrences',
      type: 'number',
      value: 'N',
      range: [1, Number.POSITIVE_INFINITY],
      default: '1',
      group: which,
      doc: 'Leave out terms that were linked in fewer places.',
    },
    ...outputFlags.filter((flag) => flag.name === 'relations' || flag.name === 'min-confidence'),
    jsonFlag,
    quietFlag,
    strictFlag,
  ],
  examples: [
    { line: 'zinpaar terms news.json', does: 'Show what was linked, the commonest first.' },
    {
      line: 'zinpaar terms news.json treaty.json -o terms.tbx',
      does: 'Write one term base from two alignments.',
    },
    {
      line: 'zinpaar terms news.json --words -o words.csv',
      does: 'Write a list to correct by hand and give to `zinpaar align --lexicon`.',
    },
  ],
  async run(args, io) {
    const paths = args.list('output').map(outputPath)
    checkChoice(args, paths)
    const formats = paths.map((path) => glossaryFormat(path, args.text('to')))
    const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: args.has('strict') })
    const { collectTerms } = await import('../../term-files.ts')
    try {
      const spare = spareInputs(args.positionals)
      for (const path of paths) {
        await checkOutput(path)
        if (path !== standardPath) await spare(path)
      }
      const inputs = args.positionals.map((path) => inputFrom(path, io.stdin))
      const glossary = await collectTerms(inputs, optionsFrom(args), reporter.context, io.stock)
      for (const [i, format] of formats.entries())
        await writeOutput(io, paths[i] ?? '', format.write(glossary, reporter.context))
      reporter.finish()
      if (!paths.includes(standardPath)) await print(glossary, paths, args, io)
    } finally {
      reporter.finish()
    }
    return args.has('strict') && reporter.hasWarnings() ? 1 : 0
  },
}

function checkChoice(args: Args, paths: readonly string[]): void {
  if (args.positionals.filter((path) => path === standardPath).length > 1)
    throw usageError('`-` can be read once only', 'Name the other files.')
  if (!paths.includes(standardPath)) return
  if (args.text('to') === undefined) throw usageError('`-` does not say in which format', 'Add --to, as in --to tbx.')
  if (args.has('json')) throw usageError('--json would stand amid the output', 'Write to a file, or leave out --json.')
}

function optionsFrom(args: Args): Parameters<typeof import('../../term-files.ts').collectTerms>[1] {
  const wanted: readonly string[] = args.text('kinds') === undefined ? usualKinds : args.list('kinds')
  return {
    selection: selectionFrom(args),
    kinds: termKinds.filter((kind) => wanted.includes(kind) || (kind === 'word' && args.has('words'))),
    minOccurrences: args.number('min-occurrences') ?? 1,
    hasExamples: args.has('examples'),
  }
}

async function print(glossary: Glossary, paths: readonly string[], args: Args, io: Io): Promise<void> {
  const { sourceLanguage, targetLanguage, origins, terms } = glossary
  const languages = `${languageName(sourceLanguage)} – ${languageName(targetLanguage)}`
  if (args.has('json')) {
    const result = { sourceLanguage, targetLanguage, origins, terms, outputs: paths }
    await io.out(`${JSON.stringify(result, undefined, 2)}\n`)
  } else if (paths.length > 0) {
    if (!args.has('quiet')) await io.out(`wrote ${paths.join(' ')}: ${count(terms.length, 'term')}, ${languages}\n`)
  } else {
    const head = `${count(terms.length, 'term')} from ${count(origins.length, 'alignment')}, ${languages}`
    await io.out(`${[head, ...tableOf(terms, io)].join('\n')}\n`)
  }
}

/** Longer cells do not widen their column. */
const widest = 40

function tableOf(terms: readonly Term[], io: Io): readonly string[] {
  if (terms.length === 0) return []
  const paint = createPaint(io.hasColour)
  const forms = (side: Term['source']): string => side.map(({ text }) => text).join('; ')
  const widthFor = (texts: readonly string[]): number => Math.min(widest, Math.max(...texts.map(widthOf)))
  const left = widthFor(terms.map((term) => forms(term.source)))
  const right = widthFor(terms.map((term) => forms(term.target)))
  const times = Math.max(...terms.map((term) => String(term.occurrences).length))
  const rows = terms.flatMap((term) => {
    const figures = `${String(term.occurrences).padStart(times)} ×  ${percentText(term.confidence).padStart(4)}`
    const texts = `${pad(forms(term.source), left)} = ${pad(forms(term.target), right)}`
    const row =
      `${pad(term.kind, 13)}${figures}  ${texts}  ${paint.faint(term.kind === 'word' ? '' : term.key)}`.trimEnd()
    const { example } = term
    return example === undefined ? [row] : [row, `     ${example.source}`, `     ${example.target}`]
  })
  return ['', ...rows]
}

const percentText = (probability: number): string => `${Math.floor(probability * 100)} %`
