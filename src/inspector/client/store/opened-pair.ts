import type { Bead, Decision, EditedPair, EditedSide, Evidence, Segment, SegmentRange } from '../../../editing.ts'
import { relations } from '../../../editing.ts'
import type { Sheet, SheetBeads, SheetSide } from '../../protocol.ts'

/** Name under which a person's word stands among the evidence of a bead. */
const pinScorer = 'pin'

/** True for a bead that a person or a memory has fixed. */
export function isPinned({ evidence }: Bead): boolean {
  return evidence.some(({ scorer }) => scorer === pinScorer)
}

/** The pair that a sheet describes in columns, as editing wants it. Evidence stays with the server: the lists are empty. */
export function openPair(sheet: Sheet): EditedPair {
  const { mode, modeReason, signature } = sheet
  const [source, target] = [openSide(sheet.source), openSide(sheet.target)]
  return { source, target, beads: openBeads(sheet.beads), mode, modeReason, signature }
}

function openSide({ text, segments, blocks }: SheetSide): EditedSide {
  return {
    text,
    segments: blocks.map(
      (block, index): Segment => ({
        index,
        span: { start: segments[2 * index] ?? 0, end: segments[2 * index + 1] ?? 0 },
        block,
      }),
    ),
  }
}

function openBeads(columns: SheetBeads): readonly Bead[] {
  const none: readonly Evidence[] = []
  const proposed: Decision = { state: 'proposed' }
  const beads: Bead[] = columns.relation.map((relation, place) => {
    const source = rangeAt(columns.source, place)
    const target = rangeAt(columns.target, place)
    return {
      id: `${source.from}-${source.to}:${target.from}-${target.to}`,
      source,
      target,
      score: 0,
      confidence: (columns.confidence[place] ?? 0) / 1000,
      relation: relations[relation] ?? 'unaligned',
      evidence: none,
      decision: proposed,
    }
  })
  const pinned: readonly Evidence[] = [{ scorer: pinScorer, score: 0, note: '' }]
  for (const place of columns.pinned) change(beads, [[place, pinned]], (bead, evidence) => ({ ...bead, evidence }))
  change(beads, columns.decided, (bead, decision) => ({ ...bead, decision }))
  change(beads, columns.texts, (bead, text) => ({ ...bead, text }))
  change(beads, columns.comments, (bead, comment) => ({ ...bead, comment }))
  return beads
}

function rangeAt(columns: readonly number[], place: number): SegmentRange {
  return { from: columns[2 * place] ?? 0, to: columns[2 * place + 1] ?? 0 }
}

/** Changes the few beads that have a value of their own. */
function change<Value>(
  beads: Bead[],
  values: readonly (readonly [place: number, value: Value])[],
  withValue: (bead: Bead, value: Value) => Bead,
): void {
  for (const [place, value] of values) {
    const bead = beads[place]
    if (bead) beads[place] = withValue(bead, value)
  }
}

/** Ids of the beads whose evidence names something. */
export function namedBeads(beads: readonly Bead[], hasEntity: readonly number[]): ReadonlySet<string> {
  const named = new Set<string>()
  beads.forEach((bead, place) => {
    if (hasEntity[place] === 1) named.add(bead.id)
  })
  return named
}
