import type { Place } from '../../core/types.ts'
import { type QuotedString, quotedString } from './strings.ts'

/** One entry of a PO file: a text to translate, its translations, and what is said about it. */
export interface PoEntry {
  /** Of its first line with a keyword. */
  readonly place: Place
  readonly context?: string
  readonly id: string
  readonly plural?: string
  /** By number of the plural form; the only one has number 0. */
  readonly translations: readonly string[]
  readonly flags: readonly string[]
  readonly references: readonly string[]
  /** Comments of translators, and those taken from the program, line by line. */
  readonly comments: readonly string[]
  readonly extracted: readonly string[]
  /** The text as it was when the entry was last translated. */
  readonly previous?: string
  /** No longer in the program. */
  readonly isObsolete: boolean
}

/** What could not be read as an entry. */
export interface BadEntry {
  readonly problem: string
  readonly place: Place
}

/** Reads entries line by line. */
export interface EntryReader {
  /** The entry that this line shows to be over, if it does. */
  add(line: string): PoEntry | BadEntry | undefined
  /** The last entry, when there are no more lines. */
  end(): PoEntry | BadEntry | undefined
}

/** An entry under way. */
interface Draft {
  place: Place | undefined
  field: Field | undefined
  context: string | undefined
  id: string | undefined
  plural: string | undefined
  translations: string[]
  flags: string[]
  references: string[]
  comments: string[]
  extracted: string[]
  previous: string | undefined
  previousField: 'context' | 'id' | undefined
  isObsolete: boolean
  length: number
  problem: BadEntry | undefined
}

type Field = { readonly name: 'context' | 'id' | 'plural' } | { readonly name: 'translation'; readonly form: number }

/** A longer entry is no text of a program, but a file whose line ends are lost. */
const longestEntry = 1 << 20
/** No language has more than six forms; more than this is damage. */
const mostForms = 20

const keywordLine = /^\s*(msgctxt|msgid_plural|msgid|msgstr|domain)(?:\s*\[\s*(\d{1,3})\s*\])?\s*/u

/** A reader at the start of a file. After a damaged place it goes on with the next entry. */
export function createEntryReader(): EntryReader {
  let draft = newDraft()
  let line = 0
  const finish = (): PoEntry | BadEntry | undefined => {
    const done = entryOf(draft)
    draft = newDraft()
    return done
  }
  return {
    add(text) {
      line++
      const done = startsEntry(text, draft) ? finish() : undefined
      addLine(draft, text, line)
      return done
    },
    end: finish,
  }
}

const newDraft = (): Draft => ({
  place: undefined,
  field: undefined,
  context: undefined,
  id: undefined,
  plural: undefined,
  translations: [],
  flags: [],
  references: [],
  comments: [],
  extracted: [],
  previous: undefined,
  previousField: undefined,
  isObsolete: false,
  length: 0,
  problem: undefined,
})

/** Entries are divided by blank lines, but also begin wherever what can only stand before a translation follows one. */
function startsEntry(line: string, draft: Draft): boolean {
  if (line.trim() === '') return true
  const isOver = draft.field?.name === 'translation' || draft.problem !== undefined
  if (!isOver) return false
  if (/^\s*#(?!~)/u.test(line)) return true
  const keyword = keywordLine.exec(line.replace(/^\s*#~/u, ''))?.[1]
  return keyword === 'msgctxt' || (keyword === 'msgid' && draft.field?.name === 'translation')
}

function addLine(draft: Draft, line: string, number: number): void {
  if (draft.problem !== undefined || line.trim() === '') return
  draft.length += line.length
  const start = line.search(/\S/u)
  if (draft.length > longestEntry) complain(draft, 'more than a million characters', number, 0)
  else if (line[start] === '#') addComment(draft, line, start, number)
  else addText(draft, line, start, number)
}

function addComment(draft: Draft, line: string, start: number, number: number): void {
  const kind = line[start + 1]
  const rest = line.slice(start + 2).trim()
  if (kind === '~') {
    draft.isObsolete = true
    const inner = line.slice(start + 2)
    if (!inner.startsWith('|') && inner.trim() !== '') addText(draft, line, start + 2 + inner.search(/\S/u), number)
  } else if (kind === ',') draft.flags.push(...rest.split(',').map((flag) => flag.trim()))
  else if (kind === ':') draft.references.push(rest)
  else if (kind === '.') draft.extracted.push(rest)
  else if (kind === '|') addPrevious(draft, rest)
  else draft.comments.push(line.slice(start + 1).trim())
}

/** Of what stood there before only the text itself is kept. */
function addPrevious(draft: Draft, line: string): void {
  const keyword = keywordLine.exec(line)
  if (keyword !== null) draft.previousField = keyword[1] === 'msgid' ? 'id' : 'context'
  const found = quotedString(line, keyword?.[0].length ?? 0)
  if (draft.previousField === 'id' && 'text' in found) draft.previous = (draft.previous ?? '') + found.text
}

function addText(draft: Draft, line: string, start: number, number: number): void {
  const found = textIn(draft, line, start, number)
  if ('problem' in found) draft.problem = { problem: found.problem, place: { line: number, column: found.at + 1 } }
  else append(draft, draft.field, found.text)
}

/** The text in a line, after its keyword if it has one. */
function textIn(draft: Draft, line: string, start: number, number: number): QuotedString {
  const keyword = keywordLine.exec(line.slice(start))
  const [, name, form] = keyword ?? []
  if (name === 'domain') return { text: '' }
  if (name !== undefined) {
    draft.place ??= { line: number, column: start + 1 }
    draft.field = openField(draft, name, Number(form ?? 0))
    if (draft.field === undefined) return { problem: `${name} in a place where it makes no sense`, at: start }
  } else if (draft.field === undefined || line[start] !== '"')
    return { problem: 'something that is neither a text nor a comment', at: start }
  return quotedString(line, start + (keyword?.[0].length ?? 0))
}

/** Each keyword once, and in order; undefined where one is out of place. */
function openField(draft: Draft, name: string, form: number): Field | undefined {
  if (name === 'msgctxt' && draft.context === undefined && draft.id === undefined) {
    draft.context = ''
    return { name: 'context' }
  }
  if (name === 'msgid' && draft.id === undefined) {
    draft.id = ''
    return { name: 'id' }
  }
  if (draft.id === undefined) return undefined
  if (name === 'msgid_plural' && draft.plural === undefined && draft.translations.length === 0) {
    draft.plural = ''
    return { name: 'plural' }
  }
  if (name !== 'msgstr' || form >= mostForms || draft.translations[form] !== undefined) return undefined
  draft.translations[form] = ''
  return { name: 'translation', form }
}

function append(draft: Draft, field: Field | undefined, text: string): void {
  if (field === undefined) return
  if (field.name === 'translation') draft.translations[field.form] = (draft.translations[field.form] ?? '') + text
  else draft[field.name] = (draft[field.name] ?? '') + text
}

function complain(draft: Draft, problem: string, line: number, at: number): void {
  draft.problem = { problem, place: { line, column: at + 1 } }
}

function entryOf(draft: Draft): PoEntry | BadEntry | undefined {
  if (draft.problem !== undefined) return draft.problem
  const { place, id, context, plural, previous } = draft
  if (place === undefined) return undefined
  if (id === undefined || draft.translations.length === 0)
    return { problem: id === undefined ? 'no msgid' : 'no msgstr', place }
  return {
    place,
    id,
    ...(context === undefined ? {} : { context }),
    ...(plural === undefined ? {} : { plural }),
    ...(previous === undefined ? {} : { previous }),
    translations: Array.from(draft.translations, (text: string | undefined) => text ?? ''),
    flags: draft.flags.filter((flag) => flag !== ''),
    references: draft.references.filter((reference) => reference !== ''),
    comments: draft.comments,
    extracted: draft.extracted,
    isObsolete: draft.isObsolete,
  }
}
