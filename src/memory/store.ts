import type { LanguageTag } from '../core/types.ts'
import type { Sighting, Step, UnitFilter } from './types.ts'

/**
 * What a memory needs of the place where it is kept. An adapter persists packed units and blocks of indexes as they are and
 * understands only what stands here, so that two adapters give the same matches. All members may fail with AppError MEMORY_….
 */
export interface Store {
  /** Path or address, for messages. */
  readonly name: string
  readonly isReadOnly: boolean
  /** Runs with one unchanging view of the store, whatever others write meanwhile. May be nested. */
  read<T>(run: (view: View) => Promise<T>): Promise<T>
  /**
   * What `View.units` gives while `View.generation` is this, at once. Undefined whenever that takes more than a glance, as when
   * anything was committed since, a unit is gone for good, or this is asked inside `read`; absent where nothing can be told at once.
   */
  unitsNow?(keys: readonly number[], generation: number): readonly (UnitRow | undefined)[] | undefined
  /** One block of a segment, at once; undefined when the segment is gone or it takes more than a glance. */
  blockNow?(segment: number, number: number): Uint8Array | undefined
  /**
   * Runs as the only writer, of any process; all it did is kept or, when it throws, nothing. Waits for its turn up to half a
   * minute, then MEMORY_BUSY. When it returns, what was written survives the end of this process.
   */
  write<T>(run: (writer: Writer) => Promise<T>): Promise<T>
  /** Gives back room that nothing takes up, as far as others let it; waits for its turn as `write` does. */
  compact(): Promise<void>
  close(): Promise<void>
}

/** A consistent look at the store. */
export interface View {
  /** Changes whenever anything was committed, by this process or another. */
  generation(): Promise<number>
  memories(): Promise<readonly MemoryRow[]>
  /** All steps, the oldest first. */
  steps(): Promise<readonly Step[]>
  /** In the order asked for; undefined for units that are not there, were removed, or belong to an undone step. */
  units(keys: readonly number[]): Promise<readonly (UnitRow | undefined)[]>
  /** Living units with a key above `after` that pass what of the filter the adapter can judge (see `isJudged`), by key, at most `limit`. */
  scan(filter: UnitFilter, after: number, limit: number): Promise<readonly UnitRow[]>
  /** Looks at the next `limit` units above a key, and gives what filters and figures need of those that live; no text is read. */
  survey(after: number, limit: number): Promise<Survey>
  /** Looks at the next `limit` units above a key, and gives keys of those whose texts hold a text in any case; some may not live. */
  findText(text: string, after: number, limit: number): Promise<FoundText>
  sightings(key: number): Promise<readonly Sighting[]>
  /** What the uses of units are made up of, living or not, in the order asked for. */
  uses(keys: readonly number[]): Promise<readonly (readonly Uses[])[]>
  /** Living units by memory and by set of languages, and what of them is in no index yet. */
  counts(): Promise<Counts>
  /** Segments of the index, the oldest first. */
  segments(): Promise<readonly SegmentRow[]>
  /** Blocks of one segment in the order asked for. The bytes are a copy that the caller may do with as it likes. */
  blocks(segment: number, numbers: readonly number[]): Promise<readonly Uint8Array[]>
  /** Keys of living units that no segment holds, ascending; the first `limit` of them, or all. */
  pending(limit?: number): Promise<readonly number[]>
  /** Whether the file itself is sound; plain words for each thing that is not. */
  damage(): Promise<readonly string[]>
}

/** The one who may change the store. */
export interface Writer extends View {
  /** Number of the memory of this name, which is made when there is none. */
  memory(name: string): Promise<number>
  addStep(step: NewStep): Promise<number>
  /** Marks a step as whole, with its final label. */
  finishStep(step: number, label: string): Promise<void>
  /**
   * Adds units to a memory. One that is there already (same identity, same languages and contents) is not added again: the
   * present one gets a sighting, and relation, confidence and decision where it has none. One that was there, but was removed
   * or came by an undone step, lives again under its key: of one memory no two living units are ever equal. What is added waits
   * in `pending`. Fails when there is no such step, as when it was undone and purged while it went on.
   */
  add(memory: number, step: number, units: readonly PackedUnit[]): Promise<readonly Added[]>
  /**
   * Marks units as removed by a step; they stay until `purge`. While the step lives, nothing counts that was said of them
   * before; what is said of them later, by whatever step, brings them back.
   */
  remove(step: number, keys: readonly number[]): Promise<void>
  /** Counts one more use of each. */
  use(keys: readonly number[]): Promise<void>
  /**
   * Takes uses over that were counted of other units, here or elsewhere; gone while the step is undone. What comes again
   * from one origin counts once, with the most that was said of it.
   */
  carry(step: number, uses: readonly CarriedUses[]): Promise<void>
  /** Takes a step back, or does it again. Units that a second living step brought as well stay. */
  setUndone(step: number, isUndone: boolean): Promise<void>
  /** Contents of the units that no segment holds, living or not, by key; the first `limit` of them. */
  unindexed(limit: number): Promise<readonly UnindexedUnit[]>
  /** Keeps a segment in place of those it was merged from; its units are no longer pending. Returns undefined when one of `replaces` is gone: nothing was kept then. */
  addSegment(segment: NewSegment, replaces: readonly number[]): Promise<number | undefined>
  /** Forgets the whole index; every unit is pending again. */
  dropSegments(): Promise<void>
  /**
   * Removes for good what is removed or undone, and with it those steps' place in the history; steps that removed something and
   * have brought what stays become final. Returns how many units went.
   */
  purge(): Promise<number>
}

export interface MemoryRow {
  readonly number: number
  readonly name: string
}

export interface NewStep {
  readonly kind: Step['kind']
  readonly label: string
  /** ISO 8601. */
  readonly at: string
  readonly by: string
}

/** A unit as it is kept: columns by which units are found, and text that only `packed.ts` understands. */
export interface PackedUnit {
  /** 48 bits of a hash of languages and contents, codes included. */
  readonly identity: number
  /** Tags of its variants in their order with a space between them: `nl zh-Hant`. */
  readonly languages: string
  readonly sourceLanguage: LanguageTag
  /** Index of the relation in `relations`, plus 1; 0 for none. */
  readonly relation: number
  /** Ten thousandths, 0..10000; -1 for none. */
  readonly confidence: number
  /** Index in `states`: proposed, accepted, rejected, edited. */
  readonly state: number
  /** Seconds since 1970 of the last change, else of creation; 0 for none. */
  readonly changed: number
  /** Prints of its neighbours; 0 for none. */
  readonly before: number
  readonly after: number
  /** JSON of the variants and of what is this unit's own. Equal for equal languages and contents up to its first line end; the rest says the unit's own data. */
  readonly body: string
  /** JSON of what units of one origin share: documents, users, fields. Kept once for all units that have it. */
  readonly shared: string
}

/** A unit read back. */
export interface UnitRow extends PackedUnit {
  readonly key: number
  readonly memory: string
  /** The step of the first sighting that counts. */
  readonly step: number
  readonly uses: number
  /** Other neighbours that it had where it was met again, each pair once; absent when there are none. */
  readonly neighbours?: readonly Pick<PackedUnit, 'before' | 'after'>[]
}

/** What the index holds of a unit, which is the same for all of its sightings. */
export type UnindexedUnit = Pick<UnitRow, 'key' | 'sourceLanguage' | 'body'>

/** What many units have in common. */
export type UnitKind = Pick<UnitRow, 'memory' | 'step' | 'languages' | 'relation' | 'state' | 'shared'>

/** Part of a memory without its texts: columns by which units are found and counted, by key. */
export interface Survey {
  readonly keys: readonly number[]
  /** The same object for units that came together, as far as one survey goes. */
  readonly kinds: readonly UnitKind[]
  /** Ten thousandths, -1 for none. */
  readonly confidences: readonly number[]
  /** Seconds since 1970, 0 for none. */
  readonly changed: readonly number[]
  /** The last key that was looked at. */
  readonly last: number
  /** True when there are no units behind it. */
  readonly isEnd: boolean
}

/** Keys of units with a text in one part of a memory, ascending. */
export interface FoundText extends Pick<Survey, 'last' | 'isEnd'> {
  readonly keys: readonly number[]
}

/** How often one unit of one store was used. */
export interface Uses {
  /** Random number of 48 bits that stands for that unit, in whatever store its count is met. */
  readonly origin: number
  readonly uses: number
}

/** Uses that a unit takes over. */
export interface CarriedUses extends Uses {
  readonly key: number
}

/** What became of a unit that was to be added. */
export interface Added {
  readonly key: number
  /** False when an equal one was there and alive. */
  readonly isNew: boolean
  /** True when an equal one was there and lives again: a segment may hold it. */
  readonly isRevived?: true
}

export interface Counts {
  readonly units: number
  readonly removed: number
  readonly pending: number
  readonly byMemory: Readonly<Record<string, number>>
  /** By `PackedUnit.languages`. */
  readonly byLanguages: Readonly<Record<string, number>>
  /** By index of relation plus 1, and by index of state. */
  readonly byRelation: Readonly<Record<number, number>>
  readonly byState: Readonly<Record<number, number>>
}

/** One immutable part of the index. */
export interface SegmentRow {
  readonly number: number
  /** How many variants it holds, dead ones included. */
  readonly documents: number
  /** Version of the layout and of the tokeniser that made it; others are rebuilt. */
  readonly version: number
}

export interface NewSegment {
  readonly documents: number
  readonly version: number
  readonly blocks: readonly Uint8Array[]
  /** Keys of the units in it. */
  readonly units: Uint32Array
}
