import type { NumeralData } from './data.ts'
import { createHomonymFilter } from './homonyms.ts'
import { type Phrase, readPhrase } from './numeral-grammar.ts'
import { normsOf } from './surfaces.ts'
import { type NumberValue, numberIn, type Token } from './tokens.ts'

/** A longer run of numerals is no number. */
const longestRun = 40

/** Joins the tokens of each number into one token that carries its value. */
export function createNumberJoiner(numerals: NumeralData): (tokens: readonly Token[]) => readonly Token[] {
  if (numerals.system === 'han') {
    const style: HanStyle = {
      prefixed: followersOf(numerals.prefixedUnits),
      digitPrefixed: followersOf(numerals.digitPrefixedUnits),
      leading: new Set(numerals.leading ?? []),
      notAfterPoint: new Set(numerals.notAfterPoint.flatMap(normsOf)),
    }
    return (tokens) => joinHan(tokens, style)
  }
  const filter = createHomonymFilter(numerals)
  return (tokens) => joinSpaced(filter(tokens))
}

function followersOf(units: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(units).map(([unit, followers]) => [unit, new Set(followers)]))
}

function joinSpaced(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]
    if (!token) break
    const phrase = token.content ? readPhrase(tokens, at, { han: false }) : undefined
    joined.push(phrase ? numberToken(tokens, at, phrase, spacedForm(tokens, at, phrase)) : token)
    at = phrase?.end ?? at + 1
  }
  return joined
}

function spacedForm(tokens: readonly Token[], at: number, phrase: Phrase): NumberValue['form'] {
  if (tokens[at]?.content?.kind === 'literal') return phrase.end === at + 1 ? 'digits' : 'mixed'
  const atom = tokens[at]?.content
  const isUnsure = phrase.value < 2 || (atom?.kind === 'value' && atom.homonym === 'unit')
  return phrase.end === at + 1 && isUnsure ? 'single' : 'words'
}

function numberToken(tokens: readonly Token[], at: number, phrase: Phrase, form: NumberValue['form']): Token {
  const first = tokens[at]
  const last = tokens[phrase.end - 1]
  const one = phrase.end === at + 1
  const literal = one && first?.content?.kind === 'literal' ? first.content.literal : ''
  const number: NumberValue = {
    value: phrase.value,
    form,
    ordinal: phrase.ordinal,
    scale: phrase.scale,
    literal,
    digits: /^\d+$/.test(literal) ? literal : '',
  }
  return {
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    gap: first?.gap ?? 'none',
    norm: one ? (first?.norm ?? '') : '',
    shape: first?.shape ?? 'digits',
    content: { kind: 'number', number },
  }
}

interface HanStyle {
  /** Multipliers that are the prefix of a unit when one of these follows: always, or after digits. */
  readonly prefixed: ReadonlyMap<string, ReadonlySet<string>>
  readonly digitPrefixed: ReadonlyMap<string, ReadonlySet<string>>
  readonly notAfterPoint: ReadonlySet<string>
  readonly leading: ReadonlySet<string>
}

function joinHan(tokens: readonly Token[], style: HanStyle): Token[] {
  const joined: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]
    if (!token) break
    const end = token.content ? endOfRun(tokens, at, style) : at
    if (end === at) {
      joined.push(token)
      at++
      continue
    }
    joined.push(...joinRun(tokens.slice(at, end), token))
    at = end
  }
  return joined
}

/** One token with the number of a run, or its tokens as mere words; a run that is too long is not looked into. */
function joinRun(run: readonly Token[], first: Token): readonly Token[] {
  if (run.length > longestRun) return [{ ...first, end: run.at(-1)?.end ?? first.end, norm: '', content: undefined }]
  const number = readRun(run)
  return number ? [number] : run.map(withoutAtom)
}

function withoutAtom(token: Token): Token {
  return { ...token, content: undefined }
}

/** Index after the run of numerals that starts at `start`; `start` itself when none does. */
function endOfRun(tokens: readonly Token[], start: number, style: HanStyle): number {
  let at = start
  while (at < tokens.length && belongsToRun(tokens, at, start, style)) at++
  return at
}

function belongsToRun(tokens: readonly Token[], at: number, start: number, style: HanStyle): boolean {
  const token = tokens[at]
  const kind = token?.content?.kind
  if (!token || kind === undefined || (at > start && !isGlued(tokens, at))) return false
  const next = tokens[at + 1]?.content?.kind
  switch (kind) {
    case 'literal':
      return at === start || isMultiplier(tokens[at - 1]?.content?.kind) || tokens[at - 1]?.content?.kind === 'infix'
    case 'value':
    case 'zero':
      if (style.leading.has(token.norm) && at > start && !isMultiplier(next)) return false
      return at === start || tokens[at - 1]?.content?.kind !== 'literal'
    case 'unit':
    case 'scale':
      return !isPrefixOfUnit(tokens, at, start, style) && !(at === start && startsNothing(token))
    case 'vague':
      return isMultiplier(next) || (at > start && isMultiplier(tokens[at - 1]?.content?.kind))
    case 'infix':
      return at > start && isMultiplier(next) && !isPrefixOfUnit(tokens, at + 1, start, style)
    case 'point':
      return at > start && pointHolds(tokens, at, style)
    default:
      return false
  }
}

/** Nobody leaves out the number before a hundred million (亿) or more: the character is part of a word (征兆). */
function startsNothing({ content }: Token): boolean {
  return content?.kind === 'scale' && content.exponent >= 8
}

/** Typesetters put a space between digits and Han: `100 亿`, `2 万`. */
function isGlued(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.gap === 'none') return true
  return token?.gap === 'space' && tokens[at - 1]?.content?.kind === 'literal' && isMultiplier(token.content?.kind)
}

function isMultiplier(kind: string | undefined): boolean {
  return kind === 'unit' || kind === 'scale'
}

/** 千克 is a kilogram after any number; 5千米 is five kilometres, but 三千米 stays three thousand metres. */
function isPrefixOfUnit(tokens: readonly Token[], at: number, start: number, style: HanStyle): boolean {
  const norm = tokens[at]?.norm ?? ''
  const next = tokens[at + 1]?.norm ?? ''
  if (next === '') return false
  if (style.prefixed.get(norm)?.has(next)) return true
  const digitsBefore = at === start || tokens[at - 1]?.content?.kind === 'literal'
  return digitsBefore && style.digitPrefixed.get(norm)?.has(next) === true
}

/** 点 is a decimal sign between digits when single digits follow and no minutes do. */
function pointHolds(tokens: readonly Token[], at: number, style: HanStyle): boolean {
  if (tokens[at - 1]?.content?.kind === 'point') return false
  let next = at + 1
  while (
    next - at < 12 &&
    tokens[next]?.gap === 'none' &&
    ['value', 'zero'].includes(tokens[next]?.content?.kind ?? '')
  )
    next++
  if (next === at + 1) return false
  const after = tokens[next]
  return after === undefined || !(after.content?.kind === 'unit' || style.notAfterPoint.has(after.norm))
}

/** The number that a whole run makes, read with its multipliers or digit by digit; undefined for 几十, 十四五, 三四十. */
function readRun(run: readonly Token[]): Token | undefined {
  if (run.some(({ content }) => content?.kind === 'vague')) return undefined
  const form = hanForm(run)
  if (form === 'bare' && !isMultiplier(run.at(-1)?.content?.kind)) return undefined
  const phrase = readPhrase(run, 0, { han: true })
  return phrase?.end === run.length ? numberToken(run, 0, phrase, form) : readPositional(run)
}

function hanForm(run: readonly Token[]): NumberValue['form'] {
  const first = run[0]?.content
  if (first?.kind === 'literal') return run.length === 1 ? 'digits' : 'mixed'
  const ten = first?.kind === 'unit' && first.exponent === 1
  if (isMultiplier(first?.kind) && !ten) return 'bare'
  return run.length === 1 ? 'character' : 'words'
}

/** 二〇二一: two to eight digits in a row. */
function readPositional(run: readonly Token[]): Token | undefined {
  let digits = ''
  for (const { content } of run) {
    if (content?.kind === 'zero') digits += '0'
    else if (content?.kind === 'value' && content.value < 10 && Number.isInteger(content.value)) digits += content.value
    else return undefined
  }
  if (digits.length < 2 || digits.length > 8) return undefined
  const phrase: Phrase = { end: run.length, value: Number(digits), ordinal: false, scale: 0 }
  const token = numberToken(run, 0, phrase, 'positional')
  const number = numberIn(token)
  return number ? { ...token, content: { kind: 'number', number: { ...number, digits } } } : token
}
