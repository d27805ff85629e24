import { identityOf } from '../packed.ts'
import type { PackedUnit } from '../store.ts'
import type { Session } from './session.ts'

/** Finds or makes the lots of units that one call brings, and counts what comes into them. */
export interface LotBook {
  lotOf(unit: PackedUnit): number
  /** Counts one more unit. */
  count(lot: number): void
  /** Writes the counts. */
  flush(): void
}

/** Opens the lots of a memory and a step. */
export function openLots(session: Session, memory: number, step: number): LotBook {
  const known = new Map<string, Map<string, number>>()
  const counts = new Map<number, number>()
  return {
    lotOf: (unit) => {
      const traits = `${unit.relation} ${unit.state} ${unit.sourceLanguage}\n${unit.languages}`
      const bySharing = known.get(unit.shared) ?? new Map<string, number>()
      const lot = bySharing.get(traits) ?? findOrMake(session, memory, step, unit)
      if (bySharing.size === 0) known.set(unit.shared, bySharing)
      bySharing.set(traits, lot)
      return lot
    },
    count: (lot) => {
      counts.set(lot, (counts.get(lot) ?? 0) + 1)
    },
    flush: () => {
      const statement = session.sql('UPDATE lot SET units = units + ? WHERE id = ?')
      for (const [lot, units] of counts) statement.run(units, lot)
      counts.clear()
    },
  }
}

function findOrMake(session: Session, memory: number, step: number, unit: PackedUnit): number {
  const values = [step, internShared(session, unit.shared), memory, unit.languages, unit.sourceLanguage]
  values.push(unit.relation, unit.state)
  const row = session
    .sql(`SELECT id FROM lot WHERE step = ? AND shared = ? AND memory = ? AND languages = ? AND source = ?
      AND relation = ? AND state = ?`)
    .get(...values) as { id: number } | undefined
  if (row !== undefined) return row.id
  const { lastInsertRowid } = session
    .sql('INSERT INTO lot(step, shared, memory, languages, source, relation, state) VALUES(?, ?, ?, ?, ?, ?, ?)')
    .run(...values)
  return Number(lastInsertRowid)
}

function internShared(session: Session, json: string): number {
  const hash = identityOf(json)
  const row = session.sql('SELECT id FROM shared WHERE hash = ? AND json = ?').get(hash, json) as
    | { id: number }
    | undefined
  if (row !== undefined) return row.id
  return Number(session.sql('INSERT INTO shared(hash, json) VALUES(?, ?)').run(hash, json).lastInsertRowid)
}
