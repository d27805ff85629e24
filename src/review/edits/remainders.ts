import type { Bead, SegmentRange } from '../../core/types.ts'
import { isEmpty, sizeOf } from './ranges.ts'
import type { Ranges } from './remade.ts'

/**
 * What is left of a bead when others take segments of it. Of two parts of a side the one keeps the other side that lies on
 * the same end; else the longer one does, the first of equals, and the other one stands alone.
 */
export function remaindersOf(bead: Bead, taken: Ranges): readonly Ranges[] {
  const source = partsOf(bead.source, taken.source)
  const target = partsOf(bead.target, taken.target)
  const pairs: Ranges[] = []
  const couple = (s: SegmentRange | undefined, t: SegmentRange | undefined): void => {
    if (s === undefined || t === undefined) return
    pairs.push({ source: s, target: t })
  }
  if (source.isCut && target.isCut) {
    couple(source.before, target.before)
    couple(source.behind, target.behind)
  }
  if (pairs.length === 0) couple(longest(source), longest(target))
  const isLeft = (side: 'source' | 'target', part: SegmentRange): boolean => pairs.every((pair) => pair[side] !== part)
  const lone = [
    ...listOf(source).flatMap((part) =>
      isLeft('source', part) ? [{ source: part, target: placeBeside(part, bead.source, bead.target) }] : [],
    ),
    ...listOf(target).flatMap((part) =>
      isLeft('target', part) ? [{ source: placeBeside(part, bead.target, bead.source), target: part }] : [],
    ),
  ]
  return [...pairs, ...lone]
}

/** What is left of a side, before and behind what is taken from it; all of it is `before` when nothing is. */
interface Parts {
  readonly isCut: boolean
  readonly before: SegmentRange | undefined
  readonly behind: SegmentRange | undefined
}

function partsOf(range: SegmentRange, taken: SegmentRange): Parts {
  const some = (part: SegmentRange): SegmentRange | undefined => (isEmpty(part) ? undefined : part)
  const [from, to] = [Math.max(range.from, taken.from), Math.min(range.to, taken.to)]
  if (from >= to) return { isCut: false, before: some(range), behind: undefined }
  return {
    isCut: true,
    before: some({ from: range.from, to: from }),
    behind: some({ from: to, to: range.to }),
  }
}

const listOf = ({ before, behind }: Parts): readonly SegmentRange[] =>
  [before, behind].filter((part) => part !== undefined)

function longest({ before, behind }: Parts): SegmentRange | undefined {
  if (before === undefined || behind === undefined) return before ?? behind
  return sizeOf(behind) > sizeOf(before) ? behind : before
}

/** Where a part of a side that stands alone has its place in the other side: at the end that it lies on. */
function placeBeside(part: SegmentRange, whole: SegmentRange, other: SegmentRange): SegmentRange {
  const at = part.from === whole.from && part.to < whole.to ? other.from : other.to
  return { from: at, to: at }
}
