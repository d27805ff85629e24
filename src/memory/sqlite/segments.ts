import type { NewSegment, SegmentRow, UnindexedUnit } from '../store.ts'
import { addPending, dropPending, type Run, runsOf } from './pending.ts'
import { counterOf, type Session } from './session.ts'
import { verdictOf } from './verdicts.ts'

const blocksPerSegment = 2 ** 32

/** Segments, the oldest first. */
export const readSegments = (session: Session): readonly SegmentRow[] =>
  session.sql('SELECT number, documents, version FROM segment ORDER BY number').all() as SegmentRow[]

/** Blocks in the order asked for; those that are not there are left out. */
export function readBlocks(session: Session, segment: number, numbers: readonly number[]): readonly Uint8Array[] {
  const statement = session.sql('SELECT bytes FROM block WHERE id = ?')
  return numbers.flatMap((number) => {
    const row = statement.get(segment * blocksPerSegment + number) as { bytes: Buffer } | undefined
    return row?.bytes ?? []
  })
}

const livingRemovals = 'removal JOIN step ON step.number = removal.step WHERE removal.unit = key AND step.undone = 0'

/** Keys of living units that no segment holds, ascending; the first `limit` of them. One statement: there may be a run for each unit that was removed. */
export function readPending(session: Session, limit = Number.POSITIVE_INFINITY): readonly number[] {
  session.judge(verdictOf(session, {}))
  return session
    .sql(`SELECT key FROM pending CROSS JOIN unit ON key BETWEEN pending.first AND pending.last
      WHERE (passes(lot) AND NOT EXISTS(SELECT 1 FROM ${livingRemovals}))
      OR EXISTS(SELECT 1 FROM sighting JOIN lot ON lot.id = sighting.lot JOIN step ON step.number = lot.step
        WHERE sighting.unit = key AND step.undone = 0 AND sighting.number > coalesce((SELECT max(since) FROM ${livingRemovals}), -1))
      ORDER BY pending.first, key LIMIT ?`)
    .pluck()
    .all(Math.min(limit, 2 ** 31)) as number[]
}

/** Units that no segment holds, living or not, by key; the first `limit` of them. */
export function readUnindexed(session: Session, limit: number): readonly UnindexedUnit[] {
  const rows = session
    .sql(`SELECT key, lot, body FROM pending CROSS JOIN unit ON key BETWEEN pending.first AND pending.last
      ORDER BY pending.first, key LIMIT ?`)
    .all(limit) as { key: number; lot: number; body: string }[]
  return rows.map(({ key, lot, body }) => ({ key, body, sourceLanguage: session.lot(lot).source }))
}

/** Keeps a segment in place of others; undefined when one of those is gone. */
export function addSegment(session: Session, segment: NewSegment, replaces: readonly number[]): number | undefined {
  const isThere = session.sql('SELECT 1 FROM segment WHERE number = ?')
  if (replaces.some((number) => isThere.get(number) === undefined)) return undefined
  for (const number of replaces) dropSegment(session, number)
  const { lastInsertRowid } = session
    .sql('INSERT INTO segment(documents, version, blocks) VALUES(?, ?, ?)')
    .run(segment.documents, segment.version, segment.blocks.length)
  const number = Number(lastInsertRowid)
  const insert = session.sql('INSERT INTO block(id, bytes) VALUES(?, ?)')
  segment.blocks.forEach((bytes, place) => {
    insert.run(number * blocksPerSegment + place, bytes)
  })
  for (const run of withoutGaps(session, runsOf(segment.units))) dropPending(session, run)
  return number
}

/** Runs with nothing but keys of units that are gone for good between them as one. */
function withoutGaps(session: Session, runs: readonly Run[]): readonly Run[] {
  const between = session.sql('SELECT 1 FROM unit WHERE key > ? AND key < ? LIMIT 1')
  const joined: { first: number; last: number }[] = []
  for (const { first, last } of runs) {
    const before = joined.at(-1)
    if (before !== undefined && between.get(before.last, first) === undefined) before.last = last
    else joined.push({ first, last })
  }
  return joined
}

function dropSegment(session: Session, number: number): void {
  session.sql('DELETE FROM segment WHERE number = ?').run(number)
  const first = number * blocksPerSegment
  session.sql('DELETE FROM block WHERE id >= ? AND id < ?').run(first, first + blocksPerSegment)
}

/** Forgets the whole index: all units wait for one again. */
export function dropSegments(session: Session): void {
  session.sql('DELETE FROM segment').run()
  session.sql('DELETE FROM block').run()
  const last = counterOf(session.sql, 'unit')
  if (last > 0) addPending(session, { first: 1, last })
}

/** What of the segments is not as it should be, in plain words. */
export function segmentDamage(session: Session): readonly string[] {
  const rows = session
    .sql(`SELECT segment.number, segment.blocks, count(block.id) AS there FROM segment
      LEFT JOIN block ON block.id >= segment.number * 4294967296 AND block.id < segment.number * 4294967296 + segment.blocks
      GROUP BY segment.number`)
    .all() as { number: number; blocks: number; there: number }[]
  const short = rows
    .filter(({ blocks, there }) => there < blocks)
    .map(({ number, blocks, there }) => `segment ${number} of the index has ${there} of its ${blocks} blocks`)
  const stray = session
    .sql('SELECT count(*) AS blocks FROM block WHERE id / 4294967296 NOT IN (SELECT number FROM segment)')
    .get() as { blocks: number }
  return stray.blocks === 0 ? short : [...short, `${stray.blocks} blocks belong to no segment of the index`]
}
