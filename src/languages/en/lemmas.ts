import { formTable, readFormRows } from '../_shared/form-table.ts'
import { rememberNorms } from '../_shared/norm-memo.ts'

/** Dictionary forms that an inflected word may have, the likelier first; the table is read when the first word is asked for. */
export function createLemmaFinder(): (norm: string) => readonly string[] {
  let irregular: ReadonlyMap<string, readonly string[]> | undefined
  return rememberNorms((norm) => {
    irregular ??= formTable(
      readFormRows('en', 'irregular.tsv').flatMap(([[word = ''] = [], forms = []]) =>
        forms.map((form) => [form, word] as const),
      ),
    )
    const found = [...(irregular.get(norm) ?? []), ...regularForms(norm)]
    return [...new Set(found)].filter((lemma) => lemma !== norm && lemma.length > 1)
  })
}

/** An ending and what may stand in its place, the likelier first; `=` is the stem with its last consonant once: *planned*. */
const endings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ies$/, ['y', 'ie']],
  [/(?<=[sxzh])es$/, ['', 'e']],
  [/(?<=[^su])s$/, ['']],
  [/ied$/, ['y']],
  [/ed$/, ['', 'e', '=']],
  [/ying$/, ['ie', 'y']],
  [/ing$/, ['', 'e', '=']],
  [/ier$/, ['y']],
  [/iest$/, ['y']],
  [/er$/, ['', 'e', '=']],
  [/est$/, ['', 'e', '=']],
]

/** Plurals, verbs and degrees as the rules make them. */
function regularForms(norm: string): readonly string[] {
  if (norm.length < 4 || !/^[a-z'-]+$/.test(norm)) return []
  return endings.flatMap(([ending, others]) => {
    if (!ending.test(norm)) return []
    const stem = norm.replace(ending, '')
    if (!/[aeiouy]/.test(stem)) return []
    const isDouble = /([bdfgklmnprt])\1$/.test(stem)
    return others.flatMap((other) => (other === '=' ? (isDouble ? [stem.slice(0, -1)] : []) : [stem + other]))
  })
}
