import type { Connection, Statement } from './engine.ts'

/** What all units of a lot have in common. */
export interface Lot {
  readonly id: number
  readonly memory: string
  readonly step: number
  readonly languages: string
  readonly source: string
  readonly relation: number
  readonly state: number
  readonly shared: string
}

/** One connection with its prepared statements and with what it remembers of rows that never change. */
export interface Session {
  readonly db: Connection
  readonly name: string
  /** A prepared statement; rows come as objects. */
  sql(text: string): Statement
  lot(id: number): Lot
  /** Whether a lot, and which steps are undone, is remembered, so that nothing has to be read. */
  knows(lot: number): boolean
  isUndone(step: number): boolean
  /** Undone steps with a comma between them. */
  undoneKey(): string
  /** To be called when a transaction has begun: what may have changed is read anew. */
  refresh(): void
  /** Forgets everything, as after a transaction that was taken back. */
  forget(): void
  /** Number that grows with each commit, as of this transaction. */
  readonly generation: number
  /** Says which lots pass, for statements that call `passes(lot)`; set before such a statement runs. */
  judge(passes: (lot: number) => boolean): void
  /** What was worked out for this connection under a key; gone after `forget`. */
  readonly memo: Map<string, unknown>
}

/** So many lots are remembered; a memory with more of them has many of few units. */
const maxLots = 20_000

/** Wraps a connection. */
export function createSession(db: Connection, name: string): Session {
  const statements = new Map<string, Statement>()
  const lots = new Map<number, Lot>()
  const memo = new Map<string, unknown>()
  const state: { generation: number; undone: ReadonlySet<number> | undefined; passes: (lot: number) => boolean } = {
    generation: -1,
    undone: undefined,
    passes: () => true,
  }
  db.function('passes', (lot) => (state.passes(Number(lot)) ? 1 : 0))
  const sql = (text: string): Statement => {
    const known = statements.get(text)
    if (known !== undefined) return known
    const made = db.prepare(text)
    statements.set(text, made)
    return made
  }
  const undone = (): ReadonlySet<number> => {
    if (state.undone !== undefined) return state.undone
    const rows = sql('SELECT number FROM step WHERE undone = 1 ORDER BY number').all() as { number: number }[]
    state.undone = new Set(rows.map(({ number }) => number))
    return state.undone
  }
  return {
    db,
    name,
    sql,
    memo,
    lot: (id) => {
      const known = lots.get(id)
      if (known !== undefined) return known
      if (lots.size >= maxLots) lots.clear()
      const read = readLot(sql, id)
      lots.set(id, read)
      return read
    },
    knows: (lot) => lots.has(lot) && state.undone !== undefined,
    isUndone: (step) => undone().has(step),
    undoneKey: () => [...undone()].join(),
    refresh: () => {
      const generation = counterOf(sql, 'generation')
      if (generation === state.generation) return
      state.generation = generation
      state.undone = undefined
    },
    forget: () => {
      lots.clear()
      memo.clear()
      state.undone = undefined
    },
    get generation() {
      return state.generation
    },
    judge: (passes) => {
      state.passes = passes
    },
  }
}

const lotSql = `SELECT lot.id, memory.name AS memory, lot.step, lot.languages, lot.source, lot.relation, lot.state,
  shared.json AS shared FROM lot JOIN memory ON memory.number = lot.memory JOIN shared ON shared.id = lot.shared`

function readLot(sql: Session['sql'], id: number): Lot {
  const row = sql(`${lotSql} WHERE lot.id = ?`).get(id) as Lot | undefined
  return row ?? { id, memory: '', step: 0, languages: '', source: '', relation: 0, state: 0, shared: '' }
}

/** Lots with a number above the given one, by number. */
export const lotsAfter = (session: Session, id: number): IterableIterator<Lot> =>
  session.sql(`${lotSql} WHERE lot.id > ? ORDER BY lot.id`).iterate(id) as IterableIterator<Lot>

/** A number that the file keeps; 0 when it was never set. */
export function counterOf(sql: Session['sql'], name: string): number {
  const row = sql('SELECT value FROM counter WHERE name = ?').get(name) as { value: number } | undefined
  return row?.value ?? 0
}

/** Keeps a number. */
export function setCounter(session: Session, name: string, value: number): void {
  session
    .sql('INSERT INTO counter(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value')
    .run(name, value)
}
