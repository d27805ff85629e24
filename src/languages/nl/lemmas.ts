import { formTable, readFormRows } from '../_shared/form-table.ts'
import { rememberNorms } from '../_shared/norm-memo.ts'
import { closedForms } from './spelling.ts'
import { createVerbForms } from './verbs.ts'

/** What a pack knows of inflection. */
export interface Inflection {
  readonly lemmas: (norm: string) => readonly string[]
  /** The infinitives among them. */
  readonly verbs: (norm: string) => readonly string[]
}

/** Dictionary forms that an inflected word may have, the likelier first; tables are read when the first word is asked for. */
export function createInflection(): Inflection {
  let ready: Inflection | undefined
  const open = (): Inflection => {
    ready ??= openInflection()
    return ready
  }
  return { lemmas: (norm) => open().lemmas(norm), verbs: (norm) => open().verbs(norm) }
}

/** What makes words of words and is no part of a compound, though some of it is also a word. */
export const endings = `
  lijk lijke lijker lijks baar bare baarder loos loze schap schappen heid heden dom ling lingen haft hafte achtig achtige zaam zame matig
  matige waarts aard aards aardse ster sters erij eren eert eerde eerd ende ering isme iseren`

function openInflection(): Inflection {
  const verbs = createVerbForms()
  const words = formTable(
    readFormRows('nl', 'irregular-words.tsv').flatMap(([[lemma = ''] = [], ...forms]) =>
      forms.flat().map((form) => [form, lemma] as const),
    ),
  )
  /** Plurals of compounds are irregular as their last part is: *hoofdsteden*, *bondgenoten*, *luchtschepen*. */
  const irregularEnd = (norm: string): readonly string[] => {
    for (let cut = 0; cut <= norm.length - minEnd; cut++) {
      const lemmas = words.get(norm.slice(cut))
      if (lemmas !== undefined && (cut === 0 || cut > 2)) return lemmas.map((lemma) => norm.slice(0, cut) + lemma)
    }
    return []
  }
  const lemmas = rememberNorms((norm: string): readonly string[] => {
    if (norm.length < 3 || /[^\p{L}'-]/u.test(norm)) return words.get(norm) ?? []
    const found = [
      ...(words.get(norm) ?? []),
      ...verbs.irregular(norm),
      ...irregularEnd(norm),
      ...formsByEnding(norm),
      ...verbs.regular(norm),
      ...gradesOf(norm),
    ]
    return [...new Set(found)].filter((lemma) => lemma !== norm && lemma.length > 1)
  })
  return { lemmas, verbs: (norm) => [...verbs.irregular(norm), ...verbs.regular(norm)] }
}
/** Shorter ends are found by chance. */
const minEnd = 5

/** Dictionary forms by the endings of nouns and adjectives. */
function formsByEnding(norm: string): readonly string[] {
  const found: string[] = []
  for (const [ending, stems] of nominalEndings) if (ending.test(norm)) found.push(...stems(norm))
  return found
}

const cut = (norm: string, length: number): string => norm.slice(0, norm.length - length)

/** An ending, and the dictionary forms of a word that has it; tried in this order. */
const nominalEndings: readonly (readonly [RegExp, (norm: string) => readonly string[]])[] = [
  [/heden$/, (norm) => [`${cut(norm, 4)}eid`]],
  [/eeën$|ieën$/, (norm) => [cut(norm, 2)]],
  [/iën$/, (norm) => [`${cut(norm, 2)}e`, `${cut(norm, 3)}ie`, cut(norm, 2)]],
  [/ici$/, (norm) => [`${cut(norm, 1)}us`]],
  [/[bcdfgklmnprst]a$/, (norm) => [`${cut(norm, 1)}um`]],
  [/eren$/, (norm) => [...closedForms(cut(norm, 4)), cut(norm, 2)]],
  [/(?:lieden|lui)$/, (norm) => [norm.replace(/(?:lieden|lui)$/, 'man')]],
  [/en$/, (norm) => [...closedForms(cut(norm, 2)), cut(norm, 1)]],
  [/'s$/, (norm) => [cut(norm, 2)]],
  [/'$/, (norm) => [cut(norm, 1)]],
  [/[^s]s$/, (norm) => [cut(norm, 1)]],
  [/ë$/, (norm) => [cut(norm, 1)]],
  [/[^e]e$/, (norm) => closedForms(cut(norm, 1))],
  [/jes?$/, (norm) => diminutivesOf(norm.replace(/s$/, ''))],
]

/** *huisje*, *deurtje*, *filmpje*, *ringetje*, *woninkje*, *blaadje* without the ending. */
function diminutivesOf(norm: string): readonly string[] {
  const base = cut(norm, 2)
  const found = [base]
  if (base.endsWith('kk')) found.push(cut(base, 1))
  if (base.endsWith('nk')) found.push(`${cut(base, 1)}g`)
  if (/m?p$/.test(base)) found.push(cut(base, 1))
  if (base.endsWith('t')) {
    const word = cut(base, 1)
    found.push(
      word,
      word.replace(/(aa|ee|oo|uu)$/, (vowels) => vowels.charAt(0)),
    )
    if (word.endsWith('e')) found.push(...closedForms(cut(word, 1)))
  }
  return found
}

/** Comparatives and superlatives; last, since many other words end so. */
function gradesOf(norm: string): readonly string[] {
  const found: string[] = []
  const higher = /^(.{2,}?)(d?)ere?$/.exec(norm)
  if (higher !== null) {
    const [, base = '', link = ''] = higher
    if (link === 'd' && base.endsWith('r')) found.push(base)
    found.push(...closedForms(base + link))
  }
  const highest = /^(.{2,})ste?$/.exec(norm)?.[1]
  if (highest !== undefined) found.push(highest, `${highest}s`)
  return found
}
