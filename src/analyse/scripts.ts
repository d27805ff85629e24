/** Scripts told apart by the detector; `Latn`, `Cyrl`, `Arab` and `Deva` are shared by several languages. */
const scripts: readonly (readonly [code: string, property: string])[] = [
  ['Latn', 'Latin'],
  ['Hani', 'Han'],
  ['Hira', 'Hiragana'],
  ['Kana', 'Katakana'],
  ['Hang', 'Hangul'],
  ['Cyrl', 'Cyrillic'],
  ['Arab', 'Arabic'],
  ['Deva', 'Devanagari'],
  ['Beng', 'Bengali'],
  ['Grek', 'Greek'],
  ['Thai', 'Thai'],
  ['Hebr', 'Hebrew'],
  ['Armn', 'Armenian'],
  ['Geor', 'Georgian'],
  ['Khmr', 'Khmer'],
  ['Laoo', 'Lao'],
  ['Mymr', 'Myanmar'],
  ['Taml', 'Tamil'],
  ['Telu', 'Telugu'],
  ['Knda', 'Kannada'],
  ['Mlym', 'Malayalam'],
  ['Gujr', 'Gujarati'],
  ['Guru', 'Gurmukhi'],
  ['Sinh', 'Sinhala'],
  ['Tibt', 'Tibetan'],
  ['Ethi', 'Ethiopic'],
]

/** How many letters of each script (ISO 15924 code) a text holds; scripts without a letter are left out. */
export function countScripts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [code, property] of scripts) {
    const count = text.match(new RegExp(`\\p{Script=${property}}`, 'gu'))?.length ?? 0
    if (count > 0) counts.set(code, count)
  }
  return counts
}

/** The script with the most letters, a Han character or kana counting double because it says more; undefined without letters. */
export function mainScript(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined
  let most = 0
  for (const [code, count] of counts) {
    const weight = count * (wide.has(code) ? 2 : 1)
    if (weight > most) [best, most] = [code, weight]
  }
  return best
}
const wide: ReadonlySet<string> = new Set(['Hani', 'Hira', 'Kana', 'Hang'])
