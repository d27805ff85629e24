import { resultCodeOf } from './failure.ts'
import { identityFinder } from './identities.ts'
import { pendingRuns } from './pending.ts'
import { segmentDamage } from './segments.ts'
import { counterOf, type Session } from './session.ts'
import { identitiesOf } from './units.ts'

/** So much is told of one kind of damage. */
const maxLines = 20

/** What of the file is not as it should be, in plain words; nothing for a sound one. */
export function findDamage(session: Session): readonly string[] {
  const checks = [pageDamage, referenceDamage, keyDamage, identityDamage, segmentDamage]
  return checks.flatMap((check) => {
    try {
      return check(session)
    } catch (error) {
      if (resultCodeOf(error) === undefined) throw error
      return `the file cannot be read in full: ${error instanceof Error ? error.message : String(error)}`
    }
  })
}

function pageDamage(session: Session): readonly string[] {
  const lines = session.db.pragma(`quick_check(${maxLines})`) as { readonly quick_check: string }[]
  return lines.flatMap(({ quick_check: line }) => (line === 'ok' ? [] : `the file is damaged: ${line}`))
}

/** Rows that name rows which are not there. */
const references: readonly (readonly [words: string, sql: string])[] = [
  ['units without their lot', 'unit WHERE lot NOT IN (SELECT id FROM lot)'],
  ['sightings without their lot', 'sighting WHERE lot NOT IN (SELECT id FROM lot)'],
  ['sightings of no unit', 'sighting WHERE unit NOT IN (SELECT key FROM unit)'],
  ['uses of no unit', 'tally WHERE unit NOT IN (SELECT key FROM unit)'],
  ['removals of no unit', 'removal WHERE unit NOT IN (SELECT key FROM unit)'],
  ['removals by no step', 'removal WHERE step NOT IN (SELECT number FROM step)'],
  ['lots without what they share', 'lot WHERE shared NOT IN (SELECT id FROM shared)'],
  ['lots of no memory', 'lot WHERE memory NOT IN (SELECT number FROM memory)'],
  ['lots of no step', 'lot WHERE step NOT IN (SELECT number FROM step)'],
]

function referenceDamage(session: Session): readonly string[] {
  return references.flatMap(([words, sql]) => {
    const { rows } = session.sql(`SELECT count(*) AS rows FROM ${sql}`).get() as { rows: number }
    return rows === 0 ? [] : `${rows} ${words}`
  })
}

/** Keys beyond those that were given out would be given out again. */
function keyDamage(session: Session): readonly string[] {
  const last = counterOf(session.sql, 'unit')
  const { key } = session.sql('SELECT coalesce(max(key), 0) AS key FROM unit').get() as { key: number }
  const beyond = pendingRuns(session).filter((run) => run.last > last || run.first > run.last)
  return [
    ...(key > last ? [`unit ${key} has a key that was never given out`] : []),
    ...beyond.map((run) => `units ${run.first} to ${run.last} wait for the index, but were never there`),
  ]
}

/** Units that would be added a second time, as the table of identities does not lead to them. */
function identityDamage(session: Session): readonly string[] {
  const find = identityFinder(session)
  const lost: string[] = []
  for (const { key, identity } of identitiesOf(session)) {
    if (find(identity).includes(key)) continue
    lost.push(`unit ${key} cannot be found by its contents`)
    if (lost.length === maxLines) break
  }
  return lost
}
