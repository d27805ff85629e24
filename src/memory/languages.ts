import { baseLanguage } from '../core/tags.ts'
import type { LanguageTag } from '../core/types.ts'
import { createLanguageJudge, type LanguageJudge, type MatchSettings } from './match/index.ts'
import { createScriptFold, type ScriptFold, type WordFold } from './script-fold.ts'
import { createFieldNames } from './text/fold.ts'

/**
 * What a memory may be told of languages; it does without. Each member is asked when a search first needs it, once for each
 * language and, but for `fold`, script (`nl-Latn`), and answers undefined for those of which it knows nothing.
 */
export interface LanguageKnowledge {
  /** For searches with `foldScript`. */
  readonly fold?: (language: LanguageTag) => Promise<WordFold | undefined>
  /** The value of a norm that is a number or holds one, for suggestions. */
  readonly numberWords?: (language: LanguageTag) => Promise<((norm: string) => number | undefined) | undefined>
  /** Whether a word, or a stretch of Han characters, is a name; undefined leaves it to the writing. */
  readonly names?: (language: LanguageTag) => Promise<((text: string) => boolean | undefined) | undefined>
}

/** Something that has to be known before a match can be judged. */
export interface LanguageNeed {
  readonly kind: 'numberWords' | 'names'
  readonly language: LanguageTag
}

/** What an open memory knows of languages by now. */
export interface KnownLanguages {
  /** Answers at once from what was learnt. */
  readonly settings: MatchSettings
  readonly judge: LanguageJudge
  /** `fieldOf`, which remembers. */
  fieldOf(language: LanguageTag): string
  /** True when anything was learnt that was not known before. */
  learn(needs: readonly LanguageNeed[]): Promise<boolean>
  /** How texts in several scripts of a language are compared; undefined when nobody knows. */
  scriptFold(language: LanguageTag): Promise<ScriptFold | undefined>
}

/** Asks each thing once, and keeps the answers. */
export function createKnownLanguages(knowledge: LanguageKnowledge): KnownLanguages {
  const written = createFieldNames()
  const numberWords = createAnswers(knowledge.numberWords)
  const names = createAnswers(knowledge.names)
  const folds = createAnswers(async (language) => {
    const fold = await knowledge.fold?.(language)
    return fold && createScriptFold(fold)
  })
  return {
    judge: createLanguageJudge(),
    fieldOf: written,
    settings: {
      isName: (text, language) => names.now(written(language))?.(text),
      numberOf: (norm, language) => numberWords.now(written(language))?.(norm),
    },
    learn: async (needs) => {
      const learnt = await Promise.all(
        needs.map(({ kind, language }) => (kind === 'names' ? names : numberWords).learn(written(language))),
      )
      return learnt.includes(true)
    },
    scriptFold: async (language) => {
      const base = baseLanguage(language)
      await folds.learn(base)
      return folds.now(base)
    },
  }
}

/** Answers by language. */
interface Answers<T> {
  now(language: LanguageTag): T | undefined
  /** True when it is known now and was not before. */
  learn(language: LanguageTag): Promise<boolean>
}

function createAnswers<T>(ask: ((language: LanguageTag) => Promise<T | undefined>) | undefined): Answers<T> {
  const known = new Map<LanguageTag, T | undefined>()
  const asked = new Map<LanguageTag, Promise<void>>()
  const learn = async (language: LanguageTag, answer: Promise<T | undefined>): Promise<void> => {
    try {
      known.set(language, await answer)
    } finally {
      asked.delete(language)
    }
  }
  return {
    now: (language) => known.get(language),
    learn: async (language) => {
      if (ask === undefined || known.has(language)) return false
      const asking = asked.get(language) ?? learn(language, ask(language))
      asked.set(language, asking)
      await asking
      return known.get(language) !== undefined
    },
  }
}
