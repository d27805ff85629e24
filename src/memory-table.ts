import { decisionStates, relations } from './core/relations.ts'
import type { LanguageTag, Relation } from './core/types.ts'
import { changedRange, isLanguage } from './memory/filter.ts'
import type { Memory } from './memory/memory.ts'
import { documentsOf, packUnit } from './memory/packed.ts'
import type { Survey, UnitKind } from './memory/store.ts'
import type { MemoryUnit, UnitFilter } from './memory/types.ts'

/** What of a unit filters and figures look at. */
export interface TableRow {
  readonly kind: RowKind
  /** Ten thousandths, -1 for none. */
  readonly confidence: number
  /** Seconds since 1970, 0 for none. */
  readonly changed: number
}

/** What many units have in common. */
export interface RowKind {
  readonly memory: string
  readonly step: number
  readonly languages: readonly LanguageTag[]
  /** Absent for units that come from no alignment. */
  readonly relation?: Relation
  readonly state: NonNullable<UnitFilter['states']>[number]
  /** Names of the documents of its source and target. */
  readonly documents: readonly string[]
}

/** All units of a memory by place, without their texts, in about 16 bytes each. Places stay what they are while it lives. */
export interface MemoryTable {
  /** Places known so far, those of removed units included. */
  size(): number
  isWhole(): boolean
  /** Looks at more units; nothing when it is whole. */
  grow(limit: number): Promise<void>
  keyAt(place: number): number
  placeOf(key: number): number | undefined
  /** Undefined where a unit was removed. */
  rowAt(place: number): TableRow | undefined
  /** Every living unit, as fast as can be. */
  scan(from: number, to: number, visit: (place: number, row: TableRow) => void): void
  /** Takes a unit as it is now; `instead` names the unit whose place it takes. Gives its place back. */
  put(unit: MemoryUnit, instead?: number): number
  drop(key: number): void
}

const firstRoom = 1 << 14

interface Columns {
  keys: Float64Array
  kinds: Uint32Array
  confidences: Int16Array
  changed: Float64Array
}

const roomFor = (size: number): Columns => ({
  keys: new Float64Array(size),
  kinds: new Uint32Array(size),
  confidences: new Int16Array(size),
  changed: new Float64Array(size),
})

/** An empty table of a memory; `grow` fills it. */
export function createMemoryTable(memory: Pick<Memory, 'survey'>): MemoryTable {
  let columns = roomFor(firstRoom)
  let size = 0
  let last = 0
  let isWhole = false
  /** Kind 0 is that of removed units. */
  const kinds: RowKind[] = [{ memory: '', step: 0, languages: [], state: 'proposed', documents: [] }]
  const numbers = new Map<string, number>()
  /** Units that took the place of others, and those that came when the table was whole. */
  const moved = new Map<number, number>()

  const append = (key: number, kind: number, confidence: number, changed: number): number => {
    if (size === columns.keys.length) columns = grown(columns)
    columns.keys[size] = key
    set(size, kind, confidence, changed)
    return size++
  }
  const set = (place: number, kind: number, confidence: number, changed: number): void => {
    columns.kinds[place] = kind
    columns.confidences[place] = confidence
    columns.changed[place] = changed
  }
  const numberOf = (kind: UnitKind): number => {
    const name = `${kind.memory}\n${kind.step}\n${kind.languages}\n${kind.relation}\n${kind.state}\n${kind.shared}`
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, kinds.push(rowKindOf(kind)) - 1)
    return kinds.length - 1
  }
  const take = (survey: Survey): void => {
    const seen = new Map<UnitKind, number>()
    survey.keys.forEach((key, i) => {
      const kind = survey.kinds[i]
      if (kind === undefined || moved.has(key)) return
      const number = seen.get(kind) ?? numberOf(kind)
      seen.set(kind, number)
      append(key, number, survey.confidences[i] ?? -1, survey.changed[i] ?? 0)
    })
    last = survey.last
    isWhole = survey.isEnd
  }
  const placeOf = (key: number): number | undefined => {
    const place = moved.get(key) ?? placeIn(columns.keys, size, key)
    return place !== undefined && columns.keys[place] === key ? place : undefined
  }
  const rowOf = (place: number): TableRow | undefined => {
    const number = columns.kinds[place] ?? 0
    const kind = kinds[number]
    if (number === 0 || kind === undefined) return undefined
    return { kind, confidence: columns.confidences[place] ?? -1, changed: columns.changed[place] ?? 0 }
  }
  return {
    size: () => size,
    isWhole: () => isWhole,
    async grow(limit) {
      if (isWhole) return
      const from = last
      const survey = await memory.survey(from, limit)
      if (last === from && !isWhole) take(survey)
    },
    keyAt: (place) => columns.keys[place] ?? 0,
    placeOf,
    rowAt: (place) => (place < size ? rowOf(place) : undefined),
    scan(from, to, visit) {
      for (let place = from; place < Math.min(to, size); place++) {
        const row = rowOf(place)
        if (row !== undefined) visit(place, row)
      }
    },
    put(unit, instead) {
      const { key } = unit
      const { confidence, changed, ...packed } = packUnit(unit.unit)
      const number = numberOf({ ...packed, memory: unit.memory, step: unit.step })
      const place = placeOf(key) ?? (instead === undefined ? undefined : placeOf(instead))
      if (place === undefined) {
        const end = append(key, number, confidence, changed)
        moved.set(key, end)
        return end
      }
      if (columns.keys[place] !== key) {
        moved.set(key, place)
        columns.keys[place] = key
      }
      set(place, number, confidence, changed)
      return place
    },
    drop(key) {
      const place = placeOf(key)
      if (place !== undefined) columns.kinds[place] = 0
    },
  }
}

function grown({ keys, kinds, confidences, changed }: Columns): Columns {
  const larger = roomFor(keys.length * 2)
  larger.keys.set(keys)
  larger.kinds.set(kinds)
  larger.confidences.set(confidences)
  larger.changed.set(changed)
  return larger
}

/** By halves; where a unit took the place of another one its key may be out of order, so neighbours are looked at as well. */
function placeIn(keys: Float64Array, size: number, key: number): number | undefined {
  let [low, high] = [0, size - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const here = keys[middle] ?? 0
    if (here === key) return middle
    if (here < key) low = middle + 1
    else high = middle - 1
  }
  const found = keys.subarray(0, size).indexOf(key)
  return found < 0 ? undefined : found
}

function rowKindOf({ memory, step, languages, relation, state, shared }: UnitKind): RowKind {
  const name = relations[relation - 1]
  return {
    memory,
    step,
    languages: languages.split(' '),
    state: decisionStates[state] ?? 'proposed',
    documents: documentsOf(shared),
    ...(name === undefined ? {} : { relation: name }),
  }
}

/** The parts of a filter that a table can judge. */
export type TableFilter = Pick<
  UnitFilter,
  'memories' | 'languages' | 'relations' | 'states' | 'minConfidence' | 'origin' | 'since' | 'until' | 'step'
>

/** Judges rows as `passesFilter` judges units. Fails with USAGE for a time that is none. */
export function tableFilter(filter: TableFilter): (row: TableRow) => boolean {
  const { from, to } = changedRange(filter)
  const least = filter.minConfidence === undefined ? undefined : filter.minConfidence * 10_000 - 1e-5
  const judged = new Map<RowKind, boolean>()
  const passesKind = (kind: RowKind): boolean => {
    const known = judged.get(kind)
    if (known !== undefined) return known
    const passes = isKind(kind, filter)
    judged.set(kind, passes)
    return passes
  }
  return ({ kind, confidence, changed }) =>
    passesKind(kind) &&
    (least === undefined || (confidence >= 0 && confidence >= least)) &&
    (from === undefined || (changed !== 0 && changed >= from)) &&
    (to === undefined || (changed !== 0 && changed <= to))
}

function isKind(kind: RowKind, { memories, languages, relations: wanted, states: decided, origin, step }: TableFilter) {
  if (memories !== undefined && !memories.includes(kind.memory)) return false
  if (step !== undefined && step !== kind.step) return false
  if (wanted !== undefined && (kind.relation === undefined || !wanted.includes(kind.relation))) return false
  if (decided !== undefined && !decided.includes(kind.state)) return false
  if (languages?.every((tag) => kind.languages.some((own) => isLanguage(own, tag))) === false) return false
  return origin === undefined || kind.documents.some((name) => name.toLowerCase().includes(origin.toLowerCase()))
}
