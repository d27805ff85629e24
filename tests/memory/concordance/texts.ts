import fc from 'fast-check'

/** Bits of which texts are made that are hard to search: compounds, apostrophes, wide and invisible characters, marks. */
const bits = [
  'verdrag', 'handels', 'Verdragen', 'van', 'de', 'VAN', 'e', 'é', 'e\u0301', 'ï', 'foto’s', "'s", 'İ', 'ſ', 's', 'K',
  '2021', '１２', 'Ａ', '国', '中', '，', '。', '中国', 'EU-', '-', '–', ' ', ' ', ' ', '\u00a0', '\u3000', '\u00ad',
  '\u200b', '.', ',', '“', '”', '(', '\u0301', 'か\u3099', 'ｶﾞ', '가', '\u1100\u1161', 'Σ', 'ς', '𠀀', '😀', '\n',
] // biome-ignore format: one list

export const hardText = fc.array(fc.constantFrom(...bits), { maxLength: 12 }).map((parts) => parts.join(''))

const plainBits = [
  'verdrag',
  'handels',
  'Verdragen',
  'van',
  'de',
  'foto’s',
  '2021',
  '国',
  '中',
  '，',
  'EU-',
  ' ',
  ' ',
  ' ',
  '.',
]

export const plainText = fc.array(fc.constantFrom(...plainBits), { maxLength: 12 }).map((parts) => parts.join(''))

/** A text, and often a part of it, which is then sure to be found unless words are cut. */
export const textAndPart = fc
  .tuple(fc.oneof(hardText, plainText), fc.nat(), fc.nat())
  .map(([text, a, b]): readonly [string, string] => {
    const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
    return [text, text.slice(from, to)]
  })
