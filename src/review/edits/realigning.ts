import { AppError } from '../../core/errors.ts'
import { isPinnedBead, pinEvidence } from '../../core/pins.ts'
import type { Alignment, Bead, Decision } from '../../core/types.ts'
import type { Act, Edit, PinEdit, RealignEdit } from './types.ts'

/** An alignment after edits, in their order. Fails with EDITS_MISFIT where one does not fit what the ones before it left. */
export function applyEdits(alignment: Alignment, edits: readonly Edit[]): Alignment {
  const beads = edits.reduce<readonly Bead[]>(
    (now, edit, k) =>
      edit.edit === 'pin' ? pinned(now, edit, k) : edit.edit === 'realign' ? replaced(now, edit, k) : now,
    alignment.beads,
  )
  return { ...alignment, beads }
}

/** The edit that turns an alignment into what `realign` made of it; beads that became pinned are accepted by the act. */
export function recordRealign(before: Alignment, after: Alignment, act: Act): RealignEdit {
  const old = new Set(before.beads)
  const kept = new Set(after.beads.filter((bead) => old.has(bead)))
  const decision = decisionOf(act)
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
  return { edit: 'realign', ...act, changes }
}

function decisionOf({ by, at, comment }: Act): Decision {
  return { state: 'accepted', by, at, ...(comment === undefined ? {} : { comment }) }
}

function pinned(beads: readonly Bead[], edit: PinEdit, k: number): readonly Bead[] {
  const at = indexOf(beads, edit.bead, k)
  return beads.map((bead, i) => (i === at ? pinnedBy(bead, edit) : bead))
}

function pinnedBy(bead: Bead, act: Act): Bead {
  const decision = decisionOf(act)
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

function replaced(beads: readonly Bead[], { changes }: RealignEdit, k: number): readonly Bead[] {
  const after = changes.reduce<readonly Bead[]>((now, { follows, removed, beads: fresh }) => {
    const at = follows === undefined ? 0 : indexOf(now, follows, k) + 1
    removed.forEach((id, i) => {
      if (now[at + i]?.id !== id) throw misfit(k, `the bead ${id} is not where it was`)
    })
    return [...now.slice(0, at), ...fresh, ...now.slice(at + removed.length)]
  }, beads)
  for (const side of ['source', 'target'] as const)
    if (segmentsOf(beads, side) !== segmentsOf(after, side)) throw misfit(k, 'a segment would be lost or come twice')
  return after
}

/** The segments of all beads of one side, in rising order. */
function segmentsOf(beads: readonly Bead[], side: 'source' | 'target'): string {
  return beads
    .flatMap((bead) => Array.from({ length: bead[side].to - bead[side].from }, (_, i) => bead[side].from + i))
    .sort((a, b) => a - b)
    .join()
}

function indexOf(beads: readonly Bead[], id: string, k: number): number {
  const at = beads.findIndex((bead) => bead.id === id)
  if (at < 0) throw misfit(k, `there is no bead ${id}`)
  return at
}

const misfit = (k: number, why: string): AppError => new AppError('EDITS_MISFIT', `edit ${k + 1}: ${why}`)
