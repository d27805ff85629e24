import type { Format } from '../../core/contracts.ts'

/** The JSON of the npm package `xliff`, which web projects keep their texts in. */
export const format: Format = {
  name: 'xliff-json',
  title: 'XLIFF as JSON (npm package xliff)',
  extensions: ['.xliff.json'],
  async *readUnits(input, context) {
    const { readXliffJson } = await import('./read.ts')
    yield* readXliffJson(input, context)
  },
  async *writeUnits(units, header, context) {
    const { writeXliffJson } = await import('./write.ts')
    yield* writeXliffJson(units, header, context)
  },
}
