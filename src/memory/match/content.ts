import type { Run } from '../../core/types.ts'

/** New text for a range of UTF-16 offsets of a plain text. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The content with parts of its text replaced and its codes where they were; undefined when a code stands inside a part. */
export function replaceInRuns(content: readonly Run[], replacements: readonly Replacement[]): Run[] | undefined {
  let offset = 0
  let replaced = 0
  const runs = content.map((run): Run => {
    if (run.kind === 'code') return run
    const start = offset
    offset += run.text.length
    const inside = replacements.filter((part) => part.start >= start && part.end <= offset && part.start < part.end)
    replaced += inside.length
    return inside.length === 0 ? run : { kind: 'text', text: replaceInText(run.text, start, inside) }
  })
  return replaced === replacements.length ? runs : undefined
}

function replaceInText(text: string, offset: number, replacements: readonly Replacement[]): string {
  let out = ''
  let done = 0
  for (const { start, end, text: replacement } of replacements.toSorted((a, b) => a.start - b.start)) {
    out += text.slice(done, start - offset) + replacement
    done = end - offset
  }
  return out + text.slice(done)
}
