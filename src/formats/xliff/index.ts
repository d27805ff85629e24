import type { Format } from '../../core/contracts.ts'
import { sniffXliff } from '../_xliff/sniff.ts'

/** XLIFF as most tools know it: written as 1.2 (strict), read in every version. */
export const format: Format = {
  name: 'xliff',
  title: 'XLIFF 1.2',
  extensions: ['.xlf', '.xliff'],
  sniff: sniffXliff,
  async *readUnits(input, context) {
    const { readXliff } = await import('../_xliff/read.ts')
    yield* readXliff(input, context)
  },
  async *writeUnits(units, header, context) {
    const { writeXliff12 } = await import('./write.ts')
    yield* writeXliff12(units, header, context)
  },
}
