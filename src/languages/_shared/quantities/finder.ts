import type { Entity, Span } from '../../../core/types.ts'
import { type Automaton, buildAutomaton, type Rule, type Step } from './automaton.ts'
import { type Captures, numberOf, type Part, partsOf } from './captures.ts'
import { commonRules } from './common-rules.ts'
import { withCommonWords } from './common-words.ts'
import { createSurroundings, createWholeTest, endsWithSequence, type Surroundings, type WholeTest } from './context.ts'
import type { QuantityData } from './data.ts'
import { lex } from './lexer.ts'
import { createNumberJoiner } from './numbers.ts'
import { parsePattern } from './pattern.ts'
import { kindOfRule, readKey } from './readings.ts'
import { createSlots } from './slots.ts'
import { numberIn, type Token } from './tokens.ts'
import { buildVocabulary } from './vocabulary.ts'

/** The best match at one token so far. */
interface Match {
  readonly rule: Rule
  readonly parts: readonly Part[]
  /** Index after the last token of the entity. */
  readonly end: number
}

type LeadTest = (tokens: readonly Token[], at: number) => boolean

interface Machine {
  readonly automaton: Automaton
  readonly leads: ReadonlyMap<Rule, LeadTest>
  readonly surroundings: Surroundings
  /** Whether a match of spaced syllables starts and ends as words do; absent where words are letters or have no spaces. */
  readonly isWhole?: WholeTest
}

/** How far the search has come: what the last entity was decides over lists of years. */
interface Progress {
  readonly tokens: readonly Token[]
  lastDateEnd: number
}

/**
 * Makes a function that finds dates, times, durations, numbers, percentages, money, ordinals and section numbers inside a
 * span of a text, in order and without overlap; spans are offsets into the text. It takes time in proportion to the span.
 * Signs (`-5`) are not part of a key, nor are words such as `about`.
 */
export function createQuantityFinder(table: QuantityData): (text: string, span: Span) => Entity[] {
  const data = withCommonWords(table)
  const rules = buildRules(data)
  const vocabulary = buildVocabulary(
    data,
    rules.map(({ pattern }) => pattern),
  )
  const join = createNumberJoiner(data.numerals)
  const machine: Machine = {
    automaton: buildAutomaton(rules, createSlots(data)),
    leads: new Map(
      rules
        .filter(({ pattern }) => pattern.leads.length > 0)
        .map((rule) => [rule, endsWithSequence(rule.pattern.leads)]),
    ),
    surroundings: createSurroundings(data.context),
    ...(data.particles && { isWhole: createWholeTest(data.particles) }),
  }
  return (text, span) => findIn(join(lex(text, span, vocabulary, data)), machine)
}

function buildRules(data: QuantityData): readonly Rule[] {
  const rules: Rule[] = []
  for (const { as, patterns } of [...data.rules, ...commonRules]) {
    for (const text of patterns) {
      const pattern = parsePattern(text, data.classes)
      if (pattern) rules.push({ name: as, rank: rules.length, pattern })
    }
  }
  return rules
}

function findIn(tokens: readonly Token[], machine: Machine): Entity[] {
  const entities: Entity[] = []
  const progress: Progress = { tokens, lastDateEnd: -1 }
  for (let at = 0; at < tokens.length; ) {
    const match = bestMatch(machine, progress, at)
    if (!match) {
      at++
      continue
    }
    for (const part of match.parts) addEntity(entities, tokens, match.rule, part)
    if (kindOfRule(match.rule.name) === 'date') progress.lastDateEnd = match.end
    at = Math.max(match.end, at + 1)
  }
  return entities
}

function addEntity(entities: Entity[], tokens: readonly Token[], rule: Rule, part: Part): void {
  const kind = kindOfRule(rule.name)
  const key = readKey(rule.name, part.captures)
  const start = tokens[part.from]?.start
  const end = tokens[part.to - 1]?.end
  if (kind === undefined || key === undefined || start === undefined || end === undefined) return
  entities.push({ kind, span: { start, end }, key, by: 'quantities' })
}

/** The longest match that begins at a token; among equally long ones the rule that comes first. */
function bestMatch(machine: Machine, progress: Progress, at: number): Match | undefined {
  let best: Match | undefined
  machine.automaton.run(progress.tokens, at, (rule, to, steps) => {
    const end = endOfEntity(steps, to)
    if (machine.isWhole?.(progress.tokens, at, to) === false) return
    if (best && (end < best.end || (end === best.end && rule.rank >= best.rule.rank))) return
    best = acceptMatch(machine, progress, { rule, at, end, steps }) ?? best
  })
  return best
}

/** Index after the last token of the entity: before what only has to follow. */
function endOfEntity(steps: Step | undefined, to: number): number {
  for (let step = steps; step; step = step.previous) if (step.name === '<') return step.from
  return to
}

interface Candidate {
  readonly rule: Rule
  readonly at: number
  readonly end: number
  readonly steps: Step | undefined
}

function acceptMatch(machine: Machine, progress: Progress, { rule, at, end, steps }: Candidate): Match | undefined {
  if (end <= at || (rule.pattern.anchored && at > 0)) return undefined
  const lead = machine.leads.get(rule)
  if (lead && !lead(progress.tokens, at)) return undefined
  const parts = partsOf(steps, at, end)
  if (!isMeant(machine.surroundings, progress, rule, parts)) return undefined
  return parts.every(({ captures }) => readKey(rule.name, captures) !== undefined) ? { rule, parts, end } : undefined
}

/** Asks the words around about readings that the pattern alone cannot settle. */
function isMeant(surroundings: Surroundings, progress: Progress, rule: Rule, parts: readonly Part[]): boolean {
  const { tokens, lastDateEnd } = progress
  const [first, second] = parts
  if (!first) return false
  if (rule.name === 'year') {
    const listed = lastDateEnd === first.from - 1 && surroundings.isListJoiner(tokens, first.from)
    return surroundings.isYear(tokens, first.from, first.to, listed)
  }
  if (rule.name === 'years' && second) return areYears(surroundings, tokens, first, second)
  if (rule.name === 'month') return surroundings.isMonth(tokens, first.from)
  return rule.name !== 'money' || !takesSignOfNext(tokens, (second ?? first).to)
}

/** In `2021 € 5` the sign belongs to what follows. */
function takesSignOfNext(tokens: readonly Token[], end: number): boolean {
  const sign = tokens[end - 1]
  const next = tokens[end]
  const before = sign !== undefined && !sign.content && ['sign', 'upper'].includes(sign.shape)
  return before && next?.gap !== 'break' && numberIn(next) !== undefined
}

/** `1975-2025`: rising, and not two round counts of something. */
function areYears(surroundings: Surroundings, tokens: readonly Token[], first: Part, second: Part): boolean {
  const low = yearIn(first.captures)
  const high = yearIn(second.captures)
  if (low >= high) return false
  const round = low % 100 === 0 && high % 100 === 0
  return surroundings.isYear(tokens, first.from, second.to, !round)
}

function yearIn(captures: Captures): number {
  return numberOf(captures, 'y')?.value ?? 0
}
