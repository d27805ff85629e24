import type { Format } from '../../core/contracts.ts'
import { isSpace, lineSpans } from '../../core/text.ts'
import type { Block, Span } from '../../core/types.ts'
import { decodeText } from '../_text/decode.ts'

/** Plain text: one block a line, all of role `body` until analysis looks at them. */
export const format: Format = {
  name: 'txt',
  title: 'Plain text',
  extensions: ['.txt'],
  async readDocument(input, options, context) {
    const text = decodeText(await input.bytes(), input.name, context)
    const lines = lineSpans(text)
    const blocks: readonly Block[] = (options.segmented ? lines : lines.filter((line) => hasText(text, line))).map(
      (span) => ({ span, role: 'body' }),
    )
    return { id: input.name, format: 'txt', text, blocks, segmented: options.segmented }
  },
}

function hasText(text: string, span: Span): boolean {
  for (let i = span.start; i < span.end; i++) if (!isSpace(text.charCodeAt(i))) return true
  return false
}
