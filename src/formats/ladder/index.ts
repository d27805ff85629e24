import type { Format } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import { shorten } from '../../core/text.ts'
import type { SegmentRange } from '../../core/types.ts'

/** One line of a ladder: indexes of segments, from 0. */
export interface LadderBead {
  readonly source: readonly number[]
  readonly target: readonly number[]
  /** Absent when the line has none. */
  readonly score?: number
}

/** Every bead a line, `[0,1]:[2]:0.9312`, deletions `[3]:[]:0`: what Vecalign, Bertalign and their scorers read. */
export const format: Format = {
  name: 'ladder',
  title: 'Ladder of segment indexes',
  extensions: ['.ladder'],
  *writeAlignment(alignment) {
    for (const bead of alignment.beads) {
      const [source, target] = [indexesOf(bead.source), indexesOf(bead.target)]
      const score = source === '' || target === '' ? '0' : bead.confidence.toFixed(4)
      yield `[${source}]:[${target}]:${score}\n`
    }
  },
}

const indexesOf = (range: SegmentRange): string =>
  Array.from({ length: range.to - range.from }, (_, i) => range.from + i).join(',')

const beadLine = /^\[([\d, ]*)\]:\[([\d, ]*)\](?::(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?))?$/u

/** Beads of a ladder; scores may be missing and blank lines are passed over. A line that is none is an AppError READ_MALFORMED. */
export function readLadder(text: string, name = 'ladder'): readonly LadderBead[] {
  return text.split(/\r?\n/u).flatMap((line, i) => {
    if (line.trim() === '') return []
    const match = beadLine.exec(line.trim())
    const source = readIndexes(match?.[1])
    const target = readIndexes(match?.[2])
    const score = match?.[3]
    if (source === undefined || target === undefined)
      throw new AppError('READ_MALFORMED', `${name}, line ${i + 1} is not a bead: ${shorten(line, 60)}`, {
        hint: 'A line of a ladder looks like [0,1]:[2]:0.93.',
      })
    return [score === undefined ? { source, target } : { source, target, score: Number(score) }]
  })
}

function readIndexes(list: string | undefined): readonly number[] | undefined {
  if (list === undefined) return undefined
  if (list.trim() === '') return []
  const numbers = list.split(',').map((item) => (/^ *\d+ *$/u.test(item) ? Number(item) : Number.NaN))
  return numbers.some(Number.isNaN) ? undefined : numbers
}
