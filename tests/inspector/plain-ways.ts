import type { Bead, EditedPair, EditedSide } from '../../src/editing.ts'
import { type Doubted, doubtOf, openDoubt } from '../../src/inspector/client/find/doubt.ts'
import { createOffsetFold, type FoldedText, foldQuery, foldText } from '../../src/inspector/client/find/fold.ts'
import { isTwoSided } from '../../src/inspector/client/find/shape.ts'
import type { SearchHits } from '../../src/inspector/client/store/types.ts'

/** What the page finds by small steps, found anew and in one piece: the page must find the same. */

/** As `findCrossing`: 1 for each bead outside of the longest run of beads whose targets ascend. */
export function crossingPlainly(beads: readonly Bead[]): Uint8Array {
  const crossing = new Uint8Array(beads.length)
  const before: number[] = []
  const ends: number[] = []
  const targetOf = (place: number | undefined): number => beads[place ?? -1]?.target.from ?? 0
  for (const [place, bead] of beads.entries()) {
    if (!isTwoSided(bead) || bead.decision.state === 'rejected') continue
    crossing[place] = 1
    const first = ends.findIndex((end) => targetOf(end) >= bead.target.from)
    const at = first < 0 ? ends.length : first
    before[place] = ends[at - 1] ?? -1
    ends[at] = place
  }
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) crossing[place] = 0
  return crossing
}

/** As `nextDoubtful`, from the beads alone. */
export function nextDoubtfulPlainly(
  { beads, failed }: Pick<Doubted, 'beads' | 'failed'>,
  from: number,
  among: readonly number[] = [...beads.keys()],
): number {
  const here = beads[from]
  const state = here?.decision.state
  const goesOn = here !== undefined && (state === 'proposed' || state === 'accepted')
  const ceiling = goesOn ? openDoubt(beads, from, here, failed) : Number.POSITIVE_INFINITY
  const others = among
    .filter((place) => place !== from)
    .map((place) => ({ place, doubt: doubtOf(beads, place, failed) }))
    .filter(({ doubt }) => doubt > 0)
    .sort((a, b) => b.doubt - a.doubt || a.place - b.place)
  const next = others.find(({ place, doubt }) => doubt < ceiling || (doubt === ceiling && place > from))
  return (next ?? others[0])?.place ?? (state === 'proposed' ? from : -1)
}

/** As `find` of a search: each text is folded and looked through as a whole. */
export function searchPlainly(pair: EditedPair, query: string): SearchHits | undefined {
  const wanted = foldQuery(query)
  if (wanted === '') return undefined
  return {
    source: matchPlainly(pair.source, foldText(pair.source.text), wanted),
    target: matchPlainly(pair.target, foldText(pair.target.text), wanted),
  }
}

function matchPlainly({ segments }: EditedSide, folded: FoldedText, wanted: string): Uint8Array {
  const hits = new Uint8Array(segments.length)
  const toFolded = createOffsetFold(folded)
  let hit = folded.text.indexOf(wanted)
  for (const [i, { span }] of segments.entries()) {
    const start = toFolded(span.start)
    const end = toFolded(span.end)
    if (hit >= 0 && hit < start) hit = folded.text.indexOf(wanted, start)
    if (hit < 0 || hit >= end) continue
    const next = segments[i + 1]
    if (hit + wanted.length <= end) hits[i] = 1
    else if (next !== undefined && hit + wanted.length <= toFolded(next.span.end)) hits[i] = 2
  }
  return hits
}
