import type { BuiltSegment } from './index/types.ts'
import type { PreparedBatch } from './prepared.ts'
import type { PackedUnit } from './store.ts'

/**
 * A prepared batch as few large values: a thread hands over a hundred thousand small objects much slower than their columns,
 * and what is written into columns as it comes need not be kept as objects until the batch is full.
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
  /** UTF-16 units of all bodies, and the byte at which each ends. There may be bytes after the last. */
  readonly bodies: Uint8Array
  readonly ends: Uint32Array
  readonly segment?: BuiltSegment
  readonly uses?: NonNullable<PreparedBatch['uses']>
}

/** Columns in the making. */
export interface ColumnWriter {
  add(unit: PackedUnit): void
  readonly count: number
  /** What was added; may be called once, and nothing added afterwards. */
  finish(segment?: BuiltSegment, uses?: PreparedBatch['uses']): BatchColumns
}

/** How much room columns have from the start. */
export interface ColumnRoom {
  readonly rows: number
  /** Of bodies. */
  readonly bytes: number
}

const usualRoom: ColumnRoom = { rows: 256, bytes: 65_536 }

// Kernel: each unit of an import passes here.
/** Writes units into columns, which grow beyond their room when they have to. */
export function createColumnWriter({ rows: firstRows, bytes: firstBytes } = usualRoom): ColumnWriter {
  const numbers = {
    identities: new Float64Array(firstRows),
    changed: new Float64Array(firstRows),
    confidences: new Int16Array(firstRows),
    relations: new Uint8Array(firstRows),
    states: new Uint8Array(firstRows),
    before: new Uint32Array(firstRows),
    after: new Uint32Array(firstRows),
    languages: new Uint32Array(firstRows),
    sourceLanguages: new Uint32Array(firstRows),
    shared: new Uint32Array(firstRows),
    ends: new Uint32Array(firstRows),
  }
  let bodies = Buffer.allocUnsafeSlow(firstBytes)
  let used = 0
  let count = 0
  const places = new Map<string, number>()
  const placeOf = (text: string): number => {
    const found = places.get(text)
    if (found !== undefined) return found
    places.set(text, places.size)
    return places.size - 1
  }
  const widen = (): void => {
    const rows = count * 2
    numbers.identities = widened(numbers.identities, new Float64Array(rows))
    numbers.changed = widened(numbers.changed, new Float64Array(rows))
    numbers.confidences = widened(numbers.confidences, new Int16Array(rows))
    numbers.relations = widened(numbers.relations, new Uint8Array(rows))
    numbers.states = widened(numbers.states, new Uint8Array(rows))
    numbers.before = widened(numbers.before, new Uint32Array(rows))
    numbers.after = widened(numbers.after, new Uint32Array(rows))
    numbers.languages = widened(numbers.languages, new Uint32Array(rows))
    numbers.sourceLanguages = widened(numbers.sourceLanguages, new Uint32Array(rows))
    numbers.shared = widened(numbers.shared, new Uint32Array(rows))
    numbers.ends = widened(numbers.ends, new Uint32Array(rows))
  }
  const addBody = (body: string): void => {
    const more = body.length * 2
    if (used + more > bodies.length) bodies = widened(bodies, Buffer.alloc(Math.max(used + more, bodies.length * 2)))
    used += bodies.write(body, used, 'utf16le')
  }

  return {
    add: (unit) => {
      if (count === numbers.ends.length) widen()
      addBody(unit.body)
      numbers.ends[count] = used
      numbers.identities[count] = unit.identity
      numbers.changed[count] = unit.changed
      numbers.confidences[count] = unit.confidence
      numbers.relations[count] = unit.relation
      numbers.states[count] = unit.state
      numbers.before[count] = unit.before
      numbers.after[count] = unit.after
      numbers.languages[count] = placeOf(unit.languages)
      numbers.sourceLanguages[count] = placeOf(unit.sourceLanguage)
      numbers.shared[count] = placeOf(unit.shared)
      count++
    },
    get count() {
      return count
    },
    finish: (segment, uses) => ({
      count,
      ...numbers,
      texts: [...places.keys()],
      bodies: used * 2 > bodies.length ? bodies : new Uint8Array(bodies.subarray(0, used)),
      ...(segment === undefined ? {} : { segment }),
      ...(uses === undefined ? {} : { uses }),
    }),
  }
}

function widened<T extends { set(values: T): void }>(values: T, wider: T): T {
  wider.set(values)
  return wider
}

/** Room for as much as there is in columns, and a little more. */
export const roomLike = ({ count, ends }: BatchColumns): ColumnRoom => ({
  rows: Math.max(usualRoom.rows, count),
  bytes: Math.max(usualRoom.bytes, Math.ceil((ends[count - 1] ?? 0) * 1.05)),
})

/** The batch that is in columns. */
export function batchOf(columns: BatchColumns): PreparedBatch {
  const { bodies, texts } = columns
  const text = Buffer.from(bodies.buffer, bodies.byteOffset, bodies.byteLength)
  const units: PackedUnit[] = []
  let start = 0
  for (let i = 0; i < columns.count; i++) {
    const end = columns.ends[i] ?? start
    units.push({
      identity: columns.identities[i] ?? 0,
      languages: texts[columns.languages[i] ?? 0] ?? '',
      sourceLanguage: texts[columns.sourceLanguages[i] ?? 0] ?? '',
      relation: columns.relations[i] ?? 0,
      confidence: columns.confidences[i] ?? -1,
      state: columns.states[i] ?? 0,
      changed: columns.changed[i] ?? 0,
      before: columns.before[i] ?? 0,
      after: columns.after[i] ?? 0,
      body: text.toString('utf16le', start, end),
      shared: texts[columns.shared[i] ?? 0] ?? '',
    })
    start = end
  }
  const { segment, uses } = columns
  return { units, ...(segment === undefined ? {} : { segment }), ...(uses === undefined ? {} : { uses }) }
}

/** What of columns a thread can hand over instead of copying. */
export const viewsOf = (columns: BatchColumns): readonly ArrayBufferView[] => [
  columns.identities,
  columns.changed,
  columns.confidences,
  columns.relations,
  columns.states,
  columns.before,
  columns.after,
  columns.languages,
  columns.sourceLanguages,
  columns.shared,
  columns.ends,
  columns.bodies,
  ...(columns.segment?.blocks ?? []),
]
