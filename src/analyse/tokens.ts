import type { LanguagePack } from '../core/contracts.ts'
import type { SegmentedDocument, Span, TokenTable } from '../core/types.ts'
import { votesOf } from '../core/votes.ts'
import { visitMarks } from './marks.ts'

/** Adds words of one segment that a plain tokeniser does not see, such as terms inside unspaced text. */
export type TermFinder = (text: string, span: Span, visit: (start: number, end: number, norm: string) => void) => void

/** Words of every segment that takes part in alignment, as columns; segments of boilerplate have none. */
export function tokenise(document: SegmentedDocument, pack: LanguagePack, terms?: TermFinder): TokenTable {
  const ids = new Map<string, number>()
  const columns = { ids: createColumn(), starts: createColumn(), ends: createColumn() }
  const offsets = new Uint32Array(document.segments.length + 1)
  const visit = (start: number, end: number, norm: string): void => {
    let id = ids.get(norm)
    if (id === undefined) {
      id = ids.size
      ids.set(norm, id)
    }
    columns.ids.push(id)
    columns.starts.push(start)
    columns.ends.push(end)
  }
  document.segments.forEach((segment, i) => {
    if (document.blocks[segment.block]?.role !== 'boilerplate') {
      pack.words(document.text, segment.span, visit)
      terms?.(document.text, segment.span, visit)
      visitMarks(document.text, segment.span, visit)
    }
    offsets[i + 1] = columns.ids.length()
  })
  const [starts, ends] = [columns.starts.values(), columns.ends.values()]
  const weights = new Float32Array(votesOf({ offsets, starts, ends }))
  return { vocabulary: [...ids.keys()], offsets, ids: columns.ids.values(), starts, ends, weights }
}

/** A column that grows; a list of numbers would take twice its memory. */
interface GrowingColumn {
  push(value: number): void
  length(): number
  /** All that were pushed, as a column of their own. */
  values(): Uint32Array
}

function createColumn(): GrowingColumn {
  let values = new Uint32Array(1024)
  let length = 0
  return {
    push(value) {
      if (length === values.length) {
        const longer = new Uint32Array(2 * length)
        longer.set(values)
        values = longer
      }
      values[length++] = value
    },
    length: () => length,
    values: () => values.slice(0, length),
  }
}
