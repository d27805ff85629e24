import type { Alternatives } from './index/fuzzy.ts'
import type { SegmentField, TermCount } from './index/segment.ts'
import { visitTokens } from './text/tokens.ts'

/** Gives words that a language writes in different ways in its scripts one form: 经 for 經. Takes and gives norms (`visitTokens`). */
export type WordFold = (norm: string) => string

/** How texts in several scripts of one language are compared: word by word, each in its folded form. */
export interface ScriptFold {
  readonly fold: WordFold
  /** The field as if its texts were folded: what is asked of it and what it answers are folded words. Prints stay those of the texts. */
  field(field: SegmentField): SegmentField
}

/** Keeps what it learns of a field as long as the field is in use. */
export function createScriptFold(fold: WordFold): ScriptFold {
  const known = new WeakMap<SegmentField, SegmentField>()
  return {
    fold,
    field: (field) => {
      const folded = known.get(field) ?? foldedField(field, fold)
      known.set(field, folded)
      return folded
    },
  }
}

/** Folded terms of a field. */
interface FoldedTerms {
  /** The commonest first, as far as one of their terms tells. */
  readonly counts: readonly TermCount[]
  /** Terms of the field by their folded form. */
  readonly alike: Alternatives
}

function foldedField(field: SegmentField, fold: WordFold): SegmentField {
  let read: Promise<FoldedTerms> | undefined
  const terms = (): Promise<FoldedTerms> => {
    read ??= foldTerms(field, fold)
    read.catch(() => {
      read = undefined
    })
    return read
  }
  return {
    documents: field.documents,
    exact: (print) => field.exact(print),
    fuzzy: async (tokens, min) => field.fuzzy(tokens, min, (await terms()).alike),
    phrase: async (alternatives, limit, skip) => {
      const { alike } = await terms()
      return field.phrase(
        alternatives.map((list) => list.flatMap(alike)),
        limit,
        skip,
      )
    },
    termsWith: async (part, limit) => {
      const found: TermCount[] = []
      for (const count of (await terms()).counts) {
        if (found.length === limit) break
        if (count.term.includes(part)) found.push(count)
      }
      return found
    },
    frequency: async (term) => {
      const counts = await Promise.all((await terms()).alike(term).map((each) => field.frequency(each)))
      return counts.reduce((sum, count) => sum + count, 0)
    },
  }
}

async function foldTerms(field: SegmentField, fold: WordFold): Promise<FoldedTerms> {
  const alike = new Map<string, string[]>()
  const documents = new Map<string, number>()
  for (const { term, documents: count } of await field.termsWith('', Number.POSITIVE_INFINITY)) {
    const folded = fold(term)
    const terms = alike.get(folded)
    if (terms === undefined) alike.set(folded, [term])
    else terms.push(term)
    documents.set(folded, (documents.get(folded) ?? 0) + count)
  }
  return {
    counts: Array.from(documents, ([term, count]) => ({ term, documents: count })),
    alike: (folded) => alike.get(folded) ?? [],
  }
}

/** A text with each of its words folded; what stands between them is left alone. */
export function foldWords(text: string, fold: WordFold): string {
  let folded = ''
  let done = 0
  visitTokens(text, (start, end, norm) => {
    const form = fold(norm)
    if (form === norm) return
    folded += text.slice(done, start) + form
    done = end
  })
  return done === 0 ? text : folded + text.slice(done)
}
