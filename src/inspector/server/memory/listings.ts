import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Memory } from '../../../index.ts'
import { createListing, type Listing } from '../../../memory-listing.ts'
import { createMemoryTable, type MemoryTable } from '../../../memory-table.ts'
import type { MemoryUnit } from '../../../memory-view.ts'
import type { UnitQuery, UnitsAnswer, UnitsPost } from '../../memory-protocol.ts'

/** The listings of a memory, and the table that they are made from. */
export interface Listings {
  /** What is known of the memory by now. */
  table(): MemoryTable
  /** Answers when the units are known, or after a moment with those that are. */
  units(post: UnitsPost): Promise<UnitsAnswer>
  /** Resolves when the table knows all units. */
  whole(): Promise<MemoryTable>
  /** A unit is another one now, or gone. */
  changed(old: number, now: MemoryUnit | undefined): void
  /** Anything may be different now: looks at all units anew. */
  renew(): void
  close(): void
}

/** Units looked at between two turns for others: some 10 ms. */
const rowsAtOnce = 4000
/** An answer waits so long for units that are not known yet. */
const patienceMs = 120
const mostListings = 4
/** A listing is completed as long as somebody asks for it that often. */
const followMs = 2000

/** Starts to look at all units, a few at a time. `count` is how many there are, as far as is known. */
export function createListings(memory: Memory, count: () => number): Listings {
  let table = createMemoryTable(memory)
  let listings = new Map<string, Listing>()
  let isClosed = false
  let filling = fill(table)
  async function fill(growing: MemoryTable): Promise<void> {
    while (!isClosed && growing === table && !growing.isWhole()) {
      await growing.grow(rowsAtOnce)
      await nextTurn()
    }
  }
  /** The listing that is on the page is completed while nobody asks. */
  let followed: { readonly listing: Listing; readonly until: number } | undefined
  let isFollowing = false
  async function follow(): Promise<void> {
    if (isFollowing) return
    isFollowing = true
    while (!isClosed && followed !== undefined && performance.now() < followed.until && !followed.listing.isWhole()) {
      await followed.listing.advance()
      await nextTurn()
    }
    isFollowing = false
  }
  const keepOn = (listing: Listing): void => {
    followed = { listing, until: performance.now() + followMs }
    void follow()
  }
  const listingOf = (query: UnitQuery): Listing => {
    const name = JSON.stringify(query)
    const { text, ...filter } = query
    const known = listings.get(name)
    const listing = known ?? createListing(table, memory, filter, text)
    listings.delete(name)
    listings.set(name, listing)
    for (const [oldest] of listings) if (listings.size > mostListings) listings.delete(oldest)
    return listing
  }
  return {
    table: () => table,
    async units({ query, from, size }) {
      const listing = listingOf(query)
      const end = performance.now() + patienceMs
      // All units in the order of their keys: those in front are known long before the last one.
      keepOn(listing)
      while (listing.count() < from + size && !listing.isWhole()) {
        if (performance.now() > end && (listing.count() > from || !isAll(query))) break
        if (isClosed) break
        keepOn(listing)
        await nextTurn()
      }
      const found = await memory.unitsOf(listing.keys(from, size))
      const least = isAll(query) && !listing.isWhole() ? count() : 0
      return {
        from,
        units: found.filter((unit) => unit !== undefined),
        count: Math.max(least, listing.count()),
        isWhole: listing.isWhole(),
        looked: listing.looked(),
      }
    },
    async whole() {
      await filling
      return table
    },
    changed(old, now) {
      const place = now === undefined ? undefined : table.put(now, old)
      if (place !== undefined) for (const listing of listings.values()) listing.changed(place, now)
      // Gone, or one with a unit that stands elsewhere.
      const left = now?.key === old ? undefined : table.placeOf(old)
      if (left === undefined) return
      table.drop(old)
      for (const listing of listings.values()) listing.changed(left, undefined)
    },
    renew() {
      table = createMemoryTable(memory)
      listings = new Map()
      filling = fill(table)
    },
    close() {
      isClosed = true
    },
  }
}

/** True for a query that lets all units pass. */
const isAll = ({ text, ...filter }: UnitQuery): boolean => text === '' && Object.keys(filter).length === 0
