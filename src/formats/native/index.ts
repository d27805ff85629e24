import type { Format } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import { rejectTooLarge } from '../_text/binary.ts'
import { decodeStrictly } from '../_text/strict.ts'
import { readNative, readNativeLines } from './read.ts'
import { rejectOverHeap } from './size.ts'
import { writeNative } from './write.ts'

/** Our own file: the whole alignment with texts, analysis, beads, evidence and decisions. Reading back what was written is identity. */
export const format: Format = {
  name: 'native',
  title: 'Alignment of zinpaar (JSON)',
  extensions: ['.json'],
  sniff: (head) => (/^\W*"format"\s*:\s*"zinpaar-alignment"/u.test(Buffer.from(head).toString('latin1')) ? 1 : 0),
  async readAlignment(input) {
    const bytes = await input.bytes()
    if (bytes.length === 0) throw new AppError('READ_EMPTY', `${input.name} is empty`)
    rejectTooLarge(bytes, input.name)
    rejectOverHeap(bytes.length, input.name)
    const alignment = readNativeLines(bytes, input.name)
    if (alignment !== undefined) return alignment
    const text = decodeStrictly(bytes, 'utf-8')
    if (text === undefined) throw new AppError('READ_MALFORMED', `${input.name} is not JSON in UTF-8`)
    return readNative(text.startsWith('\ufeff') ? text.slice(1) : text, input.name)
  },
  writeAlignment: (alignment) => writeNative(alignment),
}
