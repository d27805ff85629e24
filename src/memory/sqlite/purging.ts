import { rebuildIdentities } from './identities.ts'
import type { Session } from './session.ts'
import { contentsOf, livingUnit, type StoredUnit, unitColumns } from './units.ts'

/** Rows of steps that were undone. */
const undoneSteps = 'SELECT number FROM step WHERE undone = 1'
const undoneLots = `SELECT id FROM lot WHERE step IN (${undoneSteps})`
/** Units that were removed, or that nothing but undone steps brought. */
const deadUnits = `SELECT unit FROM removal WHERE step NOT IN (${undoneSteps})
  UNION SELECT key FROM unit WHERE lot IN (${undoneLots})
    AND NOT EXISTS(SELECT 1 FROM sighting WHERE unit = key AND lot NOT IN (${undoneLots}))`

/** Removes for good what does not live. Returns how many units went. */
export function purgeUnits(session: Session): number {
  const run = (sql: string): number => session.sql(sql).run().changes
  promoteSightings(session)
  run('CREATE TEMP TABLE dead(unit INTEGER PRIMARY KEY)')
  run('CREATE TEMP TABLE touched(step INTEGER PRIMARY KEY)')
  try {
    run(`INSERT INTO temp.dead ${deadUnits}`)
    // Steps of which something goes; when nothing is left of one, its place in the history goes too.
    run(
      `INSERT OR IGNORE INTO temp.touched SELECT lot.step FROM unit JOIN lot ON lot.id = unit.lot WHERE key IN temp.dead`,
    )
    run(`INSERT OR IGNORE INTO temp.touched SELECT lot.step FROM sighting JOIN lot ON lot.id = sighting.lot
      WHERE unit IN temp.dead`)
    run('INSERT OR IGNORE INTO temp.touched SELECT step FROM removal WHERE unit IN temp.dead')
    for (const table of ['sighting', 'removal', 'usage']) run(`DELETE FROM ${table} WHERE unit IN temp.dead`)
    const purged = run('DELETE FROM unit WHERE key IN temp.dead')
    run(`DELETE FROM sighting WHERE lot IN (${undoneLots})`)
    run(`DELETE FROM removal WHERE step IN (${undoneSteps})`)
    run('DELETE FROM lot WHERE id NOT IN (SELECT lot FROM unit UNION SELECT lot FROM sighting)')
    run('DELETE FROM shared WHERE id NOT IN (SELECT shared FROM lot)')
    run(`DELETE FROM step WHERE undone = 1 OR (number IN temp.touched
      AND number NOT IN (SELECT step FROM lot UNION SELECT step FROM removal))`)
    run('UPDATE lot SET units = 0')
    run(`UPDATE lot SET units = size.units FROM (SELECT lot, count(*) AS units FROM unit GROUP BY lot) AS size
      WHERE size.lot = lot.id`)
    return purged
  } finally {
    run('DROP TABLE temp.dead')
    run('DROP TABLE temp.touched')
    session.forget()
    if (session.db.inTransaction) rebuildIdentities(session)
  }
}

/** A unit whose own step is undone, but which a living step met again, becomes what that step said of it. */
function promoteSightings(session: Session): void {
  const orphans = session
    .sql(
      `SELECT ${unitColumns} FROM unit WHERE lot IN (${undoneLots}) AND EXISTS(SELECT 1 FROM sighting WHERE unit = key)`,
    )
    .all() as StoredUnit[]
  for (const orphan of orphans) promoteFirst(session, orphan)
}

function promoteFirst(session: Session, orphan: StoredUnit): void {
  if (livingUnit(session, orphan) === undefined) return
  const first = session
    .sql(`SELECT * FROM sighting WHERE unit = ? AND lot NOT IN (${undoneLots}) ORDER BY number LIMIT 1`)
    .get(orphan.key) as {
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
