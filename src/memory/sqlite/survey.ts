import { holdsText } from '../packed.ts'
import type { FoundText, Survey, UnitKind, UnitRow } from '../store.ts'
import type { Session } from './session.ts'
import { readUnit, type StoredUnit } from './units.ts'

/** Columns are handed over as lists: to make an object of each row takes four times as long. */
const surveySql = `SELECT count(*) AS size, max(key) AS last, group_concat(key) AS keys, group_concat(lot) AS lots,
  group_concat(coalesce(confidence, -1)) AS confidences, group_concat(changed) AS changed
  FROM (SELECT key, lot, confidence, changed FROM unit WHERE key > ? ORDER BY key LIMIT ?)`

interface Glance {
  readonly size: number
  readonly last: number | null
  readonly keys: string | null
  readonly lots: string | null
  readonly confidences: string | null
  readonly changed: string | null
}

/** Columns of the next units above a key. Those of which something was said later are read whole. */
export function surveyUnits(session: Session, after: number, limit: number): Survey {
  const glance = session.sql(surveySql).get(after, limit) as Glance
  const last = glance.last ?? after
  const spoken = spokenOf(session, after, last)
  const found: Columns = { keys: [], kinds: [], confidences: [], changed: [] }
  const kinds = new Map<number, UnitKind | undefined>()
  const [lots, confidences, changed] = [glance.lots, glance.confidences, glance.changed].map(numbersOf)
  numbersOf(glance.keys).forEach((key, i) => {
    if (spoken.has(key)) {
      const row = readUnit(session, key)
      if (row !== undefined) take(found, key, row, row.confidence, row.changed)
      return
    }
    const lot = lots?.[i] ?? 0
    if (!kinds.has(lot)) kinds.set(lot, kindOfLot(session, lot))
    const kind = kinds.get(lot)
    if (kind !== undefined) take(found, key, kind, confidences?.[i] ?? -1, changed?.[i] ?? 0)
  })
  return { ...found, last, isEnd: glance.size < limit }
}

interface Columns {
  readonly keys: number[]
  readonly kinds: UnitKind[]
  readonly confidences: number[]
  readonly changed: number[]
}

function take(into: Columns, key: number, kind: UnitKind | UnitRow, confidence: number, changed: number): void {
  into.keys.push(key)
  into.kinds.push(kind)
  into.confidences.push(confidence)
  into.changed.push(changed)
}

const numbersOf = (list: string | null): readonly number[] => (list === null ? [] : JSON.parse(`[${list}]`))

/** Keys of the units in a range that were met again or removed. */
function spokenOf(session: Session, after: number, last: number): ReadonlySet<number> {
  const sql = `SELECT unit FROM sighting WHERE unit > ? AND unit <= ?
    UNION SELECT unit FROM removal WHERE unit > ? AND unit <= ?`
  const rows = session.sql(sql).all(after, last, after, last) as { readonly unit: number }[]
  return new Set(rows.map(({ unit }) => unit))
}

/** Undefined for a lot of a step that was taken back. */
function kindOfLot(session: Session, id: number): UnitKind | undefined {
  const lot = session.lot(id)
  return session.isUndone(lot.step) ? undefined : lot
}

const textSql = 'SELECT key, body FROM unit WHERE key > ? ORDER BY key LIMIT ?'

/** Keys of the next units above a key whose texts hold a text; whether they live is not asked. */
export function findText(session: Session, text: string, after: number, limit: number): FoundText {
  const rows = session.sql(textSql).all(after, limit) as Pick<StoredUnit, 'key' | 'body'>[]
  const holds = holdsText(text)
  const keys = rows.filter(({ body }) => holds(body)).map(({ key }) => key)
  return { keys, last: rows.at(-1)?.key ?? after, isEnd: rows.length < limit }
}
