import type { BuiltSegment } from './index/types.ts'
import type { PreparedBatch } from './prepared.ts'
import type { PackedUnit } from './store.ts'

/**
 * A prepared batch as few large values: a thread hands over a hundred thousand small objects much slower than their columns.
 * Texts are joined by NUL, which JSON never holds unescaped.
 */
export interface BatchColumns {
  readonly count: number
  readonly identities: Float64Array
  readonly changed: Float64Array
  readonly confidences: Int16Array
  readonly relations: Uint8Array
  readonly states: Uint8Array
  readonly before: Uint32Array
  readonly after: Uint32Array
  /** Places in `texts` of what many units have in common. */
  readonly languages: Uint32Array
  readonly sourceLanguages: Uint32Array
  readonly shared: Uint32Array
  readonly texts: readonly string[]
  readonly bodies: string
  readonly segment?: BuiltSegment
}

const separator = '\0'

/** The columns of a batch. */
export function columnsOf({ units, segment }: PreparedBatch): BatchColumns {
  const places = new Map<string, number>()
  const placeOf = (text: string): number => {
    const found = places.get(text)
    if (found !== undefined) return found
    places.set(text, places.size)
    return places.size - 1
  }
  return {
    count: units.length,
    identities: Float64Array.from(units, (unit) => unit.identity),
    changed: Float64Array.from(units, (unit) => unit.changed),
    confidences: Int16Array.from(units, (unit) => unit.confidence),
    relations: Uint8Array.from(units, (unit) => unit.relation),
    states: Uint8Array.from(units, (unit) => unit.state),
    before: Uint32Array.from(units, (unit) => unit.before),
    after: Uint32Array.from(units, (unit) => unit.after),
    languages: Uint32Array.from(units, (unit) => placeOf(unit.languages)),
    sourceLanguages: Uint32Array.from(units, (unit) => placeOf(unit.sourceLanguage)),
    shared: Uint32Array.from(units, (unit) => placeOf(unit.shared)),
    texts: [...places.keys()],
    bodies: units.map((unit) => unit.body).join(separator),
    ...(segment === undefined ? {} : { segment }),
  }
}

/** The reverse of `columnsOf`. */
export function batchOf(columns: BatchColumns): PreparedBatch {
  const bodies = columns.count === 0 ? [] : columns.bodies.split(separator)
  const text = (places: Uint32Array, i: number): string => columns.texts[places[i] ?? 0] ?? ''
  const units = bodies.map(
    (body, i): PackedUnit => ({
      identity: columns.identities[i] ?? 0,
      languages: text(columns.languages, i),
      sourceLanguage: text(columns.sourceLanguages, i),
      relation: columns.relations[i] ?? 0,
      confidence: columns.confidences[i] ?? -1,
      state: columns.states[i] ?? 0,
      changed: columns.changed[i] ?? 0,
      before: columns.before[i] ?? 0,
      after: columns.after[i] ?? 0,
      body,
      shared: text(columns.shared, i),
    }),
  )
  return columns.segment === undefined ? { units } : { units, segment: columns.segment }
}
