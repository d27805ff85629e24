import type { DateParts } from './keys.ts'

/** White space before a token: none, some, or a break that no pattern crosses. */
export type Gap = 'none' | 'space' | 'break'

/** What a token adds to a number. */
export type Atom =
  /** Digits, as a decimal without grouping; `ordinal` when a suffix says so. */
  | { readonly kind: 'literal'; readonly literal: string; readonly ordinal: boolean }
  | {
      readonly kind: 'value'
      readonly value: number
      readonly ordinal: boolean
      /** What else the word may be; see `homonyms.ts`. */
      readonly homonym?: 'tail' | 'unit'
    }
  /** Multiplier inside a group or of whole groups: ten to the power of `exponent`. */
  | { readonly kind: 'unit' | 'scale'; readonly exponent: number; readonly ordinal: boolean; readonly alone: boolean }
  | {
      readonly kind:
        | 'zero'
        | 'unitTen'
        | 'tenUnit'
        | 'hundredJoin'
        | 'point'
        | 'vague'
        | 'infix'
        | 'half'
        | 'halfAfter'
        | 'article'
    }

/** A number as a slot of a pattern sees it. */
export interface NumberValue {
  readonly value: number
  /**
   * How it was written: `character` is one Han numeral, which alone says little; `bare` begins with a multiplier (百万);
   * `positional` is a row of Han digits; `single` a number word below two, or one that is another word as well.
   */
  readonly form: 'digits' | 'mixed' | 'words' | 'single' | 'character' | 'bare' | 'positional'
  readonly ordinal: boolean
  /** Power of ten of the multiplier at its end, 0 without one: what a range such as `2 to 3 million` shares. */
  readonly scale: number
  /** The decimal when it was written with digits only, `2.10` too; else empty. */
  readonly literal: string
  /** The digits when it was written with digits only, without signs; else empty. */
  readonly digits: string
}

/** A word, a sign, an ideograph or a number; offsets are those of the text. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly gap: Gap
  /** Lower-case form to compare with patterns; empty for words that no pattern knows. */
  readonly norm: string
  readonly shape: 'lower' | 'capital' | 'upper' | 'ideograph' | 'sign' | 'digits'
  readonly content: Content | undefined
}

/** What a token is besides a word or a sign. */
export type Content =
  /** A part of a number, before `numbers.ts` joins them. */
  | Atom
  | { readonly kind: 'number'; readonly number: NumberValue }
  | { readonly kind: 'date'; readonly date: DateParts }
  | { readonly kind: 'clock'; readonly hours: number; readonly minutes: number }
  /** A Roman numeral in capitals. */
  | { readonly kind: 'roman'; readonly value: number }
  /** Digits with signs or letters that are no number: `5.2.1`, `36a`; empty for addresses and telephone numbers. */
  | { readonly kind: 'code'; readonly code: string }

/** The number that a token is. */
export function numberIn(token: Token | undefined): NumberValue | undefined {
  return token?.content?.kind === 'number' ? token.content.number : undefined
}
