import type { View, Writer } from '../store.ts'
import { addUnits } from './adding.ts'
import { countUnits } from './counts.ts'
import { findDamage } from './damage.ts'
import { explained } from './failure.ts'
import { purgeUnits } from './purging.ts'
import { scanUnits } from './scan.ts'
import { addSegment, dropSegments, readBlocks, readPending, readSegments, readUnindexed } from './segments.ts'
import type { Session } from './session.ts'
import { addStep, finishStep, memoryNumber, readSteps, removeUnits, setUndone } from './steps.ts'
import { findText, surveyUnits } from './survey.ts'
import { readSightings, readUnit } from './units.ts'
import { carryUses, readUses, useUnits } from './usage.ts'

/** Runs on a session while its transaction lasts, and explains what SQLite throws. */
type Guard = <T>(run: (session: Session) => T) => Promise<T>

/** Makes sure that nothing is asked of a transaction that has ended. */
export function guardOf(session: Session, isOpen: () => boolean): Guard {
  return async (run) => {
    if (!isOpen()) throw new Error(`${session.name}: a view of the store was used after its time`)
    return explained(session.name, () => run(session))
  }
}

/** A look at the store by the transaction that a session is in. */
export function viewOf(guard: Guard): View {
  return {
    generation: () => guard((session) => session.generation),
    memories: () => guard((session) => session.sql('SELECT number, name FROM memory ORDER BY number').all() as []),
    steps: () => guard(readSteps),
    units: (keys) => guard((session) => keys.map((key) => readUnit(session, key))),
    scan: (filter, after, limit) => guard((session) => scanUnits(session, filter, after, limit)),
    survey: (after, limit) => guard((session) => surveyUnits(session, after, limit)),
    findText: (text, after, limit) => guard((session) => findText(session, text, after, limit)),
    sightings: (key) => guard((session) => readSightings(session, key)),
    uses: (keys) => guard((session) => readUses(session, keys)),
    counts: () => guard(countUnits),
    segments: () => guard(readSegments),
    blocks: (segment, numbers) => guard((session) => readBlocks(session, segment, numbers)),
    pending: (limit) => guard((session) => readPending(session, limit)),
    damage: () => guard(findDamage),
  }
}

/** The one who writes by the transaction that a session is in. */
export function writerOf(guard: Guard): Writer {
  return {
    ...viewOf(guard),
    memory: (name) => guard((session) => memoryNumber(session, name)),
    addStep: (step) => guard((session) => addStep(session, step)),
    finishStep: (step, label) => guard((session) => finishStep(session, step, label)),
    add: (memory, step, units) => guard((session) => addUnits(session, memory, step, units)),
    remove: (step, keys) => guard((session) => removeUnits(session, step, keys)),
    use: (keys) => guard((session) => useUnits(session, keys)),
    carry: (step, uses) => guard((session) => carryUses(session, step, uses)),
    setUndone: (step, isUndone) => guard((session) => setUndone(session, step, isUndone)),
    unindexed: (limit) => guard((session) => readUnindexed(session, limit)),
    addSegment: (segment, replaces) => guard((session) => addSegment(session, segment, replaces)),
    dropSegments: () => guard(dropSegments),
    purge: () => guard(purgeUnits),
  }
}
