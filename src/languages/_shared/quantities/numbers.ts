import type { NumeralData, SyllableHabits } from './data.ts'
import { createHomonymFilter } from './homonyms.ts'
import { type Phrase, readPhrase } from './numeral-grammar.ts'
import { normsOf } from './surfaces.ts'
import { type NumberValue, numberIn, type Token } from './tokens.ts'

/** A longer run of numerals is no number. */
const longestRun = 40

/** Joins the tokens of each number into one token that carries its value. */
export function createNumberJoiner(numerals: NumeralData): (tokens: readonly Token[]) => readonly Token[] {
  if (numerals.system === 'han') {
    const { han } = numerals
    const style: HanStyle = {
      isChinese: han === undefined,
      positionalAmounts: han?.positionalAmounts === true,
      ...(han?.syllables && { syllables: syllableStyle(han.syllables) }),
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

interface SyllableStyle {
  readonly sureAlone: ReadonlySet<string>
  readonly leads: ReadonlySet<string>
  readonly countingLeads: ReadonlySet<string>
  readonly notNumerals: ReadonlySet<string>
}

function syllableStyle(habits: SyllableHabits): SyllableStyle {
  return {
    sureAlone: new Set(habits.sureAlone),
    leads: new Set(habits.leads),
    countingLeads: new Set(habits.countingLeads),
    notNumerals: new Set(habits.notNumerals),
  }
}

interface HanStyle {
  readonly isChinese: boolean
  readonly positionalAmounts: boolean
  /** Given where numerals are syllables of spaced words. */
  readonly syllables?: SyllableStyle
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
    const end = token.content && startsNumber(tokens, at, style) ? endOfRun(tokens, at, style) : at
    if (end === at) {
      joined.push(style.syllables && isWordAtom(token) ? withoutAtom(token) : token)
      at++
      continue
    }
    joined.push(...joinRun(tokens.slice(at, end), token, style))
    at = end
  }
  return joined
}

/** Syllables are numerals only at the start of a word, or behind a lead. */
function startsNumber(tokens: readonly Token[], at: number, { syllables }: HanStyle): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (syllables === undefined || token === undefined || !isWordAtom(token)) return true
  return token.gap !== 'none' || before === undefined || before.shape === 'sign' || syllables.leads.has(before.norm)
}

function isWordAtom({ content, shape }: Token): boolean {
  return shape === 'ideograph' && content !== undefined && content.kind !== 'number'
}

/** One token with the number of a run, or its tokens as mere words; a run that is too long is not looked into. */
function joinRun(run: readonly Token[], first: Token, style: HanStyle): readonly Token[] {
  if (run.length > longestRun) return [{ ...first, end: run.at(-1)?.end ?? first.end, norm: '', content: undefined }]
  const number = readRun(run, style)
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
  if (!token || kind === undefined || (at > start && !isGlued(tokens, at, start, style))) return false
  const next = tokens[at + 1]?.content?.kind
  switch (kind) {
    case 'literal':
      return at === start || isMultiplier(tokens[at - 1]?.content?.kind) || tokens[at - 1]?.content?.kind === 'infix'
    case 'value':
    case 'zero':
      if (style.leading.has(token.norm) && at > start && !isMultiplier(next)) return false
      if (style.syllables && at > start && !joinsSyllable(tokens, at, start)) return false
      return at === start || tokens[at - 1]?.content?.kind !== 'literal'
    case 'unit':
    case 'scale':
      if (style.syllables?.countingLeads.has(tokens[start - 1]?.norm ?? '') && isLiteral(tokens[start])) return false
      if (style.syllables && startsWord(tokens, at)) return false
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

/** In 5조각 (five pieces) 조 is no multiplier: unknown syllables go on with its word. */
function startsWord(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return next?.gap === 'none' && next.shape === 'ideograph' && next.norm === ''
}

/** In 삼일 (the third) 일 is the word for day: a syllable goes on with a number only behind a multiplier or a ten. */
function joinsSyllable(tokens: readonly Token[], at: number, start: number): boolean {
  const before = tokens[at - 1]?.content
  if (isLiteral(tokens[start])) return false
  return before?.kind !== 'value' || before.value >= 20
}

function isLiteral(token: Token | undefined): boolean {
  return token?.content?.kind === 'literal'
}

/** Nobody leaves out the number before a hundred million (亿) or more: the character is part of a word (征兆). */
function startsNothing({ content }: Token): boolean {
  return content?.kind === 'scale' && content.exponent >= 8
}

/** Typesetters put a space between digits and Han: `100 亿`, `2 万`. */
function isGlued(tokens: readonly Token[], at: number, start: number, { syllables }: HanStyle): boolean {
  const token = tokens[at]
  if (token?.gap === 'none') return true
  if (token?.gap !== 'space') return false
  const before = tokens[at - 1]?.content
  if (syllables === undefined) return before?.kind === 'literal' && isMultiplier(token.content?.kind)
  return before?.kind === 'scale' && at - 1 > start && isSmallerGroup(tokens, at)
}

/** 5천만 in `3억 5천만`, and any digits: `3만 5000`. */
function isSmallerGroup(tokens: readonly Token[], at: number): boolean {
  const { kind } = tokens[at]?.content ?? {}
  return kind === 'literal' || (kind === 'value' && isMultiplier(tokens[at + 1]?.content?.kind))
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
function readRun(run: readonly Token[], style: HanStyle): Token | undefined {
  if (run.some(({ content }) => content?.kind === 'vague')) return undefined
  if (!isLiteral(run[0]) && style.syllables?.notNumerals.has(run.map(({ norm }) => norm).join(''))) return undefined
  const form = style.isChinese ? hanForm(run) : otherForm(run, style)
  if (style.isChinese && form === 'bare' && !isMultiplier(run.at(-1)?.content?.kind)) return undefined
  const phrase = readPhrase(run, 0, {
    han: true,
    short: style.isChinese,
    spacedGroups: style.syllables !== undefined,
  })
  if (phrase?.end === run.length) return numberToken(run, 0, phrase, form)
  return style.positionalAmounts ? (readMultipliedRow(run) ?? readPositional(run, 'digits')) : readPositional(run)
}

function hanForm(run: readonly Token[]): NumberValue['form'] {
  const first = run[0]?.content
  if (first?.kind === 'literal') return run.length === 1 ? 'digits' : 'mixed'
  const ten = first?.kind === 'unit' && first.exponent === 1
  if (isMultiplier(first?.kind) && !ten) return 'bare'
  return run.length === 1 ? 'character' : 'words'
}

/** Outside of Chinese 百 counts without a number, and a numeral that is a syllable counts with a counter at most. */
function otherForm(run: readonly Token[], { syllables }: HanStyle): NumberValue['form'] {
  const form = hanForm(run)
  if (syllables === undefined) return form === 'bare' ? 'character' : form
  if (run[0]?.content?.kind === 'literal') return form
  return run.length > 1 || syllables.sureAlone.has(run[0]?.norm ?? '') ? 'character' : 'bare'
}

/** 一五〇〇万: a row of digits before multipliers. */
function readMultipliedRow(run: readonly Token[]): Token | undefined {
  const row = run.findIndex(({ content }) => isMultiplier(content?.kind))
  const head = row > 1 ? readPositional(run.slice(0, row)) : undefined
  const number = numberIn(head)
  const [first] = run
  if (head === undefined || number === undefined || first === undefined) return undefined
  const literal: Token = { ...head, content: { kind: 'literal', literal: String(number.value), ordinal: false } }
  const tokens = [literal, ...run.slice(row)]
  const phrase = readPhrase(tokens, 0, { han: true })
  return phrase?.end === tokens.length ? numberToken(tokens, 0, phrase, 'mixed') : undefined
}

/** 二〇二一: two to eight digits in a row; `zeroForm` is their form when there is a zero, so that they can only be digits. */
function readPositional(run: readonly Token[], zeroForm: NumberValue['form'] = 'positional'): Token | undefined {
  let digits = ''
  for (const { content } of run) {
    if (content?.kind === 'zero') digits += '0'
    else if (content?.kind === 'value' && content.value < 10 && Number.isInteger(content.value)) digits += content.value
    else return undefined
  }
  if (digits.length < 2 || digits.length > 8) return undefined
  const phrase: Phrase = { end: run.length, value: Number(digits), ordinal: false, scale: 0 }
  const form = run.some(({ content }) => content?.kind === 'zero') ? zeroForm : 'positional'
  const token = numberToken(run, 0, phrase, form)
  const number = numberIn(token)
  return number ? { ...token, content: { kind: 'number', number: { ...number, digits } } } : token
}
