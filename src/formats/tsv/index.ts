import type { Format } from '../../core/contracts.ts'
import { readTable, sniffTable } from '../_table/read.ts'
import { type Layout, writeTable } from '../_table/write.ts'

/** Line feeds and no byte order mark: tables with tabs are for cut, awk and programs, to which a mark is part of the first name. */
const layout: Layout = { title: 'TSV', delimiter: '\t', lineEnd: '\n', hasMark: false }

/** A table for programs; cells are quoted as in CSV, though few need it. */
export const format: Format = {
  name: 'tsv',
  title: 'Table with tabs (TSV)',
  extensions: ['.tsv'],
  sniff: (head) => sniffTable(head, '\t'),
  readUnits: readTable,
  writeUnits: (units, header, context) => writeTable(units, header, layout, context),
}
