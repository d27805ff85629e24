import { AppError } from '../../core/errors.ts'
import {
  cleanForm,
  distinct,
  type Entry,
  isRendering,
  languagePair,
  licenceIn,
  nameOfFile,
  partOf,
  tableOf,
  withoutRemarks,
} from './forms.ts'
import type { LexiconReader, Material, ReadingTally } from './material.ts'

/** A dictionary of the DICT protocol, as FreeDict publishes it: an index and a text, which may be packed by dictzip. */
export const reader: LexiconReader = {
  name: 'dictd',
  title: 'FreeDict for dictd (.index with .dict or .dict.dz beside it)',
  level: 'dictionary',
  sniff: ({ name, text }) =>
    /\.dict(?:\.dz)?$/u.test(name) || (name.endsWith('.index') && /^[^\t\n]*\t[\w+/]+\t[\w+/]+$/mu.test(text))
      ? 0.95
      : 0,
  async read(material, tally) {
    const { index, content } = await openFiles(material)
    const entries: Entry[] = []
    const about = aboutDatabase(index, content)
    const [source, target] = languagePair(material, about.title)
    const seen = new Set<number>()
    for (const { word, start, length, line } of index) {
      if (/^00-?database/u.test(word) || seen.has(start)) continue
      seen.add(start)
      if (length === 0 || start + length > content.length) {
        tally.skip('an entry that lies outside the text', `line ${line} of the index`)
        continue
      }
      const entry = readEntry(textAt(content, start, length))
      if (entry.forms.length === 0) tally.skip('an entry without a short rendering', entry.head)
      else {
        tally.keep()
        entries.push({
          kind: entry.kind,
          forms: new Map([
            [source, [entry.head]],
            [target, entry.forms],
          ]),
        })
      }
    }
    reportCut(index, content, tally)
    const licence = licenceIn(about.info)
    return tableOf(
      { name: nameOfFile(material.name), level: 'dictionary', ...(licence === undefined ? {} : { licence }) },
      entries,
    )
  },
}

function reportCut(index: readonly IndexLine[], content: Uint8Array, tally: ReadingTally): void {
  const needed = index.reduce((end, { start, length }) => Math.max(end, start + length), 0)
  if (needed > content.length)
    tally.breakOff(`the text of the dictionary ends after ${content.length} of ${needed} bytes`)
}

interface Files {
  readonly index: readonly IndexLine[]
  readonly content: Uint8Array
}

async function openFiles(material: Material): Promise<Files> {
  const isIndex = material.name.toLowerCase().endsWith('.index')
  const own = await material.bytes()
  const other = isIndex
    ? ((await material.sibling('.dict.dz')) ?? (await material.sibling('.dict')))
    : await material.sibling('.index')
  if (other === undefined)
    throw new AppError('READ_NOT_FOUND', `${material.name}: the other file of the dictionary is not beside it`, {
      hint: 'A dictionary has an .index and a .dict or .dict.dz of the same name: keep both in one folder.',
    })
  const index = isIndex ? own : other
  return { index: readIndex(new TextDecoder().decode(index)), content: isIndex ? other : own }
}

interface IndexLine {
  readonly word: string
  readonly start: number
  readonly length: number
  readonly line: number
}

function readIndex(text: string): readonly IndexLine[] {
  return text.split('\n').flatMap((line, i) => {
    const [word = '', start, length] = line.trimEnd().split('\t')
    const [from, size] = [numberOf(start), numberOf(length)]
    return from === undefined || size === undefined ? [] : [{ word, start: from, length: size, line: i + 1 }]
  })
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Numbers of an index are written to the base 64. */
function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^[\w+/]{1,8}$/u.test(text)) return undefined
  let value = 0
  for (const digit of text) value = value * 64 + digits.indexOf(digit)
  return value
}

const textAt = (content: Uint8Array, start: number, length: number): string =>
  new TextDecoder().decode(content.subarray(start, start + length))

function aboutDatabase(
  index: readonly IndexLine[],
  content: Uint8Array,
): { readonly title: string; readonly info: string } {
  const textOf = (word: RegExp): string => {
    const found = index.find((line) => word.test(line.word))
    return found === undefined ? '' : textAt(content, found.start, found.length)
  }
  return {
    title: textOf(/^00-?database-?short$/u).replace(/^00-?database-?short/u, ''),
    info: textOf(/^00-?database-?info$/u),
  }
}

/** Lines of an entry that are no renderings. */
const asides = /^\s*(?:Synonyms?|Antonyms?|See(?: also)?|Note|Usage|Example|Etymology|Categor)\b|^\s*["„“]/iu

/**
 * The first line is the word, its /sounds/ and <part of speech>; the others are renderings, numbered or not, parted by commas
 * or semicolons.
 */
function readEntry(text: string): { readonly head: string; readonly kind: string; readonly forms: readonly string[] } {
  const [first = '', ...lines] = text.split('\n')
  const part = /<([^<>]*)>/u.exec(first)?.[1] ?? ''
  const head = cleanForm(withoutRemarks(first.replace(/<[^<>]*>/gu, ' ').replace(/\s\/.*$/u, '')))
  const forms = lines
    .filter((line) => !asides.test(line))
    .flatMap((line) => withoutRemarks(line.replace(/^\s*\d+\.\s/u, '').replace(/<[^<>]*>/gu, ' ')).split(/[,;]/u))
    .map(cleanForm)
    .filter(isRendering)
  return { head, kind: partOf(part), forms: isRendering(head) ? distinct(forms) : [] }
}
