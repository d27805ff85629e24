import type { UnitFilter } from '../types.ts'
import { lotFilter } from './filter.ts'
import { lotsAfter, type Session } from './session.ts'

/** What is known of the lots that pass a filter: one byte a lot. */
interface Verdicts {
  bytes: Uint8Array
  judgedTo: number
}

/** So many filters are remembered with what they say of lots. */
const maxMemos = 8

/** Says which lots pass a filter and are of a living step. Lots never change, so only new ones are judged. */
export function verdictOf(session: Session, filter: UnitFilter): (lot: number) => boolean {
  const key = `lots ${session.undoneKey()} ${JSON.stringify(filter)}`
  if (session.memo.size > maxMemos && !session.memo.has(key)) session.memo.clear()
  const verdicts = (session.memo.get(key) as Verdicts | undefined) ?? { bytes: new Uint8Array(64), judgedTo: 0 }
  session.memo.set(key, verdicts)
  const isWanted = lotFilter(filter)
  for (const lot of lotsAfter(session, verdicts.judgedTo)) {
    if (lot.id >= verdicts.bytes.length) verdicts.bytes = enlarged(verdicts.bytes, lot.id)
    verdicts.bytes[lot.id] = !session.isUndone(lot.step) && isWanted(lot) ? 1 : 0
    verdicts.judgedTo = lot.id
  }
  return (lot) => verdicts.bytes[lot] === 1
}

function enlarged(bytes: Uint8Array, index: number): Uint8Array {
  const larger = new Uint8Array(Math.max(index + 1, bytes.length * 2))
  larger.set(bytes)
  return larger
}
