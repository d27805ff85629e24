import type { Variant } from '../core/types.ts'

/** The text of a variant without its inline codes. */
export function plainTextOf({ content }: Variant): string {
  const [first] = content
  if (content.length === 1 && first?.kind === 'text') return first.text
  return content.map((run) => (run.kind === 'text' ? run.text : '')).join('')
}
