const frontTones: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}
const lastPair = /(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/gu

/** One form for the two places of a tone mark in open syllables: `hoà` and `hòa`, `uỷ` and `ủy` are both the latter. For NFC text in lower case. */
export function foldTones(text: string): string {
  return /[oôu][àáảãạèéẻẽẹỳýỷỹỵ]/u.test(text) ? text.replace(lastPair, (pair) => frontTones[pair] ?? pair) : text
}
