import { AppError } from '../../core/errors.ts'
import type { NewStep } from '../store.ts'
import type { Step } from '../types.ts'
import { settleIdentities } from './identities.ts'
import { counterOf, type Session } from './session.ts'
import { sumUsesOf } from './usage.ts'

interface StepRow {
  readonly number: number
  readonly kind: Step['kind']
  readonly label: string
  readonly at: string
  readonly person: string
  readonly undone: number
  readonly whole: number
  readonly added: number
  readonly removed: number
}

/** Bits of `step.whole`. */
const wholeBit = 1
const finalBit = 2

/** All steps, the oldest first. */
export function readSteps(session: Session): readonly Step[] {
  const rows = session.sql('SELECT * FROM step ORDER BY number').all() as StepRow[]
  return rows.map(({ number, kind, label, at, person, undone, whole, added, removed }) => ({
    number,
    kind,
    label,
    at,
    by: person,
    isUndone: undone === 1,
    isWhole: (whole & wholeBit) !== 0,
    added,
    removed,
    ...((whole & finalBit) === 0 ? {} : { isFinal: true }),
  }))
}

/** Begins a step and returns its number. */
export function addStep(session: Session, step: NewStep): number {
  const { lastInsertRowid } = session
    .sql('INSERT INTO step(kind, label, at, person) VALUES(?, ?, ?, ?)')
    .run(step.kind, step.label, step.at, step.by)
  return Number(lastInsertRowid)
}

/** Marks a step as whole. */
export function finishStep(session: Session, step: number, label: string): void {
  settleIdentities(session)
  expectOne(
    session,
    step,
    session.sql('UPDATE step SET whole = whole | ?, label = ? WHERE number = ?').run(wholeBit, label, step),
  )
}

/** Takes a step back or does it again. */
export function setUndone(session: Session, step: number, isUndone: boolean): void {
  expectOne(session, step, session.sql('UPDATE step SET undone = ? WHERE number = ?').run(isUndone ? 1 : 0, step))
  sumUsesOf(session, step)
  session.forget()
}

/** Makes steps final that removed something and are not undone. */
export function finalizeRemovals(session: Session): void {
  const sql = 'UPDATE step SET whole = whole | ? WHERE undone = 0 AND number IN (SELECT step FROM removal)'
  session.sql(sql).run(finalBit)
}

/** Counts units that a step has added. Fails when there is no such step, as when it was undone and purged meanwhile. */
export function countAdded(session: Session, step: number, units: number): void {
  expectOne(session, step, session.sql('UPDATE step SET added = added + ? WHERE number = ?').run(units, step))
}

function expectOne(session: Session, step: number, { changes }: { readonly changes: number }): void {
  if (changes === 0) throw new AppError('MEMORY_UNKNOWN_NAME', `${session.name} has no step ${step}`)
}

/** Number of a memory by its name, which is made when there is none. */
export function memoryNumber(session: Session, name: string): number {
  const row = session.sql('SELECT number FROM memory WHERE name = ?').get(name) as { number: number } | undefined
  return row?.number ?? Number(session.sql('INSERT INTO memory(name) VALUES(?)').run(name).lastInsertRowid)
}

/** Marks units as removed by a step; keys of no unit are passed over. */
export function removeUnits(session: Session, step: number, keys: readonly number[]): void {
  const since = counterOf(session.sql, 'sighting')
  const insert = session.sql(
    'INSERT OR IGNORE INTO removal(unit, step, since) SELECT key, ?, ? FROM unit WHERE key = ?',
  )
  const again = session.sql('UPDATE removal SET since = ? WHERE unit = ? AND step = ?')
  let removed = 0
  for (const key of keys) {
    const { changes } = insert.run(step, since, key)
    if (changes === 0) again.run(since, key, step)
    removed += changes
  }
  session.sql('UPDATE step SET removed = removed + ? WHERE number = ?').run(removed, step)
}
