import { randomInt } from 'node:crypto'
import type { CarriedUses, Uses } from '../store.ts'
import type { Session } from './session.ts'

/** Own counts stand under this number, which no step has. */
const noStep = 0
/** Origins are random: two that are equal are taken for one. */
const mostOrigins = 2 ** 48 - 1

const livingTally = `FROM tally WHERE unit = ? AND step NOT IN (SELECT number FROM step WHERE undone = 1) GROUP BY origin`

/** Counts one more use of each. */
export function useUnits(session: Session, keys: readonly number[]): void {
  const own = session.sql('UPDATE tally SET uses = uses + 1 WHERE unit = ? AND step = ?')
  const begin = session.sql('INSERT INTO tally(unit, origin, step, uses) SELECT key, ?, ?, 1 FROM unit WHERE key = ?')
  for (const key of keys) {
    if (own.run(key, noStep).changes === 0) begin.run(randomInt(mostOrigins), noStep, key)
    sumUses(session, key)
  }
}

/** Takes over counts that stand elsewhere; keys of no unit are passed over. */
export function carryUses(session: Session, step: number, carried: readonly CarriedUses[]): void {
  const statement = session.sql(`INSERT INTO tally(unit, origin, step, uses) SELECT key, ?, ?, ? FROM unit WHERE key = ?
    ON CONFLICT(unit, origin, step) DO UPDATE SET uses = max(uses, excluded.uses)`)
  for (const { key, origin, uses } of carried) {
    statement.run(origin, step, uses, key)
    sumUses(session, key)
  }
}

/** Sums up anew what was carried over by a step that was taken back or done again. */
export function sumUsesOf(session: Session, step: number): void {
  const keys = session.sql('SELECT DISTINCT unit FROM tally WHERE step = ?').pluck().all(step) as number[]
  for (const key of keys) sumUses(session, key)
}

function sumUses(session: Session, key: number): void {
  session
    .sql(`INSERT INTO usage(unit, uses) SELECT key, (SELECT coalesce(sum(most), 0) FROM (SELECT max(uses) AS most ${livingTally}))
      FROM unit WHERE key = ? ON CONFLICT(unit) DO UPDATE SET uses = excluded.uses`)
    .run(key, key)
}

/** What the counts of units are made up of, in the order asked for. */
export function readUses(session: Session, keys: readonly number[]): readonly (readonly Uses[])[] {
  const statement = session.sql(`SELECT origin, max(uses) AS uses ${livingTally} ORDER BY origin`)
  return keys.map((key) => statement.all(key) as Uses[])
}
