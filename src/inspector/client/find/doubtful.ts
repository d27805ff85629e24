import { placeOfId } from '../store/places.ts'
import { finish } from '../work.ts'
import { type Doubted, openDoubt } from './doubt.ts'
import { createDoubts } from './doubts.ts'

/**
 * Place of the bead to review after the one `from` that was looked at last (-1 for none); -1 when all are decided. From a bead
 * that was left open or accepted it goes on to the next lower doubt; after a correction, which raises its neighbours, it starts
 * from the highest. Equal doubt goes by place. Behind the last it starts again. `among` (ascending places) leaves others out.
 */
export function nextDoubtful({ beads, failed, doubts }: Doubted, from: number, among?: readonly number[]): number {
  const here = beads[from]
  const state = here?.decision.state
  const goesOn = here !== undefined && (state === 'proposed' || state === 'accepted')
  const ceiling = goesOn ? openDoubt(beads, from, here, failed) : Number.POSITIVE_INFINITY
  let best = -1
  let bestDoubt = 0
  let next = -1
  let nextDoubt = 0
  const count = among?.length ?? beads.length
  for (let i = 0; i < count; i++) {
    const place = among === undefined ? i : (among[i] ?? -1)
    const doubt = place === from ? 0 : (doubts[place] ?? 0)
    if (doubt > bestDoubt) {
      best = place
      bestDoubt = doubt
    }
    const comesLater = doubt < ceiling || (doubt === ceiling && place > from)
    if (comesLater && doubt > nextDoubt) {
      next = place
      nextDoubt = doubt
    }
  }
  if (next >= 0 || best >= 0) return next >= 0 ? next : best
  return state === 'proposed' ? from : -1
}

/** Leads from doubt to doubt, wherever the person went in between. */
export interface DoubtfulWalk {
  /**
   * Goes on from the bead to which it led last. It does not lead to the bead that is current already, unless no other is left;
   * -1 when all are decided.
   */
  next(doubted: Pick<Doubted, 'beads' | 'failed'>, current: number, among?: readonly number[]): number
  /** Takes in what changed, so that the next step need not. */
  prepare(doubted: Pick<Doubted, 'beads' | 'failed'>): Generator<undefined, unknown>
}

/** A walk that has led nowhere yet. */
export function createDoubtfulWalk(): DoubtfulWalk {
  const follow = createDoubts()
  let last = ''
  return {
    next: ({ beads, failed }, current, among) => {
      const doubted = finish(follow(beads, failed))
      const next = nextDoubtful(doubted, last === '' ? -1 : placeOfId(beads, last), among)
      const place = next >= 0 && next === current ? nextDoubtful(doubted, next, among) : next
      last = beads[place]?.id ?? ''
      return place
    },
    prepare: ({ beads, failed }) => follow(beads, failed),
  }
}
