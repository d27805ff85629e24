import type { Bead, SegmentRange } from '../../../editing.ts'
import { findPlaces, foldText, isHit } from './search.ts'
import type { Filter, PageState } from './types.ts'

/** Lets everything pass. */
export const openFilter: Filter = {
  text: '',
  relations: undefined,
  confidence: [0, 1],
  decisions: undefined,
  shape: 'any',
  hasEntity: false,
  failedCheck: false,
  hasComment: false,
}

/** What the filter looks at beside the beads themselves. */
export type Filtered = Pick<PageState, 'filter' | 'hits' | 'crossing' | 'failed' | 'named'>

/** Places of the beads that pass, ascending. */
export function findShown(beads: readonly Bead[], filtered: Filtered): readonly number[] {
  const shown: number[] = []
  const passes = isOpen(filtered.filter) ? () => true : createPass(filtered)
  for (let place = 0; place < beads.length; place++) {
    const bead = beads[place]
    if (bead && passes(bead, place)) shown.push(place)
  }
  return shown
}

/** True for a filter that lets everything pass. */
export function isOpen(filter: Filter): boolean {
  return (
    filter.text.trim() === '' &&
    filter.relations === undefined &&
    filter.decisions === undefined &&
    filter.confidence[0] <= 0 &&
    filter.confidence[1] >= 1 &&
    filter.shape === 'any' &&
    !filter.hasEntity &&
    !filter.failedCheck &&
    !filter.hasComment
  )
}

function createPass({ filter, hits, crossing, failed, named }: Filtered): (bead: Bead, place: number) => boolean {
  const [least, most] = filter.confidence
  const searched = foldText(filter.text.trim())
  return (bead, place) =>
    bead.confidence >= least &&
    bead.confidence <= most &&
    (filter.relations?.has(bead.relation) ?? true) &&
    (filter.decisions?.has(bead.decision.state) ?? true) &&
    hasShape(bead, filter.shape, crossing[place] === 1) &&
    (!filter.hasEntity || named.has(bead.id)) &&
    (!filter.failedCheck || failed.has(bead.id)) &&
    (!filter.hasComment || bead.comment !== undefined) &&
    (hits === undefined ||
      isHit(hits.source, bead.source.from, bead.source.to) ||
      isHit(hits.target, bead.target.from, bead.target.to) ||
      isInOwnTexts(bead, searched))
}

function isInOwnTexts({ text, comment }: Bead, searched: string): boolean {
  if (text === undefined && comment === undefined) return false
  return [text?.source, text?.target, comment].some(
    (own) => own !== undefined && findPlaces(foldText(own), searched).length > 0,
  )
}

function hasShape({ source, target }: Bead, shape: Filter['shape'], isCrossing: boolean): boolean {
  if (shape === 'any') return true
  if (shape === 'crossing') return isCrossing
  const here = sizeOf(source)
  const there = sizeOf(target)
  if (shape === '1:1') return here === 1 && there === 1
  if (shape === 'one-sided') return here === 0 || there === 0
  return here > 0 && there > 0 && here + there > 2
}

function sizeOf({ from, to }: SegmentRange): number {
  return to - from
}
