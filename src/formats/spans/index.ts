import type { Format } from '../../core/contracts.ts'
import type { AnalysedDocument, Bead, SegmentRange } from '../../core/types.ts'

/** Stand-off pairs for programs: `[{"src":[0,12],"trg":[0,7],"score":0.93,"relation":"translation"}]`, one a line, UTF-16 offsets. */
export const format: Format = {
  name: 'spans',
  title: 'Pairs as character offsets (JSON)',
  extensions: ['.spans.json'],
  *writeAlignment(alignment, exported) {
    let separator = '[\n'
    for (const bead of alignment.beads) {
      if (!exported.has(bead.id) || isOneSided(bead)) continue
      const src = spanOf(alignment.source, bead.source)
      const trg = spanOf(alignment.target, bead.target)
      yield separator + JSON.stringify({ src, trg, score: roundScore(bead.confidence), relation: bead.relation })
      separator = ',\n'
    }
    yield separator === '[\n' ? '[]\n' : '\n]\n'
  },
}

const isOneSided = (bead: Bead): boolean => bead.source.from === bead.source.to || bead.target.from === bead.target.to

/** From the start of the first segment to the end of the last. */
function spanOf(document: AnalysedDocument, range: SegmentRange): readonly [number, number] {
  const first = document.segments[range.from]
  const last = document.segments[range.to - 1]
  return [first?.span.start ?? 0, last?.span.end ?? 0]
}

/** Six decimals keep the order of a ranking and files small. */
const roundScore = (confidence: number): number => Number(confidence.toFixed(6))
