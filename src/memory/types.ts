import type { LanguageTag, Relation, Run, TranslationUnit, Variant } from '../core/types.ts'

/** A translation unit as a memory holds it. */
export interface MemoryUnit {
  /** Number of the unit in its store; never used twice. */
  readonly key: number
  /** Name of the memory that it belongs to. */
  readonly memory: string
  /** The unit itself; `props` holds dates, users and fields (`x-client`) as the file had them. */
  readonly unit: TranslationUnit
  /** How often it was taken over into a translation. */
  readonly uses: number
  /** Segments that stood before and after it in its document, where that is known. */
  readonly context: UnitContext
  /** Other neighbours that it had where an equal unit was met later, each pair once; absent when there are none. */
  readonly otherContexts?: readonly UnitContext[]
  /** The step that brought it. */
  readonly step: number
}

/** Prints (`printOf`) of the folded source texts beside a unit; absent where nothing is known. */
export interface UnitContext {
  readonly before?: number
  readonly after?: number
}

/** Where else a unit was met: an equal unit came in again, and only what was new about it is kept. */
export interface Sighting {
  readonly step: number
  /** The unit as it came, without its variants, which are equal. */
  readonly unit: Omit<TranslationUnit, 'variants'>
  readonly context: UnitContext
}

/** Which units are meant; every member that is given must hold. */
export interface UnitFilter {
  /** Names of memories. */
  readonly memories?: readonly string[]
  /** The unit has a variant in each of these languages; a tag without script and region stands for all of that language. */
  readonly languages?: readonly LanguageTag[]
  readonly relations?: readonly Relation[]
  /** Decision states: proposed, accepted, rejected, edited. */
  readonly states?: readonly TranslationUnit['decision']['state'][]
  readonly minConfidence?: number
  /** Part of the name of a document that it comes from, in any case. */
  readonly origin?: string
  /** Time of the last change (else of creation), ISO 8601, both inclusive; a unit without any date does not pass. */
  readonly since?: string
  readonly until?: string
  /** Who made or changed it. */
  readonly user?: string
  /** Fields such as client and domain, equal in any case; `client` also finds `x-client` and `x-client:SingleString`. */
  readonly fields?: Readonly<Record<string, string>>
  /** Number of the step that brought it. */
  readonly step?: number
}

/** What to look up. */
export interface SearchQuery {
  readonly text: string
  /** The text with its inline codes, where there are any; its text is that of `text`. */
  readonly content?: readonly Run[]
  readonly sourceLanguage: LanguageTag
  readonly targetLanguage: LanguageTag
  /** Lowest base similarity, 0..1. */
  readonly min: number
  /** Source texts before and after it, for context matches. */
  readonly before?: string
  readonly after?: string
  /**
   * Also looks among units in the other scripts of the two languages, and marks what it finds there with a penalty `script`. Texts
   * in another script than the query are compared by words in one script, where that is known; those in its own as always.
   */
  readonly foldScript?: boolean
  readonly filter?: UnitFilter
  /** At most so many matches, the best by score of those that are most alike by base; all matches when absent. */
  readonly limit?: number
  /** Percent points taken off matches by name of memory. */
  readonly memoryPenalties?: Readonly<Record<string, number>>
  /** ISO 8601; with it old units lose points. */
  readonly now?: string
}

/**
 * `context`: the same text between the same neighbours, wherever an equal unit was met. `exact`: the same text after folding, with the same inline codes. A text
 * that is the same only across scripts (经济 and 經濟) is `fuzzy`, with a base of 1, no differences and a penalty `script`.
 */
export type MatchKind = 'context' | 'exact' | 'fuzzy'

/** One unit that is like the text looked up, for one of its targets. */
export interface Match {
  readonly unit: MemoryUnit
  readonly source: Variant
  readonly target: Variant
  readonly kind: MatchKind
  /** 1 − edit distance in tokens (words; characters of scripts without spaces) / the longer length: what the threshold is held against. Tokens of another script are folded first. */
  readonly base: number
  /** Percent: 100 for an exact match, 101 and 102 with one and two neighbours, else at most 99; penalties taken off. Orders the matches. */
  readonly score: number
  readonly differences: readonly Difference[]
  readonly penalties: readonly Penalty[]
  /** The target with numbers put right, when numbers alone differ and each was found in it. */
  readonly suggestion?: readonly Run[]
}

/** A place where the text looked up and the source of a match differ; offsets are UTF-16 in the two plain texts. */
export interface Difference {
  readonly kind: 'word' | 'number' | 'name' | 'tag' | 'case' | 'punctuation'
  readonly query: { readonly start: number; readonly end: number }
  readonly match: { readonly start: number; readonly end: number }
}

/** Points taken off a match. */
export interface Penalty {
  readonly kind:
    | 'number'
    | 'name'
    | 'tag'
    | 'case'
    | 'punctuation'
    | 'variant'
    | 'script'
    | 'memory'
    | 'relation'
    | 'age'
  readonly points: number
  /** Plain words: `the unit is in Flemish (nl-BE)`. */
  readonly note: string
}

/** Something that changed a memory as a whole and can be undone as a whole. */
export interface Step {
  readonly number: number
  readonly kind: 'import' | 'merge' | 'align' | 'clean' | 'edit' | 'delete'
  /** `import of acme.tmx` */
  readonly label: string
  /** ISO 8601. */
  readonly at: string
  readonly by: string
  readonly isUndone: boolean
  /** False while it is being made, and for good when the program that made it died. */
  readonly isWhole: boolean
  readonly added: number
  readonly removed: number
  /** True when what it removed was purged: it can no longer be taken back. */
  readonly isFinal?: true
}
