import { createContext, Script } from 'node:vm'
import { AppError } from '../../core/errors.ts'
import { shorten } from '../../core/text.ts'
import type { Span } from '../../core/types.ts'
import { mapComposed } from './mapped-text.ts'
import { type RequiredLiterals, requiredLiterals } from './required-literals.ts'
import type { ConcordanceQuery } from './types.ts'

/** A regular expression ready for use. */
export interface Pattern {
  readonly source: string
  /** Global; sees texts in NFC. */
  readonly regex: RegExp
  readonly literals: RequiredLiterals
}

const wordCharacter = '[\\p{L}\\p{M}\\p{N}]'

/**
 * Compiles the regular expression of a query, with the flag `u`, or `v` for one that only this understands. `wholeWords` asks
 * for no letter or digit at its ends.
 * @throws AppError MEMORY_PATTERN with the reason when it is none.
 */
export function compilePattern(query: Pick<ConcordanceQuery, 'text' | 'wholeWords' | 'caseSensitive'>): Pattern {
  const source = query.text.normalize('NFC')
  const flags = query.caseSensitive === true ? 'g' : 'gi'
  const own = regexOf(source, flags)
  const literals = own.flags.includes('u') ? requiredLiterals(source) : []
  if (query.wholeWords !== true) return { source, regex: own, literals }
  const whole = `(?<!${wordCharacter})(?:${source})(?!${wordCharacter})`
  return { source, regex: new RegExp(whole, own.flags), literals }
}

function regexOf(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, `${flags}u`)
  } catch (cause) {
    try {
      return new RegExp(source, `${flags}v`)
    } catch {
      const said = cause instanceof Error ? cause.message.replace(/^Invalid regular expression: /u, '') : String(cause)
      throw new AppError('MEMORY_PATTERN', `${quoted(source)} is no regular expression: ${reasonIn(said)}`, { cause })
    }
  }
}

const quoted = (source: string): string => `"${shorten(source, 80)}"`

/** The engine repeats the expression before its reason: `/(/gu: Unterminated group`. */
const reasonIn = (message: string): string => message.slice(message.lastIndexOf(': ') + 1).trim()

/** Finds the places of something in each of some texts. */
export type Finder = (texts: readonly string[]) => readonly (readonly Span[])[]

/** Milliseconds that an expression may take in all, and what each text adds: a hundred times what a plain one needs for it. */
const usualBudgetMs = 2_000
const textBudgetMs = 0.1

/**
 * A finder of the places that a pattern matches; those that match nothing at all are left out. An expression that would go on
 * for ever is stopped when its time is used up.
 * @throws AppError MEMORY_PATTERN (from the finder) when the time is used up or the engine gives up.
 */
export function patternFinder(pattern: Pattern, budgetMs: number = usualBudgetMs): Finder {
  let left = budgetMs
  const box: { run: () => void } = { run: () => {} }
  const context = createContext(box)
  // Only code that runs in a context of its own can be stopped from outside, and what it calls with it.
  const script = new Script('run()')
  return (texts) => {
    const found: (readonly Span[])[] = []
    const started = performance.now()
    box.run = () => {
      for (const text of texts) found.push(placesIn(text, pattern.regex))
    }
    left += texts.length * textBudgetMs
    try {
      script.runInContext(context, { timeout: Math.max(1, Math.ceil(left)) })
    } catch (cause) {
      throw new AppError('MEMORY_PATTERN', failureOf(pattern, cause, texts[found.length]), { hint, cause })
    }
    left -= performance.now() - started
    return found
  }
}

const hint = 'Make it simpler: repeated groups inside repeated groups, as in (a+)+, take for ever.'

function failureOf({ source }: Pattern, cause: unknown, text: string | undefined): string {
  const isTime =
    typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  const where = text === undefined ? '' : `, at "${shorten(text, 80)}"`
  return isTime
    ? `${quoted(source)} took too long and was stopped${where}`
    : `${quoted(source)} is more than can be searched for${where}`
}

function placesIn(text: string, regex: RegExp): readonly Span[] {
  const composed = text.normalize('NFC')
  regex.lastIndex = 0
  if (!regex.test(composed)) return none
  regex.lastIndex = 0
  const mapped = mapComposed(text)
  const spans: Span[] = []
  for (const { 0: match, index } of composed.matchAll(regex))
    if (match !== '') spans.push(mapped.place(index, index + match.length))
  return spans
}
const none: readonly Span[] = []
