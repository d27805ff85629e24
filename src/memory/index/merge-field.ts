import { finishField, rankTerms } from './field-parts.ts'
import type { FieldReader } from './field-reader.ts'
import { type FieldParts, type LengthRun, numbersFrom } from './head.ts'
import { mergePostings } from './merge-postings.ts'
import { readOwners } from './owner-blocks.ts'
import { readPrints } from './print-blocks.ts'
import { createSequenceWriter, type SequenceBlocks } from './sequence-blocks.ts'

/** A field of one of the segments that are merged. */
export interface MergeSource {
  readonly reader: FieldReader
  readonly owners: Uint32Array
  readonly variants: Uint32Array
  /** New number of each document, -1 for those that are left out. Ascends. */
  readonly numbers: Int32Array
}

/**
 * Merges one field of several segments, without the documents that belong to nobody or to an owner that is not alive. Calls
 * `pause` from time to time, so that others can have their turn.
 */
export async function mergeField(
  name: string,
  readers: readonly FieldReader[],
  isAlive: (owner: number) => boolean,
  pause: () => Promise<unknown> = async () => undefined,
): Promise<FieldParts> {
  const sources: MergeSource[] = []
  for (const reader of readers) sources.push(await openSource(reader))
  const stretches = numberDocuments(sources, isAlive)
  const postings = await mergePostings(sources, pause)
  const ids = rankTerms(postings.frequencies)
  const idsOfSources = postings.termsOf.map((terms) => terms.map((term) => (term < 0 ? 0 : (ids[term] as number))))
  return finishField({
    name,
    terms: postings.terms,
    ids,
    frequencies: postings.frequencies,
    postings: postings.written,
    sequences: await mergeSequences(sources, stretches, idsOfSources, pause),
    lengths: lengthsOf(stretches),
    ...(await mergeColumns(sources, stretches)),
  })
}

async function openSource(reader: FieldReader): Promise<MergeSource> {
  const { head, readBlocks } = reader
  const blocks = [...(await readBlocks(numbersFrom(head.owners, head.ownerBlocks))).values()]
  return { reader, ...readOwners(blocks, head.documents), numbers: new Int32Array(head.documents).fill(-1) }
}

/** Documents of one source that have the same length. */
interface Stretch {
  readonly source: MergeSource
  readonly length: number
  /** Old numbers, `from..to` (exclusive), and the new number of the first that lives. */
  readonly from: number
  readonly to: number
  readonly first: number
  readonly living: number
}

// Kernel: what follows runs over each document and token of what is merged.
/** Numbers living documents anew, by length and then by segment. */
function numberDocuments(sources: readonly MergeSource[], isAlive: (owner: number) => boolean): readonly Stretch[] {
  const runs = sources.flatMap((source, order) => {
    const { lengths, documents } = source.reader.head
    return lengths.map(({ length, first }, k) => ({
      ...{ source, order, length, from: first },
      to: lengths[k + 1]?.first ?? documents,
    }))
  })
  runs.sort((a, b) => a.length - b.length || a.order - b.order)
  let next = 0
  return runs.map(({ source, length, from, to }) => {
    const first = next
    for (let document = from; document < to; document++) {
      const owner = source.owners[document] as number
      if (owner !== 0 && isAlive(owner)) source.numbers[document] = next++
    }
    return { source, length, from, to, first, living: next - first }
  })
}

function lengthsOf(stretches: readonly Stretch[]): readonly LengthRun[] {
  const runs: LengthRun[] = []
  for (const { length, first, living } of stretches)
    if (living > 0 && runs.at(-1)?.length !== length) runs.push({ length, first })
  return runs
}

async function mergeSequences(
  sources: readonly MergeSource[],
  stretches: readonly Stretch[],
  idsOfSources: readonly Int32Array[],
  pause: () => Promise<unknown>,
): Promise<SequenceBlocks> {
  const writer = createSequenceWriter()
  for (const { source, from, to, living } of stretches) {
    if (living === 0) continue
    await pause()
    const ids = idsOfSources[sources.indexOf(source)] as Int32Array
    await source.reader.visitSequences(livingDocuments(source, from, to, living), (_document, sequence, length) => {
      for (let k = 0; k < length; k++) sequence[k] = ids[sequence[k] as number] as number
      writer.add(sequence, 0, length)
      return true
    })
  }
  return writer.finish()
}

function livingDocuments({ numbers }: MergeSource, from: number, to: number, living: number): Int32Array {
  const documents = new Int32Array(living)
  let count = 0
  for (let document = from; document < to; document++)
    if ((numbers[document] as number) >= 0) documents[count++] = document
  return documents
}

async function mergeColumns(sources: readonly MergeSource[], stretches: readonly Stretch[]) {
  const documents = stretches.reduce((sum, { living }) => sum + living, 0)
  const owners = new Uint32Array(documents)
  const variants = new Uint32Array(documents)
  const prints = new Uint32Array(documents)
  for (const { reader, numbers, ...source } of sources) {
    const { head } = reader
    const blocks = await reader.readBlocks(numbersFrom(head.prints, 2 ** head.printBits))
    const oldPrints = readPrints([...blocks.values()], head.printBits, head.documents)
    for (let document = 0; document < numbers.length; document++) {
      const number = numbers[document] as number
      if (number < 0) continue
      owners[number] = source.owners[document] as number
      variants[number] = source.variants[document] as number
      prints[number] = oldPrints[document] as number
    }
  }
  return { owners, variants, prints }
}
