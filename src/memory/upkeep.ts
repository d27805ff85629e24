import { indexVersion } from './index/check.ts'
import { withOwners } from './index/merge.ts'
import type { BuiltSegment } from './index/types.ts'
import { canWait, mergeDue } from './merging.ts'
import { checkVersions } from './open-index.ts'
import { unpackVariants } from './packed.ts'
import { batchSize, buildSegment, maxPending, type PreparedBatch } from './prepared.ts'
import type { Added, Store, View, Writer } from './store.ts'

/** Adds a prepared batch, with its segment, in one transaction. */
export async function addPrepared(
  writer: Writer,
  memory: number,
  step: number,
  batch: PreparedBatch,
): Promise<readonly Added[]> {
  const added = await writer.add(memory, step, batch.units)
  if (batch.uses !== undefined)
    await writer.carry(
      step,
      batch.uses.map(({ place, ...uses }) => ({ key: added[place]?.key ?? 0, ...uses })),
    )
  const isFresh = ({ isNew, isRevived }: Added): boolean => isNew && isRevived !== true
  const fresh = added.filter(isFresh)
  // A few units are sooner searched one by one than a segment is opened.
  if ((await writer.pending(maxPending + 1)).length <= maxPending) return added
  if (fresh.length > maxPending) {
    const segment = batch.segment ?? buildSegment(batch.units.map(unpackVariants))
    const owners = Uint32Array.from(added, (one) => (isFresh(one) ? one.key : 0))
    const keys = Uint32Array.from(fresh, ({ key }) => key)
    await keepSegment(writer, withOwners(segment, owners), keys)
  }
  // Units that live again may be in no segment either.
  while (await indexMany(writer));
  return added
}

const keepSegment = (writer: Writer, segment: BuiltSegment, units: Uint32Array): Promise<number | undefined> =>
  writer.addSegment({ ...segment, version: indexVersion, units }, [])

/** Builds a segment of what waits when that is more than a search is to go through one by one; false when it is not. */
const indexMany = async (writer: Writer): Promise<boolean> =>
  (await writer.pending(maxPending + 1)).length > maxPending && (await indexBatch(writer)) > 0

/**
 * Builds a segment of what waits, at most one batch of it. Returns how many units were taken in: also those that do not live,
 * as they may live again, and until then each look at what waits would have to go past them.
 */
async function indexBatch(writer: Writer): Promise<number> {
  const units = await writer.unindexed(batchSize)
  if (units.length === 0) return 0
  const keys = Uint32Array.from(units, ({ key }) => key)
  await keepSegment(writer, withOwners(buildSegment(units.map(unpackVariants)), keys), keys)
  return units.length
}

/**
 * Builds the whole index anew, in one transaction: until it is there others search the old one, and nothing is lost when this
 * is broken off. Meanwhile nobody else can write.
 */
export async function rebuildIndex(store: Store, progress?: Progress): Promise<void> {
  await store.write((writer) => buildAnew(writer, progress))
  await mergeDue(store, true)
}

type Progress = (done: number, total: number) => void

async function buildAnew(writer: Writer, progress: Progress | undefined): Promise<void> {
  const { units, removed } = await writer.counts()
  const total = units + removed
  await writer.dropSegments()
  for (let done = 0; ; ) {
    const taken = await indexBatch(writer)
    if (taken === 0) return
    done += taken
    progress?.(done, total)
  }
}

/** Builds the index anew when an older version of the program made it. Fails with MEMORY_NEWER when a newer one did. */
export async function renewIndex(store: Store, progress?: Progress): Promise<void> {
  const isOld = async (view: View): Promise<boolean> => {
    const segments = await view.segments()
    checkVersions(
      segments.filter(({ version }) => version > indexVersion),
      store.name,
    )
    return segments.some(({ version }) => version < indexVersion)
  }
  if (!(await store.read(isOld))) return
  // Another process may have done it while this one waited.
  await store.write(async (writer) => ((await isOld(writer)) ? buildAnew(writer, progress) : undefined))
  await mergeDue(store, true)
}

/** Takes in what waits, when that is more than a search is to go through one by one, as after much that was taken back is done again. */
export async function indexRest(store: Store): Promise<void> {
  try {
    while (await store.write(indexMany)) await mergeDue(store)
  } catch (error) {
    if (!canWait(error)) throw error
  }
}
