import { nativeText, unitIdOf } from '../../core/content.ts'
import { relations } from '../../core/relations.ts'
import { undetermined } from '../../core/tags.ts'
import type { Decision, Origin, TranslationUnit, Variant } from '../../core/types.ts'
import { ownId } from '../_units/content.ts'
import { decodeEvidence, encodeEvidence, type Property } from '../_units/provenance.ts'
import { recordOf } from '../_units/record.ts'

/**
 * Columns in the order in which they are written: what people look at first. Languages stand in columns of their own, so that
 * programs find `source` and `target` under these names and rows of several languages fit into one table.
 */
export const columns = [
  'source',
  'target',
  'relation',
  'confidence',
  'decision',
  'evidence',
  'source_segments',
  'target_segments',
  'source_file',
  'target_file',
  'source_language',
  'target_language',
  'id',
  'notes',
  'decided_by',
  'decided_at',
  'comment',
] as const

export type Column = (typeof columns)[number]

/** Cells of a unit, by column; inline codes are written as their native code. */
export function cellsOf(unit: TranslationUnit, source: Variant, target: Variant, omitId: boolean): readonly string[] {
  const { origin, decision } = unit
  const decided = decision.state === 'proposed' ? undefined : decision
  const values: Readonly<Record<Column, string | undefined>> = {
    source: nativeText(source.content),
    target: nativeText(target.content),
    relation: unit.relation,
    confidence: unit.confidence?.toFixed(4),
    decision: decision.state,
    evidence: encodeEvidence(origin?.evidence ?? []),
    source_segments: rangeCell(origin?.sourceSegments),
    target_segments: rangeCell(origin?.targetSegments),
    source_file: origin?.sourceFile,
    target_file: origin?.targetFile,
    source_language: source.language,
    target_language: target.language,
    id: omitId ? undefined : unit.id,
    notes: unit.notes.map((note) => note.replace(/[\r\n]+/gu, ' ')).join('\n'),
    decided_by: decided?.by,
    decided_at: decided?.at,
    comment: decided?.comment,
  }
  return columns.map((column) => values[column] ?? '')
}

/** `3..4` for `3-4`, which Excel takes for the fourth of March. */
const rangeCell = (range: string | undefined): string | undefined => range?.replace('-', '..')

/** The cells of a row that is read, by what they are. */
export interface RowCells {
  /** Texts of the languages that have one, the source first. */
  readonly variants: readonly Variant[]
  /** Cell of a column of ours; empty where there is none. */
  get(column: Column): string
  /** Cells of columns that are not ours, by the names of their columns. */
  readonly others: readonly Property[]
}

/** The unit in a row. What stands in a column of ours and makes no sense there is kept as a property. */
export function unitOfRow({ variants, get, others }: RowCells): TranslationUnit {
  const relation = relations.find((word) => word === get('relation'))
  const confidence = confidenceOf(get('confidence'))
  const origin = originOf(get)
  const id = ownId(get('id'))
  const decision = decisionOf(get)
  const isDecided = decision.state !== 'proposed'
  const kept: readonly (readonly [Column, boolean])[] = [
    ['relation', relation === undefined],
    ['confidence', confidence === undefined],
    ['id', id === undefined],
    ['decision', !isDecided && get('decision').trim().toLowerCase() !== decision.state],
    ['decided_by', !isDecided],
    ['decided_at', !isDecided],
  ]
  const strays = kept.flatMap(([column, isStray]): readonly Property[] =>
    isStray && get(column) !== '' ? [[column, get(column)]] : [],
  )
  return {
    id: id ?? unitIdOf(variants),
    sourceLanguage: variants[0]?.language ?? undetermined,
    variants,
    ...(relation === undefined ? {} : { relation }),
    ...(confidence === undefined ? {} : { confidence }),
    decision,
    ...(origin === undefined ? {} : { origin }),
    notes: [...get('notes').split('\n'), isDecided ? '' : get('comment')].filter((note) => note !== ''),
    props: recordOf([...strays, ...others]),
  }
}

/** A number from 0 to 1, with a point or a Dutch comma; undefined for anything else. */
function confidenceOf(cell: string): number | undefined {
  const value = Number(cell.replace(',', '.'))
  return cell.trim() !== '' && value >= 0 && value <= 1 ? value : undefined
}

function decisionOf(get: (column: Column) => string): Decision {
  const state = (['accepted', 'rejected', 'edited'] as const).find(
    (word) => word === get('decision').trim().toLowerCase(),
  )
  if (state === undefined) return { state: 'proposed' }
  const comment = get('comment')
  const decided = { state, by: get('decided_by'), at: get('decided_at') }
  return comment === '' ? decided : { ...decided, comment }
}

function originOf(get: (column: Column) => string): Origin | undefined {
  const [sourceFile, targetFile] = [get('source_file'), get('target_file')]
  if (sourceFile === '' && targetFile === '') return undefined
  const sourceSegments = get('source_segments').replace('..', '-')
  const targetSegments = get('target_segments').replace('..', '-')
  return {
    sourceFile,
    targetFile,
    sourceSegments,
    targetSegments,
    shape: `${countOf(sourceSegments)}:${countOf(targetSegments)}`,
    evidence: decodeEvidence(get('evidence')),
    signature: '',
  }
}

/** How many segments `3-4` stands for. */
function countOf(range: string): number {
  const match = /^(\d+)(?:-(\d+))?$/u.exec(range)
  return match === null ? 0 : Number(match[2] ?? match[1]) - Number(match[1]) + 1
}
