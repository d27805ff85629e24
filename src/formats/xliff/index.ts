import type { Format } from '../../core/contracts.ts'
import { oneByOne } from '../_units/batches.ts'
import { sniffXliff } from '../_xliff/sniff.ts'

/** XLIFF as most tools know it: written as 1.2 (strict), read in every version. */
export const format: Format = {
  name: 'xliff',
  title: 'XLIFF 1.2',
  extensions: ['.xlf', '.xliff', '.sdlxliff', '.mxliff', '.mqxliff'],
  sniff: sniffXliff,
  readUnits: (input, context) =>
    oneByOne(async () => {
      const { readXliff } = await import('../_xliff/read.ts')
      return readXliff(input, context)
    }),
  async *writeUnits(units, header, context) {
    const { writeXliff12 } = await import('./write.ts')
    yield* writeXliff12(units, header, context)
  },
}
