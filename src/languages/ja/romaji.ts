const marked: Readonly<Record<string, string>> = {
  ā: 'a',
  ī: 'i',
  ū: 'u',
  ē: 'e',
  ō: 'o',
  â: 'a',
  î: 'i',
  û: 'u',
  ê: 'e',
  ô: 'o',
}

/** Kunrei and other spellings, as Hepburn writes them. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/tch/gu, 'cch'],
  [/sy(?=[auo])/gu, 'sh'],
  [/zy(?=[auo])/gu, 'j'],
  [/si/gu, 'shi'],
  [/ty/gu, 'ch'],
  [/ti/gu, 'chi'],
  [/tu/gu, 'tsu'],
  [/hu/gu, 'fu'],
  [/(?:zi|di|dji|dzi)/gu, 'ji'],
  [/(?:jy|dj)/gu, 'j'],
  [/(?:dzu|dsu|du)/gu, 'zu'],
  [/wo/gu, 'o'],
  [/m(?=[bpm])/gu, 'n'],
  [/oh(?![aeiouy])/gu, 'o'],
  [/ou|oo/gu, 'o'],
  [/([aiue])\1/gu, '$1'],
]

const romaji = /^(?:(?:cch|ssh|([kgstpbd])\1|[kgnhbpmr]y|sh|ch|ts|[kgsztdnhbpmyrwjf])?[aeiou]|n)+$/u

/**
 * Letters as Japanese readings are compared here: Hepburn, long vowels short (`Ōe`, `Ohe`, `Ooe` give `oe`), n before b and p.
 * Undefined when no Japanese word is written so.
 */
export function normaliseRomaji(name: string): string | undefined {
  const letters = [...name.normalize('NFC').toLowerCase()].map((letter) => marked[letter] ?? letter).join('')
  if (!/^[a-z]+$/u.test(letters)) return undefined
  const plain = spellings.reduce((text, [from, to]) => text.replace(from, to), letters)
  return romaji.test(plain) ? plain : undefined
}

const voiceless: readonly (readonly [string, readonly string[]])[] = [
  ['j', ['sh', 'ch']],
  ['z', ['s', 'ts']],
  ['g', ['k']],
  ['d', ['t']],
  ['b', ['h', 'f']],
  ['p', ['h', 'f']],
]

/** What a piece inside a name may have been before its first consonant was voiced (`zaki` from `saki`) or its first vowel merged with the last of `before`. */
export function pieceOrigins(piece: string, before: string): readonly string[] {
  const origins: string[] = []
  for (const [voiced, plain] of voiceless)
    if (piece.startsWith(voiced)) for (const each of plain) origins.push(each + piece.slice(1))
  const vowel = before.at(-1) ?? ''
  if ('aiueo'.includes(vowel) && vowel !== '') origins.push(vowel + piece)
  if (vowel === 'o') origins.push(`u${piece}`)
  return origins
}
