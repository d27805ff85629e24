import type { Bead, Decision, EditedPair, EditedSide, Evidence, Segment } from '../../../editing.ts'
import { relations } from '../../../editing.ts'
import type { Sheet, SheetBeads, SheetSide } from '../../protocol.ts'
import { openRanges, openRuns } from '../../sheet-coding.ts'
import { finish } from '../work.ts'

/** Name under which a person's word stands among the evidence of a bead. */
const pinScorer = 'pin'
/** So many segments or beads are made between two pauses. */
const atOnce = 4000

/** True for a bead that a person or a memory has fixed. */
export function isPinned({ evidence }: Pick<Bead, 'evidence'>): boolean {
  return evidence.some(({ scorer }) => scorer === pinScorer)
}

type Opened = Pick<Sheet, 'source' | 'target' | 'beads' | 'mode' | 'modeReason' | 'signature'>

/** The pair that a sheet describes in columns, as editing wants it. Evidence stays with the server: the lists are empty. */
export function openPair(sheet: Opened): EditedPair {
  return finish(openingPair(sheet))
}

/** As `openPair`, with pauses. */
export function* openingPair(sheet: Opened): Generator<undefined, EditedPair> {
  const source = yield* openingSide(sheet.source)
  const target = yield* openingSide(sheet.target)
  const { mode, modeReason, signature } = sheet
  return { source, target, beads: yield* openingBeads(sheet.beads), mode, modeReason, signature }
}

function* openingSide({ text, segments: { gaps, lengths, blocks } }: SheetSide): Generator<undefined, EditedSide> {
  const [before, steps] = [openRuns(gaps), openRuns(blocks)]
  const segments: Segment[] = []
  let end = 0
  let block = 0
  for (let index = 0; index < lengths.length; index++) {
    if (index % atOnce === atOnce - 1) yield undefined
    const start = end + (before[index] ?? 0)
    end = start + (lengths[index] ?? 0)
    block += steps[index] ?? 0
    segments.push({ index, span: { start, end }, block })
  }
  return { text, segments }
}

function* openingBeads(columns: SheetBeads): Generator<undefined, readonly Bead[]> {
  const [source, target] = [openRanges(columns.source), openRanges(columns.target)]
  const relation = openRuns(columns.relation)
  const none: readonly Evidence[] = []
  const proposed: Decision = { state: 'proposed' }
  const beads: Bead[] = []
  for (let place = 0; place < relation.length; place++) {
    if (place % atOnce === atOnce - 1) yield undefined
    const [from = 0, to = 0, targetFrom = 0, targetTo = 0] = [
      source[2 * place],
      source[2 * place + 1],
      target[2 * place],
      target[2 * place + 1],
    ]
    beads.push({
      id: `${from}-${to}:${targetFrom}-${targetTo}`,
      source: { from, to },
      target: { from: targetFrom, to: targetTo },
      score: 0,
      confidence: (columns.confidence[place] ?? 0) / 1000,
      relation: relations[relation[place] ?? -1] ?? 'unaligned',
      evidence: none,
      decision: proposed,
    })
  }
  const pinned: readonly Evidence[] = [{ scorer: pinScorer, score: 0, note: '' }]
  for (const place of columns.pinned) change(beads, [[place, pinned]], (bead, evidence) => ({ ...bead, evidence }))
  change(beads, columns.decided, (bead, decision) => ({ ...bead, decision }))
  change(beads, columns.texts, (bead, text) => ({ ...bead, text }))
  change(beads, columns.comments, (bead, comment) => ({ ...bead, comment }))
  return beads
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
export function namedBeads(beads: readonly Bead[], hasEntity: SheetBeads['hasEntity']): ReadonlySet<string> {
  const names = openRuns(hasEntity)
  const named = new Set<string>()
  beads.forEach((bead, place) => {
    if (names[place] === 1) named.add(bead.id)
  })
  return named
}
