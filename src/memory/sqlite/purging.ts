import { rebuildIdentities } from './identities.ts'
import type { Session } from './session.ts'
import { finalizeRemovals } from './steps.ts'
import { contentsOf, type StoredUnit } from './units.ts'

/** Rows of steps that were undone. */
const undoneSteps = 'SELECT number FROM step WHERE undone = 1'
const undoneLots = `SELECT id FROM lot WHERE step IN (${undoneSteps})`
/** Units whose own row counts no longer, as its step is undone or a living step removed it. */
const orphans = `unit WHERE (lot IN (${undoneLots}) OR key IN (SELECT unit FROM temp.removed))`
const isSeen = 'EXISTS(SELECT 1 FROM sighting WHERE unit = key)'
/** Steps that say anything of a unit. */
const sayingSteps = `SELECT step FROM lot WHERE id IN (SELECT lot FROM unit UNION SELECT lot FROM sighting)
  UNION SELECT step FROM removal`

const tempTables = {
  /** Units that living steps removed, with the number of the last sighting that went with them. */
  removed: `(unit INTEGER PRIMARY KEY, since INTEGER)`,
  dead: `(unit INTEGER PRIMARY KEY)`,
  saying: `(step INTEGER PRIMARY KEY)`,
} as const

/** Removes for good what does not live. Returns how many units went. */
export function purgeUnits(session: Session): number {
  const run = (sql: string): number => session.sql(sql).run().changes
  for (const [name, columns] of Object.entries(tempTables)) session.db.exec(`CREATE TEMP TABLE ${name}${columns}`)
  try {
    run(
      `INSERT INTO temp.removed SELECT unit, max(since) FROM removal WHERE step NOT IN (${undoneSteps}) GROUP BY unit`,
    )
    run(`INSERT INTO temp.saying ${sayingSteps}`)
    run(`DELETE FROM sighting WHERE lot IN (${undoneLots})
      OR number <= (SELECT since FROM temp.removed WHERE removed.unit = sighting.unit)`)
    run(`INSERT INTO temp.dead SELECT key FROM ${orphans} AND NOT ${isSeen}`)
    promoteSightings(session)
    for (const table of ['usage', 'tally']) run(`DELETE FROM ${table} WHERE unit IN temp.dead`)
    run(`DELETE FROM tally WHERE step IN (${undoneSteps})`)
    finalizeRemovals(session)
    run('DELETE FROM removal')
    const purged = run('DELETE FROM unit WHERE key IN temp.dead')
    run('DELETE FROM lot WHERE id NOT IN (SELECT lot FROM unit UNION SELECT lot FROM sighting)')
    run('DELETE FROM shared WHERE id NOT IN (SELECT shared FROM lot)')
    // When nothing is left of what a step said, its place in the history goes too.
    run(`DELETE FROM step WHERE undone = 1 OR (number IN temp.saying AND number NOT IN (${sayingSteps}))`)
    run('UPDATE lot SET units = 0')
    run(`UPDATE lot SET units = size.units FROM (SELECT lot, count(*) AS units FROM unit GROUP BY lot) AS size
      WHERE size.lot = lot.id`)
    session.forget()
    rebuildIdentities(session)
    return purged
  } finally {
    for (const name of Object.keys(tempTables)) session.db.exec(`DROP TABLE IF EXISTS temp.${name}`)
  }
}

/** A unit whose own row counts no longer, but which was met again, becomes what was said of it then. */
function promoteSightings(session: Session): void {
  const rows = session.sql(`SELECT key, body FROM ${orphans} AND ${isSeen}`).all() as Orphan[]
  for (const orphan of rows) promoteFirst(session, orphan)
}

type Orphan = Pick<StoredUnit, 'key' | 'body'>

function promoteFirst(session: Session, orphan: Orphan): void {
  const first = session.sql('SELECT * FROM sighting WHERE unit = ? ORDER BY number LIMIT 1').get(orphan.key) as {
    lot: number
    confidence: number
    changed: number
    before: number
    after: number
    rest: string
    number: number
  }
  const contents = contentsOf(orphan.body)
  session
    .sql('UPDATE unit SET lot = ?, confidence = ?, changed = ?, before = ?, after = ?, body = ? WHERE key = ?')
    .run(
      first.lot,
      first.confidence < 0 ? null : first.confidence,
      first.changed,
      first.before,
      first.after,
      first.rest === '' ? contents : `${contents}\n${first.rest}`,
      orphan.key,
    )
  session.sql('DELETE FROM sighting WHERE unit = ? AND number = ?').run(orphan.key, first.number)
}
