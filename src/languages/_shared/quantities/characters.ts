import { isSpace } from '../../../core/text.ts'

/** What a UTF-16 unit is to the lexer. Ideographs are all signs of scripts without spaces: each is a token of its own. */
export type CharacterKind = 'space' | 'digit' | 'letter' | 'ideograph' | 'sign'

const letterPattern = /[\p{L}\p{M}]/u

/** Digit value of an ASCII or full-width digit, or -1. */
export function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10
  return -1
}

/** Kind of a UTF-16 unit; halves of surrogate pairs count as signs. */
export function kindOf(code: number): CharacterKind {
  if (code < 128) return kindOfAscii(code)
  if (isIdeograph(code)) return 'ideograph'
  if (code >= 0xc0 && code <= 0x24f) return code === 0xd7 || code === 0xf7 ? 'sign' : 'letter'
  if (digitOf(code) >= 0) return 'digit'
  if (isSpace(code) || code === 0x200b) return 'space'
  if (code >= 0x2000 && code <= 0x2bff) return 'sign'
  if (code >= 0x3000 && code <= 0x303f) return 'sign'
  if (code >= 0xd800 && code <= 0xdfff) return 'sign'
  return letterPattern.test(String.fromCharCode(code)) ? 'letter' : 'sign'
}

function kindOfAscii(code: number): CharacterKind {
  const lower = code | 32
  if (lower >= 97 && lower <= 122) return 'letter'
  if (code >= 48 && code <= 57) return 'digit'
  return isSpace(code) ? 'space' : 'sign'
}

/** Han with its zeros 〇 and ○, kana, Hangul syllables. */
export function isIdeograph(code: number): boolean {
  if (code < 0x25cb) return false
  if (code >= 0x4e00 && code <= 0x9fff) return true
  return (
    code === 0x25cb ||
    (code >= 0x3005 && code <= 0x3007) ||
    (code >= 0x3041 && code <= 0x30fa) ||
    code === 0x30fc ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff)
  )
}

const folded: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\uff07': "'",
  '\u2010': '-',
  '\u2011': '-',
  '\uff0d': '-',
  '\u2012': '–',
  '\u2015': '—',
  '\u2212': '-',
  '\u301c': '~',
  '\uff5e': '~',
  '\u223c': '~',
  '％': '%',
  '＄': '$',
  '￥': '¥',
  '￡': '£',
  '（': '(',
  '）': ')',
  '：': ':',
  '，': ',',
  '．': '.',
  '／': '/',
  '＋': '+',
  '＃': '#',
}

/** The plain form of a sign, so that full-width and typographic variants meet. Always one UTF-16 unit. */
export function foldSign(character: string): string {
  return folded[character] ?? character
}

const vulgar: Readonly<Record<string, string>> = {
  '½': '0.5',
  '⅓': '0.333333',
  '⅔': '0.666667',
  '¼': '0.25',
  '¾': '0.75',
  '⅕': '0.2',
  '⅖': '0.4',
  '⅗': '0.6',
  '⅘': '0.8',
  '⅙': '0.166667',
  '⅛': '0.125',
  '⅜': '0.375',
  '⅝': '0.625',
  '⅞': '0.875',
}

/** Decimal form of a fraction character such as `½`. */
export function vulgarFraction(character: string): string | undefined {
  return vulgar[character]
}

/** Units that stand glued to digits (`5km`, `10kW`); letter case matters, since `5G` and `4K` are names. */
export const attachedUnits: readonly string[] = (
  'm cm mm km nm µm g kg mg t l L ml dl ha s h min W kW MW GW TW kWh MWh GWh TWh V kV Hz kHz MHz GHz ' +
  'kB KB MB GB TB PB KiB MiB GiB bit bits bytes Mbps Gbps kbps dB kcal cal J kJ MJ Pa hPa kPa N x pk px pt mol ppm km² km³ m² m³ mph kmh kn'
).split(' ')
