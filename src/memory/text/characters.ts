/** What a code point is to folding and to tokens. */
export const other = 0
/** Letter or digit of a script that puts spaces between words. */
export const wordLetter = 1
/** Letter or digit of a script without spaces: a token by itself. */
export const wideLetter = 2
/** Holds two parts of a word together: apostrophe, hyphen. */
export const joiner = 3
/** Combining mark: belongs to what stands before it. */
export const mark = 4

// Scripts written without spaces between words; extensions bring in what several of them share, such as the kana length mark.
const widePattern =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u
const letterPattern = /^[\p{L}\p{N}]$/u
const markPattern = /^\p{M}$/u

// Kernel: the functions below run for each character of an import, so that the common scripts are told by comparing numbers.
/** Class of a code point, in folded text and in text as it stands. */
export function classOf(code: number): number {
  if (code < 0x80) return classOfAscii(code)
  if (code < 0x250) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 ? wordLetter : classOfRare(code)
  if (isHan(code) || isKana(code)) return wideLetter
  if (code >= 0x2010 && code <= 0x2212) return isHyphen(code) || isApostrophe(code) ? joiner : classOfRare(code)
  if (code >= 0xff01 && code <= 0xff5e) return classOfAscii(code - 0xfee0)
  if ((code >= 0xac00 && code <= 0xd7a3) || isCyrillic(code)) return wordLetter
  return isHyphen(code) || isApostrophe(code) ? joiner : classOfRare(code)
}

function classOfAscii(code: number): number {
  const lower = code | 0x20
  if ((lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39)) return wordLetter
  return code === 0x27 || code === 0x2d ? joiner : other
}

function classOfRare(code: number): number {
  if (code === 0xb4) return joiner
  const character = String.fromCodePoint(code)
  if (letterPattern.test(character)) return widePattern.test(character) ? wideLetter : wordLetter
  return markPattern.test(character) ? mark : other
}

export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0x20000 && code <= 0x2a6df)

const isKana = (code: number): boolean => (code >= 0x3041 && code <= 0x3096) || (code >= 0x30a1 && code <= 0x30fa)

const isCyrillic = (code: number): boolean => code >= 0x400 && code <= 0x52f && (code < 0x482 || code > 0x489)

/** Hyphens, the non-breaking one, the dashes that stand for it in `1990–1995`, and minus; the em dash parts words. */
const isHyphen = (code: number): boolean =>
  code === 0x2d || (code >= 0x2010 && code <= 0x2013) || code === 0x2212 || code === 0xfe63

const isApostrophe = (code: number): boolean =>
  code === 0x27 || (code >= 0x2018 && code <= 0x201b) || code === 0x2bc || code === 0xb4

const isQuote = (code: number): boolean => code >= 0x201c && code <= 0x201f

/** White space of every width, line ends included. */
export const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x85 ||
  code === 0x1680

/** Shows nothing: soft hyphen, zero-width spaces and joiners, marks of direction, selectors of variants. */
export const isGone = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069) ||
  code === 0xfeff ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code === 0x61c ||
  code === 0x34f ||
  code === 0x180e ||
  (code >= 0xe0100 && code <= 0xe01ef)

/** The usual form of quotes, apostrophes, hyphens and wide ASCII; any other code point itself. */
export function usualOf(code: number): number {
  if (code < 0xb4) return code
  if (isApostrophe(code)) return 0x27
  if (isQuote(code)) return 0x22
  if (isHyphen(code)) return 0x2d
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code
}

/**
 * True for characters that composition leaves alone and that fold to exactly one: what most texts are made of. Others, such as
 * combining marks, send their text the long way.
 */
export function isSimple(code: number): boolean {
  if (code < 0x250) return code !== 0xad
  if (code < 0x370) return code === 0x2bc
  if (code < 0x2010) return isCyrillic(code) || (code >= 0x2002 && code <= 0x200a)
  if (code < 0x2060) return code < 0x202a || code > 0x202e
  if (code < 0x3000) return code === 0x20ac || code === 0x2122 || code === 0x2212
  if (code < 0x3030) return code < 0x302a
  return isKana(code) || code === 0x30fb || isSimpleWide(code)
}

const isSimpleWide = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xff01 && code <= 0xff5e)
