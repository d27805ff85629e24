import { hashOf } from './hash.ts'
import type { Run, Variant } from './types.ts'

/** The text of a content without its inline codes. */
export function plainText(content: readonly Run[]): string {
  const [first] = content
  if (content.length === 1 && first?.kind === 'text') return first.text
  return content.map((run) => (run.kind === 'text' ? run.text : '')).join('')
}

/** The content with its inline codes as they stood in the original file. */
export function nativeText(content: readonly Run[]): string {
  let text = ''
  for (const run of content) text += run.kind === 'text' ? run.text : run.data
  return text
}

/** Names a unit by its languages and contents, the source first: equal for equal units, whatever file they come from. */
export function unitIdOf(variants: readonly Variant[]): string {
  const parts: string[] = []
  for (const { language } of variants) parts.push(language)
  for (const { content } of variants) parts.push(nativeText(content))
  return hashOf(...parts)
}
