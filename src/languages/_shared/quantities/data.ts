/** Written forms of one thing, in any letter case; spaces separate words. */
export type Surfaces = readonly string[]

/** Word lists whose members stand for a value. The key of a row is the value. */
export type WordSlot =
  /** `1` to `12`. */
  | 'month'
  /** `Y`, `M`, `W`, `D`, `TH`, `TM`, `TS`, with a factor in front where one is needed: `10Y` for a decade. */
  | 'unit'
  /** ISO 4217 codes; before or after the amount. */
  | 'currency'
  /** Codes of currency words that are ordinary words too: they count only after `million` and the like. */
  | 'weakCurrency'
  /** Power of ten of a letter glued to an amount of money: `m` in `£5m`. */
  | 'amountLetter'
  /** Last two digits of a decade that is one word: `nineties` is `90`. */
  | 'decade'
  /** Number of a century that is named without one: `last century` is `20`. */
  | 'century'
  /** Number that makes a reign year a Gregorian year: `2018` for Reiwa. */
  | 'era'
  /** The same for reigns whose months are lunar, so that only the year can be known. */
  | 'lunarEra'
  /** Month of a lunar year that has a name of its own. */
  | 'lunarMonth'
  /** Denominators: `3` for `third`, `thirds`. */
  | 'denominator'
  /** Shares that are one word: `0.5` for `half`. */
  | 'share'
  /** Shares of an hour after the hour: 半. */
  | 'clockShare'
  /** Minutes that a word adds to the hour after it: `half past` is 30, Dutch `half` -30. */
  | 'clockShift'
  /** Units that need no number but an article: `fortnight`. */
  | 'articleUnit'
  /** Powers of ten after a share: `6` for `million` in `a quarter of a million`. */
  | 'scaleWord'
  /** Currency words that may stand before the amount: 人民币. */
  | 'before'
  /** Currency words that are parts of other words, for patterns that look at what follows: 元. */
  | 'yuan'
  /** Units after 个半, where they lack their own 个. */
  | 'unitAfterHalf'
  /** `1` or `2`: first or second half of a year. */
  | 'halfYear'

/** How a language writes numbers in words. Keys of the records are the words. */
export interface NumeralData {
  /** `han`: every character is a digit or a multiplier and a run of them is one number or none. */
  readonly system: 'spaced' | 'han'
  /** Values below 100, and hundreds that are one word (`doscientos`). */
  readonly values: Readonly<Record<string, number>>
  /** Multipliers inside a group, as powers of ten: `hundred` is 2. */
  readonly units: Readonly<Record<string, number>>
  /** Multipliers of whole groups, as powers of ten: `thousand` is 3, 万 is 4. */
  readonly scales: Readonly<Record<string, number>>
  /** Multipliers that need no number before them: `honderd`, 十. */
  readonly alone: Surfaces
  /** Between unit and ten inside one word: `en` in `vijfentwintig`. */
  readonly unitTenJoiners: Surfaces
  /** Between ten and unit: `-` in `twenty-five`. */
  readonly tenUnitJoiners: Surfaces
  /** After a hundred or a thousand: `and`. */
  readonly hundredJoiners: Surfaces
  /** Whether numbers are written as one word. */
  readonly compounds: boolean
  /** Parts that may follow a number inside one word: `jarig` in `tienjarig`. */
  readonly compoundEnds: Surfaces
  /** Ordinal words; multipliers with their full value (`hundredth` is 100). */
  readonly ordinals: Readonly<Record<string, number>>
  /** What makes digits an ordinal: `th`. */
  readonly ordinalSuffixes: Surfaces
  /** Half, before a multiplier: `half a million`. After one only behind a joiner of ten and unit: `un millón y medio`. */
  readonly halves: Surfaces
  /** Half of the multiplier before: `rưỡi` in `một triệu rưỡi`. */
  readonly halvesAfter?: Surfaces
  /** Words for digits that are ones only right after a word of `tailLeads`: `tư` in `hai mươi tư`, but not in `đầu tư`. */
  readonly tails?: Readonly<Record<string, number>>
  readonly tailLeads?: Surfaces
  /** Words for digits that are a unit too: `năm` is five or a year. After a number they are the unit. */
  readonly unitHomonyms?: Readonly<Record<string, number>>
  /** Number words with a capital inside a sentence are parts of names: `Ba` in `thứ Ba`, `Hai` in `phố Hai Bà Trưng`. */
  readonly capitalsAreNames?: boolean
  /** Stand for one before a multiplier: `a hundred`. */
  readonly articles: Surfaces
  /** Decimal sign as a word: `point`, 点. */
  readonly points: Surfaces
  /** What must not follow the decimals, or else the word was something else: 分 in 三点五分. */
  readonly notAfterPoint: Surfaces
  /** Digits that never end a number: 两, which after 二十 is a weight. */
  readonly leading?: Surfaces
  /** Make a number inexact beyond use: 几 in 几十. */
  readonly vague: Surfaces
  /** May stand before a multiplier without changing it: 多 in 1000多亿. */
  readonly infixes: Surfaces
  /** Characters that make the multiplier before them part of a unit: 克 in 三千克, which stays 3. */
  readonly prefixedUnits: Readonly<Record<string, string>>
  /** The same after digits only: 5千米 stays 5, 三千米 is 3000. */
  readonly digitPrefixedUnits: Readonly<Record<string, string>>
  /** Habits of `han` numerals that differ from the Chinese ones. */
  readonly han?: HanHabits
}

/** How a language other than Chinese writes `han` numerals. */
export interface HanHabits {
  /** Never shortened: 百五 is 105 and not 150. */
  readonly unshortened: true
  /** A multiplier under 100,000 counts without a number before it: 百人. */
  readonly bareMultipliers: true
  /** 一〇〇人: a row of digits with a zero in it is an amount too, and may be multiplied. */
  readonly positionalAmounts?: true
  /** Numerals are syllables of spaced words. */
  readonly syllables?: SyllableHabits
}

/**
 * Numerals that are everyday syllables (이 is two, this, and a particle): they count only at the start of a word, and
 * only with something that is counted; a single syllable counts in `{n:any}` slots only.
 */
export interface SyllableHabits {
  /** Numerals that count with a counter even as a single syllable: 두, 백. */
  readonly sureAlone: Surfaces
  /** Syllables before a numeral inside one word: 제, 약. */
  readonly leads: Surfaces
  /** Behind these digits are not multiplied: 제5조 is Article 5 and not five trillion. */
  readonly countingLeads: Surfaces
  /** Whole words that look like numerals: 구조, 이사. */
  readonly notNumerals: Surfaces
}

/** Names of the readings that a rule can have; see `readings.ts` for the keys that they give. */
export type RuleName =
  | 'none'
  | 'lunar'
  | 'era'
  | 'fiscal'
  | 'decade'
  | 'century'
  | 'quarter'
  | 'halfYear'
  | 'date'
  | 'beforeCommonEra'
  | 'years'
  | 'time'
  | 'timeAfternoon'
  | 'percent'
  | 'halfPercent'
  | 'tenths'
  | 'permille'
  | 'basisPoints'
  | 'money'
  | 'section'
  | 'enumerator'
  | 'fraction'
  | 'share'
  | 'duration'
  | 'halfDuration'
  | 'durationAndHalf'
  | 'anniversary'
  | 'ordinal'
  | 'first'
  | 'year'
  | 'month'
  | 'number'

/** Patterns in the notation of `pattern.ts`, all with the same reading. */
export interface RuleSet {
  readonly as: RuleName
  readonly patterns: readonly string[]
}

/** What the finder has to know of a language. Adding a language is adding one of these. */
export interface QuantityData {
  readonly decimalSign: '.' | ','
  /** Order of all-digit dates whose numbers do not tell. */
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd'
  /** `3/9` is three tokens, for patterns of days and months; else it is a share or nothing. */
  readonly splitsPairs?: boolean
  readonly numerals: NumeralData
  readonly words: Readonly<Partial<Record<WordSlot, Readonly<Record<string, Surfaces>>>>>
  /** Month names must begin with a capital. */
  readonly capitalMonths: boolean
  /** Names that patterns use as `@name`; `common-rules.ts` says which it knows. */
  readonly classes: Readonly<Record<string, Surfaces>>
  /** In falling priority among matches of the same length; the common rules follow after them. */
  readonly rules: readonly RuleSet[]
  /** Words to which digits may be glued: `Q` in `Q3`. Currency words always may. */
  readonly prefixes: Surfaces
  /** Words to which a year may be tied with a hyphen: `mid-2021`. */
  readonly hyphenPrefixes: Surfaces
  /** Letters between hours and minutes: `u` in `15u30`. */
  readonly clockLetters: Surfaces
  /**
   * For syllables of spaced words: particles that may be glued to a word. A match starts where a word does, and ends at
   * the end of a word or before one of these.
   */
  readonly particles?: Surfaces
  readonly context: ContextData
}

/** Words around a bare number that tell a year or a month from a count. */
export interface ContextData {
  /** A year follows for certain: `in`, `since`. */
  readonly strongYearLeads: Surfaces
  /** A year may follow: `of`, `until`. */
  readonly weakYearLeads: Surfaces
  /** After these a number is a count: `metres`, 公里. */
  readonly counted: Surfaces
  /** Words without capital that may follow a year as well as anything else: `was`, `and`. */
  readonly continuations: Surfaces
  /** Nouns have capitals, so that one after a number is what it counts, and a year may stand alone: `wurde 2021 gewählt`. */
  readonly capitalNouns?: boolean
  /** What follows a year only: 议程. */
  readonly yearFollowers: Surfaces
  /** Stand between the members of a list: `,`, `and`. */
  readonly listJoiners: Surfaces
  /** Before a month name that stands alone. */
  readonly monthLeads: Surfaces
  /** Month names that are other words too, or short forms: alone they count only after a lead. */
  readonly weakMonths: Surfaces
}
