import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOf } from '../../src/core/text.ts'
import type { Document } from '../../src/core/types.ts'
import { format } from '../../src/formats/txt/index.ts'
import { inputOf, recorder } from './memory-input.ts'

async function read(text: string, segmented: boolean): Promise<Document> {
  const document = await format.readDocument?.(inputOf(text, 'brug.txt'), { segmented }, recorder())
  if (document === undefined) throw new Error('txt reads documents')
  return document
}

const lineText = fc.constantFrom('De brug.', '桥。', ' ', '', '\t', '\u3000', 'a b')
const lines = fc.array(lineText, { maxLength: 6 }).map((list) => ['Kop', ...list])
const lineEnd = fc.constantFrom('\n', '\r\n', '\r')

test('a segmented file has one block a line, empty ones too, and a final line end adds none', async () => {
  await fc.assert(
    fc.asyncProperty(lines, lineEnd, fc.boolean(), async (list, end, hasFinal) => {
      // Without a final line end an empty last line is no line.
      const kept = hasFinal ? list : [...list, 'Slot']
      const text = kept.join(end) + (hasFinal ? end : '')
      const document = await read(text, true)
      expect(document.segmented).toBe(true)
      expect(document.text).toBe(text)
      expect(document.blocks.map((block) => textOf(text, block.span))).toEqual(kept)
    }),
  )
})

test('any other file has one body block for each line with text, and nothing of it is lost', async () => {
  await fc.assert(
    fc.asyncProperty(lines, lineEnd, async (list, end) => {
      const document = await read(list.join(end), false)
      const texts = document.blocks.map((block) => textOf(document.text, block.span))
      expect(texts).toEqual(list.filter((line) => line.trim() !== ''))
      expect(new Set(document.blocks.map((block) => block.role))).toEqual(new Set(['body']))
    }),
  )
})

test('the document bears the name of its input and of its format', async () => {
  expect(await read('\ufeffDe brug.', false)).toEqual({
    id: 'brug.txt',
    format: 'txt',
    text: 'De brug.',
    blocks: [{ span: { start: 0, end: 8 }, role: 'body' }],
    segmented: false,
  })
})
