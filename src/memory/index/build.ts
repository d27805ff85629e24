import { foldText, printOf } from '../text/fold.ts'
import { asItIs, normOf, scanTokens } from '../text/tokens.ts'
import { finishField, rankTerms } from './field-parts.ts'
import { assemble, type FieldParts, type LengthRun } from './head.ts'
import { createPostingWriter, grown } from './posting-blocks.ts'
import { createSequenceWriter } from './sequence-blocks.ts'
import { createTermTable, type TermTable } from './term-table.ts'
import type { BuiltSegment, IndexDocument } from './types.ts'

/** Collects documents and makes a segment of them. */
export interface SegmentBuilder {
  add(document: IndexDocument): void
  /** The segment of all documents added so far; may be called once, and nothing added afterwards. */
  build(): BuiltSegment
  /** How many were added. */
  readonly documents: number
}

export function createSegmentBuilder(): SegmentBuilder {
  const fields = new Map<string, FieldBuilder>()
  let documents = 0
  return {
    add: (document) => {
      let field = fields.get(document.field)
      if (field === undefined) {
        field = createFieldBuilder(document.field)
        fields.set(document.field, field)
      }
      field.add(document)
      documents++
    },
    build: () =>
      assemble([...fields.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).map((field) => field.build())),
    get documents() {
      return documents
    },
  }
}

interface FieldBuilder {
  readonly name: string
  add(document: IndexDocument): void
  build(): FieldParts
}

// Kernel: each token of an import passes here. Terms get passing numbers in the order in which they are met.
function createFieldBuilder(name: string): FieldBuilder {
  const terms = createTermTable()
  // Terms of one UTF-16 unit, which most tokens of Han text are, without a look into the map; numbers plus 1.
  const ofUnit = new Int32Array(65_536)
  let tokens = new Int32Array(4096)
  let tokenCount = 0
  const starts: number[] = []
  const owners: number[] = []
  const variants: number[] = []
  const prints: number[] = []
  let text = ''

  const visit = (start: number, end: number, change: number): void => {
    if (tokenCount === tokens.length) tokens = grown(tokens)
    if (change !== asItIs || end - start > 1) {
      const norm = change === asItIs ? text : normOf(text, start, end, change)
      tokens[tokenCount++] = norm === text ? terms.numberOf(text, start, end) : terms.numberOf(norm, 0, norm.length)
      return
    }
    const unit = text.charCodeAt(start)
    if (ofUnit[unit] === 0) ofUnit[unit] = terms.numberOf(text, start, end) + 1
    tokens[tokenCount++] = (ofUnit[unit] as number) - 1
  }

  return {
    name,
    add: (document) => {
      starts.push(tokenCount)
      owners.push(document.owner)
      variants.push(document.variant)
      text = foldText(document.text)
      prints.push(printOf(text))
      scanTokens(text, visit)
    },
    build: () => {
      const offsets = Int32Array.from([...starts, tokenCount])
      const order = orderByLength(offsets)
      const pick = (values: readonly number[]): Uint32Array => {
        const picked = new Uint32Array(order.length)
        for (let document = 0; document < order.length; document++)
          picked[document] = values[order[document] as number] as number
        return picked
      }
      const written = writeTokens(terms, tokens, offsets, order)
      return finishField({
        name,
        ...written,
        lengths: runsOfLength(offsets, order),
        owners: pick(owners),
        variants: pick(variants),
        prints: pick(prints),
      })
    },
  }
}

const lengthAt = (offsets: Int32Array, place: number): number =>
  (offsets[place + 1] as number) - (offsets[place] as number)

/** Places of documents by falling into order of length; those of one length stay in their order. */
function orderByLength(offsets: Int32Array): Int32Array {
  const count = offsets.length - 1
  let longest = 0
  for (let place = 0; place < count; place++) longest = Math.max(longest, lengthAt(offsets, place))
  const next = new Int32Array(longest + 2)
  for (let place = 0; place < count; place++) {
    const above = lengthAt(offsets, place) + 1
    next[above] = (next[above] as number) + 1
  }
  for (let length = 0; length <= longest; length++)
    next[length + 1] = (next[length + 1] as number) + (next[length] as number)
  const order = new Int32Array(count)
  for (let place = 0; place < count; place++) {
    const length = lengthAt(offsets, place)
    const document = next[length] as number
    order[document] = place
    next[length] = document + 1
  }
  return order
}

function runsOfLength(offsets: Int32Array, order: Int32Array): readonly LengthRun[] {
  const runs: LengthRun[] = []
  let before = -1
  for (let document = 0; document < order.length; document++) {
    const length = lengthAt(offsets, order[document] as number)
    if (length !== before) runs.push({ length, first: document })
    before = length
  }
  return runs
}

/** Sorts the terms, and writes posting lists in their order and sequences with their ids. */
function writeTokens(table: TermTable, tokens: Int32Array, offsets: Int32Array, order: Int32Array) {
  const lists = collectPostings(table.count, tokens, offsets, order)
  const sorted = table.sort()
  const frequencies = new Int32Array(table.count)
  const postings = createPostingWriter()
  for (let term = 0; term < frequencies.length; term++) {
    const number = sorted.order[term] as number
    const from = lists.starts[number] as number
    const to = lists.starts[number + 1] as number
    frequencies[term] = to - from
    postings.add(lists.documents, from, to)
  }
  const ids = rankTerms(frequencies)
  const idOfNumber = new Int32Array(table.count)
  for (let term = 0; term < ids.length; term++) idOfNumber[sorted.order[term] as number] = ids[term] as number
  const sequences = createSequenceWriter()
  const count = offsets.at(-1) ?? 0
  for (let at = 0; at < count; at++) tokens[at] = idOfNumber[tokens[at] as number] as number
  for (const place of order) sequences.add(tokens, offsets[place] as number, offsets[place + 1] as number)
  return { terms: sorted.terms, ids, frequencies, postings: postings.finish(), sequences: sequences.finish() }
}

/** Documents of each term by its passing number: counted in one pass, put in place in a second. */
function collectPostings(
  terms: number,
  tokens: Int32Array,
  offsets: Int32Array,
  order: Int32Array,
): { readonly starts: Int32Array; readonly documents: Int32Array } {
  const starts = new Int32Array(terms + 1)
  const seen = new Int32Array(terms)
  for (let document = 0; document < order.length; document++) {
    const place = order[document] as number
    for (let at = offsets[place] as number; at < (offsets[place + 1] as number); at++) {
      const term = tokens[at] as number
      if (seen[term] === document + 1) continue
      seen[term] = document + 1
      starts[term + 1] = (starts[term + 1] as number) + 1
    }
  }
  for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number)
  const documents = new Int32Array(starts[terms] as number)
  const next = starts.slice()
  seen.fill(0)
  for (let document = 0; document < order.length; document++) {
    const place = order[document] as number
    for (let at = offsets[place] as number; at < (offsets[place + 1] as number); at++) {
      const term = tokens[at] as number
      if (seen[term] === document + 1) continue
      seen[term] = document + 1
      const end = next[term] as number
      documents[end] = document
      next[term] = end + 1
    }
  }
  return { starts, documents }
}
