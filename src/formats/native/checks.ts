import { AppError } from '../../core/errors.ts'
import { shorten } from '../../core/text.ts'

/** A value of a parsed JSON file together with its place, so that a complaint can name it. */
export interface Checked {
  readonly value: unknown
  readonly key: string | number
  readonly parent?: Checked
  /** Name of the file. */
  readonly file: string
}

/** Throws READ_MALFORMED: `a.json: $.beads[3].score must be a number, but is "high"`. */
export function complain(at: Checked, wanted: string): never {
  const found = at.value === undefined ? 'missing' : shorten(JSON.stringify(at.value) ?? String(at.value), 40)
  throw new AppError('READ_MALFORMED', `${at.file}: ${pathOf(at)} must be ${wanted}, but is ${found}`)
}

function pathOf(at: Checked): string {
  const steps: string[] = []
  for (let node: Checked | undefined = at; node !== undefined; node = node.parent)
    steps.push(node.parent === undefined ? '$' : typeof node.key === 'number' ? `[${node.key}]` : `.${node.key}`)
  return steps.reverse().join('')
}

/** The member `key` of an object; its value is undefined when there is none. */
export function member(at: Checked, key: string): Checked {
  const { value } = at
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return complain(at, 'an object')
  const found: unknown = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
  return { value: found, key, parent: at, file: at.file }
}

/** True when an object has the member at all. */
export const isThere = (at: Checked): boolean => at.value !== undefined

/** What `read` makes of each item of an array. */
export function listOf<Item>(at: Checked, read: (item: Checked, index: number) => Item): readonly Item[] {
  const { value, file } = at
  if (!Array.isArray(value)) return complain(at, 'a list')
  return value.map((item: unknown, index) => read({ value: item, key: index, parent: at, file }, index))
}

/** What `read` makes of each item of an array, or an empty list when the member is missing. */
export function optionalListOf<Item>(at: Checked, read: (item: Checked) => Item): readonly Item[] {
  return isThere(at) ? listOf(at, read) : nothing
}

/** One for all: most sentences name nothing. */
const nothing: readonly never[] = []

export function stringAt(at: Checked): string {
  return typeof at.value === 'string' ? at.value : complain(at, 'a text')
}

export function booleanAt(at: Checked): boolean {
  return typeof at.value === 'boolean' ? at.value : complain(at, 'true or false')
}

/** A number; the words Infinity, -Infinity and NaN stand for what JSON cannot say. */
export function numberAt(at: Checked): number {
  const { value } = at
  if (typeof value === 'number') return value
  return value === 'Infinity' || value === '-Infinity' || value === 'NaN' ? Number(value) : complain(at, 'a number')
}

/** A whole number from `least` to `most`, both included. */
export function integerAt(at: Checked, least: number, most: number): number {
  const { value } = at
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
  return complain(at, `a whole number from ${least} to ${most}`)
}

export function oneOf<Word extends string>(at: Checked, words: readonly Word[]): Word {
  return words.find((word) => word === at.value) ?? complain(at, `one of ${words.join(', ')}`)
}

/** `{[key]: text}` when the member is there, `{}` when it is not: for spreading into a record. */
export function optionalString<Key extends string>(at: Checked, key: Key): { readonly [K in Key]?: string } {
  const found = member(at, key)
  return isThere(found) ? ({ [key]: stringAt(found) } as { readonly [K in Key]?: string }) : {}
}

/** `[from, to]` with `0 <= from <= to <= most`. */
export function rangeAt(at: Checked, most: number): readonly [number, number] {
  const { value } = at
  if (!Array.isArray(value) || value.length !== 2) return complain(at, 'a pair [from, to]')
  const [from = 0, to = 0] = listOf(at, (item) => integerAt(item, 0, most))
  return from <= to ? [from, to] : complain(at, 'a pair [from, to] with from before to')
}
