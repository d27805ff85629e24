import { type EntityList, listEntities } from '../../entity-list.ts'
import { inputFrom } from '../../input.ts'
import { parseLanguage } from '../../language-names.ts'
import type { Command, Io } from '../command.ts'
import { jsonFlag, quietFlag, strictFlag } from '../flags.ts'
import { pad } from '../layout.ts'
import { createPaint, type Paint } from '../paint.ts'
import { createReporter } from '../reporter.ts'
import { languageText } from '../summary-text.ts'

/** `zinpaar entities`: what a text names. */
export const command: Command = {
  name: 'entities',
  about:
    'Shows the names, dates, amounts, places, organisations, treaties and titles that a text mentions. These are what links two ' +
    'texts in different languages: the same date or the same treaty gets the same key in every language.',
  arguments: [{ name: 'FILE', isRequired: true, doc: 'The text. `-` reads what another program sends.' }],
  flags: [
    {
      name: 'lang',
      type: 'string',
      value: 'TAG',
      group: 'The text',
      doc: 'Its language: nl, en, zh … Otherwise it is found out.',
    },
    {
      name: 'segmented',
      type: 'boolean',
      group: 'The text',
      doc: 'Each line is one sentence already: lines are not split, and none is taken for a menu.',
    },
    jsonFlag,
    quietFlag,
    strictFlag,
  ],
  examples: [
    { line: 'zinpaar entities article.nl.txt', does: 'Show each sentence that names something, and what it names.' },
    {
      line: 'zinpaar entities article.zh.txt --json',
      does: 'The same for another program, with the places in the text.',
    },
  ],
  async run(args, io) {
    const reporter = createReporter(io, { isQuiet: args.has('quiet'), isStrict: args.has('strict') })
    const language = args.text('lang')
    const segmented = args.has('segmented')
    const options = { segmented, ...(language === undefined ? {} : { sourceLanguage: parseLanguage(language) }) }
    const [{ readDocument }, { createAligner }] = await Promise.all([
      import('../../files.ts'),
      import('../../pipeline.ts'),
    ])
    try {
      const input = inputFrom(args.positionals[0] ?? '', io.stdin)
      const document = await readDocument(input, { segmented }, reporter.context)
      const list = listEntities(
        await createAligner(options, { stock: io.stock }).analyse(document, 'source', reporter.context),
      )
      reporter.finish()
      await io.out(args.has('json') ? `${JSON.stringify(list, undefined, 2)}\n` : entitiesText(list, io))
    } finally {
      reporter.finish()
    }
    return args.has('strict') && reporter.hasWarnings() ? 1 : 0
  },
}

function entitiesText(list: EntityList, io: Io): string {
  const paint = createPaint(io.hasColour)
  const naming = list.segments.filter((segment) => segment.entities.length > 0)
  const found = naming.reduce((sum, segment) => sum + segment.entities.length, 0)
  const head = `${paint.strong(list.file)}  ${languageText(list.language)}: ${found} found in ${naming.length} of ${list.segments.length} segments`
  return `${[head, ...naming.map((segment) => segmentText(segment, paint))].join('\n\n')}\n`
}

function segmentText(segment: EntityList['segments'][number], paint: Paint): string {
  const { text, span, entities } = segment
  let shown = ''
  let end = 0
  entities.forEach((entity, i) => {
    const from = entity.span.start - span.start
    if (from < end) return
    shown += text.slice(end, from) + paint.mark(i, entity.text)
    end = entity.span.end - span.start
  })
  const rows = entities.map(
    (entity, i) =>
      `     ${pad(entity.kind, 13)}${paint.mark(i, entity.text)}${entity.key === undefined ? '' : `  ${paint.faint(entity.key)}`}`,
  )
  return [
    `${paint.faint(pad(`${segment.index + 1}`, 4))} ${(shown + text.slice(end)).replace(/\s+/gu, ' ')}`,
    ...rows,
  ].join('\n')
}
