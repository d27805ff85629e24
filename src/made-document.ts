import type { Document, LanguageTag } from './core/types.ts'

/** A document of single texts: line i is text i; line ends in texts become spaces, so that offsets stay. */
export function madeDocument(texts: readonly string[], tag: LanguageTag): Document {
  const lines = texts.map((text) => text.replace(/[\n\r\u2028\u2029]/gu, ' '))
  let start = 0
  const blocks = lines.map((line) => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return { span, role: 'body' as const }
  })
  return { id: tag, format: 'memory', text: lines.join('\n'), blocks, segmented: true, language: { tag, by: 'user' } }
}
