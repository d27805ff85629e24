import type { Span } from '../../core/types.ts'
import { buildRunTree, type RunTree } from './runs.ts'
import { separator } from './sound.ts'

/** A line that is one name and nothing else. */
export interface NameLine {
  readonly span: Span
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
  const table = new Uint16Array(0x10000).map((_, code) => code)
  for (const [form, target] of variants) table[form.charCodeAt(0)] = target.charCodeAt(0)
  for (const mark of '•・‧∙⋅․．') table[mark.charCodeAt(0)] = separator.charCodeAt(0)
  return (text) => {
    const codes = new Uint16Array(text.length)
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      // 々 repeats the character before it
      codes[i] = code === 0x3005 && i > 0 ? (codes[i - 1] ?? code) : (table[code] ?? code)
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
  readonly fold: Fold
  /** How much likelier a character is in a transcription than in ordinary text, as a natural logarithm. */
  readonly preference: (character: string) => number | undefined
  /** A folded line has words that are no part of a name. */
  readonly hasTitle: (line: string) => boolean
}

/** Prepares a text once for any number of names. */
export function indexNames(text: string, { fold, preference, hasTitle }: IndexKnowledge): NameIndex {
  const folded = fold(text)
  let runs: RunTree | undefined
  return {
    text,
    folded,
    offsetsOf: indexCharacters(folded),
    lines: nameLines(folded, preference).filter((line) => !hasTitle(line.folded)),
    brackets: findBrackets(text),
    runs() {
      runs ??= buildRunTree(folded, (code) => (preference(String.fromCharCode(code)) ?? -9) >= minPreference)
      return runs
    },
  }
}

/** Characters that ordinary text has so much oftener than transcriptions spell no names. */
const minPreference = -1.2

/** Offsets by character, as one array sorted by character. */
function indexCharacters(folded: string): (character: string) => Uint32Array {
  const starts = new Uint32Array(0x10001)
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i) + 1
    starts[code] = (starts[code] ?? 0) + 1
  }
  for (let code = 1; code < starts.length; code++) starts[code] = (starts[code] ?? 0) + (starts[code - 1] ?? 0)
  const next = starts.slice()
  const offsets = new Uint32Array(folded.length)
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i)
    const at = next[code] ?? 0
    offsets[at] = i
    next[code] = at + 1
  }
  return (character) => {
    const code = character.charCodeAt(0)
    return offsets.subarray(starts[code] ?? 0, starts[code + 1] ?? 0)
  }
}

const nameLine = /^[^\S\n\r]*((?:\p{Script=Han}[· ]?){1,23}\p{Script=Han})[^\S\n\r]*$/gmu

/** Lines of two to twenty-four Han characters that nothing but separators and single spaces parts. */
function nameLines(folded: string, preference: IndexKnowledge['preference']): readonly NameLine[] {
  return Array.from(folded.matchAll(nameLine), (match) => {
    const line = match[1] ?? ''
    const start = match.index + match[0].indexOf(line)
    return {
      span: { start, end: start + line.length },
      folded: line.replaceAll(' ', separator),
      ...joinLine(line, preference),
    }
  })
}

/** A line without what parts it, and whether its characters are such as transcriptions use. */
export function joinLine(
  line: string,
  preference: IndexKnowledge['preference'],
): Pick<NameLine, 'joined' | 'isTranscription'> {
  const joined = line.replace(/[· ]/gu, '')
  let sum = 0
  for (const character of joined) sum += preference(character) ?? minPreference
  return { joined, isTranscription: sum >= 0 }
}

const bracketed = /(?<=[\p{Script=Han}·・•‧])[(（]\s?(\p{Lu}[\p{Script=Latin}\p{M}'’. -]{1,80})[)）]/gu
const hanBefore = /(?:\p{Script=Han}|[·・•‧-]){1,24}$/u

function findBrackets(text: string): readonly NameBracket[] {
  return Array.from(text.matchAll(bracketed)).flatMap((match) => {
    const before = hanBefore.exec(text.slice(Math.max(0, match.index - 24), match.index))?.[0] ?? ''
    return before.length < 2 ? [] : [{ before, latin: match[1] ?? '' }]
  })
}
