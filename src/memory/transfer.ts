import { unpackUnit } from './packed.ts'
import type { NewUnit } from './prepared.ts'
import type { Store, UnitRow, Uses } from './store.ts'
import type { Sighting } from './types.ts'

/** A unit on its way from one store to another. */
export interface TransferredUnit extends NewUnit {
  /** Name of the memory that it is in. */
  readonly memory: string
  /** False for one that tells where else the unit before it was met. */
  readonly isFirst: boolean
}

/** Units of one page of a scan; smaller pages bring out what stands before the damage of a damaged store. */
const pageSizes = [2000, 50, 1] as const

/**
 * Everything that lives in a store, as units that another one can take in: each unit followed by its sightings. Of a damaged
 * store the units before the damage come out, then its error.
 */
export async function* transferredUnits(store: Store): AsyncGenerator<TransferredUnit> {
  for (let after = 0; ; ) {
    const { page, size } = await readPage(store, after)
    for (const { row, sightings, uses } of page) {
      const { unit, context, memory } = unpackUnit(row)
      yield { unit, context, uses, memory, isFirst: true }
      for (const sighting of sightings)
        yield {
          unit: { ...sighting.unit, variants: unit.variants },
          context: sighting.context,
          memory,
          isFirst: false,
        }
    }
    const last = page.at(-1)
    if (last === undefined || page.length < size) return
    after = last.row.key
  }
}

interface Page {
  readonly page: readonly {
    readonly row: UnitRow
    readonly sightings: readonly Sighting[]
    readonly uses: readonly Uses[]
  }[]
  readonly size: number
}

async function readPage(store: Store, after: number): Promise<Page> {
  for (const size of pageSizes) {
    try {
      const page = await store.read(async (view) => {
        const rows = await view.scan({}, after, size)
        const uses = await view.uses(rows.map(({ key }) => key))
        return Promise.all(
          rows.map(async (row, i) => ({ row, sightings: await view.sightings(row.key), uses: uses[i] ?? [] })),
        )
      })
      return { page, size }
    } catch (error) {
      if (size === pageSizes.at(-1)) throw error
    }
  }
  return { page: [], size: 1 }
}
