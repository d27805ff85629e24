import type { Context, Format } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import { shorten } from '../../core/text.ts'
import type { Alignment, SegmentRange } from '../../core/types.ts'

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
  *writeAlignment(alignment, _exported, context) {
    reportCrossings(alignment, context)
    for (const bead of alignment.beads) {
      const [source, target] = [indexesOf(bead.source), indexesOf(bead.target)]
      const score = source === '' || target === '' ? '0' : bead.confidence.toFixed(4)
      yield `[${source}]:[${target}]:${score}\n`
    }
  },
}

/** A ladder climbs both texts: what crosses is written in its place in the source, and said. */
function reportCrossings({ beads, source }: Alignment, context: Context): void {
  let reached = 0
  let crossing = 0
  for (const { source: here, target } of beads) {
    if (here.from === here.to || target.from === target.to) continue
    if (target.from < reached) crossing++
    reached = Math.max(reached, target.to)
  }
  if (crossing === 0) return
  context.report({
    code: 'WRITE_LADDER_CROSSES',
    level: 'warning',
    message: `${crossing === 1 ? 'one pair stands' : `${crossing} pairs stand`} in another order in the other text, which a ladder cannot say; its lines follow the source`,
    document: source.id,
    hint: 'JSON, TMX, XLIFF, CSV and .spans.json hold pairs in any order.',
  })
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
