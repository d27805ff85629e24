import { AppError } from '../../core/errors.ts'
import type { Connection } from './engine.ts'

/** `Zinp`, in the header of every file of ours. */
export const applicationId = 0x5a696e70

/** Brings a file from one version of the schema to the next. */
export type Migration = (db: Connection) => void

/**
 * Units share a `lot` with all that have the same memory, step, languages, relation, decision and origin. A row of `unit` never
 * changes: what later steps say of it stands in `sighting`, `removal` and `usage`. `bucket` is a hash table from identities to
 * keys, with what has no place in it yet above 2³²; `pending` holds runs of keys, some of which may be gone; the number of a
 * block is segment · 2³² + place.
 */
const first = `
CREATE TABLE counter(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE memory(number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
CREATE TABLE step(number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, label TEXT NOT NULL, at TEXT NOT NULL,
  person TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0, whole INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL DEFAULT 0, removed INTEGER NOT NULL DEFAULT 0);
CREATE TABLE shared(id INTEGER PRIMARY KEY AUTOINCREMENT, hash INTEGER NOT NULL, json TEXT NOT NULL);
CREATE INDEX shared_hash ON shared(hash);
CREATE TABLE lot(id INTEGER PRIMARY KEY AUTOINCREMENT, step INTEGER NOT NULL, shared INTEGER NOT NULL, memory INTEGER NOT NULL,
  languages TEXT NOT NULL, source TEXT NOT NULL, relation INTEGER NOT NULL, state INTEGER NOT NULL,
  units INTEGER NOT NULL DEFAULT 0);
CREATE INDEX lot_step ON lot(step, shared);
CREATE TABLE unit(key INTEGER PRIMARY KEY, lot INTEGER, identity INTEGER, confidence INTEGER, changed INTEGER,
  before INTEGER, after INTEGER, body TEXT);
CREATE TABLE bucket(number INTEGER PRIMARY KEY, entries BLOB NOT NULL);
CREATE TABLE sighting(unit INTEGER, lot INTEGER, confidence INTEGER, changed INTEGER, before INTEGER, after INTEGER,
  rest TEXT, number INTEGER, PRIMARY KEY(unit, lot, confidence, changed, before, after, rest)) WITHOUT ROWID;
CREATE TABLE removal(unit INTEGER, step INTEGER, PRIMARY KEY(unit, step)) WITHOUT ROWID;
CREATE TABLE usage(unit INTEGER PRIMARY KEY, uses INTEGER NOT NULL);
CREATE TABLE pending(first INTEGER PRIMARY KEY, last INTEGER NOT NULL);
CREATE TABLE segment(number INTEGER PRIMARY KEY AUTOINCREMENT, documents INTEGER NOT NULL, version INTEGER NOT NULL,
  blocks INTEGER NOT NULL);
CREATE TABLE block(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
`

/**
 * A removal takes away what was said of a unit before it: sightings up to the number `since`, and the unit's own row. What is
 * met later is there again, under the same key. `tally` holds how often a unit was used: step 0 is this store's own count, other
 * steps carried over the counts of other units, each known by its random `origin`; `usage` sums up what living steps say.
 */
const second = `
ALTER TABLE removal ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
UPDATE removal SET since = coalesce((SELECT value FROM counter WHERE name = 'sighting'), 0);
CREATE TABLE tally(unit INTEGER, origin INTEGER, step INTEGER, uses INTEGER NOT NULL, PRIMARY KEY(unit, origin, step)) WITHOUT ROWID;
CREATE INDEX tally_step ON tally(step);
INSERT INTO tally(unit, origin, step, uses) SELECT unit, abs(random() % ${2 ** 48}), 0, uses FROM usage;
`

/** The step that leads to version i + 1. */
export const migrations: readonly Migration[] = [(db) => db.exec(first), (db) => db.exec(second)]

/** Version of the schema of an open file. */
export const versionOf = (db: Connection): number => Number(db.pragma('user_version', { simple: true }))

/** Brings an open file up to the newest version, or leaves it as it was. */
export function migrate(db: Connection, name: string, steps: readonly Migration[] = migrations): void {
  checkVersion(versionOf(db), name, steps)
  if (versionOf(db) === steps.length) return
  db.transaction(() => {
    // Another process may have done it while this one waited.
    for (const step of steps.slice(versionOf(db))) step(db)
    db.pragma(`user_version = ${steps.length}`)
  }).immediate()
}

/** Refuses files of a version that this program does not know. */
export function checkVersion(version: number, name: string, steps: readonly Migration[] = migrations): void {
  if (version <= steps.length) return
  throw new AppError('MEMORY_NEWER', `${name} has version ${version} of the layout, this program knows ${steps.length}`)
}
