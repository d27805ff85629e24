import type { LanguageTag, Span, Variant } from '../../core/types.ts'
import type { SegmentField } from '../index/segment.ts'
import type { ScriptFold } from '../script-fold.ts'
import type { MemoryUnit, UnitFilter } from '../types.ts'

/** What to look for in the texts of one language. */
export interface ConcordanceQuery {
  readonly text: string
  /** Language of the texts to search; those in another script of it are left out, those of another region are not. */
  readonly language: LanguageTag
  /** Language of the other side; units without a text in it are left out. */
  readonly otherLanguage?: LanguageTag
  /**
   * `text`: the text itself. One word is found inside longer words too; several words begin where a word begins, stand as they
   * are, and the last may go on. `regex`: a regular expression as JavaScript has it, with the flag `u`.
   */
  readonly kind: 'text' | 'regex'
  /** Words count only as a whole; `EU-lidstaten` and `foto's` are one word. */
  readonly wholeWords?: boolean
  readonly caseSensitive?: boolean
  /**
   * Also looks in the other scripts of both languages. There a text is looked for by its words in one script, where it is known how
   * these compare (领海 finds 領海); an expression as it stands.
   */
  readonly foldScript?: boolean
  readonly filter?: UnitFilter
  /** At most so many units; 100 when absent. */
  readonly limit?: number
  /** So many units are passed over first. */
  readonly skip?: number
}

/** A unit with the text looked for. */
export interface ConcordanceHit {
  readonly unit: MemoryUnit
  readonly variant: Variant
  /** Where in the plain text of the variant, in order, not overlapping, never empty. */
  readonly spans: readonly Span[]
  /** True when the text is in another script than was asked for. */
  readonly isOtherScript: boolean
  readonly other?: OtherSide
}

/** The translation of a hit. */
export interface OtherSide {
  readonly variant: Variant
  /** Where it renders what was found; empty when nobody knows. */
  readonly spans: readonly Span[]
}

export interface ConcordancePage {
  readonly hits: readonly ConcordanceHit[]
  /** False when there are more units than these and those passed over. */
  readonly isAll: boolean
  /** Units that are known to match so far, those passed over included. */
  readonly counted: number
  /** The words found, whole, the commonest first. */
  readonly forms: readonly FormCount[]
}

/** A form in folded lower case, and how often it stands there. */
export interface FormCount {
  readonly form: string
  readonly count: number
}

/** The texts of a unit as they are kept, and the rest of it when it is asked for: most units that are looked at are no hits. */
export interface StoredTexts {
  readonly key: number
  /** The source first. */
  readonly variants: readonly Variant[]
  /** The whole unit; its variants may be others than these, equal to them. */
  unit(): MemoryUnit
}

/** Where a concordance finds its units. All of it shows one moment of one memory. */
export interface ConcordanceSource {
  /** Every field that any unit has, sorted. */
  readonly fieldNames: readonly string[]
  /** This field of every segment that has it. */
  fields(name: string): readonly SegmentField[]
  /** In the order asked for; undefined for those that are gone. */
  texts(keys: readonly number[]): Promise<readonly (StoredTexts | undefined)[]>
  /** Living units that no segment holds. */
  pending(): Promise<readonly StoredTexts[]>
  /** Living units with a key above `after`, by key, at most `limit`; the filter may be judged in part. */
  scan(filter: UnitFilter, after: number, limit: number): Promise<readonly StoredTexts[]>
  /** The whole filter (`passesFilter`). */
  passes(unit: MemoryUnit, filter: UnitFilter): boolean
  /** How texts in several scripts of a language are compared; undefined when nobody knows. */
  scriptFold?(language: LanguageTag): Promise<ScriptFold | undefined>
}

/** One side of a unit for whoever knows what renders what. */
export interface TextInLanguage {
  readonly text: string
  readonly language: LanguageTag
}

/** Says where the target renders what stands at `span` of the source. */
export type Renderings = (source: TextInLanguage & { readonly span: Span }, target: TextInLanguage) => readonly Span[]
