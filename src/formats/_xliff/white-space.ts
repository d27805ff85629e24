import type { Run } from '../../core/types.ts'
import { textRun } from '../_units/content.ts'

/**
 * Takes out the line breaks and indents that pretty-printers put inside a segment whose white space is not marked as preserved:
 * a run with a line break becomes one space, nothing at the edges. Other white space stays.
 */
export function withoutIndents(content: readonly Run[]): readonly Run[] {
  const last = content.length - 1
  return content
    .map((run, i) => (run.kind === 'code' ? run : textRun(unindent(run.text, i === 0, i === last))))
    .filter((run) => run.kind === 'code' || run.text !== '')
}

function unindent(text: string, isFirst: boolean, isLast: boolean): string {
  return text.replace(/[ \t\r\n]+/gu, (space, offset: number) => {
    if (!space.includes('\n')) return space
    const isEdge = (isFirst && offset === 0) || (isLast && offset + space.length === text.length)
    return isEdge ? '' : ' '
  })
}
