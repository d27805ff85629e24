import type { Cell } from './cell.ts'
import type { Door } from './door.ts'
import type { MailParts } from './mail.ts'
import { withDetails, withFailed } from './page-state.ts'

/** What of beads is asked for while they are looked at. */
export interface Lookups {
  /** Has the evidence of these beads fetched, those that are still missing. */
  show(ids: readonly string[]): void
  /** Goes on fetching, when the server knows all that was done here. */
  fetch(): void
  /** Has all beads checked. */
  check(): void
}

/** A key is answered first; what it brought into the window is asked for after. */
const shortly = 30
const mostAtOnce = 60
const checkAgain = 500
const checkLater = 5_000

/** Lookups of a page; one request for evidence is under way at a time. */
export function createLookups(
  cell: Cell,
  door: Door,
  mail: { isSettled(): boolean; revision(): number },
  later: MailParts['later'],
): Lookups {
  let wanted: readonly string[] = []
  let isUnderWay = false
  let isDue = false
  const dueFetch = (): void => {
    isDue = false
    void fetch()
  }
  const fetch = async (): Promise<void> => {
    const missing = wanted.filter((id) => !cell.get().details.has(id)).slice(0, mostAtOnce)
    if (isUnderWay || missing.length === 0 || !mail.isSettled()) return
    isUnderWay = true
    try {
      const fresh = await door.beads(missing)
      cell.set(withDetails(cell.get(), fresh))
      const came = new Set(fresh.map(({ id }) => id))
      wanted = wanted.filter((id) => came.has(id) || !missing.includes(id))
    } catch {
      wanted = []
    } finally {
      isUnderWay = false
    }
    void fetch()
  }
  const check = async (): Promise<void> => {
    try {
      const { revision, failed } = await door.checks(mail.revision())
      if (revision !== mail.revision() || !mail.isSettled()) later(() => void check(), checkAgain)
      else cell.set({ ...withFailed(cell.get(), failed), isChecked: true })
    } catch {
      later(() => void check(), checkLater)
    }
  }
  return {
    show: (ids) => {
      wanted = ids
      if (isDue) return
      isDue = true
      later(dueFetch, shortly)
    },
    fetch: () => void fetch(),
    check: () => void check(),
  }
}
