const digitValues: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const smallUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const largeUnits: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }
const digits = '零一二三四五六七八九'

const numerals: ReadonlySet<string> = new Set('〇零一二两兩三四五六七八九十百千万萬亿億')
/** Digits one after another, as in a year; two without a zero may be an estimate (三四, three or four). */
const positionalPattern = /^(?:[〇零一二三四五六七八九]{3,16}|[一二三四五六七八九][〇零])$/u
/** Longer ones are no number that anybody wrote. */
const longest = 28

/** True for one Chinese numeral. */
export const isHanNumeral = (character: string): boolean => character.length === 1 && numerals.has(character)

/** True for digits one after another, as 二〇二一. */
export const isPositional = (text: string): boolean => positionalPattern.test(text)

/** The digits of a number in Chinese numerals, `3500` for 三千五百; undefined for those that make no sure number, such as 千万 or 三四. */
export function hanInteger(text: string): string | undefined {
  if (text.length > longest) return undefined
  if (isPositional(text)) return Array.from(text, (numeral) => digitValues[numeral]).join('')
  let total = 0
  let section = 0
  let digit = -1
  for (const numeral of text) {
    const value = digitValues[numeral]
    const unit = smallUnits[numeral]
    const large = largeUnits[numeral]
    if (value !== undefined) {
      if (digit >= 0) return undefined
      digit = value === 0 && text.length > 1 ? -1 : value
    } else if (unit !== undefined) {
      if (digit < 0 && unit !== 10) return undefined
      section += (digit < 0 ? 1 : digit) * unit
      digit = -1
    } else if (large !== undefined) {
      section += Math.max(digit, 0)
      if (total + section === 0) return undefined
      total = large === 1e8 ? (total + section) * large : total + section * large
      section = 0
      digit = -1
    }
  }
  const sum = total + section + Math.max(digit, 0)
  return Number.isSafeInteger(sum) && isUsual(text, sum) ? String(sum) : undefined
}

/** False for what is said otherwise or short: 一百五 is 150, not 105. */
function isUsual(text: string, value: number): boolean {
  const plain = text
    .replace(/[两兩]/gu, '二')
    .replaceAll('〇', '零')
    .replaceAll('萬', '万')
    .replaceAll('億', '亿')
  const full = plain.replace(/^十|零十/gu, (found) => found.replace('十', '一十'))
  return full === (value === 0 ? '零' : writeUnits(value))
}

/** The value of each numeral that is a digit: what a number might stand for that `hanInteger` cannot tell. */
export function hanDigits(text: string): readonly string[] {
  return Array.from(text, (numeral) => digitValues[numeral]).flatMap((value) =>
    value === undefined ? [] : String(value),
  )
}

/** Writes digits (`3500`) in the way of the numerals of `model`: positional or with units, its own zero, 万 or 萬; undefined when that cannot be done. */
export function writeHan(integer: string, model: string): string | undefined {
  if (!/^\d{1,12}$/u.test(integer)) return undefined
  const zero = model.includes('〇') ? '〇' : '零'
  if (isPositional(model)) {
    const zeroOfYears = model.includes('零') ? '零' : '〇'
    const written = Array.from(integer, (digit) => (digit === '0' ? zeroOfYears : digits[Number(digit)])).join('')
    return isPositional(written) ? written : undefined
  }
  if (integer.startsWith('0')) return undefined
  const written = writeUnits(Number(integer)).replace(/^一十/u, '十')
  const isTraditional = /[萬億]/u.test(model)
  return written
    .replaceAll('零', zero)
    .replaceAll('万', isTraditional ? '萬' : '万')
    .replaceAll('亿', isTraditional ? '億' : '亿')
}

function writeUnits(value: number): string {
  for (const [unit, numeral] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    if (value < unit) continue
    const rest = value % unit
    const gap = rest > 0 && rest < unit / 10 ? '零' : ''
    return writeUnits(Math.floor(value / unit)) + numeral + gap + (rest === 0 ? '' : writeUnits(rest))
  }
  return digits[value] ?? ''
}
