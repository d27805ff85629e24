import type { Format } from '../../core/contracts.ts'
import { isZip } from '../_zip/magic.ts'

/** Workbooks of Excel and of all programs that write its files since 2007. */
export const format: Format = {
  name: 'xlsx',
  title: 'Excel workbook (XLSX)',
  extensions: ['.xlsx', '.xlsm'],
  // Paths of the files in an archive are not packed.
  sniff: (head) => (isZip(head) && Buffer.from(head).toString('latin1').includes('xl/') ? 0.9 : 0),
  async *readUnits(input, context, options) {
    const { readXlsx } = await import('./read.ts')
    yield* readXlsx(input, context, options)
  },
}
