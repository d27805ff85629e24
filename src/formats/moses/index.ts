import { plainText } from '../../core/content.ts'
import type { Context, Format, Header, Part, Units } from '../../core/contracts.ts'
import type { TranslationUnit } from '../../core/types.ts'
import { type CharacterFilter, createCharacterFilter } from '../_text/characters.ts'
import { tidyContent } from '../_units/content.ts'
import { pairOf } from '../_units/pair.ts'
import { createTally } from '../_units/reports.ts'
import { shared } from './shared.ts'

/** What stands on line i of the three files. */
interface Line {
  readonly source: string
  readonly target: string
  readonly ids: string
}

/**
 * Plain texts for training: line i of one file belongs to line i of the others. Lines are never empty; inline codes are left
 * out. The `.ids` file has the unit's id, relation, confidence, files and segments, with tabs between them.
 */
export const format: Format = {
  name: 'moses',
  title: 'Parallel plain texts (Moses)',
  extensions: ['.moses'],
  writeParts(units, header, context) {
    const [source, target] = suffixes(header)
    const lines = shared(units, (again, isFirst) => linesOf(again, header, isFirst ? context : silent))
    return [
      part(source, lines(), (line) => line.source),
      part(target, lines(), (line) => line.target),
      part('.ids', lines(), (line) => line.ids),
    ]
  },
}

/** The same three files are made of three passes; one report is enough. */
const silent: Context = { report: () => undefined }

/** `.nl` and `.zh`; the sides are named when both are in one language. */
function suffixes(header: Header): readonly [string, string] {
  const [source, target] = [header.sourceLanguage, header.targetLanguage]
  return source === target ? [`.source.${source}`, `.target.${target}`] : [`.${source}`, `.${target}`]
}

function part(suffix: string, lines: AsyncIterable<Line>, pick: (line: Line) => string): Part {
  const text = async function* (): AsyncGenerator<string> {
    for await (const line of lines) yield `${pick(line)}\n`
  }
  return { suffix, text: text() }
}

async function* linesOf(units: Units, header: Header, context: Context): AsyncGenerator<Line> {
  const filter = createCharacterFilter()
  const tally = createTally()
  for await (const unit of units) {
    const line = lineOf(unit, header, filter)
    if (line === undefined)
      tally.add('WRITE_UNITS_LEFT_OUT', 'a unit without text in both languages was left out', unit.id)
    else yield line
  }
  filter.report('Moses', context)
  tally.report('Moses', context)
}

function lineOf(unit: TranslationUnit, header: Header, filter: CharacterFilter): Line | undefined {
  const pair = pairOf(unit, header)
  if (pair === undefined) return undefined
  const [source, target] = [pair.source, pair.target].map((variant) =>
    oneLine(plainText(tidyContent(variant.content, filter, unit.id))),
  )
  if (source === undefined || target === undefined || source === '' || target === '') return undefined
  const { origin } = unit
  const ids = [
    header.omitIds ? '' : unit.id,
    unit.relation ?? '',
    unit.confidence?.toFixed(4) ?? '',
    origin?.sourceFile ?? '',
    origin?.sourceSegments ?? '',
    origin?.targetFile ?? '',
    origin?.targetSegments ?? '',
  ]
  return { source, target, ids: ids.map((id) => oneLine(filter.clean(id, unit.id))).join('\t') }
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
