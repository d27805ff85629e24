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

/** Terms of a field that are not their own folded form, by it. */
type OtherForms = ReadonlyMap<string, readonly TermCount[]>

function foldedField(field: SegmentField, fold: WordFold): SegmentField {
  let read: Promise<OtherForms> | undefined
  const otherForms = (): Promise<OtherForms> => {
    read ??= readOtherForms(field, fold)
    read.catch(() => {
      read = undefined
    })
    return read
  }
  const alternatives = async (): Promise<Alternatives> => {
    const others = await otherForms()
    const own = (folded: string): readonly string[] => (fold(folded) === folded ? [folded] : [])
    return (folded) => [...own(folded), ...(others.get(folded) ?? []).map(({ term }) => term)]
  }
  return {
    documents: field.documents,
    exact: (print) => field.exact(print),
    exactNow: (print) => field.exactNow(print),
    fuzzy: async (tokens, min) => field.fuzzy(tokens, min, await alternatives()),
    phrase: async (lists, limit, skip) => {
      const alike = await alternatives()
      return field.phrase(
        lists.map((list) => list.flatMap(alike)),
        limit,
        skip,
      )
    },
    termsWith: async (part, limit) => {
      const found = [...(await ownForms(field, fold, part)), ...countsOf(await otherForms(), part)]
      return found.sort((a, b) => b.documents - a.documents).slice(0, limit)
    },
    frequency: async (term) => {
      const counts = await Promise.all((await alternatives())(term).map((each) => field.frequency(each)))
      return counts.reduce((sum, count) => sum + count, 0)
    },
  }
}

async function readOtherForms(field: SegmentField, fold: WordFold): Promise<OtherForms> {
  const others = new Map<string, TermCount[]>()
  for (const count of await field.termsWith('', Number.POSITIVE_INFINITY)) {
    const folded = fold(count.term)
    if (folded === count.term) continue
    const known = others.get(folded)
    if (known === undefined) others.set(folded, [count])
    else known.push(count)
  }
  return others
}

/** Terms with the part that are their own folded form. */
async function ownForms(field: SegmentField, fold: WordFold, part: string): Promise<readonly TermCount[]> {
  const counts = await field.termsWith(part, Number.POSITIVE_INFINITY)
  return counts.filter(({ term }) => fold(term) === term)
}

/** Folded forms with the part, which a form that stands for itself may repeat. */
function countsOf(others: OtherForms, part: string): readonly TermCount[] {
  return Array.from(others, ([term, counts]) => ({
    term,
    documents: counts.reduce((sum, { documents }) => sum + documents, 0),
  })).filter(({ term }) => term.includes(part))
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
