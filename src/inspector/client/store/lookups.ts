import type { EditedPair } from '../../../editing.ts'
import type { Later } from '../work.ts'
import type { Cell } from './cell.ts'
import type { Door } from './door.ts'
import { withChecked, withDetails } from './page-state.ts'
import { placeOfId } from './places.ts'

/** What of beads is asked for while they are looked at. */
export interface Lookups {
  /** Has the evidence of these beads fetched, those that are still missing. */
  show(ids: readonly string[]): void
  /** Goes on fetching, when the server knows all that was done here. */
  fetch(): void
  /** Has all beads checked: what is known of them may no longer hold. */
  check(): void
}

/** A key is answered first; what it brought into the window is asked for after. */
const shortly = 60
/** Where the evidence of the current bead is there, that of its neighbours has time. */
const atLeisure = 200
const mostAtOnce = 60
const checkAgain = 500
const checkLater = 5_000

/** Lookups of a page; one request for evidence is under way at a time. */
export function createLookups(
  cell: Cell,
  door: Door,
  mail: { isSettled(): boolean; revision(): number },
  later: Later,
): Lookups {
  let wanted: readonly string[] = []
  let isUnderWay = false
  let due: { readonly wait: number; readonly stop: () => void } | undefined
  let isCheckDue = false
  const dueFetch = (): void => {
    due = undefined
    void fetch()
  }
  const fetchSoon = (): void => {
    const { details, editing, current } = cell.get()
    const wait = details.has(editing.pair.beads[current]?.id ?? '') ? atLeisure : shortly
    if (due !== undefined && due.wait <= wait) return
    due?.stop()
    due = { wait, stop: later(dueFetch, wait) }
  }
  const fetch = async (): Promise<void> => {
    const missing = wanted.filter((id) => !cell.get().details.has(id)).slice(0, mostAtOnce)
    if (isUnderWay || missing.length === 0 || !mail.isSettled()) return
    isUnderWay = true
    const asked = cell.get().editing.pair
    try {
      const answer = await door.beads(missing)
      const fresh = answer.filter(({ id }) => isStill(id, asked, cell.get().editing.pair))
      cell.set(withDetails(cell.get(), fresh))
      const came = new Set(answer.map(({ id }) => id))
      wanted = wanted.filter((id) => came.has(id) || !missing.includes(id))
    } catch {
      wanted = []
    } finally {
      isUnderWay = false
    }
    void fetch()
  }
  const check = async (): Promise<void> => {
    isCheckDue = false
    try {
      const { revision, failed } = await door.checks(mail.revision())
      if (revision !== mail.revision() || !mail.isSettled()) checkIn(checkAgain)
      else if (!isCheckDue) cell.set(withChecked(cell.get(), failed))
    } catch {
      checkIn(checkLater)
    }
  }
  const checkIn = (milliseconds: number): void => {
    if (isCheckDue) return
    isCheckDue = true
    later(() => void check(), milliseconds)
  }
  return {
    show: (ids) => {
      wanted = ids
      fetchSoon()
    },
    fetch: fetchSoon,
    check: () => {
      if (cell.get().isChecked) cell.set({ ...cell.get(), isChecked: false })
      checkIn(0)
    },
  }
}

/** False when an id may mean another bead since it was asked for, or its bead has another text. */
function isStill(id: string, asked: EditedPair, now: EditedPair): boolean {
  const textIn = ({ beads }: EditedPair) => beads[placeOfId(beads, id)]?.text
  return (
    asked.source.segments === now.source.segments &&
    asked.target.segments === now.target.segments &&
    textIn(asked) === textIn(now)
  )
}
