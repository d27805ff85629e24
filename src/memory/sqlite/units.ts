import { contextOf, identityOf, unpackRest, withDecisionOf } from '../packed.ts'
import type { UnitRow } from '../store.ts'
import type { Sighting } from '../types.ts'
import type { Lot, Session } from './session.ts'

/** Columns of a unit, and whether anything was said of it later. */
export const unitColumns = `key, lot, identity, coalesce(confidence, -1) AS confidence, changed, before, after, body,
  EXISTS(SELECT 1 FROM sighting WHERE unit = key) AS seen, EXISTS(SELECT 1 FROM removal WHERE unit = key) AS gone,
  (SELECT uses FROM usage WHERE unit = key) AS uses`

/** A unit as its row has it. */
export interface StoredUnit extends Arrival {
  readonly key: number
  /** Null for the one that follows from the contents. */
  readonly identity: number | null
  readonly body: string
  readonly seen: number
  readonly gone: number
  readonly uses: number | null
}

/** What one step said of a unit when it brought it, for the first time or again. */
interface Arrival {
  readonly lot: number
  readonly confidence: number
  readonly changed: number
  readonly before: number
  readonly after: number
  /** Contents, a line end and the unit's own data; a sighting has its own data alone. */
  readonly body: string
}

/** The unit of a key as it is for this session; undefined when there is none, or it does not live. */
export function readUnit(session: Session, key: number): UnitRow | undefined {
  const stored = session.sql(`SELECT ${unitColumns} FROM unit WHERE key = ?`).get(key) as StoredUnit | undefined
  return stored === undefined ? undefined : livingUnit(session, stored)
}

const generationSql = "SELECT value FROM counter WHERE name = 'generation'"
const glanceSql = `SELECT (${generationSql}) AS generation, ${unitColumns} FROM unit WHERE key = ?`

/** More of them are read sooner in one transaction. */
const mostNow = 12

/**
 * Units without a transaction, while the file and this session are of a generation; undefined when one of them is not, or too
 * many are asked for. A statement sees one state of the file, and so do several between two looks at the same generation.
 */
export function readUnitsNow(
  session: Session,
  keys: readonly number[],
  generation: number,
): readonly (UnitRow | undefined)[] | undefined {
  if (session.generation !== generation || keys.length > mostNow) return undefined
  let isCertain = keys.length > 0
  const units: (UnitRow | undefined)[] = []
  for (const key of keys) {
    const row = session.sql(glanceSql).raw().get(key) as GlancedRow | undefined
    if (row?.[0] !== generation) return undefined
    const stored = storedUnit(row)
    if (stored.seen === 1 || stored.gone === 1 || !session.knows(stored.lot)) isCertain = false
    units.push(livingUnit(session, stored))
  }
  return isCertain || session.sql(generationSql).pluck().get() === generation ? units : undefined
}

/** The columns of `glanceSql`: a list of them is made in less time than an object. */
type GlancedRow = readonly [
  generation: number,
  key: number,
  lot: number,
  identity: number | null,
  confidence: number,
  changed: number,
  before: number,
  after: number,
  body: string,
  seen: number,
  gone: number,
  uses: number | null,
]

function storedUnit(row: GlancedRow): StoredUnit {
  const [, key, lot, identity, confidence, changed, before, after, body, seen, gone, uses] = row
  return { key, lot, identity, confidence, changed, before, after, body, seen, gone, uses }
}

/** What living steps make of a unit; undefined when it does not live. */
export function livingUnit(session: Session, stored: StoredUnit): UnitRow | undefined {
  if (stored.seen === 1) return combined(stored, livingArrivals(session, stored))
  const lot = session.lot(stored.lot)
  return session.isUndone(lot.step) || isRemoved(session, stored) ? undefined : rowOf(stored, stored, lot)
}

const isRemoved = (session: Session, stored: StoredUnit): boolean => removedSince(session, stored) >= 0

/** Number of the last sighting that a living step has removed with the unit; 0 when there was none, -1 when no such step did. */
function removedSince(session: Session, { key, gone }: StoredUnit): number {
  if (gone === 0) return -1
  const rows = session.sql('SELECT step, since FROM removal WHERE unit = ?').all(key) as Removal[]
  return Math.max(-1, ...rows.map(({ step, since }) => (session.isUndone(step) ? -1 : since)))
}

interface Removal {
  readonly step: number
  readonly since: number
}

/**
 * All arrivals of a unit by living steps that no such step has removed, the oldest first. The first one is the unit, the others
 * are its sightings.
 */
function livingArrivals(session: Session, stored: StoredUnit): readonly UnitRow[] {
  const contents = contentsOf(stored.body)
  const since = removedSince(session, stored)
  const sightings = session
    .sql(`SELECT lot, confidence, changed, before, after, rest AS body FROM sighting WHERE unit = ? AND number > ?
      ORDER BY number`)
    .all(stored.key, since) as Arrival[]
  const arrivals = [
    ...(since < 0 ? [stored] : []),
    ...sightings.map((one) => ({ ...one, body: joined(contents, one.body) })),
  ]
  return arrivals.flatMap((arrival) => {
    const lot = session.lot(arrival.lot)
    return session.isUndone(lot.step) ? [] : rowOf(stored, arrival, lot)
  })
}

const rowOf = (stored: StoredUnit, arrival: Arrival, lot: Lot): UnitRow => ({
  key: stored.key,
  memory: lot.memory,
  step: lot.step,
  uses: stored.uses ?? 0,
  identity: stored.identity ?? identityOf(contentsOf(stored.body)),
  languages: lot.languages,
  sourceLanguage: lot.source,
  relation: lot.relation,
  confidence: arrival.confidence,
  state: lot.state,
  changed: arrival.changed,
  before: arrival.before >>> 0,
  after: arrival.after >>> 0,
  body: arrival.body,
  shared: lot.shared,
})

/** The first arrival, with what it leaves open taken from the later ones. */
function combined(stored: StoredUnit, [first, ...later]: readonly UnitRow[]): UnitRow | undefined {
  if (first === undefined) return undefined
  const decided = first.state === 0 ? later.find(({ state }) => state !== 0) : undefined
  const neighbours = otherNeighbours(first, later)
  return {
    ...first,
    ...(neighbours.length === 0 ? {} : { neighbours }),
    relation: first.relation || (later.find(({ relation }) => relation !== 0)?.relation ?? 0),
    confidence: first.confidence >= 0 ? first.confidence : (later.find((one) => one.confidence >= 0)?.confidence ?? -1),
    uses: stored.uses ?? 0,
    ...(decided === undefined ? {} : { state: decided.state, body: withDecisionOf(first.body, decided.body) }),
  }
}

/** Pairs of neighbours that the first arrival does not have, each once. */
function otherNeighbours(first: UnitRow, later: readonly UnitRow[]): NonNullable<UnitRow['neighbours']> {
  const nameOf = ({ before, after }: Pick<UnitRow, 'before' | 'after'>): string => `${before} ${after}`
  const pairs = new Map(later.map(({ before, after }) => [nameOf({ before, after }), { before, after }]))
  pairs.delete(nameOf(first))
  pairs.delete(nameOf({ before: 0, after: 0 }))
  return [...pairs.values()]
}

/** Keys and identities of all units there are, by key. */
export function* identitiesOf(session: Session): Generator<{ readonly key: number; readonly identity: number }> {
  const rows = session.sql('SELECT key, identity, body FROM unit WHERE key > ? ORDER BY key LIMIT 1000')
  for (let last = 0; ; ) {
    const page = rows.all(last) as Pick<StoredUnit, 'key' | 'identity' | 'body'>[]
    for (const { key, identity, body } of page) yield { key, identity: identity ?? identityOf(contentsOf(body)) }
    if (page.length === 0) return
    last = page.at(-1)?.key ?? last
  }
}

/** Where else a living unit was met. */
export function readSightings(session: Session, key: number): readonly Sighting[] {
  const stored = session.sql(`SELECT ${unitColumns} FROM unit WHERE key = ?`).get(key) as StoredUnit | undefined
  if (stored === undefined || stored.seen === 0) return []
  const [, ...later] = livingArrivals(session, stored)
  return later.map((row) => ({ step: row.step, unit: unpackRest(row), context: contextOf(row) }))
}

/** What is kept of an identity: nothing when it follows from the contents. */
export const keptIdentity = (identity: number, body: string): number | null =>
  identity === identityOf(contentsOf(body)) ? null : identity

/** A body up to its first line end. */
export function contentsOf(body: string): string {
  const end = body.indexOf('\n')
  return end < 0 ? body : body.slice(0, end)
}

/** What of a body is the unit's own. */
export function ownOf(body: string): string {
  const end = body.indexOf('\n')
  return end < 0 ? '' : body.slice(end + 1)
}

const joined = (contents: string, own: string): string => (own === '' ? contents : `${contents}\n${own}`)
