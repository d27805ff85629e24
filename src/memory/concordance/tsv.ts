import { plainTextOf } from '../variants.ts'
import { dateOf, documentOf } from './provenance.ts'
import type { ConcordanceHit, ConcordancePage } from './types.ts'

const columns = ['left', 'match', 'right', 'other', 'unit', 'memory', 'document', 'date', 'relation', 'confidence']

/** One row for each place found, under a row of names. Tabs and line ends in texts become a space. */
export function concordanceTsv(page: Pick<ConcordancePage, 'hits'>): string {
  const rows = [columns, ...page.hits.flatMap(rowsOf)]
  return rows.map((row) => `${row.map(cellOf).join('\t')}\n`).join('')
}

const cellOf = (text: string): string => text.replace(/[\t\n\v\f\r\x85\u2028\u2029]+/gu, ' ')

function rowsOf(hit: ConcordanceHit): readonly (readonly string[])[] {
  const { unit, variant, spans, other } = hit
  const text = plainTextOf(variant)
  const { relation = '', confidence } = unit.unit
  const rest = [
    other === undefined ? '' : plainTextOf(other.variant),
    String(unit.key),
    unit.memory,
    documentOf(hit),
    dateOf(hit),
    relation,
    confidence === undefined ? '' : String(confidence),
  ]
  return spans.map(({ start, end }) => [text.slice(0, start), text.slice(start, end), text.slice(end), ...rest])
}
