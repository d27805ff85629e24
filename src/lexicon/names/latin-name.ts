/** One word of a name in Latin letters, or one side of a hyphen. */
export interface NameWord {
  /** As written, without the marks around it. */
  readonly text: string
  /** a to z only. */
  readonly letters: string
  /** Lower case with its accents, composed. */
  readonly marked: string
  /** A hyphen ties it to the word before. */
  readonly isTied: boolean
}

/** A name in Latin letters, cut into words. */
export interface LatinName {
  readonly words: readonly NameWord[]
  /** Letters of all words, parted by spaces: equal for names that differ in accents and case alone. */
  readonly key: string
}

/** Longer input is no name; what stands behind is not looked at. */
const maxLength = 120
const maxWords = 8

/**
 * Cuts a name into words: at spaces, hyphens and, as in `KojiYamazaki`, before a capital inside a word. Initials and
 * abbreviations with a full stop (`J.`, `Dr.`) are left out where other words stand.
 */
export function parseLatinName(name: string): LatinName {
  const found: NameWord[] = []
  let last = 0
  for (const match of name.normalize('NFC').slice(0, maxLength).matchAll(wordPattern)) {
    const between = match.input.slice(last, match.index)
    last = match.index + match[0].length
    const isTied = found.length > 0 && /[-\u2010-\u2015]$/u.test(between)
    for (const [i, text] of match[0].split(innerCapital).entries()) {
      const letters = foldName(text)
      if (letters !== '') found.push({ text, letters, marked: text.toLowerCase(), isTied: isTied && i === 0 })
    }
  }
  const full = found.filter((word) => !(word.text.endsWith('.') && word.letters.length < 4))
  const words = (full.length > 0 ? full : found).slice(0, maxWords)
  return { words, key: words.map((word) => word.letters).join(' ') }
}

/** Equal for names whose words stand in another order. */
export const orderlessKey = (name: LatinName): string => [...name.words.map((word) => word.letters)].sort().join(' ')

const wordPattern = /[\p{Script=Latin}\p{M}'’ʼ]+\.?/gu
const innerCapital = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/u

const special: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
}

/** Letters a to z of a word, without accents. */
export function foldName(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z]*$/u.test(lower)) return lower
  return lower
    .replace(/[đðøłıæœßþ]/gu, (letter) => special[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z]/gu, '')
}

/** Words that a hyphen ties, together: `Jae-in` is one group. */
export function groupWords(words: readonly NameWord[]): readonly (readonly NameWord[])[] {
  const groups: NameWord[][] = []
  for (const word of words) {
    const last = groups.at(-1)
    if (last !== undefined && word.isTied) last.push(word)
    else groups.push([word])
  }
  return groups
}
