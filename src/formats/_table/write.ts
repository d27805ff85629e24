import type { Context, Header, Units } from '../../core/contracts.ts'
import type { TranslationUnit } from '../../core/types.ts'
import { type CharacterFilter, createCharacterFilter } from '../_text/characters.ts'
import { tidyContent } from '../_units/content.ts'
import { pairOf } from '../_units/pair.ts'
import { reviewNote } from '../_units/provenance.ts'
import { createTally, type Tally } from '../_units/reports.ts'
import { rowText } from './cells.ts'
import { cellsOf, columns } from './columns.ts'

/** How a table is laid out. */
export interface Layout {
  /** Name for reports. */
  readonly title: string
  readonly delimiter: ',' | '\t'
  readonly lineEnd: '\r\n' | '\n'
  readonly hasMark: boolean
}

/** A table of pairs, one row at a time. Properties of other tools have no column; that is reported. */
export async function* writeTable(
  units: Units,
  header: Header,
  layout: Layout,
  context: Context,
): AsyncGenerator<string> {
  const filter = createCharacterFilter()
  const losses = createTally()
  const notices = createTally()
  yield (layout.hasMark ? '\ufeff' : '') + rowText(columns, layout.delimiter, layout.lineEnd)
  for await (const unit of units) {
    const cells = rowOf(unit, header, filter, losses)
    if (cells === undefined) continue
    if (Object.keys(unit.props).length > 0)
      notices.add('WRITE_PROPERTIES_LEFT_OUT', 'properties of other tools have no column', unit.id)
    yield rowText(cells, layout.delimiter, layout.lineEnd)
  }
  filter.report(layout.title, context)
  losses.report(layout.title, context)
  notices.report(layout.title, context, 'info')
}

function rowOf(
  unit: TranslationUnit,
  header: Header,
  filter: CharacterFilter,
  tally: Tally,
): readonly string[] | undefined {
  const pair = pairOf(unit, header)
  if (pair === undefined) {
    tally.add('WRITE_UNITS_LEFT_OUT', 'a unit without text in both languages was left out', unit.id)
    return undefined
  }
  const source = { ...pair.source, content: tidyContent(pair.source.content, filter, unit.id) }
  const target = { ...pair.target, content: tidyContent(pair.target.content, filter, unit.id) }
  if (source.content.length === 0 || target.content.length === 0) {
    tally.add('WRITE_UNITS_LEFT_OUT', 'a unit without text in both languages was left out', unit.id)
    return undefined
  }
  const noted = { ...unit, notes: [...unit.notes, ...reviewNote(unit)] }
  return cellsOf(noted, source, target, header.omitIds).map((cell) => filter.clean(cell, unit.id))
}
