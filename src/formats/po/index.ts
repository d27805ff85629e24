import type { Format } from '../../core/contracts.ts'

/** The files in which GNU gettext keeps the texts of a program and their translations. */
export const format: Format = {
  name: 'po',
  title: 'Messages of a program (gettext PO)',
  extensions: ['.po', '.pot'],
  sniff: (head) =>
    /^msgid[ \t]+"[^\n]*\r?\n(?:"[^\n]*\n)*msgstr[ \t]+"/mu.test(Buffer.from(head).toString('latin1')) ? 0.9 : 0,
  async *readUnits(input, context, options) {
    const { readPo } = await import('./read.ts')
    yield* readPo(input, context, options)
  },
  async *writeUnits(units, header, context) {
    const { writePo } = await import('./write.ts')
    yield* writePo(units, header, context)
  },
}
