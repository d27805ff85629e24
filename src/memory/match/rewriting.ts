import type { LanguageTag } from '../../core/types.ts'
import {
  type Amount,
  amountOf,
  type DecimalMark,
  decimalMarks,
  type Numeral,
  sameAmount,
  usualMark,
} from './amounts.ts'
import { isPositional, writeHan } from './han-numerals.ts'

/** A number of the target that is to give way. */
export interface Written {
  /** As it stands in the text, in whatever width. */
  readonly surface: string
  readonly numeral: Numeral
  /** The two characters before it and the one after it; fewer at an end of the text. */
  readonly before: string
  readonly after: string
  /** Member of a row such as 03-05-2021. */
  readonly isMember: boolean
}

/** What is to be done in every place of one number. */
export interface NumberChange {
  readonly old: Numeral
  readonly new: Numeral
  /** The old number is a member of a row such as 03-05-2021. */
  readonly isMember: boolean
  readonly sourceLanguage: LanguageTag
  readonly targetLanguage: LanguageTag
}

/**
 * The new number in the style of the one that it replaces: its separators, width and numerals. Which separator is the decimal
 * mark is tried for both texts; where answers differ, the usual marks of the languages decide, and else it is undefined.
 */
export function rewriteNumber(change: NumberChange, written: Written): string | undefined {
  if (written.numeral.kind === 'han') return rewriteHan(change, written)
  const answers: { readonly text: string; readonly source: DecimalMark; readonly target: DecimalMark }[] = []
  for (const source of decimalMarks)
    for (const target of decimalMarks) {
      const text = rewriteDigits(change, written, source, target)
      if (text !== undefined) answers.push({ text, source, target })
    }
  if (new Set(answers.map(({ text }) => text)).size < 2) return answers[0]?.text
  const [source, target] = [usualMark(change.sourceLanguage), usualMark(change.targetLanguage)]
  return answers.find((answer) => answer.source === source && answer.target === target)?.text
}

function rewriteDigits(
  change: NumberChange,
  written: Written,
  sourceMark: DecimalMark,
  targetMark: DecimalMark,
): string | undefined {
  const old = amountOf(change.old, sourceMark)
  const present = amountOf(written.numeral, targetMark)
  const amount = amountOf(change.new, sourceMark)
  if (!old || !present || !amount || !sameAmount(old, present)) return undefined
  const integer = paddedInteger(change, written, amount)
  const text = grouped(integer, groupMark(change, written.numeral.text, integer, sourceMark, targetMark))
  return inWidthOf(written.surface, amount.decimals === '' ? text : text + targetMark + amount.decimals)
}

/** Leading zeros as they are usual in that place: `03` in a row of digits, 3 before 日, `007` where the text copies it. */
function paddedInteger(change: NumberChange, written: Written, { integer }: Amount): string {
  if (!/^\d+$/u.test(change.new.text)) return integer
  const isDropped = change.isMember && !written.isMember
  if (written.numeral.text === change.old.text && !isDropped) return change.new.text
  const isPadded = /^0\d+$/u.test(written.numeral.text)
  return isPadded ? integer.padStart(written.numeral.text.length, '0') : integer
}

/** What parts groups of three digits in the new number; empty for nothing. */
function groupMark(
  change: NumberChange,
  present: string,
  integer: string,
  sourceMark: DecimalMark,
  targetMark: DecimalMark,
): string {
  const [whole = ''] = present.split(targetMark, 1)
  const own = /\D/u.exec(whole)?.[0]
  if (own !== undefined) return own
  const [newWhole = ''] = change.new.text.split(sourceMark, 1)
  const isUngrouped = whole.length > 3 || !/\D/u.test(newWhole) || change.new.kind === 'han'
  return isUngrouped || integer.length < 4 ? '' : targetMark === '.' ? ',' : '.'
}

const grouped = (integer: string, mark: string): string =>
  mark === '' ? integer : integer.replace(/\B(?=(?:\d{3})+$)/gu, mark)

/** Full-width digits and separators where the text to be replaced has them, and its own kind of space and apostrophe. */
function inWidthOf(surface: string, text: string): string {
  const isWide = /[０-９]/u.test(surface)
  const own = new Map<string, string>()
  for (const character of surface) {
    if (/[\s’‘＇]/u.test(character)) own.set(/\s/u.test(character) ? ' ' : "'", character)
    if (/[．，]/u.test(character)) own.set(character === '．' ? '.' : ',', character)
  }
  return Array.from(text, (character) => {
    if (isWide && /\d/u.test(character)) return String.fromCharCode(character.charCodeAt(0) + 0xfee0)
    return own.get(character) ?? character
  }).join('')
}

/** A lone numeral is a number only beside one of these: 一 is in many words as well. */
const beforeLone = /第$|分之$/u
const afterLone = /[年月日号號条條章节節款项項名位次届屆页頁卷岁歲季]/u

/** Words that end in 一, and numerals that go on with 几 (some). */
const endsInOne = /[统統唯专專同单單划劃]$/u
const goesOn = /^[几幾]/u

function isSureNumeral({ numeral: { text }, before, after }: Written): boolean {
  if (goesOn.test(after) || (text.startsWith('一') && endsInOne.test(before))) return false
  return text.length > 1 || beforeLone.test(before) || afterLone.test(after)
}

function rewriteHan(change: NumberChange, written: Written): string | undefined {
  const { text } = written.numeral
  const present = amountOf(written.numeral, '.')
  // A way of writing that would not come back, with 两 for instance, is left alone.
  if (!isSureNumeral(written) || !present || writeHan(present.integer, text) !== text) return undefined
  const answers = new Set<string>()
  for (const mark of decimalMarks) {
    const [old, amount] = [amountOf(change.old, mark), amountOf(change.new, mark)]
    if (!old || !amount || !sameAmount(old, present) || amount.decimals !== '') continue
    const answer = writeHan(amount.integer, text)
    if (answer !== undefined) answers.add(answer)
  }
  const [answer] = answers
  if (answer === undefined || answers.size > 1) return undefined
  return isPositional(text) || !needsOtherTwo(answer, written) ? answer : undefined
}

/** Two of something is 两, and so it may be before large units; after 第 and before months and days it is 二. */
function needsOtherTwo(answer: string, { before, after }: Written): boolean {
  if (/二[百千万萬亿億]/u.test(answer)) return true
  return answer === '二' && !beforeLone.test(before) && !/[月日号號]/u.test(after)
}
