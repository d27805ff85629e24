import type { Counts, UnitRow } from '../store.ts'
import { readPending } from './segments.ts'
import { type Lot, lotsAfter, type Session } from './session.ts'
import { livingUnit, type StoredUnit, unitColumns } from './units.ts'

type Countable = Pick<UnitRow, 'memory' | 'languages' | 'relation' | 'state'>

/** Counts living units: by lot, then put right for those of which a later step said something that matters. */
export function countUnits(session: Session): Counts {
  const tally: Tally = { byMemory: new Map(), byLanguages: new Map(), byRelation: new Map(), byState: new Map() }
  const sizes = sizesOfLots(session)
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const changed = session.sql(changedSql).all() as StoredUnit[]
  for (const { lot } of changed) sizes.set(lot, (sizes.get(lot) ?? 0) - 1)
  for (const lot of lotsAfter(session, 0)) if (!session.isUndone(lot.step)) count(tally, lot, sizes.get(lot.id) ?? 0)
  for (const stored of changed) {
    const row = livingUnit(session, stored)
    if (row !== undefined) count(tally, row, 1)
  }
  const units = [...tally.byMemory.values()].reduce((sum, size) => sum + size, 0)
  return {
    units,
    removed: total - units,
    pending: readPending(session).length,
    byMemory: Object.fromEntries(tally.byMemory),
    byLanguages: Object.fromEntries(tally.byLanguages),
    byRelation: Object.fromEntries(tally.byRelation),
    byState: Object.fromEntries(tally.byState),
  }
}

function sizesOfLots(session: Session): Map<number, number> {
  const rows = session.sql('SELECT id, units FROM lot').all() as (Pick<Lot, 'id'> & { readonly units: number })[]
  return new Map(rows.map(({ id, units }) => [id, units]))
}

/** Units that are not what their lot says: removed, or taken up, decided or brought into a relation by a later step. */
const changedSql = `SELECT ${unitColumns} FROM unit WHERE key IN (
  SELECT unit FROM removal JOIN step ON step.number = removal.step WHERE step.undone = 0
  UNION
  SELECT sighting.unit FROM sighting
  JOIN unit AS met ON met.key = sighting.unit
  JOIN lot AS later ON later.id = sighting.lot JOIN step AS again ON again.number = later.step
  JOIN lot AS own ON own.id = met.lot JOIN step AS first ON first.number = own.step
  WHERE again.undone = 0 AND (first.undone = 1 OR (own.relation = 0 AND later.relation <> 0)
    OR (own.state = 0 AND later.state <> 0)))`

interface Tally {
  readonly byMemory: Map<string, number>
  readonly byLanguages: Map<string, number>
  readonly byRelation: Map<number, number>
  readonly byState: Map<number, number>
}

function count(tally: Tally, unit: Countable, units: number): void {
  if (units === 0) return
  addTo(tally.byMemory, unit.memory, units)
  addTo(tally.byLanguages, unit.languages, units)
  addTo(tally.byRelation, unit.relation, units)
  addTo(tally.byState, unit.state, units)
}

function addTo<K>(counts: Map<K, number>, key: K, units: number): void {
  counts.set(key, (counts.get(key) ?? 0) + units)
}
