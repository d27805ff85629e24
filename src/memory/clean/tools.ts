import type { Entity, LanguageGuess, LanguageTag } from '../../core/types.ts'

/** What a check asks of the language packs: what a text names, or which language it is in. */
export type Need = 'entities' | 'languages'

/** What checks know of languages. All but `prepare` answer at once and know nothing that was not prepared. */
export interface CleanTools {
  /** Loads what these needs take for texts in a language, unless it is there. */
  prepare(needs: readonly Need[], language: LanguageTag): Promise<void>
  entitiesOf(text: string, language: LanguageTag): readonly Entity[]
  /** False for languages whose words for numbers and names nobody has listed. */
  knowsWords(language: LanguageTag): boolean
  guessLanguage(text: string): LanguageGuess | undefined
  /** Share of the words that are among the commonest of a language, 0..1; undefined when it has no list. */
  commonWordShare(text: string, base: string): number | undefined
  countHanForms(text: string): { readonly simplified: number; readonly traditional: number }
}

type Passages = typeof import('../../analyse/passages.ts')

/** Tools over the language packs; each is loaded when a check first needs it. */
export function createCleanTools(): CleanTools {
  const readers = new Map<LanguageTag, Awaited<ReturnType<Passages['openPassageReader']>>>()
  let passages: Passages | undefined
  let commonWordShare: ReturnType<Passages['createCommonWordShare']> | undefined
  return {
    prepare: async (needs, language) => {
      if (needs.length === 0) return
      passages ??= await import('../../analyse/passages.ts')
      commonWordShare ??= passages.createCommonWordShare()
      if (needs.includes('entities') && !readers.has(language))
        readers.set(language, await passages.openPassageReader(language))
    },
    entitiesOf: (text, language) => readers.get(language)?.entities(text) ?? [],
    knowsWords: (language) => readers.get(language)?.isOwn ?? false,
    guessLanguage: (text) => passages?.guessLanguage(text),
    commonWordShare: (text, base) => commonWordShare?.(text, base),
    countHanForms: (text) => passages?.countHanForms(text) ?? { simplified: 0, traditional: 0 },
  }
}
