import { unpackUnit } from './packed.ts'
import type { NewUnit } from './prepared.ts'
import type { Store } from './store.ts'

/** A unit on its way from one store to another. */
export interface TransferredUnit extends NewUnit {
  /** Name of the memory that it is in. */
  readonly memory: string
  /** False for one that tells where else the unit before it was met. */
  readonly isFirst: boolean
}

/** Units of one page of a scan. */
const pageSize = 2000

/** Everything that lives in a store, as units that another one can take in: each unit followed by its sightings. */
export async function* transferredUnits(store: Store): AsyncGenerator<TransferredUnit> {
  for (let after = 0; ; ) {
    const page = await store.read(async (view) =>
      Promise.all(
        (await view.scan({}, after, pageSize)).map(async (row) => ({ row, sightings: await view.sightings(row.key) })),
      ),
    )
    for (const { row, sightings } of page) {
      const { unit, context, memory } = unpackUnit(row)
      yield { unit, context, memory, isFirst: true }
      for (const sighting of sightings)
        yield { unit: { ...sighting.unit, variants: unit.variants }, context: {}, memory, isFirst: false }
    }
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = last.row.key
  }
}
