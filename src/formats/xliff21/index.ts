import type { Format } from '../../core/contracts.ts'
import { oneByOne } from '../_units/batches.ts'

/** XLIFF 2.1 for the tools that ask for it; read in every version. */
export const format: Format = {
  name: 'xliff21',
  title: 'XLIFF 2.1',
  extensions: ['.21.xlf', '.21.xliff'],
  readUnits: (input, context) =>
    oneByOne(async () => {
      const { readXliff } = await import('../_xliff/read.ts')
      return readXliff(input, context)
    }),
  async *writeUnits(units, header, context) {
    const { writeXliff21 } = await import('./write.ts')
    yield* writeXliff21(units, header, context)
  },
}
