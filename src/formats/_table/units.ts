import { undetermined } from '../../core/tags.ts'
import type { LanguageTag, Place, TranslationUnit, Variant } from '../../core/types.ts'
import { textRun } from '../_units/content.ts'
import { notesRead, type Property } from '../_units/provenance.ts'
import { type Column, unitOfRow } from './columns.ts'
import type { Side, TableHead } from './head.ts'

/** Why a row is no unit, in plain words, and where. */
export interface RowProblem {
  readonly reason: string
  readonly place: Place
}

/** A row of any table, with a way to tell where its cells stand. */
export interface PlacedRow {
  readonly cells: readonly string[]
  placeOf(cell: number): Place
}

/** Our tag for one in a file; `und` when it is none. */
export type TagReader = (tag: string) => LanguageTag

/**
 * Turns rows into units: undefined for a row without anything in it, the problem for one that holds no pair of texts or has
 * more cells than there are columns, so that no text can be trusted to stand in its own.
 */
export function readRow(row: PlacedRow, head: TableHead, readTag: TagReader): TranslationUnit | RowProblem | undefined {
  const { cells } = row
  if (cells.every((cell) => cell.trim() === '')) return undefined
  const surplus = cells.findIndex((cell, i) => i >= head.width && cell.trim() !== '')
  if (surplus >= 0)
    return { reason: 'a row with more cells than the first row was left out', place: row.placeOf(surplus) }
  const get = (column: Column): string => cells[head.own.get(column) ?? -1] ?? ''
  const variants = head.sides.flatMap((side, i) =>
    variantIn(cells, side, get(i === 0 ? 'source_language' : 'target_language'), readTag),
  )
  if (variants.length < 2) return { reason: missingText(cells, head), place: row.placeOf(0) }
  const others = [...head.others].flatMap(([index, name]): readonly Property[] =>
    (cells[index] ?? '') === '' ? [] : [[name === '' ? `column ${index + 1}` : name, cells[index] ?? '']],
  )
  const unit = unitOfRow({ variants, get, others })
  return { ...unit, notes: notesRead(unit.notes) }
}

function missingText(cells: readonly string[], head: TableHead): string {
  return head.sides.some((side) => side.index >= cells.length)
    ? 'a row that ends before its texts was left out'
    : 'a row without text on both sides was left out'
}

/** What the row says of its language goes before what the user says, and that before nothing. */
function variantIn(cells: readonly string[], side: Side, stated: string, readTag: TagReader): readonly Variant[] {
  const text = cells[side.index] ?? ''
  if (text.trim() === '') return []
  const own = stated === '' ? undetermined : readTag(stated)
  const language = own === undetermined ? (side.language ?? undetermined) : own
  return [{ language, content: [textRun(text)] }]
}
