import type { LanguageTag } from '../core/types.ts'

/** What a document speaks of, in things that are equal in every language: all that matching keeps of it. */
export interface DocumentBag {
  /** Name of the file; unique within its side. */
  readonly name: string
  /** Name without endings and language tags, which a text and its translation often share. */
  readonly stem: string
  readonly language: LanguageTag
  /** Keys of the things, ascending: `date:2021-09`, `concept:812`, `word:opec`. */
  readonly keys: readonly string[]
  /** How much of each thing there is: how often, damped, times how sure. */
  readonly amounts: Float32Array
  /** Each thing as this document first names it. */
  readonly forms: readonly string[]
}

/** Gathers the things of one document. */
export interface BagMaker {
  /** Adds mentions of a thing; `trust` is how much each counts. */
  add(key: string, trust: number, form: string, count: number): void
  /** The bag of everything added. */
  finish(name: string, stem: string, language: LanguageTag): DocumentBag
}

/** A maker of one bag. */
export function createBagMaker(): BagMaker {
  const found = new Map<string, { count: number; trust: number; readonly form: string }>()
  return {
    add(key, trust, form, count) {
      const thing = found.get(key)
      if (thing === undefined) found.set(key, { count, trust, form })
      else {
        thing.count += count
        thing.trust = Math.max(thing.trust, trust)
      }
    },
    finish(name, stem, language) {
      const rows = [...found].sort(([a], [b]) => (a < b ? -1 : 1))
      return {
        name,
        stem,
        language,
        keys: rows.map(([key]) => ownCopy(key)),
        amounts: Float32Array.from(rows, ([, { count, trust }]) => trust * (1 + Math.log(count))),
        forms: rows.map(([, { form }]) => ownCopy(form)),
      }
    },
  }
}

/** A string of its own: a slice of a text would keep the whole text in memory. */
const ownCopy = (text: string): string => [...text].join('')
