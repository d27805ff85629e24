import { baseLanguage, undetermined } from '../core/tags.ts'
import type { Entity, LanguageGuess, LanguageTag } from '../core/types.ts'
import { commonWords, simplifiedOnly, traditionalOnly } from '../languages/detection.ts'
import { languageTags, loadPack } from '../languages/index.ts'
import { detectLanguage } from './detect.ts'

/** What short texts without a document around them name and in which language they are. */
export interface PassageReader {
  /** Whether the language has a pack of its own, which knows its words for numbers and names. */
  readonly isOwn: boolean
  entities(text: string): readonly Entity[]
}

/** Loads what is known of a language; languages without a pack get the one for all others. */
export async function openPassageReader(tag: LanguageTag): Promise<PassageReader> {
  const pack = await loadPack(tag)
  const isOwn = baseLanguage(tag) !== undetermined && languageTags.includes(baseLanguage(tag))
  return { isOwn, entities: (text) => pack.entities(text, { start: 0, end: text.length }) }
}

/** The language of a text by itself; with a runner-up when it is short or the call is close. */
export function guessLanguage(text: string): LanguageGuess {
  const span = { start: 0, end: text.length }
  return detectLanguage(
    { id: '', format: '', text, blocks: [{ span, role: 'body' }], segmented: true },
    undefined,
    silent,
  )
}
const silent = { report: () => {} }

/** Share of a text's words that are among the commonest of a language, 0..1; undefined for languages without such a list. */
export type CommonWordShare = (text: string, base: string) => number | undefined

/** Keeps the lists that it was asked for. */
export function createCommonWordShare(): CommonWordShare {
  const lists = new Map<string, ReadonlySet<string> | undefined>()
  return (text, base) => {
    if (!lists.has(base)) lists.set(base, setOf(commonWords.get(base)))
    const common = lists.get(base)
    if (common === undefined) return undefined
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
    let hits = 0
    for (const word of words) if (common.has(word)) hits++
    return words.length === 0 ? 0 : hits / words.length
  }
}
const setOf = (list: string | undefined): ReadonlySet<string> | undefined =>
  list === undefined ? undefined : new Set(list.split(' '))

/** How many characters of a text only simplified and only traditional Chinese writing has. */
export function countHanForms(text: string): { readonly simplified: number; readonly traditional: number } {
  let simplified = 0
  let traditional = 0
  for (const character of text) {
    if (simplifiedOnly.includes(character)) simplified++
    else if (traditionalOnly.includes(character)) traditional++
  }
  return { simplified, traditional }
}
