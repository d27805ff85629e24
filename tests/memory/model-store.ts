import { contextOf, holdsText, unpackRest, withDecisionOf } from '../../src/memory/packed.ts'
import type {
  Added,
  Counts,
  NewSegment,
  PackedUnit,
  Store,
  UnitRow,
  Uses,
  View,
  Writer,
} from '../../src/memory/store.ts'
import type { Step, UnitFilter } from '../../src/memory/types.ts'
import { modelFilter } from './model-filter.ts'

interface ModelUnit {
  readonly key: number
  readonly memory: string
  arrivals: Arrival[]
  /** Number of the last arrival that each step removed. */
  removedBy: { readonly step: number; since: number }[]
  /** Uses by step, 0 for this store itself, and origin. */
  uses: { readonly step: number; readonly origin: number; uses: number }[]
}

/** Numbers tell in which order sightings came; that of the first arrival is 0. */
interface Arrival {
  readonly step: number
  readonly unit: PackedUnit
  readonly number: number
}

interface Model {
  generation: number
  readonly memories: string[]
  steps: { -readonly [K in keyof Step]: Step[K] }[]
  units: ModelUnit[]
  pending: Set<number>
  segments: { number: number; documents: number; version: number; blocks: readonly Uint8Array[] }[]
  readonly last: { unit: number; step: number; segment: number; sighting: number }
}

/** The contract of a store in the plainest way there is: everything in memory, nothing worked out before it is asked for. */
export function createModelStore(): Store {
  let model: Model = {
    generation: 0,
    memories: [],
    steps: [],
    units: [],
    pending: new Set(),
    segments: [],
    last: { unit: 0, step: 0, segment: 0, sighting: 0 },
  }
  let queue = Promise.resolve()
  return {
    name: 'model',
    isReadOnly: false,
    read: (run) => run(viewOf(structuredClone(model))),
    write: (run) => {
      const turn = queue.then(async () => {
        const draft = structuredClone(model)
        const result = await run({ ...viewOf(draft), ...writerOf(draft) })
        draft.generation++
        model = draft
        return result
      })
      queue = turn.then(
        () => undefined,
        () => undefined,
      )
      return turn
    },
    compact: async () => undefined,
    close: async () => undefined,
  }
}

const contentsOf = (body: string): string => body.split('\n', 1)[0] ?? ''

function viewOf(model: Model): View {
  const living = (): UnitRow[] => model.units.flatMap((unit) => rowOf(model, unit) ?? [])
  return {
    generation: async () => model.generation,
    memories: async () => model.memories.map((name, i) => ({ number: i + 1, name })),
    steps: async () => structuredClone(model.steps),
    units: async (keys) => {
      const rows = new Map(living().map((row) => [row.key, row]))
      return keys.map((key) => rows.get(key))
    },
    scan: async (filter: UnitFilter, after, limit) =>
      living()
        .filter((row) => row.key > after && modelFilter(filter)(row))
        .slice(0, limit),
    survey: async (after, limit) => {
      const looked = model.units.filter(({ key }) => key > after).slice(0, limit)
      const rows = looked.flatMap((unit) => rowOf(model, unit) ?? [])
      return {
        keys: rows.map(({ key }) => key),
        kinds: rows,
        confidences: rows.map(({ confidence }) => confidence),
        changed: rows.map(({ changed }) => changed),
        last: looked.at(-1)?.key ?? after,
        isEnd: looked.length < limit,
      }
    },
    findText: async (text, after, limit) => {
      const looked = model.units.filter(({ key }) => key > after).slice(0, limit)
      const holds = holdsText(text)
      const keys = looked.filter(({ arrivals }) => holds(arrivals[0]?.unit.body ?? '')).map(({ key }) => key)
      return { keys, last: looked.at(-1)?.key ?? after, isEnd: looked.length < limit }
    },
    sightings: async (key) => {
      const unit = model.units.find((one) => one.key === key)
      if (unit === undefined || rowOf(model, unit) === undefined) return []
      const contents = contentsOf(unit.arrivals[0]?.unit.body ?? '')
      return livingArrivals(model, unit)
        .slice(1)
        .map(({ step, unit: met }) => ({
          step,
          unit: unpackRest({ ...met, body: [contents, ...met.body.split('\n').slice(1)].join('\n') }),
          context: contextOf(met),
        }))
    },
    uses: async (keys) => keys.map((key) => usesOf(model, model.units.find((unit) => unit.key === key)?.uses ?? [])),
    counts: async () => countRows(living(), model),
    segments: async () => model.segments.map(({ number, documents, version }) => ({ number, documents, version })),
    blocks: async (segment, numbers) => {
      const found = model.segments.find(({ number }) => number === segment)
      return numbers.flatMap((number) => found?.blocks[number]?.slice() ?? [])
    },
    pending: async (limit) =>
      living()
        .flatMap(({ key }) => (model.pending.has(key) ? key : []))
        .slice(0, limit),
    damage: async () => [],
  }
}

function countRows(rows: readonly UnitRow[], model: Model): Counts {
  const by = <K extends string | number>(keyOf: (row: UnitRow) => K): Record<K, number> => {
    const counts = new Map<K, number>()
    for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
    return Object.fromEntries(counts) as Record<K, number>
  }
  return {
    units: rows.length,
    removed: model.units.length - rows.length,
    pending: rows.filter(({ key }) => model.pending.has(key)).length,
    byMemory: by((row) => row.memory),
    byLanguages: by((row) => row.languages),
    byRelation: by((row) => row.relation),
    byState: by((row) => row.state),
  }
}

const isUndone = (model: Model, step: number): boolean =>
  model.steps.some(({ number, isUndone: undone }) => number === step && undone)

function livingArrivals(model: Model, unit: ModelUnit): Arrival[] {
  const removed = unit.removedBy.filter(({ step }) => !isUndone(model, step)).map(({ since }) => since)
  return unit.arrivals.filter(({ step, number }) => !isUndone(model, step) && number > Math.max(-1, ...removed))
}

/** Of each origin the most that a living step says. */
function usesOf(model: Model, all: ModelUnit['uses']): readonly Uses[] {
  const most = new Map<number, number>()
  for (const { step, origin, uses } of all)
    if (!isUndone(model, step)) most.set(origin, Math.max(uses, most.get(origin) ?? 0))
  return [...most].sort(([a], [b]) => a - b).map(([origin, uses]) => ({ origin, uses }))
}

function rowOf(model: Model, unit: ModelUnit): UnitRow | undefined {
  const arrivals = livingArrivals(model, unit)
  const [first] = arrivals
  if (first === undefined) return undefined
  const pick = <T>(get: (unit: PackedUnit) => T, isSet: (value: T) => boolean, none: T): T =>
    arrivals.map(({ unit: one }) => get(one)).find(isSet) ?? none
  const decided = arrivals.find(({ unit: one }) => one.state !== 0)
  const own = first.unit
  const body = decided === undefined || own.state !== 0 ? own.body : withDecisionOf(own.body, decided.unit.body)
  return {
    ...own,
    relation: pick(
      (one) => one.relation,
      (relation) => relation !== 0,
      0,
    ),
    confidence: pick(
      (one) => one.confidence,
      (confidence) => confidence >= 0,
      -1,
    ),
    state: decided?.unit.state ?? 0,
    body,
    key: unit.key,
    memory: unit.memory,
    step: first.step,
    uses: usesOf(model, unit.uses).reduce((sum, { uses }) => sum + uses, 0),
    ...neighboursOf(arrivals.map(({ unit: one }) => one)),
  }
}

function neighboursOf(arrivals: readonly PackedUnit[]): Pick<UnitRow, 'neighbours'> {
  const seen = new Set(['0 0', `${arrivals[0]?.before} ${arrivals[0]?.after}`])
  const neighbours = arrivals.flatMap(({ before, after }) => {
    if (seen.has(`${before} ${after}`)) return []
    seen.add(`${before} ${after}`)
    return { before, after }
  })
  return neighbours.length === 0 ? {} : { neighbours }
}

function writerOf(model: Model): Omit<Writer, keyof View> {
  const stepOf = (number: number): Model['steps'][number] => {
    const step = model.steps.find((one) => one.number === number)
    if (step === undefined) throw new Error(`there is no step ${number}`)
    return step
  }
  return {
    memory: async (name) => {
      if (!model.memories.includes(name)) model.memories.push(name)
      return model.memories.indexOf(name) + 1
    },
    addStep: async (step) => {
      model.last.step++
      model.steps.push({ ...step, number: model.last.step, isUndone: false, isWhole: false, added: 0, removed: 0 })
      return model.last.step
    },
    finishStep: async (step, label) => {
      Object.assign(stepOf(step), { label, isWhole: true })
    },
    add: async (memory, step, units) => {
      const added = units.map((unit) => addUnit(model, model.memories[memory - 1] ?? '', step, unit))
      stepOf(step).added += added.filter(({ isNew }) => isNew).length
      return added
    },
    remove: async (step, keys) => {
      for (const unit of model.units.filter(({ key }) => keys.includes(key)))
        if (unit.removedBy.every((removal) => removal.step !== step)) {
          unit.removedBy.push({ step, since: model.last.sighting })
          stepOf(step).removed++
        } else for (const removal of unit.removedBy) if (removal.step === step) removal.since = model.last.sighting
    },
    use: async (keys) => {
      for (const key of keys)
        for (const unit of model.units.filter((one) => one.key === key)) {
          const own = unit.uses.find(({ step }) => step === 0)
          if (own === undefined) unit.uses.push({ step: 0, origin: Math.floor(Math.random() * 2 ** 48), uses: 1 })
          else own.uses++
        }
    },
    carry: async (step, carried) => {
      for (const { key, origin, uses } of carried)
        for (const unit of model.units.filter((one) => one.key === key)) {
          const known = unit.uses.find((one) => one.step === step && one.origin === origin)
          if (known === undefined) unit.uses.push({ step, origin, uses })
          else known.uses = Math.max(known.uses, uses)
        }
    },
    setUndone: async (step, undone) => {
      stepOf(step).isUndone = undone
    },
    unindexed: async (limit) =>
      model.units
        .filter(({ key }) => model.pending.has(key))
        .slice(0, limit)
        .map(({ key, arrivals: [first] }) => ({
          key,
          sourceLanguage: first?.unit.sourceLanguage ?? '',
          body: first?.unit.body ?? '',
        })),
    addSegment: async (segment, replaces) => addSegment(model, segment, replaces),
    dropSegments: async () => {
      model.segments = []
      model.pending = new Set(model.units.map(({ key }) => key))
    },
    purge: async () => purge(model),
  }
}

function addUnit(model: Model, memory: string, step: number, unit: PackedUnit): Added {
  const equals = model.units.filter(
    (one) =>
      one.memory === memory &&
      one.arrivals.some(
        ({ unit: met }) =>
          met.identity === unit.identity &&
          met.languages === unit.languages &&
          contentsOf(met.body) === contentsOf(unit.body),
      ),
  )
  if (equals.length > 1) throw new Error('two units are equal')
  const [equal] = equals
  if (equal === undefined) {
    model.last.unit++
    model.units.push({ key: model.last.unit, memory, arrivals: [{ step, unit, number: 0 }], removedBy: [], uses: [] })
    model.pending.add(model.last.unit)
    return { key: model.last.unit, isNew: true }
  }
  const isNew = rowOf(model, equal) === undefined
  const told = JSON.stringify({ step, unit })
  const removed = Math.max(-1, ...equal.removedBy.map(({ since }) => since))
  const isTold = (arrival: Arrival): boolean => JSON.stringify({ step: arrival.step, unit: arrival.unit }) === told
  if (!equal.arrivals.some((arrival) => arrival.number > removed && isTold(arrival)))
    equal.arrivals = [
      // What was removed is told anew; the first arrival is the unit itself, and stays.
      ...equal.arrivals.filter((arrival, i) => i === 0 || !isTold(arrival)),
      { step, unit, number: ++model.last.sighting },
    ]
  return isNew ? { key: equal.key, isNew, isRevived: true } : { key: equal.key, isNew }
}

function addSegment(model: Model, segment: NewSegment, replaces: readonly number[]): number | undefined {
  if (replaces.some((number) => model.segments.every((one) => one.number !== number))) return undefined
  const number = ++model.last.segment
  const { documents, version, blocks } = segment
  model.segments = [
    ...model.segments.filter((one) => !replaces.includes(one.number)),
    { number, documents, version, blocks },
  ]
  for (const key of segment.units) model.pending.delete(key)
  return number
}

function purge(model: Model): number {
  const stepsOf = (unit: ModelUnit): readonly number[] => [...unit.arrivals, ...unit.removedBy].map(({ step }) => step)
  const touched = new Set(model.units.flatMap(stepsOf))
  const removers = new Set(model.units.flatMap(({ removedBy }) => removedBy.map(({ step }) => step)))
  for (const step of model.steps) if (removers.has(step.number) && !step.isUndone) step.isFinal = true
  const dead = model.units.filter((unit) => rowOf(model, unit) === undefined)
  model.units = model.units.filter((unit) => !dead.includes(unit))
  for (const unit of model.units) {
    unit.arrivals = livingArrivals(model, unit)
    unit.removedBy = []
    unit.uses = unit.uses.filter(({ step }) => !isUndone(model, step))
  }
  const left = new Set(model.units.flatMap(stepsOf))
  model.steps = model.steps.filter(
    ({ number, isUndone: undone }) => !undone && (!touched.has(number) || left.has(number)),
  )
  for (const { key } of dead) model.pending.delete(key)
  return dead.length
}
