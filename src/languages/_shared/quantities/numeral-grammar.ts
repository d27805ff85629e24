import { cleanNumber } from './keys.ts'
import type { Atom, Content, Token } from './tokens.ts'

/** What a phrase of number words and digits adds up to. */
export interface Phrase {
  /** Index after its last token. */
  readonly end: number
  readonly value: number
  readonly ordinal: boolean
  /** Power of ten of the multipliers at its end, from a hundred up; else 0. */
  readonly scale: number
}

/** How a language's numbers are put together; Han numerals know no joiners. */
export interface GrammarStyle {
  readonly han: boolean
  /** Whether zeros are left out: 一万二. */
  readonly short?: boolean
  /** Whether a space may part groups: 3억 5천만. */
  readonly spacedGroups?: boolean
}

interface Part {
  readonly end: number
  readonly value: number
  /** Decimal form when it was digits, so that `1.1 million` is exact. */
  readonly literal?: string
  readonly ordinal: boolean
  /** Power of ten of its last multiplier, 0 when it ends in a digit; undefined when a zero was spoken. */
  readonly last: number | undefined
}

/** Longer phrases are no numbers that anybody writes. */
const longestPhrase = 40

/** Reads the longest number that begins at token `start`; undefined when none does. */
export function readPhrase(tokens: readonly Token[], start: number, style: GrammarStyle): Phrase | undefined {
  const groups: { value: number; exponent: number }[] = []
  let at = start
  let ordinal = false
  let exact: number | undefined
  while (at - start < longestPhrase && !ordinal) {
    const whole = readGroup(tokens, at, style, groups.length > 0)
    const group = whole && readDecimals(tokens, whole, style)
    const scales = group?.ordinal
      ? undefined
      : readScales(tokens, group?.end ?? at, group !== undefined || standsAlone(tokens, at), style)
    if (!group && !scales) break
    const previous = groups.at(-1)
    if (previous && !mayContinue(tokens, at, group, scales, previous.exponent, style)) break
    ordinal = scales?.ordinal ?? group?.ordinal ?? false
    const exponent = scales?.exponent ?? 0
    exact = groups.length === 0 && group?.literal !== undefined ? Number(`${group.literal}e${exponent}`) : undefined
    const short = style.short && !scales && tokens[at]?.content?.kind !== 'zero'
    pushGroup(groups, group?.value ?? 1, exponent, short ? shorthandFactor(group, previous) : 1)
    at = scales?.end ?? group?.end ?? at
    if (!scales) break
  }
  if (at === start) return undefined
  const value = exact ?? cleanNumber(groups.reduce((sum, part) => sum + part.value * 10 ** part.exponent, 0))
  const scale = scaleAtEnd(tokens.slice(start, at), at - start)
  const half = scale > 0 && !ordinal ? endOfHalf(tokens, at) : undefined
  return half === undefined
    ? { end: at, value, ordinal, scale }
    : { end: half, value: cleanNumber(value + 10 ** scale / 2), ordinal, scale }
}

/** Index after a half that belongs to the multiplier before it: `rưỡi`, `y medio`. */
function endOfHalf(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.content?.kind === 'halfAfter') return at + 1
  return isJoinedHalf(tokens, at) ? at + 2 : undefined
}

/** `y medio` in `dos y medio`; the hyphen of `one-half` joins nothing. */
function isJoinedHalf(tokens: readonly Token[], at: number): boolean {
  const joiner = tokens[at]
  return joiner?.content?.kind === 'tenUnit' && joiner.norm !== '-' && tokens[at + 1]?.content?.kind === 'half'
}

function scaleAtEnd(tokens: readonly Token[], end: number): number {
  let scale = 0
  for (let at = end - 1; at >= 0; at--) {
    const atom = tokens[at]?.content
    if (atom?.kind !== 'scale' && (atom?.kind !== 'unit' || atom.exponent < 2)) break
    scale += atom.exponent
  }
  return scale
}

/** `duizend` and 十 need no number before them; `million` does. */
function standsAlone(tokens: readonly Token[], at: number): boolean {
  const atom = tokens[at]?.content
  return atom?.kind === 'scale' && atom.alone
}

/** A smaller group follows a larger one; a larger one takes all before it (`1200 million`, 三万二千亿). */
function pushGroup(
  groups: { value: number; exponent: number }[],
  value: number,
  exponent: number,
  factor: number,
): void {
  let sum = value * factor
  while (groups.length > 0 && exponent > 0) {
    const previous = groups.at(-1)
    if (!previous || previous.exponent >= exponent) break
    sum += previous.value * 10 ** previous.exponent
    groups.pop()
  }
  groups.push({ value: sum, exponent })
}

/** 一万二 is 12000: a last digit without zero takes the next place. */
function shorthandFactor(group: Part | undefined, previous: { readonly exponent: number } | undefined): number {
  if (!previous || group?.last !== 0 || group.value >= 10) return 1
  return 10 ** (previous.exponent - 1)
}

function mayContinue(
  tokens: readonly Token[],
  at: number,
  group: Part | undefined,
  scales: { readonly exponent: number } | undefined,
  exponent: number,
  style: GrammarStyle,
): boolean {
  if (!group && (style.han || !scales || scales.exponent >= exponent)) return false
  if (group && group.value >= 10 ** exponent) return false
  if (scales && scales.exponent === exponent) return false
  if (tokens[at]?.gap === 'break') return false
  if (style.han) return tokens[at]?.gap === 'none' || style.spacedGroups === true
  const digits = tokens[at]?.content?.kind === 'literal'
  const afterDigits = tokens[at - 2]?.content?.kind === 'literal'
  return digits === afterDigits && (!digits || scales !== undefined)
}

/** Multipliers of whole groups, rising: `thousand million`, 万亿; an infix such as 多 may stand before the first. */
function readScales(
  tokens: readonly Token[],
  start: number,
  hasValue: boolean,
  style: GrammarStyle,
): { readonly end: number; readonly exponent: number; readonly ordinal: boolean } | undefined {
  if (!hasValue && !style.han) return undefined
  let at = start
  if (tokens[at]?.content?.kind === 'infix' && tokens[at + 1]?.content?.kind === 'scale') at++
  let exponent = 0
  let last = 0
  for (; ; at++) {
    const atom = tokens[at]?.content
    if (atom?.kind !== 'scale' || atom.exponent < last || (at > start && tokens[at]?.gap === 'break')) break
    last = atom.exponent
    exponent += atom.exponent
    if (atom.ordinal || exponent > 24) return { end: at + 1, exponent: Math.min(exponent, 24), ordinal: atom.ordinal }
  }
  return exponent === 0 ? undefined : { end: at, exponent, ordinal: false }
}

/** A number below the smallest group multiplier: `two hundred and five`, 二千零五, or digits. */
function readGroup(tokens: readonly Token[], start: number, style: GrammarStyle, inside: boolean): Part | undefined {
  const first = skipJoiner(tokens, start, style, inside)
  const small = readSmall(tokens, first, style)
  const unit = unitAt(tokens, small?.end ?? first, small, style)
  if (!unit) return small && isWholeHundred(small) ? readRest(tokens, { ...small, last: 2 }, style) : small
  const literal = small?.literal === undefined ? undefined : shift(small.literal, unit.exponent)
  const value = (small?.value ?? 1) * 10 ** unit.exponent
  const head = { end: unit.end, value, ordinal: unit.ordinal, last: unit.exponent, ...(literal && { literal }) }
  return unit.ordinal ? head : readRest(tokens, head, style)
}

/** `doscientos`: a multiplier and its number in one word. */
function isWholeHundred({ value, literal, ordinal }: Part): boolean {
  return literal === undefined && !ordinal && value >= 100 && value < 1000 && value % 100 === 0
}

/** What follows the first multiplier of a group: smaller ones with their digits, and a last digit. */
function readRest(tokens: readonly Token[], head: Part & { readonly last: number }, style: GrammarStyle): Part {
  let sum: Part & { readonly last: number } = head
  for (;;) {
    const at = skipJoiner(tokens, sum.end, style, true)
    if (at !== sum.end && !readsOn(tokens, at, style)) return sum
    const small = readSmall(tokens, at, style)
    const unit = unitAt(tokens, small?.end ?? at, small, style)
    if (unit ? unit.exponent >= sum.last || (small?.value ?? 1) >= 100 : !small || small.value >= 10 ** sum.last)
      return sum
    if (!unit)
      return small ? addLast(sum, small, style.short === true && tokens[at - 1]?.content?.kind !== 'zero') : sum
    const value = sum.value + (small?.value ?? 1) * 10 ** unit.exponent
    sum = { end: unit.end, value, ordinal: unit.ordinal, last: unit.exponent }
    if (unit.ordinal) return sum
  }
}

/** The digit at the end of a group; in Han after a hundred without zero it takes the next place: 三百五 is 350. */
function addLast(sum: Part & { readonly last: number }, digit: Part, short: boolean): Part {
  const shifted = short && digit.value < 10 && sum.last > 1
  const value = sum.value + digit.value * (shifted ? 10 ** (sum.last - 1) : 1)
  return { end: digit.end, value, ordinal: digit.ordinal, last: shifted ? undefined : 0 }
}

function shift(literal: string, exponent: number): string {
  return literal.includes('.') ? String(Number(`${literal}e${exponent}`)) : literal + '0'.repeat(exponent)
}

/** After `hundred and` there must be a number below a hundred that is not multiplied itself. */
function readsOn(tokens: readonly Token[], at: number, style: GrammarStyle): boolean {
  if (style.han) return true
  const part = readSmall(tokens, at, style)
  const next = part && tokens[part.end]?.content?.kind
  return part !== undefined && part.literal === undefined && part.value < 100 && next !== 'unit'
}

function skipJoiner(tokens: readonly Token[], at: number, style: GrammarStyle, inside: boolean): number {
  const kind = tokens[at]?.content?.kind
  if (!inside) return at
  if (style.han) return kind === 'zero' ? at + 1 : at
  const joins = kind === 'hundredJoin' || (kind === 'unitTen' && tokens[at]?.gap === 'none')
  return joins ? at + 1 : at
}

function unitAt(
  tokens: readonly Token[],
  at: number,
  part: Part | undefined,
  style: GrammarStyle,
): { readonly end: number; readonly exponent: number; readonly ordinal: boolean } | undefined {
  if (part?.ordinal) return undefined
  const skip = part && tokens[at]?.content?.kind === 'infix' && tokens[at + 1]?.content?.kind === 'unit' ? 1 : 0
  const atom = tokens[at + skip]?.content
  if (atom?.kind !== 'unit' || tokens[at + skip]?.gap === 'break') return undefined
  if (!part && !atom.alone && !style.han && !leadsToOrdinal(tokens, at)) return undefined
  return { end: at + skip + 1, exponent: atom.exponent, ordinal: atom.ordinal }
}

/** `(the) hundred and first`. */
function leadsToOrdinal(tokens: readonly Token[], at: number): boolean {
  const last = tokens[at + 2]?.content
  return tokens[at + 1]?.content?.kind === 'hundredJoin' && last?.kind === 'value' && last.ordinal
}

/** Digits, a number word below a hundred, `half (a)`, or an article before a multiplier. */
function readSmall(tokens: readonly Token[], at: number, style: GrammarStyle): Part | undefined {
  const atom = tokens[at]?.content
  switch (atom?.kind) {
    case 'literal':
      return { end: at + 1, value: Number(atom.literal), literal: atom.literal, ordinal: atom.ordinal, last: 0 }
    case 'zero':
      return { end: at + 1, value: 0, ordinal: false, last: 0 }
    case 'half':
      return readHalf(tokens, at)
    case 'article':
      return isMultiplier(tokens[at + 1]?.content) ? { end: at + 1, value: 1, ordinal: false, last: 0 } : undefined
    case 'value':
      return readBelowHundred(tokens, at, atom, style)
    default:
      return undefined
  }
}

function isMultiplier(atom: Content | undefined): boolean {
  return (atom?.kind === 'unit' || atom?.kind === 'scale') && !atom.ordinal
}

function readHalf(tokens: readonly Token[], at: number): Part | undefined {
  const end = tokens[at + 1]?.content?.kind === 'article' ? at + 2 : at + 1
  return tokens[end]?.content?.kind === 'scale' ? { end, value: 0.5, ordinal: false, last: 0 } : undefined
}

function readBelowHundred(
  tokens: readonly Token[],
  at: number,
  atom: Atom & { readonly kind: 'value' },
  style: GrammarStyle,
): Part {
  const alone = { end: at + 1, value: atom.value, ordinal: atom.ordinal, last: 0 }
  if (atom.ordinal) return readOrdinalUnit(tokens, alone)
  const half =
    tokens[at + 1]?.content?.kind === 'half' && atom.value === 1 && tokens[at + 1]?.gap !== 'break'
      ? readHalf(tokens, at + 1)
      : undefined
  if (half && !style.han) return half
  const afterHalf = endOfAndAHalf(tokens, at + 1)
  if (afterHalf !== undefined) return { end: afterHalf, value: atom.value + 0.5, ordinal: false, last: 0 }
  if (isJoinedHalf(tokens, at + 1)) return { end: at + 3, value: atom.value + 0.5, ordinal: false, last: 0 }
  return atom.value < 10
    ? (readUnitAndTen(tokens, at, atom.value) ?? alone)
    : (readTenAndUnit(tokens, at, atom.value) ?? alone)
}

/** `vigésimo primero`: an ordinal ten with an ordinal unit. */
function readOrdinalUnit(tokens: readonly Token[], ten: Part): Part {
  const unit = tokens[ten.end]
  if (ten.value % 10 !== 0 || unit?.gap !== 'space' || unit.content?.kind !== 'value') return ten
  const { value, ordinal } = unit.content
  return ordinal && value >= 1 && value < 10 ? { ...ten, end: ten.end + 1, value: ten.value + value } : ten
}

/** Index after `and a half`, `-and-a-half`, `en een half`. */
function endOfAndAHalf(tokens: readonly Token[], start: number): number | undefined {
  const skipHyphen = (at: number): number => (tokens[at]?.norm === '-' && tokens[at]?.gap === 'none' ? at + 1 : at)
  const and = skipHyphen(start)
  const article = skipHyphen(and + 1)
  const half = skipHyphen(article + 1)
  const joins = tokens[and]?.content?.kind
  const one = tokens[article]?.content
  const isSpelled = joins === 'unitTen' && one?.kind === 'value' && one.value === 1 && tokens[and]?.gap === 'space'
  if (!isSpelled && !(joins === 'hundredJoin' && one?.kind === 'article')) return undefined
  return tokens[half]?.content?.kind === 'half' ? half + 1 : undefined
}

/** `vijfentwintig`, `tweeënhalf`. */
function readUnitAndTen(tokens: readonly Token[], at: number, unit: number): Part | undefined {
  const joiner = tokens[at + 1]
  const ten = tokens[at + 2]
  if (joiner?.content?.kind !== 'unitTen' || joiner.gap !== 'none' || ten?.gap !== 'none') return undefined
  if (ten.content?.kind === 'half') return { end: at + 3, value: unit + 0.5, ordinal: false, last: 0 }
  if (ten.content?.kind !== 'value' || ten.content.value < 20 || ten.content.value % 10 !== 0) return undefined
  return { end: at + 3, value: unit + ten.content.value, ordinal: ten.content.ordinal, last: 0 }
}

/** `twenty-five`, `twenty five`, `soixante-dix`. */
function readTenAndUnit(tokens: readonly Token[], at: number, ten: number): Part | undefined {
  if (ten % 10 !== 0 || ten < 20 || ten >= 100) return undefined
  const joined = tokens[at + 1]?.content?.kind === 'tenUnit'
  if (joined && tokens[at + 1]?.norm === '-' && (tokens[at + 1]?.gap !== 'none' || tokens[at + 2]?.gap !== 'none'))
    return undefined
  const index = joined ? at + 2 : at + 1
  const unit = tokens[index]
  if (unit?.content?.kind !== 'value' || unit.gap === 'break' || unit.content.value < 1) return undefined
  const most = ten === 60 || ten === 80 ? 20 : 10
  if (unit.content.value >= most || !Number.isInteger(unit.content.value)) return undefined
  return { end: index + 1, value: ten + unit.content.value, ordinal: unit.content.ordinal, last: 0 }
}

/** 三点五, `three point five`: single digits after the word for the sign. */
function readDecimals(tokens: readonly Token[], part: Part, style: GrammarStyle): Part {
  if (tokens[part.end]?.content?.kind !== 'point' || !Number.isInteger(part.value)) return part
  let at = part.end + 1
  let decimals = ''
  for (; at - part.end < 12; at++) {
    const atom = tokens[at]?.content
    if (style.han && tokens[at]?.gap !== 'none') break
    if (atom?.kind === 'zero') decimals += '0'
    else if (atom?.kind === 'value' && atom.value < 10 && Number.isInteger(atom.value) && !atom.ordinal)
      decimals += atom.value
    else break
  }
  if (decimals === '') return part
  const literal = `${part.value}.${decimals}`
  return { end: at, value: Number(literal), literal, ordinal: false, last: undefined }
}
