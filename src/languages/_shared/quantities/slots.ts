import type { QuantityData } from './data.ts'
import type { DateParts } from './keys.ts'
import { addSurface, createSurfaceTree, longestSurface } from './surfaces.ts'
import { type Content, type NumberValue, numberIn, type Token } from './tokens.ts'

/** What a slot took: a number, the value of a word, or a part that the lexer read whole. */
export type SlotValue =
  | { readonly kind: 'number'; readonly number: NumberValue }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'date'; readonly date: DateParts }
  | { readonly kind: 'clock'; readonly hours: number; readonly minutes: number }

/** Tries a slot at a token; undefined when it does not fit. */
export type SlotMatcher = (
  tokens: readonly Token[],
  at: number,
) => { readonly end: number; readonly value: SlotValue } | undefined

/** A slot with the norms that its words begin with; it has none when it looks at the content of a token. */
export interface Slot {
  readonly match: SlotMatcher
  readonly starts: readonly string[]
}

type NumberTest = (number: NumberValue) => boolean

/**
 * Number slots: `n` any number, `N` one that is a number without help, `big` one with a multiplier, `p` two or more,
 * `oneBig` a million and the like, `round` hundreds, `one` one, `few` 2 to 100, `low` 2 to 4, `e` 1 to 99, `t` 1 to 9, `hundred` 100, `id` whole
 * and in digits; `o` ordinal; `y` a year of four digits, `Y` any year, `w` a year in words, `yy` two digits of a year, `E` year of an era, `m` month,
 * `M` month as an ordinal, `d` day (ordinals too), `c` century, `k` decade, `h` and
 * `i` hours and minutes, `H` hours in digits, `x` up to three digits that a full stop makes an ordinal; `a` and `b` numerator and denominator. For Han: `old` 98 in 98年,
 * `any` a whole number that needs what stands around it to be one, `wordYear` a year in words;
 * `dayAlone` a day without month, `hanPart` and `hanDay` parts of a date in characters, `congress` 十八 in 十八大.
 */
const numberSlots: Readonly<Record<string, NumberTest>> = {
  n: isAmount,
  N: standsAlone,
  big: (number) => isAmount(number) && number.scale > 0,
  y: isYear,
  w: (number) => isCardinal(number) && number.form === 'words' && isBetween(number, 1000, 2199),
  Y: (number) => isCardinal(number) && isBetween(number, 1, 9999),
  yy: (number) => number.digits.length === 2 && !number.ordinal,
  m: (number) => isPart(number, 1, 12) && !number.ordinal,
  d: (number) => isPart(number, 1, 31),
  E: (number) => isCardinal(number) && isBetween(number, 1, 199) && !hasLeadingZero(number),
  oneBig: (number) => number.scale > 0 && number.value === 10 ** number.scale,
  M: (number) => number.ordinal && isBetween(number, 1, 12),
  id: (number) => number.digits !== '' && !number.ordinal && !hasLeadingZero(number),
  h: (number) => isPart(number, 0, 24) && !number.ordinal,
  hh: (number) => number.form === 'words' && number.value % 1 === 0.5 && isBetween(number, 1, 13),
  H: (number) => isPart(number, 0, 24) && !number.ordinal && number.digits !== '',
  i: (number) => isPart(number, 0, 59) && !number.ordinal,
  x: (number) => isCardinal(number) && /^[1-9]\d{0,2}$/.test(number.digits),
  o: (number) => number.ordinal && isBetween(number, 1, 9999),
  c: (number) => isCardinal(number) && isBetween(number, 1, 30),
  k: isDecade,
  a: (number) => isCardinal(number) && isBetween(number, 2, 99),
  e: (number) => isCardinal(number) && isBetween(number, 1, 99) && !hasLeadingZero(number),
  b: (number) => number.form !== 'positional' && !number.ordinal && isBetween(number, 2, 10000),
  one: (number) => isCardinal(number) && number.value === 1,
  low: (number) => isCardinal(number) && isBetween(number, 2, 4),
  few: (number) => isCardinal(number) && isBetween(number, 2, 100),
  p: (number) => isAmount(number) && (number.value >= 2 || !Number.isInteger(number.value) || number.form === 'digits'),
  round: (number) => isAmount(number) && number.value % 100 === 0,
  hundred: (number) => number.value === 100,
  old: isShortYear,
  dayAlone: (number) => isPart(number, 1, 31) && !number.ordinal && (number.digits !== '' || number.value > 10),
  hanPart: (number) => isPart(number, 1, 12) && number.digits === '',
  hanDay: (number) => isPart(number, 10, 30) && number.digits === '',
  congress: (number) => number.form === 'words' && isBetween(number, 12, 40),
  any: (number) => !number.ordinal && Number.isInteger(number.value),
  wordYear: (number) => number.form === 'character' && number.digits === '' && isBetween(number, 1500, 2199),
  t: (number) => isCardinal(number) && isBetween(number, 1, 9.99),
}

function isBetween(number: NumberValue, least: number, most: number): boolean {
  return number.value >= least && number.value <= most
}

function isAmount(number: NumberValue): boolean {
  if (number.ordinal || number.form === 'positional' || hasLeadingZero(number)) return false
  return number.form !== 'bare' || number.value >= 1e5
}

function hasLeadingZero({ digits }: NumberValue): boolean {
  return digits.length > 1 && digits.startsWith('0')
}

/** Number words below two, single Han numerals and multipliers without a number say nothing by themselves. */
function standsAlone(number: NumberValue): boolean {
  return isAmount(number) && ['digits', 'mixed', 'words'].includes(number.form)
}

function isCardinal(number: NumberValue): boolean {
  return !number.ordinal && number.form !== 'bare' && number.form !== 'mixed' && Number.isInteger(number.value)
}

/** A whole number of at most two digits, `03` too. */
function isPart(number: NumberValue, least: number, most: number): boolean {
  if (number.form === 'mixed' || number.form === 'positional' || number.form === 'bare') return false
  return Number.isInteger(number.value) && number.digits.length <= 2 && isBetween(number, least, most)
}

/** Hundreds before 1500 are counts sooner than years. */
function isYear(number: NumberValue): boolean {
  if (number.digits.length !== 4 || number.ordinal) return false
  return isBetween(number, 1000, 2199) && (number.value >= 1500 || number.value % 100 !== 0)
}

/** 98年 and 08年 are years; 50年, 65年 and 12年 are counts of them. */
function isShortYear({ digits, ordinal, value }: NumberValue): boolean {
  return digits.length === 2 && !ordinal && (digits.startsWith('0') || (value > 80 && value % 10 !== 0))
}

/** `90`, `00`, `1990`, or a word for ten to ninety. */
function isDecade(number: NumberValue): boolean {
  const { value, digits, form } = number
  if (number.ordinal || value % 10 !== 0 || form === 'bare') return false
  if (digits.length === 4) return isBetween(number, 1000, 2190)
  return digits.length === 2 || (digits === '' && form !== 'mixed' && isBetween(number, 10, 90))
}

/**
 * Gives the matcher of a slot: a number slot, `date`, `clock`, `dotted` (15.30), `dayMonth` (3.10), `r` (number of a section), `sign` (what
 * stands before an amount) or a word list.
 */
export function createSlots(data: QuantityData): (slot: string) => Slot {
  return (slot) => {
    const test = numberSlots[slot]
    if (test) return { match: numberMatcher(test, romanSlots.has(slot)), starts: [] }
    if (slot === 'date' || slot === 'clock') return { match: matchPart(slot), starts: [] }
    if (slot === 'dotted') return { match: matchDottedClock, starts: [] }
    if (slot === 'dayMonth') return { match: matchDayMonth, starts: [] }
    if (slot === 'r') return { match: matchSection, starts: [] }
    return slot === 'sign' ? signSlot(wordSlot(data, 'currency')) : wordSlot(data, slot)
  }
}

/** Slots that take Roman numerals too: `siglo XXI`, `quý III`. */
const romanSlots: ReadonlySet<string> = new Set(['c', 't'])

function romanIn(content: Content | undefined): NumberValue | undefined {
  return content?.kind === 'roman'
    ? { value: content.value, form: 'words', ordinal: false, scale: 0, literal: '', digits: '' }
    : undefined
}

function numberMatcher(test: NumberTest, isRoman: boolean): SlotMatcher {
  return (tokens, at) => {
    const number = numberIn(tokens[at]) ?? (isRoman ? romanIn(tokens[at]?.content) : undefined)
    return number && test(number) ? { end: at + 1, value: { kind: 'number', number } } : undefined
  }
}

function matchPart(kind: 'date' | 'clock'): SlotMatcher {
  return (tokens, at) => {
    const content = tokens[at]?.content
    if (content?.kind !== kind) return undefined
    return content.kind === 'date' || content.kind === 'clock' ? { end: at + 1, value: content } : undefined
  }
}

/** What stood in the text where digits with one full stop were read. */
function dottedDigits(token: Token | undefined): string {
  const content = token?.content
  return content?.kind === 'code' ? content.code : content?.kind === 'number' ? content.number.literal : ''
}

/** `3.10`, the day and the month. */
const matchDayMonth: SlotMatcher = (tokens, at) => {
  const [, day, month] = /^(\d{1,2})\.(\d{1,2})$/.exec(dottedDigits(tokens[at])) ?? []
  if (day === undefined) return undefined
  return { end: at + 1, value: { kind: 'date', date: { day: Number(day), month: Number(month) } } }
}

/** `15.30` before a word for hours. */
const matchDottedClock: SlotMatcher = (tokens, at) => {
  const [, hours, minutes] = /^(\d{1,2})\.([0-5]\d)$/.exec(dottedDigits(tokens[at])) ?? []
  if (hours === undefined || Number(hours) > 24) return undefined
  return { end: at + 1, value: { kind: 'clock', hours: Number(hours), minutes: Number(minutes) } }
}

/** Number of an article or chapter: `5`, `IV`, `5.2`, `5.2.1`, `36a`, `five`. */
const matchSection: SlotMatcher = (tokens, at) => {
  const word = sectionOf(tokens[at]?.content)
  return word === undefined ? undefined : { end: at + 1, value: { kind: 'word', word } }
}

function sectionOf(content: Content | undefined): string | undefined {
  if (content?.kind === 'roman') return String(content.value)
  if (content?.kind === 'code')
    return /^\d{1,4}(?:[a-z]|(?:\.\d{1,3}){1,4})$/.test(content.code) ? content.code : undefined
  if (content?.kind !== 'number') return undefined
  const { number } = content
  return !number.ordinal && isBetween(number, 0, 1999) ? number.literal || String(number.value) : undefined
}

function wordSlot(data: QuantityData, name: string): Slot {
  const tree = createSurfaceTree<string>()
  const rows = Object.entries(data.words).find(([slot]) => slot === name)?.[1] ?? {}
  for (const [value, surfaces] of Object.entries(rows)) for (const surface of surfaces) addSurface(tree, surface, value)
  const capital = name === 'month' && data.capitalMonths
  return {
    starts: [...tree.next.keys()],
    match: (tokens, at) => {
      if (!tree.next.has(tokens[at]?.norm ?? '') || (capital && tokens[at]?.shape === 'lower')) return undefined
      const found = longestSurface(tree, (index) => normInside(tokens, at, index), at)
      if (!found || (name === 'currency' && !isWritten(found.value, tokens[at]))) return undefined
      return { end: found.end, value: { kind: 'word', word: found.value } }
    },
  }
}

/** Only signs, codes and short forms stand before an amount: `Euro 2024` is no money. */
function signSlot({ match, starts }: Slot): Slot {
  return {
    starts,
    match: (tokens, at) => {
      const found = match(tokens, at)
      const last = tokens[(found?.end ?? 0) - 1]
      return last && (/[^\p{L}]$/u.test(last.norm) || (last.shape === 'upper' && last.norm.length === 3))
        ? found
        : undefined
    },
  }
}

/** A currency code is one only in capitals; `rub` and `try` are words. */
function isWritten(code: string, token: Token | undefined): boolean {
  return token?.norm !== code.toLowerCase() || token.shape === 'upper'
}

function normInside(tokens: readonly Token[], start: number, index: number): string | undefined {
  const token = tokens[index]
  return token && (index === start || token.gap !== 'break') ? token.norm : undefined
}
