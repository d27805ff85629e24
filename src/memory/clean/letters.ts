import { canonicalTag, undetermined } from '../../core/tags.ts'
import type { LanguageTag } from '../../core/types.ts'

/** Scripts that are told apart by their letters alone. */
export const families = [
  'latin',
  'han',
  'kana',
  'hangul',
  'cyrillic',
  'greek',
  'arabic',
  'hebrew',
  'indic',
  'thai',
] as const
export type Family = (typeof families)[number]

/** Letters of each family, and of none of them. */
export type LetterCounts = Readonly<Record<Family | 'other', number>>

// Kernel: runs for each character of a memory.
/** How many letters of each family a text holds. */
export function countLetters(text: string): LetterCounts {
  const counts = {
    latin: 0,
    han: 0,
    kana: 0,
    hangul: 0,
    cyrillic: 0,
    greek: 0,
    arabic: 0,
    hebrew: 0,
    indic: 0,
    thai: 0,
    other: 0,
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) {
      const lower = code | 0x20
      if (lower >= 0x61 && lower <= 0x7a) counts.latin++
    } else if (code >= 0x4e00 && code <= 0x9fff) {
      counts.han++
    } else {
      const family = familyOf(code, text, at)
      if (family !== undefined) counts[family]++
    }
  }
  return counts
}

/** True when the first letter of a text is of one of these families: enough to know that it has some. */
export function startsIn(text: string, own: readonly Family[]): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x41 || (code > 0x5a && code < 0x61) || (code > 0x7a && code < 0xc0)) continue
    const family = code < 0x80 ? 'latin' : familyOf(code, text, at)
    if (family !== undefined) return family !== 'other' && own.includes(family)
  }
  return false
}

const ranges: readonly (readonly [from: number, to: number, family: Family])[] = [
  [0xc0, 0x24f, 'latin'],
  [0x370, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x590, 0x5ff, 'hebrew'],
  [0x600, 0x77f, 'arabic'],
  [0x900, 0xdff, 'indic'],
  [0xe00, 0xe7f, 'thai'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x3041, 0x30ff, 'kana'],
  [0x3400, 0x4dbf, 'han'],
  [0xac00, 0xd7a3, 'hangul'],
  [0xf900, 0xfaff, 'han'],
  [0xfb50, 0xfdff, 'arabic'],
  [0xfe70, 0xfefc, 'arabic'],
  [0xff21, 0xff5a, 'latin'],
  [0xff66, 0xff9f, 'kana'],
]
const anyLetter = /^\p{L}$/u

function familyOf(code: number, text: string, at: number): Family | 'other' | undefined {
  // The second half of a pair was counted with the first.
  if (code >= 0xdc00 && code <= 0xdfff) return undefined
  if (code >= 0x4e00 && code <= 0x9fff) return 'han'
  const point = text.codePointAt(at) ?? code
  if (point >= 0x20000 && point <= 0x323af) return 'han'
  if (!anyLetter.test(String.fromCodePoint(point))) return undefined
  return ranges.find(([from, to]) => code >= from && code <= to)?.[2] ?? 'other'
}

const familiesOfScript: Readonly<Record<string, readonly Family[]>> = {
  Latn: ['latin'],
  Hans: ['han'],
  Hant: ['han'],
  Hani: ['han'],
  Jpan: ['han', 'kana'],
  Kore: ['hangul', 'han'],
  Cyrl: ['cyrillic'],
  Grek: ['greek'],
  Arab: ['arabic'],
  Hebr: ['hebrew'],
  Deva: ['indic'],
  Thai: ['thai'],
}

/** How a language is written. */
export interface Writing {
  /** ISO 15924. */
  readonly script: string
  /** Whether the tag itself says so by script or region. */
  readonly isStated: boolean
  readonly families: readonly Family[]
}

/** Reads how a language is written from its tag; keeps what it read. Languages in scripts that are not told apart have no families. */
export function createWritingReader(): (tag: LanguageTag) => Writing {
  const known = new Map<LanguageTag, Writing>()
  return (tag) => {
    const found = known.get(tag)
    if (found !== undefined) return found
    const writing = writingOf(tag)
    known.set(tag, writing)
    return writing
  }
}

/** How a language is written, by its tag. Takes microseconds. */
export function writingOf(tag: LanguageTag): Writing {
  const canonical = canonicalTag(tag)
  if (canonical === undefined) return { script: '', isStated: false, families: [] }
  const locale = new Intl.Locale(canonical)
  const script = locale.maximize().script ?? ''
  const isStated = locale.script !== undefined || locale.region !== undefined
  // Nobody knows how an undetermined language is written, though its likeliest form would say so.
  return { script, isStated, families: locale.language === undetermined ? [] : (familiesOfScript[script] ?? []) }
}

export const sumOf = (counts: LetterCounts, of: readonly Family[]): number =>
  of.reduce((sum, family) => sum + counts[family], 0)

/** All letters of a text. */
export const totalOf = (counts: LetterCounts): number => sumOf(counts, families) + counts.other

/** True when there is a letter or digit of any script. */
export const hasLetterOrDigit = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
