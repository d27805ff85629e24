import type { Span } from '../../core/types.ts'
import { buildRunTree, type RunTree } from './runs.ts'
import { separator } from './sound.ts'

/** A line that is one name and nothing else. */
export interface NameLine {
  /** Every line that reads so. */
  readonly spans: readonly Span[]
  /** Folded, with its separators. */
  readonly folded: string
  /** Folded, without separators. */
  readonly joined: string
  /** Its characters are such as transcriptions use. */
  readonly isTranscription: boolean
}

/** A text in Han characters, prepared for looking names up. */
export interface NameIndex {
  readonly text: string
  /** The same text with every character in the form that readings are given for, and one separator; offsets are equal. */
  readonly folded: string
  /** Offsets at which a UTF-16 unit of the folded text stands, in order. */
  offsetsOf(character: string): Uint32Array
  readonly lines: readonly NameLine[]
  /** The line that is one name and has an offset inside. */
  lineAt(offset: number): Span | undefined
  readonly brackets: readonly NameBracket[]
  /** What transcription characters spell in the text; built when it is first asked for. */
  runs(): RunTree
}

/** A name with its other form in brackets behind it: `岸信夫(Nobuo Kishi)`. */
export interface NameBracket {
  /** What stands before the bracket, up to 24 characters. */
  readonly before: string
  readonly latin: string
}

/** Folds a text one UTF-16 unit to one. */
export type Fold = (text: string) => string

/** Makes the function that brings characters to the form of the readings. */
export function createFold(variants: ReadonlyMap<string, string>): Fold {
  // 0 stands for the character itself
  const table = new Uint16Array(0x10000)
  for (const [target, forms] of variants)
    for (let i = 0; i < forms.length; i++) table[forms.charCodeAt(i)] = target.charCodeAt(0)
  for (const mark of '•・‧∙⋅․．') table[mark.charCodeAt(0)] = separator.charCodeAt(0)
  return (text) => {
    const codes = new Uint16Array(text.length)
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      // 々 repeats the character before it
      codes[i] = code === 0x3005 && i > 0 ? (codes[i - 1] ?? code) : table[code] || code
    }
    for (let i = 1; i < codes.length - 1; i++)
      if (isDash(codes[i] ?? 0) && isHanCode(codes[i - 1] ?? 0) && isHanCode(codes[i + 1] ?? 0))
        codes[i] = separator.charCodeAt(0)
    return textOfCodes(codes)
  }
}

const isHanCode = (code: number): boolean => code >= 0x3400 && code <= 0x9fff
/** Between two Han characters a dash parts a name: 威廉-亚历山大. */
const isDash = (code: number): boolean => code === 0x2d || code === 0xff0d || (code >= 0x2010 && code <= 0x2013)

/** Built piece by piece: so many arguments at once are allowed. */
function textOfCodes(codes: Uint16Array): string {
  let text = ''
  for (let i = 0; i < codes.length; i += 8192) text += String.fromCharCode(...codes.subarray(i, i + 8192))
  return text
}

/** What the index of a text needs to know beside it. */
export interface IndexKnowledge {
  /** Folded characters that are mostly words of their own. */
  readonly particles: ReadonlySet<string>
  readonly fold: Fold
  /** How much likelier a character is in a transcription than in ordinary text, as a natural logarithm. */
  readonly preference: (character: string) => number | undefined
  /** A folded line has words that are no part of a name. */
  readonly hasTitle: (line: string) => boolean
}

/** Prepares a text once for any number of names. */
export function indexNames(text: string, { fold, preference, particles, hasTitle }: IndexKnowledge): NameIndex {
  const folded = fold(text)
  let runs: RunTree | undefined
  const lines = nameLines(folded).filter((line) => !hasTitle(line.text))
  return {
    text,
    folded,
    offsetsOf: indexCharacters(folded),
    lines: groupLines(lines, preference),
    lineAt: createLineAt(lines.map((line) => line.span)),
    brackets: findBrackets(text),
    runs() {
      const preferences = new Map<number, number>()
      const preferred = (code: number): number => {
        const known = preferences.get(code) ?? preference(String.fromCharCode(code)) ?? neverPreference
        preferences.set(code, known)
        return known
      }
      runs ??= buildRunTree(
        folded,
        (code) => preferred(code) >= minPreference,
        (code) => isHanCode(code) && !particles.has(String.fromCharCode(code)),
      )
      return runs
    },
  }
}

/** Characters that ordinary text has so much oftener than transcriptions spell no names. */
const minPreference = -1.35
/** For characters that no transcription is known to use. */
const neverPreference = -9

/** Offsets by character, as one array sorted by character. */
function indexCharacters(folded: string): (character: string) => Uint32Array {
  const counts = new Map<number, number>()
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i)
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const ends = new Map<number, number>()
  let end = 0
  for (const [code, count] of counts) {
    end += count
    ends.set(code, end)
  }
  const next = new Map(ends)
  const offsets = new Uint32Array(folded.length)
  for (let i = folded.length - 1; i >= 0; i--) {
    const code = folded.charCodeAt(i)
    const at = (next.get(code) ?? 1) - 1
    offsets[at] = i
    next.set(code, at)
  }
  return (character) => {
    const code = character.charCodeAt(0)
    const last = ends.get(code) ?? 0
    return offsets.subarray(last - (counts.get(code) ?? 0), last)
  }
}

const nameLine = /^[^\S\n\r]*((?:\p{Script=Han}[· ]?){1,23}\p{Script=Han})[^\S\n\r]*$/gmu

interface FoundLine {
  readonly span: Span
  readonly text: string
}

/** Lines of two to twenty-four Han characters that nothing but separators and single spaces parts. */
function nameLines(folded: string): readonly FoundLine[] {
  return Array.from(folded.matchAll(nameLine), (match) => {
    const text = match[1] ?? ''
    const start = match.index + match[0].indexOf(text)
    return { span: { start, end: start + text.length }, text: text.replaceAll(' ', separator) }
  })
}

function groupLines(lines: readonly FoundLine[], preference: IndexKnowledge['preference']): readonly NameLine[] {
  const spans = new Map<string, Span[]>()
  for (const { text, span } of lines) {
    const same = spans.get(text)
    if (same === undefined) spans.set(text, [span])
    else same.push(span)
  }
  return Array.from(spans, ([text, places]) => nameLineOf(text, places, preference))
}

/** A folded line, with what searches need to know of it. */
export function nameLineOf(folded: string, spans: readonly Span[], preference: IndexKnowledge['preference']): NameLine {
  const joined = folded.replaceAll(separator, '')
  let sum = 0
  for (const character of joined) sum += preference(character) ?? minPreference
  return { spans, folded, joined, isTranscription: sum >= leastMean * joined.length }
}

/** Mean preference of the characters of a line that may be a transcription. */
const leastMean = -0.5

function createLineAt(spans: readonly Span[]): (offset: number) => Span | undefined {
  return (offset) => {
    let low = 0
    let high = spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    const line = spans[low - 1]
    return line !== undefined && line.end > offset ? line : undefined
  }
}

const bracketed = /(?<=[\p{Script=Han}·・•‧])[(（]\s?(\p{Lu}[\p{Script=Latin}\p{M}'’. -]{1,80})[)）]/gu
const hanBefore = /(?:\p{Script=Han}|[·・•‧-]){1,24}$/u

/** Latin names in brackets behind Han characters. */
export function findBrackets(text: string): readonly NameBracket[] {
  const found = new Map<string, NameBracket>()
  for (const match of text.matchAll(bracketed)) {
    const before = hanBefore.exec(text.slice(Math.max(0, match.index - 24), match.index))?.[0] ?? ''
    const latin = match[1] ?? ''
    if (before.length > 1) found.set(`${before}(${latin}`, { before, latin })
  }
  return [...found.values()]
}
