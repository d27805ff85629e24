import { AppError } from '../../core/errors.ts'
import type { NewStep } from '../store.ts'
import type { Step } from '../types.ts'
import { settleIdentities } from './identities.ts'
import type { Session } from './session.ts'

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
    isWhole: whole === 1,
    added,
    removed,
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
  expectOne(session, step, session.sql('UPDATE step SET whole = 1, label = ? WHERE number = ?').run(label, step))
}

/** Takes a step back or does it again. */
export function setUndone(session: Session, step: number, isUndone: boolean): void {
  expectOne(session, step, session.sql('UPDATE step SET undone = ? WHERE number = ?').run(isUndone ? 1 : 0, step))
  session.forget()
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
  const statement = session.sql('INSERT OR IGNORE INTO removal(unit, step) SELECT key, ? FROM unit WHERE key = ?')
  let removed = 0
  for (const key of keys) removed += statement.run(step, key).changes
  session.sql('UPDATE step SET removed = removed + ? WHERE number = ?').run(removed, step)
}

/** Counts one more use of each. */
export function useUnits(session: Session, keys: readonly number[]): void {
  const statement = session.sql(`INSERT INTO usage(unit, uses) SELECT key, 1 FROM unit WHERE key = ?
    ON CONFLICT(unit) DO UPDATE SET uses = uses + 1`)
  for (const key of keys) statement.run(key)
}
