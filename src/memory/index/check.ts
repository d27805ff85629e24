import { foldText, printOf } from '../text/fold.ts'
import { tokensOf } from '../text/tokens.ts'
import { createEntryTable, readEntries, termOf } from './dictionary-blocks.ts'
import { createFieldReader, type FieldReader } from './field-reader.ts'
import { type Head, indexVersion, numbersFrom, readHead } from './head.ts'
import { readOwners } from './owner-blocks.ts'
import { type Piece, readPiece } from './posting-blocks.ts'
import { readPrints } from './print-blocks.ts'
import type { BlockReader, IndexDocument, Occurrence } from './types.ts'

export { indexVersion }

/** Gives the documents that a segment should hold, in the order asked for; undefined for what is no longer there. */
export type DocumentSource = (wanted: readonly Occurrence[]) => Promise<readonly (IndexDocument | undefined)[]>

/** Problems of a kind are told once, with how often they were met. */
type Report = (problem: string) => void

/**
 * Says in plain words what is wrong with a segment, nothing when it is sound: whether its terms and documents are in order,
 * whether posting lists and sequences say the same, and, where the documents are given, whether they are those documents.
 */
export async function checkSegment(read: BlockReader, documents?: DocumentSource): Promise<readonly string[]> {
  const problems = new Map<string, number>()
  const report: Report = (problem) => problems.set(problem, (problems.get(problem) ?? 0) + 1)
  try {
    const head = readHead((await read([0]))[0] ?? new Uint8Array(0))
    await checkFields(head, read, documents, report)
  } catch (error) {
    report(error instanceof Error ? error.message : 'it cannot be read')
  }
  return [...problems].map(([problem, times]) => (times === 1 ? problem : `${problem} (${times} times)`))
}

async function checkFields(
  head: Head,
  read: BlockReader,
  documents: DocumentSource | undefined,
  report: Report,
): Promise<void> {
  for (const field of head.fields) {
    const reader = createFieldReader(field, read)
    checkOrder(reader, report)
    const terms = await checkTerms(reader, report)
    await checkSequences(reader, terms, report)
    if (documents !== undefined) await checkDocuments(reader, terms, documents, report)
  }
}

function checkOrder({ head }: FieldReader, report: Report): void {
  const { name, lengths, firstTerms, sequenceFirsts, documents } = head
  const isAscending = (values: readonly (number | string)[]): boolean =>
    values.every((value, k) => k === 0 || (values[k - 1] ?? value) < value)
  const firsts = lengths.map(({ first }) => first)
  if (!isAscending(lengths.map(({ length }) => length)) || !isAscending(firsts))
    report(`${name}: documents are not in order of length`)
  if ((firsts[0] ?? 0) !== 0 || (firsts.at(-1) ?? 0) > documents)
    report(`${name}: documents are not in order of length`)
  if (!isAscending(firstTerms)) report(`${name}: terms are not in order`)
  if (!isAscending(sequenceFirsts) || (sequenceFirsts[0] ?? 0) !== 0)
    report(`${name}: blocks of sequences are not in order`)
}

/** What the dictionary says, by id of the term. */
interface CheckedTerms {
  readonly terms: readonly (string | undefined)[]
  readonly frequencies: Int32Array
  /** Sum of the documents of each term, which the sequences must give again. */
  readonly sums: Float64Array
}

// Kernel: goes through all postings of a segment.
async function checkTerms(reader: FieldReader, report: Report): Promise<CheckedTerms> {
  const { head } = reader
  const terms: (string | undefined)[] = new Array(head.terms).fill(undefined)
  const frequencies = new Int32Array(head.terms)
  const sums = new Float64Array(head.terms)
  const table = createEntryTable()
  const room = new Int32Array(1 << 16)
  let before = ''
  let count = 0
  for (const number of numbersFrom(head.dictionary, head.firstTerms.length)) {
    readEntries(await reader.readBlock(number), table)
    const blocks = await reader.readBlocks(table.pieces.map(({ block }) => head.postings + block))
    for (let k = 0; k < table.count; k++) {
      const term = termOf({ bytes: table.terms.bytes, ends: table.ends }, k)
      const id = table.ids[k] ?? -1
      if (count++ > 0 && term <= before) report(`${head.name}: terms are not in order`)
      before = term
      if (id >= head.terms || terms[id] !== undefined) report(`${head.name}: two terms have the same number`)
      terms[id] = term
      const pieces = table.pieces.slice(table.pieceStarts[k], table.pieceStarts[k + 1])
      const found = readList(reader, pieces, blocks, table.documents[k] ?? 0, room, report)
      frequencies[id] = found.count
      sums[id] = found.sum
    }
  }
  if (count !== head.terms) report(`${head.name}: it has ${count} terms instead of ${head.terms}`)
  return { terms, frequencies, sums }
}

function readList(
  { head }: FieldReader,
  pieces: readonly Piece[],
  blocks: ReadonlyMap<number, Uint8Array>,
  documents: number,
  list: Int32Array,
  report: Report,
): { readonly count: number; readonly sum: number } {
  let before = -1
  let count = 0
  let sum = 0
  for (const piece of pieces) {
    const block = blocks.get(head.postings + piece.block)
    if (block === undefined || piece.end > block.length || piece.end - piece.offset > list.length) {
      report(`${head.name}: a list of documents is cut short`)
      continue
    }
    const end = readPiece(block, piece, 0, 0x7fffffff, list, 0)
    for (let k = 0; k < end; k++) {
      const document = list[k] ?? 0
      if (document <= before || document >= head.documents) report(`${head.name}: a list of documents is not in order`)
      before = document
      sum += document
    }
    count += end
  }
  if (count !== documents) report(`${head.name}: a list has ${count} documents instead of ${documents}`)
  return { count, sum }
}

async function checkSequences(reader: FieldReader, checked: CheckedTerms, report: Report): Promise<void> {
  const { head } = reader
  const frequencies = new Int32Array(head.terms)
  const sums = new Float64Array(head.terms)
  const seen = new Int32Array(head.terms).fill(-1)
  let run = 0
  const all = Int32Array.from({ length: head.documents }, (_, document) => document)
  await reader.visitSequences(all, (document, ids, length) => {
    while ((head.lengths[run + 1]?.first ?? head.documents) <= document) run++
    if (head.lengths[run]?.length !== length) report(`${head.name}: a document has another length than its place says`)
    for (let k = 0; k < length; k++) {
      const id = ids[k] ?? 0
      if (id >= head.terms) report(`${head.name}: a document has a term that there is not`)
      if (seen[id] === document) continue
      seen[id] = document
      frequencies[id] = (frequencies[id] ?? 0) + 1
      sums[id] = (sums[id] ?? 0) + document
    }
    return true
  })
  for (let id = 0; id < head.terms; id++)
    if (frequencies[id] !== checked.frequencies[id] || sums[id] !== checked.sums[id])
      report(`${head.name}: lists of documents and sequences of terms say different things`)
}

async function checkDocuments(
  reader: FieldReader,
  { terms }: CheckedTerms,
  documentsOf: DocumentSource,
  report: Report,
): Promise<void> {
  const { head, readBlocks } = reader
  const ownerBlocks = [...(await readBlocks(numbersFrom(head.owners, head.ownerBlocks))).values()]
  const { owners, variants } = readOwners(ownerBlocks, head.documents)
  const printBlocks = [...(await readBlocks(numbersFrom(head.prints, 2 ** head.printBits))).values()]
  const prints = readPrints(printBlocks, head.printBits, head.documents)
  const step = 1024
  for (let from = 0; from < head.documents; from += step) {
    const places = numbersFrom(from, Math.min(step, head.documents - from)).filter((place) => owners[place] !== 0)
    const wanted = places.map((place) => ({ owner: owners[place] ?? 0, variant: variants[place] ?? 0 }))
    const documents = new Map((await documentsOf(wanted)).map((document, k) => [places[k] ?? 0, document]))
    await reader.visitSequences(places, (place, ids, length) => {
      const document = documents.get(place)
      if (document === undefined) return true
      const text = foldText(document.text)
      const tokens = tokensOf(text)
      const isSame = tokens.length === length && tokens.every((token, k) => terms[ids[k] ?? -1] === token)
      if (!isSame || printOf(text) !== prints[place] || document.field !== head.name)
        report(`${head.name}: unit ${document.owner} has another text than the index says`)
      return true
    })
  }
}
