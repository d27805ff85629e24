import { frequentHan } from './frequent-characters.ts'
import { decodeStrictly } from './strict.ts'

/** Label of the UTF-16 that bytes without a byte order mark are in, or undefined. */
export type Utf16Label = 'utf-16le' | 'utf-16be'

const bytesLookedAt = 65_536

/**
 * UTF-16 shown by its zero bytes: text with Latin letters or line ends in it has one in every other place. Has to be asked
 * before UTF-8, since zero bytes are valid there.
 */
export function utf16ByZeros(bytes: Uint8Array): Utf16Label | undefined {
  const end = Math.min(bytes.length, bytesLookedAt) & ~1
  if (end < 4) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const many = end / 2 / 4
  if (odd > many && even * 20 < odd) return 'utf-16le'
  if (even > many && odd * 20 < even) return 'utf-16be'
  return undefined
}

/** Shares of characters that Chinese or Japanese text in UTF-16 reaches, and other bytes read as UTF-16 do not. */
const leastEastAsian = 0.8
const leastFrequent = 0.15
/** Fewer frequent characters than this may be chance: two letters of a Latin word can make one. */
const fewFrequent = 3

/** UTF-16 of East Asian text, where zero bytes are rare: its characters must be the everyday ones. */
export function utf16ByCharacters(bytes: Uint8Array): Utf16Label | undefined {
  if (bytes.length % 2 === 1 || bytes.length < 4) return undefined
  const labels: readonly Utf16Label[] = ['utf-16le', 'utf-16be']
  return labels.find((label) => {
    const text = decodeStrictly(bytes.subarray(0, bytesLookedAt), label)
    return text !== undefined && isEastAsianText(text)
  })
}

function isEastAsianText(text: string): boolean {
  let eastAsian = 0
  let frequent = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (frequentHan.has(character)) frequent++
    if (code < 0x7f || (code >= 0x2010 && code <= 0x2030) || (code >= 0x3000 && code <= 0x30ff)) eastAsian++
    else if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0xff00 && code <= 0xff60)) eastAsian++
  }
  return eastAsian > text.length * leastEastAsian && frequent >= Math.max(fewFrequent, text.length * leastFrequent)
}
