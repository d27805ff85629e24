import type { Session } from './session.ts'

/** A run of keys, both ends inclusive. */
export interface Run {
  readonly first: number
  readonly last: number
}

/** Consecutive numbers of a list in any order as runs, ascending. */
export function runsOf(keys: Iterable<number>): readonly Run[] {
  const sorted = Float64Array.from(keys).sort()
  const runs: { first: number; last: number }[] = []
  for (const key of sorted) {
    const run = runs.at(-1)
    if (run !== undefined && key <= run.last + 1) run.last = key
    else runs.push({ first: key, last: key })
  }
  return runs
}

/** Runs of keys that no segment holds. Some of them may be gone or dead by now. */
export const pendingRuns = (session: Session): readonly Run[] =>
  session.sql('SELECT first, last FROM pending ORDER BY first').all() as Run[]

/** Adds a run; those that touch it become one with it. */
export function addPending(session: Session, run: Run): void {
  const touching = takeOut(session, run.first - 1, run.last + 1)
  const first = Math.min(run.first, ...touching.map((one) => one.first))
  const last = Math.max(run.last, ...touching.map((one) => one.last))
  putIn(session, { first, last })
}

/** Takes a run out; those that reach over its ends keep what lies beyond. */
export function dropPending(session: Session, run: Run): void {
  for (const one of takeOut(session, run.first, run.last)) {
    if (one.first < run.first) putIn(session, { first: one.first, last: run.first - 1 })
    if (one.last > run.last) putIn(session, { first: run.last + 1, last: one.last })
  }
}

function putIn(session: Session, { first, last }: Run): void {
  session.sql('INSERT INTO pending(first, last) VALUES(?, ?)').run(first, last)
}

/** Removes the runs that overlap a range, and returns them. Runs never overlap each other. */
function takeOut(session: Session, first: number, last: number): readonly Run[] {
  const runs = session
    .sql(`SELECT first, last FROM pending WHERE last >= @first AND first <= @last
      AND first >= coalesce((SELECT max(first) FROM pending WHERE first <= @first), @first)`)
    .all({ first, last }) as Run[]
  session
    .sql(`DELETE FROM pending WHERE last >= @first AND first <= @last
      AND first >= coalesce((SELECT max(first) FROM pending WHERE first <= @first), @first)`)
    .run({ first, last })
  return runs
}
