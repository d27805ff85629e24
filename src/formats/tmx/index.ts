import type { Format } from '../../core/contracts.ts'
import { oneByOne } from '../_units/batches.ts'

/** Translation Memory eXchange: written as 1.4, read from 1.1 on. */
export const format: Format = {
  name: 'tmx',
  title: 'Translation memory (TMX 1.4)',
  extensions: ['.tmx'],
  sniff: (head) => (/<tmx[\s>]/u.test(Buffer.from(head).toString('latin1').replaceAll('\0', '')) ? 1 : 0),
  readUnits: (input, context, options) =>
    oneByOne(async () => {
      const { readTmx } = await import('./read.ts')
      return readTmx(input, context, options)
    }),
  async *writeUnits(units, header, context) {
    const { writeTmx } = await import('./write.ts')
    yield* writeTmx(units, header, context)
  },
}
