import type { UnitReadOptions } from '../../core/contracts.ts'
import type { LanguageTag } from '../../core/types.ts'
import { type Column, columns } from './columns.ts'
import { languagesNamed, tagNamed } from './names.ts'

/** A column with text, and its language where the head of the table or the user says it. */
export interface Side {
  readonly index: number
  readonly language?: LanguageTag
}

/** What the columns of a table hold. */
export interface TableHead {
  /** False when the first row is data already. */
  readonly hasNames: boolean
  /** Columns with texts, the source first; at least two. */
  readonly sides: readonly Side[]
  /** Columns that are ours, by name. */
  readonly own: ReadonlyMap<Column, number>
  /** Names of the columns that are nothing of this, by index. */
  readonly others: ReadonlyMap<number, string>
  /** How many columns have a name; Infinity when none has. */
  readonly width: number
}

/** How programs and people call the two columns with texts, and others of ours. */
const aliases: Readonly<Record<string, Column>> = {
  src: 'source',
  original: 'source',
  source_text: 'source',
  source_string: 'source',
  source_segment: 'source',
  tgt: 'target',
  translation: 'target',
  target_text: 'target',
  target_string: 'target',
  target_segment: 'target',
  source_lang: 'source_language',
  target_lang: 'target_language',
  note: 'notes',
}

/**
 * What a table holds by the names in its first row: columns `source` and `target` under one of their names, else columns
 * called by languages (tags or names). Undefined when there are not two columns with texts.
 */
export function headOf(row: readonly string[], options: UnitReadOptions): TableHead | undefined {
  return headOfCodes(row, options) ?? headFrom(row, options, languagesNamed)
}

/** The same without columns called by names of languages, which take a tenth of a second to look up. */
export function headOfCodes(row: readonly string[], options: UnitReadOptions = {}): TableHead | undefined {
  return headFrom(row, options, () => [])
}

type NamesToTags = (names: readonly string[]) => readonly (LanguageTag | undefined)[]

function headFrom(row: readonly string[], options: UnitReadOptions, named: NamesToTags): TableHead | undefined {
  const names = row.map((cell) => cell.normalize('NFKC').trim())
  const own = ownColumns(names)
  const sides = sidesNamed(own, options) ?? languageSides(names, own, options, named)
  if (sides === undefined) return undefined
  const taken = new Set(sides.map((side) => side.index))
  const ownLeft = new Map([...own].filter(([, index]) => !taken.has(index)))
  const used = new Set([...taken, ...ownLeft.values()])
  const others = new Map([...names.entries()].filter(([index]) => !used.has(index)))
  return { hasNames: true, sides, own: ownLeft, others, width: widthOf(names) }
}

/** A table without names: its first two columns are the texts in the languages that the user gives; undefined without those. */
export function headWithoutNames(row: readonly string[], options: UnitReadOptions): TableHead | undefined {
  const { sourceLanguage, targetLanguage } = options
  if (sourceLanguage === undefined || targetLanguage === undefined || row.length < 2) return undefined
  const sides = [
    { index: 0, language: sourceLanguage },
    { index: 1, language: targetLanguage },
  ]
  const others = new Map(row.slice(2).map((_, i) => [i + 2, '']))
  return { hasNames: false, sides, own: new Map(), others, width: Number.POSITIVE_INFINITY }
}

function ownColumns(names: readonly string[]): ReadonlyMap<Column, number> {
  const own = new Map<Column, number>()
  for (const [index, name] of names.entries()) {
    const key = name.toLowerCase().replace(/[\s-]+/gu, '_')
    const column = columns.find((one) => one === key) ?? (Object.hasOwn(aliases, key) ? aliases[key] : undefined)
    if (column !== undefined && !own.has(column)) own.set(column, index)
  }
  return own
}

function sidesNamed(own: ReadonlyMap<Column, number>, options: UnitReadOptions): readonly Side[] | undefined {
  const [source, target] = [own.get('source'), own.get('target')]
  if (source === undefined || target === undefined) return undefined
  return [sideOf(source, options.sourceLanguage), sideOf(target, options.targetLanguage)]
}

const sideOf = (index: number, language: LanguageTag | undefined): Side =>
  language === undefined ? { index } : { index, language }

/** `id` and `no` are languages only where there would be fewer than two without them. */
function languageSides(
  names: readonly string[],
  own: ReadonlyMap<Column, number>,
  options: UnitReadOptions,
  named: NamesToTags,
): readonly Side[] | undefined {
  const isOwn = new Set(own.values())
  const tags = names.map((name) => tagNamed(name) ?? tagWithRole(name))
  const certain = tags.map((tag, index) => (isOwn.has(index) ? undefined : tag))
  const found = firstPair([() => certain, () => tags, () => named(names)])
  if (found === undefined) return undefined
  const wanted = found.find((side) => side.language === options.sourceLanguage)
  return wanted === undefined ? found : [wanted, ...found.filter((side) => side !== wanted)]
}

function firstPair(readings: readonly (() => readonly (LanguageTag | undefined)[])[]): readonly Side[] | undefined {
  for (const read of readings) {
    const sides = sidesIn(read())
    if (sides.length > 1) return sides
  }
  return undefined
}

/** Each language once: a second column of it is something else. */
function sidesIn(tags: readonly (LanguageTag | undefined)[]): readonly Side[] {
  const sides = new Map<LanguageTag, Side>()
  for (const [index, language] of tags.entries())
    if (language !== undefined && !sides.has(language)) sides.set(language, { index, language })
  return [...sides.values()]
}

/** `source (nl)`, `target_zh-CN`, `nl-NL (source)`. */
function tagWithRole(name: string): LanguageTag | undefined {
  const after = /^(?:source|target)[\s_:([-]{1,3}([a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3})[)\]]?$/iu.exec(name)?.[1]
  const before = /^([a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3})[\s_:([-]{1,3}(?:source|target)[)\]]?$/iu.exec(name)?.[1]
  const tag = after ?? before
  return tag === undefined ? undefined : tagNamed(tag)
}

/** Names may be missing at the end of the first row. */
function widthOf(names: readonly string[]): number {
  return names.findLastIndex((name) => name !== '') + 1
}
