import type { Memory } from './memory/memory.ts'
import { holdsText, packUnit } from './memory/packed.ts'
import type { MemoryUnit } from './memory/types.ts'
import { type MemoryTable, type TableFilter, tableFilter } from './memory-table.ts'

/** Units of a memory that pass a filter and hold a text, in the order of the table. */
export interface Listing {
  /** How many are known so far. */
  count(): number
  /** True when all units were looked at. */
  isWhole(): boolean
  /** Share of the memory that was looked at, 0..1; of nothing it is 1. */
  looked(): number
  /** Looks on; returns soon. */
  advance(): Promise<void>
  /** Keys of `size` of its units from the one of this number on. */
  keys(from: number, size: number): readonly number[]
  /** Where a unit stands in it; undefined when it is not in it. */
  numberOf(key: number): number | undefined
  /** A unit at this place of the table is another one now, or gone. */
  changed(place: number, unit: MemoryUnit | undefined): void
}

/** Units looked at in one go when texts are read, and when they are not. */
const textsAtOnce = 5000
const rowsAtOnce = 200_000
/** Units of one language that the index is asked for first. */
const foundAtOnce = 100
const mostLanguages = 6

/** A listing of what a table holds, and will hold. `text` is looked for in every variant, in any case. */
export function createListing(
  table: MemoryTable,
  memory: Pick<Memory, 'findText' | 'concordance' | 'counts'>,
  filter: TableFilter,
  text: string,
): Listing {
  const passes = tableFilter(filter)
  const holds = text === '' ? undefined : holdsText(text)
  let places = new Uint32Array(1024)
  let count = 0
  /** Places up to here were judged; with a text, keys up to there. */
  let judged = 0
  let lastKey = 0
  let isEnd = false
  let hasBegun = false

  const insert = (place: number): void => {
    const at = lowerBound(places, count, place)
    if (at < count && places[at] === place) return
    if (count === places.length) places = doubled(places)
    places.copyWithin(at + 1, at, count)
    places[at] = place
    count++
  }
  const remove = (place: number): void => {
    const at = lowerBound(places, count, place)
    if (at >= count || places[at] !== place) return
    places.copyWithin(at, at + 1, count)
    count--
  }
  const insertKeys = (keys: readonly number[]): void => {
    for (const key of keys) {
      const place = table.placeOf(key)
      const row = place === undefined ? undefined : table.rowAt(place)
      if (place !== undefined && row !== undefined && passes(row)) insert(place)
    }
  }
  /** What the index finds is there at once, long before all texts were read. */
  const beginWithIndex = async (): Promise<void> => {
    hasBegun = true
    for (const language of await languagesOf(memory)) {
      const { hits } = await memory.concordance({ text, language, kind: 'text', filter, limit: foundAtOnce })
      const units = hits.map(({ unit }) => unit).filter(({ unit }) => holds?.(packUnit(unit).body) === true)
      insertKeys(units.map(({ key }) => key))
    }
  }
  const advanceText = async (): Promise<void> => {
    const found = await memory.findText(text, lastKey, textsAtOnce)
    insertKeys(found.keys)
    lastKey = found.last
    judged = Math.min(table.size(), judged + textsAtOnce)
    isEnd = found.isEnd
  }
  const advanceRows = (): void => {
    const to = Math.min(table.size(), judged + rowsAtOnce)
    table.scan(judged, to, (place, row) => {
      if (passes(row)) insert(place)
    })
    judged = to
    isEnd = table.isWhole() && judged === table.size()
  }
  return {
    count: () => count,
    isWhole: () => isEnd,
    looked: () => (isEnd || table.size() === 0 ? 1 : judged / table.size()),
    async advance() {
      if (isEnd) return
      if (holds === undefined) advanceRows()
      // Texts are looked for among units that the table knows.
      else if (table.isWhole()) await (hasBegun ? advanceText() : beginWithIndex())
    },
    keys: (from, size) => Array.from(places.subarray(from, Math.min(count, from + size)), table.keyAt),
    numberOf(key) {
      const place = table.placeOf(key)
      if (place === undefined) return undefined
      const at = lowerBound(places, count, place)
      return at < count && places[at] === place ? at : undefined
    },
    changed(place, unit) {
      const row = table.rowAt(place)
      const isIn = unit !== undefined && row !== undefined && passes(row)
      if (isIn && (holds === undefined || holds(packUnit(unit.unit).body))) insert(place)
      else remove(place)
    },
  }
}

/** The first index whose value is at least `value`; values nearly always come in their order, so the end is tried first. */
function lowerBound(places: Uint32Array, count: number, value: number): number {
  if (count === 0 || (places[count - 1] ?? 0) < value) return count
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

function doubled(places: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(places.length * 2)
  larger.set(places)
  return larger
}

/** Languages of the units, those of the most units first. */
async function languagesOf(memory: Pick<Memory, 'counts'>): Promise<readonly string[]> {
  const { byLanguages } = await memory.counts()
  const sets = Object.entries(byLanguages).sort((a, b) => b[1] - a[1])
  return [...new Set(sets.flatMap(([tags]) => tags.split(' ')))].slice(0, mostLanguages)
}
