import type { Format } from '../../core/contracts.ts'
import { readTable, sniffTable } from '../_table/read.ts'
import { type Layout, writeTable } from '../_table/write.ts'

/**
 * Commas and CRLF as RFC 4180 says, and a byte order mark: without it Excel takes the file for the code page of the machine
 * and shows Chinese as noise. Every reader of today passes the mark over.
 */
const layout: Layout = { title: 'CSV', delimiter: ',', lineEnd: '\r\n', hasMark: true }

/** A table for spreadsheets. */
export const format: Format = {
  name: 'csv',
  title: 'Table for spreadsheets (CSV)',
  extensions: ['.csv'],
  sniff: (head) => sniffTable(head, ','),
  readUnits: readTable,
  writeUnits: (units, header, context) => writeTable(units, header, layout, context),
}
