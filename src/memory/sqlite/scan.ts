import type { UnitRow } from '../store.ts'
import type { UnitFilter } from '../types.ts'
import { type Bounds, boundsOf, rowFilter } from './filter.ts'
import type { Session } from './session.ts'
import { livingUnit, type StoredUnit, unitColumns } from './units.ts'
import { verdictOf } from './verdicts.ts'

/** Rows that are fetched at once at most. */
const maxPage = 10_000

/** Living units above a key that pass a filter, by key, at most `limit`. */
export function scanUnits(session: Session, filter: UnitFilter, after: number, limit: number): readonly UnitRow[] {
  const page = session.sql(scanSql(boundsOf(filter)))
  const isWanted = rowFilter(filter)
  const found: UnitRow[] = []
  let last = after
  while (found.length < limit) {
    session.judge(verdictOf(session, filter))
    const size = Math.min(limit - found.length, maxPage)
    const rows = page.all(...Object.values(boundsOf(filter)), last, size) as StoredUnit[]
    for (const stored of rows) {
      const row = livingUnit(session, stored)
      if (row !== undefined && (stored.seen === 0 || isWanted(row))) found.push(row)
    }
    last = rows.at(-1)?.key ?? last
    if (rows.length < size) break
  }
  return found
}

/** A unit that was met more than once may pass by what a later step said of it: such units are looked at one by one. */
function scanSql(bounds: Bounds): string {
  const conditions = {
    minConfidence: 'confidence >= ?',
    since: 'changed <> 0 AND changed >= ?',
    until: 'changed <> 0 AND changed <= ?',
  } as const satisfies Record<keyof Bounds, string>
  const own = (Object.keys(bounds) as (keyof Bounds)[]).map((bound) => conditions[bound])
  return `SELECT ${unitColumns} FROM unit
    WHERE (${[...own, 'passes(lot)'].join(' AND ')} OR EXISTS(SELECT 1 FROM sighting WHERE unit = key))
    AND key > ? ORDER BY key LIMIT ?`
}
