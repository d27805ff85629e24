/**
 * Texts that every match of a regular expression holds: one of each list. Found conservatively: an expression that is not
 * understood through and through requires nothing.
 */
export type RequiredLiterals = readonly (readonly string[])[]

/** The required literals of a valid expression with the flag `u`. */
export function requiredLiterals(source: string): RequiredLiterals {
  const scanner: Scanner = { source, at: 0, depth: 0 }
  const whole = readAlternatives(scanner)
  return whole === undefined || scanner.at < source.length ? [] : whole.needs
}

interface Scanner {
  readonly source: string
  at: number
  /** How many groups are open. */
  depth: number
}

/** Groups nested more deeply are not looked into: each takes a piece of the stack. */
const deepest = 50

/** A part of an expression. */
interface Part {
  /** The one text that it matches, if it is one. */
  readonly exact?: string
  readonly needs: RequiredLiterals
}

const nothing: Part = { needs: [] }

/** Branches up to the end or to a closing parenthesis; undefined when something is not understood. */
function readAlternatives(scanner: Scanner): Part | undefined {
  const branches: Part[] = []
  do {
    if (branches.length > 0) scanner.at++
    const branch = readBranch(scanner)
    if (branch === undefined) return undefined
    branches.push(branch)
  } while (peek(scanner) === '|')
  const [first = nothing] = branches
  if (branches.length === 1) return first
  const best = branches.map(({ needs }) => bestOf(needs))
  return best.includes(undefined) ? nothing : { needs: [[...new Set(best.flatMap((list) => list ?? []))]] }
}

const peek = ({ source, at }: Scanner): string => source.charAt(at)

/** The list whose shortest text is longest. */
function bestOf(needs: RequiredLiterals): readonly string[] | undefined {
  const worth = (list: readonly string[]): number => Math.min(...list.map((text) => text.length))
  return needs.reduce<readonly string[] | undefined>(
    (best, list) => (best === undefined || worth(list) > worth(best) ? list : best),
    undefined,
  )
}

/** Collects what a row of terms requires; texts that touch are one. */
interface Row {
  literal: string
  /** True while all terms so far are texts. */
  isExact: boolean
  readonly needs: (readonly string[])[]
}

function readBranch(scanner: Scanner): Part | undefined {
  const row: Row = { literal: '', isExact: true, needs: [] }
  while (scanner.at < scanner.source.length && peek(scanner) !== '|' && peek(scanner) !== ')') {
    const term = readTerm(scanner)
    if (term === undefined) return undefined
    addTerm(row, term, readQuantifier(scanner))
  }
  const exact = row.isExact ? row.literal : undefined
  endLiteral(row)
  return { needs: row.needs, ...(exact === undefined ? {} : { exact }) }
}

function endLiteral(row: Row): void {
  if (row.literal !== '') row.needs.push([row.literal])
  row.literal = ''
  row.isExact = false
}

/** How often a term comes, at least and at most. */
interface Times {
  readonly min: number
  readonly max: number
}

/** Repeated texts are written out up to here. */
const mostWritten = 8
/** Longer ones are not: repetitions of repetitions would grow without bound. */
const longestWritten = 100

function addTerm(row: Row, term: Part, { min, max }: Times): void {
  const { exact } = term
  if (min === 0) endLiteral(row)
  else if (exact !== undefined && exact.length <= longestWritten) {
    const written = Math.min(min, mostWritten)
    row.literal += exact.repeat(written)
    if (written === max) return
    endLiteral(row)
    // The last time touches what follows.
    row.literal = exact
  } else {
    endLiteral(row)
    row.needs.push(...term.needs)
  }
}

const quantifier = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/uy

function readQuantifier(scanner: Scanner): Times {
  const found = matchHere(scanner, quantifier)
  if (found === undefined) return { min: 1, max: 1 }
  const [text, from, comma, to] = found
  if (from === undefined) return { min: text.startsWith('+') ? 1 : 0, max: text.startsWith('?') ? 1 : Infinity }
  return { min: Number(from), max: comma === '' ? Number(from) : to === '' ? Infinity : Number(to) }
}

function matchHere(scanner: Scanner, pattern: RegExp): RegExpExecArray | undefined {
  const sticky = new RegExp(pattern)
  sticky.lastIndex = scanner.at
  const found = sticky.exec(scanner.source)
  if (found === null) return undefined
  scanner.at += found[0].length
  return found
}

/** One term without its quantifier. */
function readTerm(scanner: Scanner): Part | undefined {
  const character = peek(scanner)
  if (character === '(') return readGroup(scanner)
  if (character === '[') return readClass(scanner)
  if (character === '\\') return readEscape(scanner)
  const found = matchHere(scanner, /[\s\S]/uy)?.[0]
  if (found === undefined || /^[*+?{}\]]$/u.test(found)) return undefined
  return /^[.^$]$/u.test(found) ? nothing : literal(found)
}

const literal = (exact: string): Part => ({ exact, needs: [[exact]] })

const groupHead = /\((?:\?(?:(:)|<[^=!>]+>|(<?[=!])))?/uy

function readGroup(scanner: Scanner): Part | undefined {
  const head = matchHere(scanner, groupHead)
  // Flags inside an expression, and what later editions of the language may bring.
  if (head === undefined || peek(scanner) === '?' || scanner.depth === deepest) return undefined
  scanner.depth++
  const inner = readAlternatives(scanner)
  scanner.depth--
  if (inner === undefined || peek(scanner) !== ')') return undefined
  scanner.at++
  return head[2] === undefined ? inner : nothing
}

/** A class may stand for many characters; classes inside it come with the flag `v`. */
function readClass(scanner: Scanner): Part | undefined {
  let depth = 0
  while (scanner.at < scanner.source.length) {
    const character = peek(scanner)
    scanner.at += character === '\\' ? 2 : 1
    if (character === '[') depth++
    if (character === ']' && --depth === 0) return nothing
  }
  return undefined
}

const escaped =
  /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|[pP]\{[^}]*\}|k<[^>]*>|c[a-z]|\d+|[a-z]|([\^$\\.*+?()[\]{}|/-]))/iuy

function readEscape(scanner: Scanner): Part | undefined {
  const found = matchHere(scanner, escaped)
  if (found === undefined) return undefined
  const [, braced, four, two, syntax] = found
  if (syntax !== undefined) return literal(syntax)
  const code = Number.parseInt(braced ?? four ?? two ?? '', 16)
  // Halves of surrogate pairs are joined by whoever reads the whole, and white space may be folded.
  if (Number.isNaN(code) || code <= 0x20 || (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) return nothing
  return literal(String.fromCodePoint(code))
}
