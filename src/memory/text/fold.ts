import { baseLanguage, canonicalTag, undetermined } from '../../core/tags.ts'
import type { LanguageTag } from '../../core/types.ts'
import { isGone, isSimple, isSpace, usualOf } from './characters.ts'

/**
 * A text as matching sees it: NFC, usual width, one space where any white space is and none at the ends, straight quotes and
 * hyphens, nothing invisible. Case and other punctuation stay. Folding twice changes nothing more.
 */
export function foldText(text: string): string {
  const end = usualUntil(text)
  return end === text.length ? text : foldSimple(text, end)
}

// Kernel: one pass by character codes; most texts come back as they are.
/** How much of the text folding surely leaves as it is; short of a space that may have to go. */
function usualUntil(text: string): number {
  let isAfterSpace = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x20) {
      if (isAfterSpace) return at
      isAfterSpace = true
      continue
    }
    const isUsual =
      (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff) || (code >= 0xc0 && code <= 0x24f)
    if (!isUsual) return at
    isAfterSpace = false
  }
  return isAfterSpace && text.length > 0 ? text.length - 1 : text.length
}

/** Folds from a place before which nothing changes; gives up for the long way at the first character that is not simple. */
function foldSimple(text: string, start: number): string {
  let out = ''
  let copied = 0
  let isAfterSpace = start === 0 || text.charCodeAt(start - 1) === 0x20
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (!isSimple(code)) return foldWithPlaces(text).folded
    if (isSpace(code)) {
      if (code !== 0x20 || isAfterSpace) {
        out += text.slice(copied, at)
        if (!isAfterSpace) out += ' '
        copied = at + 1
      }
      isAfterSpace = true
      continue
    }
    isAfterSpace = false
    const usual = usualOf(code)
    if (usual === code) continue
    out += text.slice(copied, at) + String.fromCharCode(usual)
    copied = at + 1
  }
  out += text.slice(copied)
  return isAfterSpace && out.endsWith(' ') ? out.slice(0, -1) : out
}

/** A folded text and, for each of its UTF-16 units, where what it was made of starts and ends in the text as it stood. */
export interface FoldedText {
  readonly folded: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

// What is composed with the character before it: marks, narrow voicing marks; and vowels and finals after other Hangul.
const continuing = /^[\p{M}\uff9e\uff9f]$/u
const continuingHangul = /^[\u1160-\u11ff\ud7b0-\ud7ff\uffa0-\uffdc]$/
const endsInHangul = /[\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff]$/
const isContinuing = (before: string, character: string): boolean =>
  continuing.test(character) || (continuingHangul.test(character) && endsInHangul.test(before))

/**
 * Where the first character stands that is composed with nothing before it, whatever that is; -1 where there is none. Texts
 * that are cut there fold to the same as the whole, but for spaces.
 */
export function firstUncomposed(text: string): number {
  let at = 0
  for (const character of text) {
    const isOpen = isGone(character.codePointAt(0) ?? 0) || continuing.test(character)
    if (!isOpen && !continuingHangul.test(character)) return at
    at += character.length
  }
  return -1
}

/** The long way of `foldText`, which knows where everything comes from. */
export function foldWithPlaces(text: string): FoldedText {
  const starts: number[] = []
  const ends: number[] = []
  let folded = ''
  let space = -1
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    const next = at + (code > 0xffff ? 2 : 1)
    if (isSpace(code)) {
      if (folded !== '' && space < 0) space = at
      at = next
    } else if (isGone(code)) {
      at = next
    } else {
      const cluster = clusterAt(text, at)
      const piece = (space < 0 ? '' : ' ') + cluster.folded
      for (let k = 0; k < piece.length; k++) {
        const isSpaceHere = space >= 0 && k === 0
        starts.push(isSpaceHere ? space : at)
        ends.push(isSpaceHere ? at : cluster.end)
      }
      folded += piece
      space = -1
      at = cluster.next
    }
  }
  return { folded, starts, ends }
}

/** One character with what is composed with it. `end` is after the last that shows, `next` after what shows nothing too. */
function clusterAt(
  text: string,
  start: number,
): { readonly folded: string; readonly end: number; readonly next: number } {
  let piece = ''
  // What the piece ends in: to look into one that still grows takes time in proportion to its length.
  let last = ''
  let end = start
  let at = start
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0
    const character = String.fromCodePoint(code)
    if (!isGone(code)) {
      if (at > start && !isContinuing(last, character)) break
      last = usualCharacter(character)
      piece += last
      end = at + character.length
    }
    at += character.length
  }
  return { folded: piece.normalize('NFC'), end, next: at }
}

/** Narrow and wide forms by their compatibility mapping, but for the wide macron, whose mapping holds a space. */
function usualCharacter(character: string): string {
  if (character === '\uffe3') return '\u00af'
  const form = /^[\uff5f-\uffee]$/.test(character) ? 'NFKC' : 'NFC'
  let out = ''
  for (const part of character.normalize(form)) out += String.fromCodePoint(usualOf(part.codePointAt(0) ?? 0))
  return out
}

/** A number of 32 bits, never 0, by which equal folded texts are found (FNV-1a by UTF-16 units, mixed as MurmurHash3 does). */
export function printOf(folded: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < folded.length; at++) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193)
  hash ^= folded.length
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  hash = (hash ^ (hash >>> 16)) >>> 0
  return hash === 0 ? 1 : hash
}

/**
 * The part of the index that holds texts of a language: its base language and, told or likely, its script (`nl-Latn`,
 * `zh-Hant` for `zh-TW`). Takes microseconds: keep what it gives when asking often.
 */
export function fieldOf(tag: LanguageTag): string {
  const canonical = canonicalTag(tag) ?? undetermined
  if (canonical.startsWith(undetermined)) return canonical
  const { language, script } = new Intl.Locale(canonical).maximize()
  return script === undefined ? language : `${language}-${script}`
}

/** `fieldOf`, which remembers: regions of a language have their words in common. */
export function createFieldNames(): (tag: LanguageTag) => string {
  const fields = new Map<LanguageTag, string>()
  return (tag) => {
    const field = fields.get(tag) ?? fieldOf(tag)
    fields.set(tag, field)
    return field
  }
}

/** True when a field holds texts of the tag's language, in whatever script. */
export function isFieldOfLanguage(field: string, tag: LanguageTag): boolean {
  return baseLanguage(field) === baseLanguage(fieldOf(tag))
}
