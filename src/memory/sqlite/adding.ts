import type { Added, PackedUnit } from '../store.ts'
import { type IdentityTable, openIdentities } from './identities.ts'
import { type LotBook, openLots } from './lots.ts'
import { addPending } from './pending.ts'
import { counterOf, type Session, setCounter } from './session.ts'
import { countAdded } from './steps.ts'
import { contentsOf, keptIdentity, livingUnit, ownOf, type StoredUnit, unitColumns } from './units.ts'

/** What one call that adds units works with. */
interface Addition {
  readonly session: Session
  readonly identities: IdentityTable
  readonly lots: LotBook
  /** Name of the memory. */
  readonly memory: string
  /** Keys and sightings used so far. */
  readonly used: { keys: number; sightings: number }
}

/** Adds units to a memory by a step; one that is there already, dead or alive, gets a sighting instead. */
export function addUnits(
  session: Session,
  memory: number,
  step: number,
  units: readonly PackedUnit[],
): readonly Added[] {
  const first = counterOf(session.sql, 'unit') + 1
  const addition: Addition = {
    session,
    identities: openIdentities(session, units.length),
    lots: openLots(session, memory, step),
    memory: nameOf(session, memory),
    used: { keys: first - 1, sightings: counterOf(session.sql, 'sighting') },
  }
  const added = units.map((unit) => addUnit(addition, unit))
  const { used } = addition
  const fresh = added.filter(({ isNew }) => isNew).length
  addition.identities.flush()
  addition.lots.flush()
  setCounter(session, 'sighting', used.sightings)
  countAdded(session, step, fresh)
  if (used.keys < first) return added
  setCounter(session, 'unit', used.keys)
  addPending(session, { first, last: used.keys })
  return added
}

function nameOf(session: Session, memory: number): string {
  const row = session.sql('SELECT name FROM memory WHERE number = ?').get(memory) as { name: string } | undefined
  return row?.name ?? ''
}

function addUnit(addition: Addition, unit: PackedUnit): Added {
  const lot = addition.lots.lotOf(unit)
  const there = findEqual(addition, unit)
  if (there === undefined) return { key: insertUnit(addition, unit, lot), isNew: true }
  const { stored, isLiving } = there
  const removed = removedUpTo(addition.session, stored)
  if (removed >= 0 || !isSame(stored, unit, lot)) insertSighting(addition, stored.key, unit, lot, removed)
  return isLiving ? { key: stored.key, isNew: false } : { key: stored.key, isNew: true, isRevived: true }
}

interface Equal {
  readonly stored: StoredUnit
  readonly isLiving: boolean
}

/** The unit of the memory with the same contents; of several the oldest that lives. */
function findEqual({ session, identities, memory }: Addition, unit: PackedUnit): Equal | undefined {
  let dead: Equal | undefined
  for (const key of identities.find(unit.identity)) {
    const stored = session.sql(`SELECT ${unitColumns} FROM unit WHERE key = ?`).get(key) as StoredUnit | undefined
    if (stored === undefined || contentsOf(stored.body) !== contentsOf(unit.body)) continue
    if (stored.identity !== keptIdentity(unit.identity, unit.body)) continue
    const lot = session.lot(stored.lot)
    if (lot.memory !== memory || lot.languages !== unit.languages) continue
    if (livingUnit(session, stored) !== undefined) return { stored, isLiving: true }
    dead ??= { stored, isLiving: false }
  }
  return dead
}

/** Number of the last sighting that any step, living or undone, has removed with the unit; -1 when none did. */
function removedUpTo(session: Session, { key, gone }: StoredUnit): number {
  if (gone === 0) return -1
  return session.sql('SELECT max(since) FROM removal WHERE unit = ?').pluck().get(key) as number
}

/** True when a unit says nothing that the step has not said of it before. */
const isSame = (stored: StoredUnit, unit: PackedUnit, lot: number): boolean =>
  stored.lot === lot &&
  stored.confidence === unit.confidence &&
  stored.changed === unit.changed &&
  stored.before === (unit.before | 0) &&
  stored.after === (unit.after | 0) &&
  stored.body === unit.body

function insertUnit({ session, identities, lots, used }: Addition, unit: PackedUnit, lot: number): number {
  const key = ++used.keys
  const identity = keptIdentity(unit.identity, unit.body)
  const confidence = unit.confidence < 0 ? null : unit.confidence
  session
    .sql(
      'INSERT INTO unit(key, lot, identity, confidence, changed, before, after, body) VALUES(?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(key, lot, identity, confidence, unit.changed, unit.before | 0, unit.after | 0, unit.body)
  identities.add(unit.identity, key)
  lots.count(lot)
  return key
}

/** Keeps a sighting, once; one that was removed since it was met (has a number up to `removed`) is met anew. */
function insertSighting(
  { session, used }: Addition,
  key: number,
  unit: PackedUnit,
  lot: number,
  removed: number,
): void {
  const { confidence, changed, before, after, body } = unit
  session
    .sql(`INSERT INTO sighting(unit, lot, confidence, changed, before, after, rest, number) VALUES(?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT(unit, lot, confidence, changed, before, after, rest) DO UPDATE SET number = excluded.number WHERE number <= ?`)
    .run(key, lot, confidence, changed, before | 0, after | 0, ownOf(body), ++used.sightings, removed)
}
