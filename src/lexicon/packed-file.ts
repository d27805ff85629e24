import { AppError } from '../core/errors.ts'
import { hashOf } from '../core/hash.ts'
import { baseLanguage } from '../core/tags.ts'
import type { ConceptTable } from './concepts.ts'
import { levelNamed, levelTrust } from './levels.ts'
import { bytesOf, columnBytes, joined, padding, readColumn, uint16 } from './packed-bytes.ts'
import { type PackedColumn, packColumn, repackColumn, unpackColumn } from './packed-column.ts'
import type { ConceptFacts, Source, SourceInfo, VersionedWords } from './source.ts'

/**
 * A packed lexicon: magic number, version of the format and length of the head as 32-bit numbers, the head as JSON, then
 * sections at multiples of 4 bytes, whose places the head gives. All numbers are little-endian. Reading a language reads the
 * head and the sections of that language.
 */
const magic = 'ZINPLEX\n'
const formatVersion = 1
const prefixLength = 16
/** Probabilities of rows are kept to this many steps. */
const trustSteps = 10_000

/** Bytes that can be read in pieces: a file, or memory. Fewer bytes come back at the end. */
export type Bytes = (start: number, length: number) => Uint8Array

/** Where a section stands, in bytes. */
type Section = readonly [start: number, length: number]

interface Head {
  readonly name: string
  readonly version: number
  readonly hash: string
  readonly level: string
  readonly licence?: string
  readonly concepts: number
  readonly facts: Section
  readonly trusts?: Section
  readonly keys?: Section
  readonly columns: readonly { readonly language: string; readonly pack: string; readonly place: Section }[]
}

/** What a pack is called in a packed file: words are taken apart afresh when another one, or one with other function words, reads it. */
const packName = (words: VersionedWords): string =>
  `${baseLanguage(words.tag)}.${words.version}.${words.joiner.length}.${words.functionWords.size}`

/** A table as the bytes of a file. `wordsOf` gives the rules of each of its languages; equal tables and rules give equal bytes. */
export function packTable(table: ConceptTable, wordsOf: (language: string) => VersionedWords): Uint8Array {
  const sections: Uint8Array[] = []
  let length = 0
  const add = (bytes: Uint8Array): Section => {
    const place: Section = [length, bytes.length]
    sections.push(bytes, new Uint8Array(padding(bytes.length)))
    length += bytes.length + padding(bytes.length)
    return place
  }
  const languages = [...new Set(table.languages.filter((tag) => tag !== '').map(baseLanguage))]
  const facts = add(Uint8Array.from(table.kinds, (kind) => kind.charCodeAt(0) || 0))
  const trusts =
    table.trusts === undefined ? undefined : add(bytesOf(Uint16Array.from(table.trusts, (trust) => stepsOf(trust))))
  const keys = table.keys === undefined ? undefined : add(new TextEncoder().encode(table.keys.join('\n')))
  const columns = languages.flatMap((language) => {
    const words = wordsOf(language)
    const packed = packColumn(table, language, words)
    return packed === undefined ? [] : [{ language, pack: packName(words), place: add(columnBytes(packed)) }]
  })
  const head: Head = {
    name: table.name,
    version: table.version,
    hash: contentHash(table),
    level: table.level ?? 'shipped',
    ...(table.licence === undefined ? {} : { licence: table.licence }),
    concepts: table.rows.length,
    facts,
    ...(trusts === undefined ? {} : { trusts }),
    ...(keys === undefined ? {} : { keys }),
    columns,
  }
  return joined([...headBytes(head), ...sections])
}

const stepsOf = (trust: number): number => Math.round(trustSteps * Math.min(1, Math.max(0, trust)))

/** Names the content of a table, whatever it is called. */
export function contentHash(table: ConceptTable): string {
  const rows = table.rows.map((row, r) => `${table.kinds[r]}\t${table.trusts?.[r] ?? ''}\t${JSON.stringify(row)}`)
  return hashOf(table.languages.join(' '), rows.join('\n'))
}

function headBytes(head: Head): readonly Uint8Array[] {
  const json = new TextEncoder().encode(JSON.stringify(head))
  const spaces = new TextEncoder().encode(' '.repeat(padding(json.length)))
  const prefix = new Uint8Array(prefixLength)
  prefix.set(new TextEncoder().encode(magic))
  new DataView(prefix.buffer).setUint32(8, formatVersion, true)
  new DataView(prefix.buffer).setUint32(12, json.length + spaces.length, true)
  return [prefix, json, spaces]
}

/** A packed lexicon as a source. `name` names the file in errors: LEXICON_DAMAGED for bytes that are no such file, or not all of it. */
export function packedSource(bytes: Bytes, name: string): Source {
  const { head, start } = readHead(bytes, name)
  const section = ([from, length]: Section): Uint8Array => {
    const found = bytes(start + from, length)
    if (found.length !== length) throw damaged(name)
    return found
  }
  return {
    info: infoOf(head),
    column(language, words) {
      const column = head.columns.find((one) => one.language === language)
      if (column === undefined) return undefined
      const packed = soundColumn(section(column.place), head, name)
      return column.pack === packName(words) ? packed : repackColumn(packed, words)
    },
    facts: () => readFacts(head, section),
  }
}

/** Kinds are kept as one letter. */
const kindText = (code: number): string => (code === 0 ? '' : String.fromCharCode(code))

function infoOf(head: Head): SourceInfo {
  const level = levelNamed(head.level) ?? 'dictionary'
  return {
    name: head.name,
    signature: level === 'shipped' ? `${head.name}.${head.version}` : `${head.name}.${head.hash}`,
    level,
    ...(head.licence === undefined ? {} : { licence: head.licence }),
    languages: head.columns.map((column) => column.language),
    concepts: head.concepts,
  }
}

function readFacts(head: Head, section: (place: Section) => Uint8Array): ConceptFacts {
  const parts = section(head.facts)
  const trusts = head.trusts === undefined ? undefined : uint16(section(head.trusts))
  const level = levelTrust[levelNamed(head.level) ?? 'dictionary']
  return {
    kindOf: (concept) => kindText(parts[concept] ?? 0),
    trustOf: (concept) => (trusts === undefined ? level : (level * (trusts[concept] ?? 0)) / trustSteps),
  }
}

/** True when the concepts of a packed lexicon have names under which those of another one can meet them. */
export const hasKeys = (bytes: Bytes, name: string): boolean => readHead(bytes, name).head.keys !== undefined

/** The table that a packed lexicon was made of, with its forms as norms. */
export function unpackTable(bytes: Bytes, name: string): ConceptTable {
  const { head, start } = readHead(bytes, name)
  const section = ([from, length]: Section): Uint8Array => bytes(start + from, length)
  const columns = head.columns.map(({ place }) => unpackColumn(soundColumn(section(place), head, name), head.concepts))
  const trusts = head.trusts === undefined ? undefined : uint16(section(head.trusts))
  return {
    name: head.name,
    version: head.version,
    languages: head.columns.map((column) => column.language),
    rows: Array.from({ length: head.concepts }, (_, row) => columns.map((column) => column[row] ?? [])),
    kinds: Array.from(section(head.facts), kindText),
    ...(trusts === undefined ? {} : { trusts: Array.from(trusts, (steps) => steps / trustSteps) }),
    ...(head.keys === undefined ? {} : { keys: textLines(section(head.keys)) }),
    ...(head.licence === undefined ? {} : { licence: head.licence }),
    level: levelNamed(head.level) ?? 'dictionary',
  }
}

const textLines = (bytes: Uint8Array): readonly string[] =>
  bytes.length === 0 ? [] : new TextDecoder().decode(bytes).split('\n')

function readHead(bytes: Bytes, name: string): { readonly head: Head; readonly start: number } {
  const prefix = bytes(0, prefixLength)
  const view = new DataView(prefix.buffer, prefix.byteOffset, prefix.length)
  if (prefix.length < prefixLength || new TextDecoder('latin1').decode(prefix.subarray(0, 8)) !== magic)
    throw damaged(name)
  if (view.getUint32(8, true) !== formatVersion)
    throw new AppError('LEXICON_DAMAGED', `${name} was packed by another version of Zinpaar`)
  const length = view.getUint32(12, true)
  const json = bytes(prefixLength, length)
  if (json.length !== length) throw damaged(name)
  const head = parseHead(json)
  if (head === undefined) throw damaged(name)
  return { head, start: prefixLength + length }
}

function parseHead(json: Uint8Array): Head | undefined {
  try {
    const head: Partial<Head> = JSON.parse(new TextDecoder().decode(json))
    const isWhole =
      typeof head.name === 'string' &&
      typeof head.hash === 'string' &&
      typeof head.level === 'string' &&
      Number.isSafeInteger(head.concepts) &&
      [head.facts, head.trusts, head.keys].every((place) => place === undefined || isSection(place)) &&
      head.facts !== undefined &&
      Array.isArray(head.columns) &&
      head.columns.every((column) => typeof column?.language === 'string' && isSection(column.place))
    return isWhole ? (head as Head) : undefined
  } catch {
    return undefined
  }
}

const isSection = (place: unknown): place is Section =>
  Array.isArray(place) && place.length === 2 && place.every((number) => Number.isSafeInteger(number) && number >= 0)

function soundColumn(bytes: Uint8Array, head: Head, name: string): PackedColumn {
  const column = readColumn(bytes, head.concepts)
  if (column === undefined) throw damaged(name)
  return column
}

const damaged = (name: string): AppError =>
  new AppError('LEXICON_DAMAGED', `${name} is no packed lexicon, or not all of it`)

/** The bytes of memory as a packed lexicon is read from. */
export const bytesIn =
  (memory: Uint8Array): Bytes =>
  (start, length) =>
    memory.subarray(start, start + length)
