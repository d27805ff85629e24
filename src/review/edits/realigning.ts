import { isPinnedBead, pinEvidence } from '../../core/pins.ts'
import type { Alignment, Bead } from '../../core/types.ts'
import { changeAt, decisionOf } from './deciding.ts'
import { misfit } from './misfit.ts'
import { beadAt, placeOf } from './places.ts'
import { type Draft, replaceBeads } from './placing.ts'
import { idOf, isEmpty } from './ranges.ts'
import type { Act, Change, EditedPair, Making, PinEdit, RealignEdit, Replacement, Side } from './types.ts'

/** The edit that turns an alignment into what `realign` made of it; beads that became pinned are accepted by the act. */
export function recordRealign(before: Alignment, after: Alignment, act: Act): RealignEdit {
  const old = new Set(before.beads)
  const kept = new Set(after.beads.filter((bead) => old.has(bead)))
  const decision = decisionOf('accepted', act)
  const changes: { follows?: string; readonly removed: string[]; readonly beads: Bead[] }[] = []
  let [b, a] = [0, 0]
  let follows: string | undefined
  while (b < before.beads.length || a < after.beads.length) {
    const removed: string[] = []
    const beads: Bead[] = []
    for (let bead = before.beads[b]; bead !== undefined && !kept.has(bead); bead = before.beads[++b])
      removed.push(bead.id)
    for (let bead = after.beads[a]; bead !== undefined && !kept.has(bead); bead = after.beads[++a])
      beads.push(isPinnedBead(bead) ? { ...bead, decision } : bead)
    if (removed.length + beads.length > 0)
      changes.push({ ...(follows === undefined ? {} : { follows }), removed, beads })
    follows = before.beads[b]?.id
    b++
    a++
  }
  const isSame = makingNames.every((name) => before[name] === after[name])
  return { edit: 'realign', ...act, changes, ...(isSame ? {} : { made: makingOf(after) }) }
}

const makingNames = ['mode', 'modeReason', 'signature'] as const

const makingOf = ({ mode, modeReason, signature }: Making): Making => ({ mode, modeReason, signature })

/** The change of how a pair was made, where a realign says that it was made in another way. */
export function madeOtherwise(
  { mode, modeReason, signature }: EditedPair,
  { made }: RealignEdit,
): readonly Extract<Change, { kind: 'made' }>[] {
  if (made === undefined) return []
  const before: Partial<Making> = {
    ...(mode === undefined ? {} : { mode }),
    ...(modeReason === undefined ? {} : { modeReason }),
    ...(signature === undefined ? {} : { signature }),
  }
  return [{ kind: 'made', before, after: made }]
}

/** The change that makes a bead certain by a person's word. */
export function pinBead({ beads }: EditedPair, edit: PinEdit): readonly Change[] {
  const at = placeOf(beads, edit.bead)
  return changeAt(beads, at, pinnedBy(beadAt(beads, at), edit))
}

function pinnedBy(bead: Bead, act: Act): Bead {
  const decision = decisionOf('accepted', act)
  if (isPinnedBead(bead)) return { ...bead, decision }
  const word = pinEvidence(bead)
  const isPair = word.score > 0
  return {
    ...bead,
    score: bead.score + word.score,
    confidence: isPair ? 1 : 0,
    relation: isPair && bead.relation !== 'partial' ? 'translation' : bead.relation,
    evidence: [...bead.evidence, word],
    decision,
  }
}

/** Beads in the place of others, as a realign did. */
export function replaceRealigned(pair: EditedPair, { changes }: RealignEdit): Draft {
  const draft: Draft = { beads: [...pair.beads], changes: [] }
  let free = 0
  for (const change of changes) free = replaceOnce(draft, change, free)
  const removed = draft.changes.flatMap((change) => change.removed)
  const added = draft.changes.flatMap((change) => change.added)
  for (const side of ['source', 'target'] as const)
    if (!holdTheSame(removed, added, side)) throw misfit('a segment would be lost or come twice')
  for (const bead of added) checkPlace(pair, bead)
  for (const { at, added: fresh } of draft.changes) checkOrder(draft.beads, at, fresh.length)
  return draft
}

/** Gives back the first place behind what it put in: the next one comes there or further on, so that nothing is replaced twice. */
function replaceOnce(draft: Draft, { follows, removed, beads: fresh }: Replacement, free: number): number {
  const at = follows === undefined ? 0 : placeOf(draft.beads, follows) + 1
  if (at < free) throw misfit('the beads do not come in their order')
  removed.forEach((id, i) => {
    if (draft.beads[at + i]?.id !== id) throw misfit(`the bead ${id} is not where it was`)
  })
  const odd = fresh.find((bead) => bead.id !== idOf(bead))
  if (odd !== undefined) throw misfit(`the bead ${odd.id} does not hold the segments that its name says`)
  replaceBeads(draft, at, removed.length, fresh)
  return at + fresh.length
}

function checkPlace(pair: EditedPair, { id, source, target }: Bead): void {
  if (isEmpty(source) && isEmpty(target)) throw misfit(`the bead ${id} would hold no segment`)
  if (source.to > pair.source.segments.length || target.to > pair.target.segments.length)
    throw misfit(`the bead ${id} would stand behind the end`)
}

/** Whether beads hold the same segments of a side as others, each once. */
function holdTheSame(removed: readonly Bead[], added: readonly Bead[], side: Side): boolean {
  const segments = new Set<number>()
  for (const { [side]: range } of removed) for (let k = range.from; k < range.to; k++) segments.add(k)
  for (const { [side]: range } of added)
    for (let k = range.from; k < range.to; k++) if (!segments.delete(k)) return false
  return segments.size === 0
}

function checkOrder(beads: readonly Bead[], at: number, count: number): void {
  for (let k = Math.max(1, at); k <= at + count && k < beads.length; k++)
    if (beadAt(beads, k - 1).source.to > beadAt(beads, k).source.from)
      throw misfit(`the bead ${beads[k]?.id} would not be in the order of the source`)
}
