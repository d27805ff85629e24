/** Katakana to Hepburn letters, mora by mora, long vowels as they are written (`オオタニ` gives o, o, ta, ni). */

const rows = {
  '': 'アイウエオ',
  k: 'カキクケコ',
  s: 'サシスセソ',
  t: 'タチツテト',
  n: 'ナニヌネノ',
  h: 'ハヒフヘホ',
  m: 'マミムメモ',
  y: 'ヤ.ユ.ヨ',
  r: 'ラリルレロ',
  w: 'ワ...ヲ',
  g: 'ガギグゲゴ',
  z: 'ザジズゼゾ',
  d: 'ダヂヅデド',
  b: 'バビブベボ',
  p: 'パピプペポ',
}
const irregular = { si: 'shi', ti: 'chi', tu: 'tsu', hu: 'fu', zi: 'ji', di: 'ji', du: 'zu', wo: 'o' }
const plain = new Map()
for (const [consonant, row] of Object.entries(rows))
  for (const [i, kana] of [...row].entries())
    plain.set(kana, irregular[consonant + 'aiueo'[i]] ?? consonant + 'aiueo'[i])
const glides = { ャ: 'a', ュ: 'u', ョ: 'o' }

/** Morae of a katakana word in Latin letters, or undefined when a sign is unknown. A small tsu stands as `q`. */
export function moraeOf(katakana) {
  const morae = []
  for (const kana of katakana.replaceAll('ヴ', 'ブ')) {
    const last = morae.at(-1) ?? ''
    if (kana in glides) {
      const stem = last.slice(0, -1)
      if (!last.endsWith('i')) return undefined
      morae[morae.length - 1] = /(?:sh|ch|j)$/u.test(stem) ? stem + glides[kana] : `${stem}y${glides[kana]}`
    } else if (kana === 'ン') morae.push('n')
    else if (kana === 'ッ') morae.push('q')
    else if (kana === 'ー') morae.push(last.at(-1) ?? '')
    else if (plain.has(kana)) morae.push(plain.get(kana))
    else return undefined
  }
  return morae
}

/** Letters of a row of morae: a small tsu doubles the consonant that follows. */
export const lettersOf = (morae) => morae.join('').replace(/q(.)/gu, '$1$1').replace(/q/gu, '')

/** Letters as names are compared: long vowels short. */
export const shortened = (letters) => letters.replace(/ou|oo/gu, 'o').replace(/([aiue])\1/gu, '$1')
