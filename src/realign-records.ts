import type { OpenAlignment } from './align/open.ts'
import { AppError } from './core/errors.ts'
import { isPinnedBead } from './core/pins.ts'
import type { Alignment, AlignmentMode, Bead, Pin } from './core/types.ts'
import { createEditing, recordRealign, takeRecord } from './editing.ts'
import type { Act, Editing, EditRecord, Making, PinEdit, StepStack } from './review/edits/types.ts'

/** The records that pin beads and align again around all that is pinned or decided. `open` holds the same segments. */
export function realignRecords(
  open: OpenAlignment,
  editing: Editing<Alignment>,
  ids: readonly string[],
  act: Act,
): readonly EditRecord[] {
  const chosen = new Set(ids)
  const { beads } = editing.pair
  const pins = beads.filter(({ id }) => chosen.has(id))
  const missing = ids.find((id) => !pins.some((bead) => bead.id === id))
  if (missing !== undefined) throw new AppError('EDITS_MISFIT', `there is no bead ${missing}`)
  const records = pins.map(({ id }): PinEdit => ({ edit: 'pin', ...act, bead: id }))
  const pinned = records.reduce<Editing<Alignment>>(takeRecord, editing).pair
  const isLoose = createLooseTest(editing)
  // A bead that stays decided would not be searched around: those to be pinned come in as if nobody had seen them.
  const before = beads.map((bead) => (chosen.has(bead.id) || isLoose(bead) ? asProposed(bead) : bead))
  const next = open.withBeads(before).realign(pins).alignment
  const own = new Map(pinned.beads.map((bead, k) => [before[k], bead]))
  const settledLike = createSettledFinder(pinned)
  return withRealign(
    records,
    pinned,
    next.beads.map((bead) => own.get(bead) ?? settledLike(bead) ?? bead),
    act,
  )
}

/** The pins that keep what a person decided when the texts are aligned anew. */
export function decidedPins({ pair }: Editing<Alignment>): readonly Pin[] {
  return pair.beads.filter(isSettled).map(({ source, target }) => ({ source, target }))
}

/** The records that put the beads of a new alignment in the place of the present ones; decided beads stay as they are. */
export function rerunRecords({ pair }: Editing<Alignment>, fresh: Alignment, act: Act): readonly EditRecord[] {
  const present = new Map(pair.beads.map((bead) => [bead.id, bead]))
  const settledLike = createSettledFinder(pair)
  const beads = fresh.beads.map((bead) => {
    const now = present.get(bead.id)
    return settledLike(bead) ?? (now !== undefined && isSameBead(now, bead) ? now : bead)
  })
  return withRealign([], pair, beads, act, fresh)
}

/** Finds the decided bead that holds the segments of another one; a side without segments may have moved. */
function createSettledFinder({ beads }: Alignment): (bead: Bead) => Bead | undefined {
  const settled = new Map(beads.filter(isSettled).map((bead) => [contentOf(bead), bead]))
  return (bead) => {
    const own = settled.get(contentOf(bead))
    // Beads come in the order of the source: one that has none of it goes where the others leave room.
    const hasMoved = own !== undefined && isEmpty(own.source) && own.source.from !== bead.source.from
    return hasMoved ? { ...own, id: bead.id, source: bead.source, target: bead.target } : own
  }
}

const isEmpty = ({ from, to }: Bead['source']): boolean => from === to

const contentOf = ({ source, target }: Bead): string =>
  [source, target].map((range) => (isEmpty(range) ? '' : `${range.from}-${range.to}`)).join(':')

function withRealign(
  records: readonly EditRecord[],
  before: Alignment,
  beads: readonly Bead[],
  act: Act,
  { mode, modeReason, signature }: Making = before,
): readonly EditRecord[] {
  const after = { ...before, mode, modeReason, signature, beads: inOrder(before.beads, bySource(beads)) }
  const realigned = recordRealign(before, after, act)
  const isSame = realigned.changes.length === 0 && realigned.made === undefined
  return isSame ? records : [...records, realigned]
}

/** In the order of the source; what has none of it comes before what begins at its place. */
const bySource = (beads: readonly Bead[]): readonly Bead[] =>
  [...beads].sort((a, b) => a.source.from - b.source.from || a.source.to - b.source.to)

const isSettled = (bead: Bead): boolean => bead.decision.state !== 'proposed' || isPinnedBead(bead)

/** A probability that differs by less than this is no news. */
const leastNews = 0.02

const isSameBead = (a: Bead, b: Bead): boolean =>
  a.relation === b.relation && Math.abs(a.confidence - b.confidence) < leastNews

const asProposed = (bead: Bead): Bead => ({
  ...bead,
  evidence: bead.evidence.filter((item) => !isPinnedBead({ ...bead, evidence: [item] })),
  decision: { state: 'proposed' },
})

/**
 * Beads that were left over when others were linked or moved: of one side, edited, and nobody said that they have no
 * counterpart. They may find one.
 */
function createLooseTest({ done }: Editing): (bead: Bead) => boolean {
  const unlinked = new Set<string>()
  for (let stack: StepStack | undefined = done; stack !== undefined; stack = stack.below)
    if (stack.top.edit.edit === 'unlink') unlinked.add(stack.top.edit.at)
  return ({ source, target, decision, evidence, comment }) =>
    (source.from === source.to || target.from === target.to) &&
    decision.state === 'edited' &&
    evidence.length === 0 &&
    comment === undefined &&
    !unlinked.has(decision.at)
}

/** The new beads, with copies of those old ones among them that come in another order than before: a record only replaces. */
function inOrder(before: readonly Bead[], after: readonly Bead[]): readonly Bead[] {
  const places = new Map(before.map((bead, k) => [bead, k]))
  let last = -1
  return after.map((bead) => {
    const place = places.get(bead)
    if (place === undefined) return bead
    if (place < last) return { ...bead }
    last = place
    return bead
  })
}

/** An alignment that is kept ready for realigning while records come in. */
export interface Realigning {
  /** Opens the alignment, so that the next question is answered at once. */
  warmUp(): Promise<void>
  /** Takes in records that were made since. */
  take(records: readonly EditRecord[]): void
  realign(beads: readonly string[], act: Act): Promise<readonly EditRecord[]>
  rerun(mode: 'auto' | AlignmentMode, act: Act): Promise<readonly EditRecord[]>
  explain(bead: string): Promise<Bead['evidence']>
}

/** Opens alignments, by mode and pins where they are made anew. */
export interface Openers {
  reopen(alignment: Alignment): Promise<OpenAlignment>
  open(alignment: Alignment, mode: 'auto' | AlignmentMode, pins: readonly Pin[]): Promise<OpenAlignment>
}

/** Keeps an alignment ready. It is opened when it is first needed, and again when segments were cut or the mode is another one. */
export function createRealigning(alignment: Alignment, { reopen, open }: Openers): Realigning {
  let editing = createEditing(alignment)
  let known: OpenAlignment | undefined
  const ready = async (): Promise<OpenAlignment> => {
    const { source, target, mode } = editing.pair
    const opened = known?.alignment
    const isSame =
      opened?.source.segments === source.segments && opened.target.segments === target.segments && opened.mode === mode
    if (known !== undefined && isSame) return known
    known = await reopen(editing.pair)
    return known
  }
  return {
    async warmUp() {
      await ready()
    },
    take(records) {
      editing = records.reduce<Editing<Alignment>>(takeRecord, editing)
    },
    realign: async (beads, act) => realignRecords(await ready(), editing, beads, act),
    async rerun(mode, act) {
      const now = editing
      const fresh = await open(now.pair, mode, decidedPins(now))
      known = fresh
      return rerunRecords(now, fresh.alignment, act)
    },
    async explain(id) {
      const bead = editing.pair.beads.find((each) => each.id === id)
      return bead === undefined ? [] : (await ready()).explain(bead)
    },
  }
}
