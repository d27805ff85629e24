import type { FieldReader } from './field-reader.ts'
import { assemble, blocksOf, type FieldParts, numbersFrom, readHead } from './head.ts'
import { fieldNames, openHeads } from './heads.ts'
import { readOwners, writeOwners } from './owner-blocks.ts'
import type { BlockReader, BuiltSegment } from './types.ts'

/** Merges one field of several segments; those that do not have it are left out. */
export type FieldMerger = (name: string, readers: readonly FieldReader[]) => Promise<FieldParts>

/**
 * Merges segments into one. Takes time in proportion to their postings. The same documents in the same segments give the same
 * bytes. `merge` is asked for all fields at once, the largest first.
 */
export async function mergeSegments(segments: readonly BlockReader[], merge: FieldMerger): Promise<BuiltSegment> {
  const opened = await openHeads(segments)
  const sources = fieldNames(opened).map((name) => ({
    name,
    readers: opened.flatMap((fields) => fields.get(name) ?? []),
  }))
  sources.sort((a, b) => sizeOf(b.readers) - sizeOf(a.readers))
  const fields = await Promise.all(sources.map(({ name, readers }) => merge(name, readers)))
  return assemble(fields.filter(({ documents }) => documents > 0).sort((a, b) => (a.name < b.name ? -1 : 1)))
}

/** Blocks of a field in all segments. */
const sizeOf = (readers: readonly FieldReader[]): number =>
  readers.reduce((sum, { head }) => sum + blocksOf(head).length, 0)

/** Owners of all documents of a segment, field after field, with 0 for nobody; an owner stands there once for each variant. */
export async function ownersOf(read: BlockReader): Promise<Uint32Array> {
  const head = readHead((await read([0]))[0] ?? new Uint8Array(0))
  const owners = new Uint32Array(head.documents)
  let at = 0
  for (const field of head.fields) {
    const blocks = await read(numbersFrom(field.owners, field.ownerBlocks))
    owners.set(readOwners(blocks, field.documents).owners, at)
    at += field.documents
  }
  return owners
}

/**
 * The segment with `owners[place - 1]` in place of each owner, for one that was built of places in a batch; 0 leaves a document
 * to nobody. All other blocks are shared with the one given.
 */
export function withOwners(built: BuiltSegment, owners: Uint32Array): BuiltSegment {
  const blocks = [...built.blocks]
  for (const field of readHead(blocks[0] ?? new Uint8Array(0)).fields) {
    const present = readOwners(blocks.slice(field.owners, field.owners + field.ownerBlocks), field.documents)
    const renamed = present.owners.map((place) => (place === 0 ? 0 : (owners[place - 1] ?? 0)))
    blocks.splice(field.owners, field.ownerBlocks, ...writeOwners(renamed, present.variants))
  }
  return { documents: built.documents, blocks }
}

/** Segments of a tier are between one power of this and the next; so many of one tier are merged. */
const tierWidth = 8
const mostDocuments = 2 ** 20

/**
 * Which segments to merge next, as indexes into their sizes in documents; undefined when there is nothing to do. Eight of like
 * size make one; fewer do when eight would be more than a million documents and these are already more than half of that.
 * After the last of many additions, few segments are left: each one that is at most twice as large as all smaller ones together
 * is merged with them.
 */
export function mergePlan(sizes: readonly number[], isLast = false): readonly number[] | undefined {
  if (isLast) return lastPlan(sizes)
  const tiers = new Map<number, number[]>()
  for (const [index, size] of sizes.entries()) {
    const tier = Math.floor(Math.log2(Math.max(1, size)) / Math.log2(tierWidth))
    tiers.set(tier, [...(tiers.get(tier) ?? []), index])
  }
  for (const tier of [...tiers.keys()].sort((a, b) => a - b)) {
    const chosen = chooseOfTier(tiers.get(tier) ?? [], sizes)
    if (chosen !== undefined) return chosen
  }
  return undefined
}

/** As `mergePlan`, all merges that can be done before any of them is done. */
export function mergePlans(sizes: readonly number[], isLast = false): readonly (readonly number[])[] {
  const plans: (readonly number[])[] = []
  const left = sizes.map((size, place) => ({ size, places: [place] }))
  for (;;) {
    const plan = mergePlan(
      left.map(({ size }) => size),
      isLast,
    )
    const chosen = plan?.flatMap((at) => left[at] ?? []) ?? []
    // What is not there yet has several places.
    if (chosen.length < 2 || chosen.some(({ places }) => places.length > 1)) return plans
    const places = chosen.flatMap((one) => one.places)
    plans.push(places)
    left.push({ size: chosen.reduce((sum, { size }) => sum + size, 0), places })
    for (const one of chosen) left.splice(left.indexOf(one), 1)
  }
}

function lastPlan(sizes: readonly number[]): readonly number[] | undefined {
  const ascending = sizes.map((size, index) => ({ size, index })).sort((a, b) => a.size - b.size || a.index - b.index)
  const chosen: number[] = []
  let documents = 0
  for (const { size, index } of ascending) {
    if (documents + size > mostDocuments || (chosen.length > 1 && size > 2 * documents)) break
    chosen.push(index)
    documents += size
  }
  return chosen.length < 2 ? undefined : chosen.sort((a, b) => a - b)
}

function chooseOfTier(indexes: readonly number[], sizes: readonly number[]): readonly number[] | undefined {
  const sizeOf = (index: number): number => sizes[index] ?? 0
  const chosen: number[] = []
  let documents = 0
  for (const index of [...indexes].sort((a, b) => sizeOf(a) - sizeOf(b) || a - b)) {
    if (chosen.length === tierWidth || documents + sizeOf(index) > mostDocuments) break
    chosen.push(index)
    documents += sizeOf(index)
  }
  const isEnough = chosen.length === tierWidth || (chosen.length > 2 && documents > mostDocuments / 2)
  return isEnough ? chosen.sort((a, b) => a - b) : undefined
}
