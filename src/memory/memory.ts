import { createBlockCache, isStale } from './block-cache.ts'
import { type ConcordancePage, type ConcordanceQuery, searchConcordance } from './concordance/index.ts'
import { concordanceSource } from './concordance-source.ts'
import { passesFilter } from './filter.ts'
import { type Health, healthOf } from './health.ts'
import type { FieldMerger } from './index/merge.ts'
import { createKnownLanguages, type LanguageKnowledge } from './languages.ts'
import { createIndexOpener, type IndexView } from './open-index.ts'
import { unpackUnit } from './packed.ts'
import type { NewUnit } from './prepared.ts'
import { type Purge, planPurge, purgeMemory } from './purge.ts'
import { findRelevant } from './relevant/find.ts'
import type { RelevanceQuery, RelevantUnits } from './relevant/types.ts'
import { searchExact, searchExactNow, searchUnits } from './search.ts'
import {
  type AddCounts,
  addUnits,
  type Intake,
  openIntake,
  type Removal,
  type Replacement,
  removeUnits,
  replaceUnits,
  setStep,
} from './steps.ts'
import type { Counts, FoundText, MemoryRow, NewStep, Store, Survey, View } from './store.ts'
import type { Match, MemoryUnit, SearchQuery, Sighting, Step, UnitFilter } from './types.ts'
import { rebuildIndex } from './upkeep.ts'

/** An open translation memory. Many may read it and one write it at a time, from any number of processes. */
export interface Memory {
  /** Path or address. */
  readonly name: string
  readonly isReadOnly: boolean
  /** Every unit whose source is alike enough, the best first. */
  search(query: SearchQuery): Promise<readonly Match[]>
  /** Units whose source is the same after folding, with `foldScript` across scripts; sooner found than by `search`. */
  exact(query: Omit<SearchQuery, 'min'>): Promise<readonly Match[]>
  /** Where words stand. Fails with MEMORY_PATTERN for a regular expression that makes no sense or takes too long. */
  concordance(query: ConcordanceQuery): Promise<ConcordancePage>
  /** What it has for two texts that are to be aligned: units that share words with them, and pairs that stand in both. */
  relevant(query: RelevanceQuery): Promise<RelevantUnits>
  /** Units that pass the filter, by key, as a stream. */
  units(filter?: UnitFilter): AsyncGenerator<MemoryUnit>
  unit(key: number): Promise<MemoryUnit | undefined>
  /** In the order asked for; undefined for those that are gone. */
  unitsOf(keys: readonly number[]): Promise<readonly (MemoryUnit | undefined)[]>
  /** Looks at the next `limit` units above a key, without their texts: a million of them in a second or two. */
  survey(after: number, limit: number): Promise<Survey>
  /** Keys of the units with a text, in any case, among the next `limit` ones above a key; some may be gone. */
  findText(text: string, after: number, limit: number): Promise<FoundText>
  /** Where else an equal unit was met. */
  sightings(key: number): Promise<readonly Sighting[]>
  counts(): Promise<Counts>
  memories(): Promise<readonly MemoryRow[]>
  /** All steps, the oldest first. */
  history(): Promise<readonly Step[]>
  /** Adds units to the memory of this name in one step: all or none. */
  add(memoryName: string, act: NewStep, units: readonly NewUnit[]): Promise<AddCounts & { readonly step: number }>
  /** Starts a step that takes in more units than fit into one transaction. `helper` merges parts of the index in another thread. */
  openIntake(memoryName: string, act: NewStep, helper?: FieldMerger): Promise<Intake>
  /** Removes units and puts others in the place of old ones, as one step, whose number comes back. Uses and neighbours are handed on. */
  replace(act: NewStep, changes: readonly Replacement[], removes?: readonly Removal[]): Promise<number>
  remove(act: NewStep, keys: readonly number[]): Promise<number>
  /** Counts one more use of each unit. */
  use(keys: readonly number[]): Promise<void>
  /** Takes back the step of this number, else the last one. Fails with MEMORY_UNKNOWN_NAME. */
  undo(step?: number): Promise<Step>
  /** Does again the step of this number, else the first of those that were taken back. */
  redo(step?: number): Promise<Step>
  /** Whether file and index are sound; nothing is changed. */
  check(progress?: (done: number, total: number) => void): Promise<Health>
  /** Builds the index anew. */
  rebuild(progress?: (done: number, total: number) => void): Promise<void>
  /** What `purge` would do now. */
  purgeable(): Promise<Purge>
  /** Removes for good what is removed or undone, with its steps, and gives the room back. */
  purge(progress?: (done: number, total: number) => void): Promise<Purge>
  close(): Promise<void>
}

/** How a memory is opened. */
export interface MemoryOptions {
  /** Blocks of the index that are kept in memory; 256 MB when absent. */
  readonly cacheBytes?: number
  readonly languages?: LanguageKnowledge
}

const defaultCacheBytes = 256e6
/** Units of one page of a scan. */
const pageSize = 2000

/** The memory that a store holds. */
export function createMemory(store: Store, options: MemoryOptions = {}): Memory {
  const cache = createBlockCache(store, options.cacheBytes ?? defaultCacheBytes)
  const open = createIndexOpener(cache, store.name)
  const languages = createKnownLanguages(options.languages ?? {})
  /** Looks at one state of store and index; again when a merge took a segment away in between. */
  const look = async <T>(run: (index: IndexView, view: View) => Promise<T>): Promise<T> => {
    for (let tries = 0; ; tries++) {
      try {
        return await store.read(async (view) => run(await open(view), view))
      } catch (error) {
        if (!isStale(error) || tries >= mostTries) throw error
      }
    }
  }
  return {
    name: store.name,
    isReadOnly: store.isReadOnly,
    search: (query) => look((index, view) => searchUnits(query, index, view, languages)),
    exact: async (query) => {
      const asked = { ...query, min: 1 }
      const index = open.last()
      const found = index && searchExactNow(asked, index, store, languages)
      return found ?? look((opened, view) => searchExact(asked, opened, view, languages))
    },
    concordance: (query) => look((index, view) => searchConcordance(concordanceSource(index, view, languages), query)),
    relevant: (query) => look((index, view) => findRelevant(query, index, view)),
    units: (filter = {}) => scanUnits(store, filter),
    unit: (key) =>
      store.read(async (view) => {
        const [row] = await view.units([key])
        return row === undefined ? undefined : unpackUnit(row)
      }),
    unitsOf: (keys) =>
      store.read(async (view) =>
        (await view.units(keys)).map((row) => (row === undefined ? undefined : unpackUnit(row))),
      ),
    survey: (after, limit) => store.read((view) => view.survey(after, limit)),
    findText: (text, after, limit) => store.read((view) => view.findText(text, after, limit)),
    sightings: (key) => store.read((view) => view.sightings(key)),
    counts: () => store.read((view) => view.counts()),
    memories: () => store.read((view) => view.memories()),
    history: () => store.read((view) => view.steps()),
    add: (memoryName, act, units) => addUnits(store, memoryName, act, units),
    openIntake: (memoryName, act, helper) => openIntake(store, memoryName, act, helper),
    replace: (act, changes, removes) => replaceUnits(store, act, changes, removes),
    remove: (act, keys) => removeUnits(store, act, keys),
    use: (keys) => store.write((writer) => writer.use(keys)),
    undo: (step) => setStep(store, true, step),
    redo: (step) => setStep(store, false, step),
    check: (progress) => healthOf(store, progress),
    rebuild: (progress) => rebuildIndex(store, progress),
    purgeable: () => planPurge(store),
    purge: (progress) => purgeMemory(store, progress),
    close: () => store.close(),
  }
}

const mostTries = 5

/** Pages are read one by one, so that no writer waits for a slow reader. */
async function* scanUnits(store: Store, filter: UnitFilter): AsyncGenerator<MemoryUnit> {
  for (let after = 0; ; ) {
    const rows = await store.read((view) => view.scan(filter, after, pageSize))
    for (const row of rows) {
      const unit = unpackUnit(row)
      if (passesFilter(unit, filter)) yield unit
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) return
    after = last.key
  }
}
