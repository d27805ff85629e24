import { damaged } from './damage.ts'
import { createFieldReader, type FieldReader, occurrenceNow } from './field-reader.ts'
import { createFuzzySearch, type FuzzySearch } from './fuzzy.ts'
import { readHead } from './head.ts'
import { findPhrase, type PhraseResult } from './phrase.ts'
import { blockOfPrint, documentsWithPrint } from './print-blocks.ts'
import { createTermList, type TermCount } from './term-list.ts'
import type { BlockReader, Occurrence } from './types.ts'

/** One immutable part of the index, opened for reading. */
export interface Segment {
  readonly fields: readonly string[]
  field(name: string): SegmentField | undefined
}

/** The texts of one language and script in a segment. Documents without an owner are never found. */
export interface SegmentField {
  readonly documents: number
  /** Documents whose folded text has this print. */
  exact(print: number): Promise<readonly Occurrence[]>
  /** The same at once; undefined when a block for it cannot be had at once. */
  exactNow(print: number): readonly Occurrence[] | undefined
  /** All documents with base similarity at or above `min` (less 1e-9), shorter ones first. */
  readonly fuzzy: FuzzySearch
  /**
   * Documents with the tokens of a phrase in a row, at most `limit` after the first `skip`, shorter ones first. One list of
   * alternatives for each token: `[['verdrag', 'verdragen'], ['van']]`.
   */
  phrase(alternatives: readonly (readonly string[])[], limit: number, skip?: number): Promise<PhraseResult>
  /** Terms that hold the folded, lower-case part, at most `limit`, the commonest first, with the number of documents. */
  termsWith(part: string, limit: number): Promise<readonly TermCount[]>
  /** In how many documents a term stands, those without an owner included. */
  frequency(term: string): Promise<number>
}

export type { PhraseResult, TermCount }

/** Reads the head of a segment; everything else when it is asked for. */
export async function openSegment(read: BlockReader): Promise<Segment> {
  const [block] = await read([0])
  if (block === undefined) throw damaged('it has no blocks')
  const { fields } = readHead(block)
  const opened = new Map(fields.map((head) => [head.name, openField(createFieldReader(head, read))]))
  return { fields: fields.map((head) => head.name), field: (name) => opened.get(name) }
}

function openField(reader: FieldReader): SegmentField {
  const { head } = reader
  const termsWith = createTermList(reader)
  return {
    documents: head.documents,
    exact: (print) => findPrint(reader, print),
    exactNow: (print) => findPrintNow(reader, print),
    fuzzy: createFuzzySearch(reader),
    phrase: (alternatives, limit, skip = 0) => findPhrase(reader, alternatives, limit, skip),
    termsWith,
    frequency: async (term) => (await reader.findTerms([term]))[0]?.documents ?? 0,
  }
}

async function findPrint(reader: FieldReader, print: number): Promise<readonly Occurrence[]> {
  const { prints, printBits } = reader.head
  const block = await reader.readBlock(prints + blockOfPrint(print, printBits))
  return (await reader.occurrencesOf(documentsWithPrint(block, print, printBits))).filter(({ owner }) => owner !== 0)
}

function findPrintNow(reader: FieldReader, print: number): readonly Occurrence[] | undefined {
  const { prints, printBits } = reader.head
  const block = reader.blockNow(prints + blockOfPrint(print, printBits))
  if (block === undefined) return undefined
  const found: Occurrence[] = []
  for (const document of documentsWithPrint(block, print, printBits)) {
    const occurrence = occurrenceNow(reader, document)
    if (occurrence === undefined) return undefined
    if (occurrence.owner !== 0) found.push(occurrence)
  }
  return found
}
