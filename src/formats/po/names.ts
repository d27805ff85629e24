/** Names of what a PO file says of an entry, as other tools call them in XLIFF. */
export const propNames = {
  context: 'x-po-context',
  references: 'x-po-references',
  flags: 'x-po-flags',
  extracted: 'x-po-autocomment',
  previous: 'x-po-previous',
} as const

/** What an entry that shares only part of its content is marked as. */
export const fuzzyFlag = 'fuzzy'

/** Fields of the header. */
export const headerFields = {
  language: 'Language',
  sourceLanguage: 'X-Source-Language',
  signature: 'X-Alignment-Signature',
} as const

/** Entries with equal texts need contexts that differ; one that says nothing else is ours. */
export const madeContext = (id: string): string => `zinpaar:${id}`

/** True for contexts that `madeContext` makes. */
export const isMadeContext = (context: string): boolean => /^zinpaar:[0-9a-f-]+$/u.test(context)

/** A property as a line of an extracted comment; a value that would not survive it stands in quotes. */
export function propertyLine(name: string, value: string): string {
  const isPlain = value === value.trim() && !/^"|[\r\n]/u.test(value)
  return `${name}: ${isPlain ? value : JSON.stringify(value)}`
}

/** The reverse of `propertyLine` for our properties; undefined for any other line. */
export function propertyIn(line: string): readonly [string, string] | undefined {
  const [, name, value] = /^(x-(?:alignment|source|target)-[a-z-]+):(?: (.*))?$/u.exec(line) ?? []
  if (name === undefined) return undefined
  return [name, value === undefined ? '' : unquoted(value)]
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value
  try {
    const text: unknown = JSON.parse(value)
    return typeof text === 'string' ? text : value
  } catch {
    return value
  }
}
