import { decisionStates, relations } from '../../../editing.ts'
import type { Relation, Run } from '../../../memory-view.ts'
import type { ChangePost, ConcordancePost, FuzzyPost, UnitQuery, UnitsPost } from '../../memory-protocol.ts'
import { fieldsOf } from '../posts.ts'
import { malformed } from '../refusal.ts'

const sorts = ['left', 'right', 'keyword', 'document', 'date', ''] as const
const mostUnits = 500
const mostKeys = 10_000
const longestText = 20_000

/** The body of `api/units`. */
export function unitsPostOf(value: unknown): UnitsPost {
  const { query, from, size } = fieldsOf(value)
  return { query: queryOf(query), from: countOf('from', from), size: Math.min(mostUnits, countOf('size', size)) }
}

/** The body of `api/concordance`. */
export function concordancePostOf(value: unknown): ConcordancePost {
  const { text, language, otherLanguage, isRegex, wholeWords, caseSensitive, sort, skip, query, marksRenderings } =
    fieldsOf(value)
  return {
    text: textOf('text', text),
    language: tagOrNone('language', language),
    otherLanguage: tagOrNone('otherLanguage', otherLanguage),
    isRegex: isRegex === true,
    wholeWords: wholeWords === true,
    caseSensitive: caseSensitive === true,
    sort: oneOf('sort', sort, sorts),
    skip: countOf('skip', skip),
    marksRenderings: marksRenderings === true,
    query: queryOf(query),
  }
}

/** The body of `api/fuzzy`. */
export function fuzzyPostOf(value: unknown): FuzzyPost {
  const { text, sourceLanguage, targetLanguage, min, query } = fieldsOf(value)
  return {
    text: textOf('text', text),
    sourceLanguage: tagOrNone('sourceLanguage', sourceLanguage),
    targetLanguage: tagOrNone('targetLanguage', targetLanguage),
    min: shareOf('min', min),
    query: queryOf(query),
  }
}

/** The body of `api/change`. */
export function changePostOf(value: unknown): ChangePost {
  const { kind, key, keys, state, contents, step } = fieldsOf(value)
  switch (kind) {
    case 'retext':
      if (!Array.isArray(contents) || contents.length > mostUnits) throw malformed('contents are a list of texts')
      return { kind, key: countOf('key', key), contents: contents.map(contentOf) }
    case 'mark':
      return { kind, keys: keysOf(keys), state: oneOf('state', state, decisionStates) }
    case 'delete':
      return { kind, keys: keysOf(keys) }
    case 'undo':
    case 'redo':
      return step === undefined ? { kind } : { kind, step: countOf('step', step) }
    default:
      throw malformed('kind is one of retext, mark, delete, undo, redo')
  }
}

function queryOf(value: unknown): UnitQuery {
  const { text, memories, languages, relations: wanted, states: decided, minConfidence, ...rest } = fieldsOf(value)
  return {
    text: textOf('text', text),
    ...(memories === undefined ? {} : { memories: textsOf('memories', memories) }),
    ...(languages === undefined ? {} : { languages: textsOf('languages', languages) }),
    ...(wanted === undefined ? {} : { relations: namesOf<Relation>('relations', wanted, relations) }),
    ...(decided === undefined ? {} : { states: namesOf('states', decided, decisionStates) }),
    ...(minConfidence === undefined ? {} : { minConfidence: shareOf('minConfidence', minConfidence) }),
    ...(rest.origin === undefined ? {} : { origin: textOf('origin', rest.origin) }),
    ...(rest.since === undefined ? {} : { since: dayOf('since', rest.since) }),
    ...(rest.until === undefined ? {} : { until: dayOf('until', rest.until) }),
    ...(rest.step === undefined ? {} : { step: countOf('step', rest.step) }),
  }
}

function contentOf(value: unknown): readonly Run[] {
  if (!Array.isArray(value)) throw malformed('a text is a list of runs')
  return value.map((run): Run => {
    const { kind, text, id, role, data } = fieldsOf(run)
    if (kind === 'text') return { kind, text: textOf('text', text) }
    if (kind !== 'code') throw malformed('a run is text or a code')
    const [name, native] = [textOf('id', id), textOf('data', data)]
    return { kind, id: name, role: oneOf('role', role, ['open', 'close', 'single']), data: native }
  })
}

function textOf(what: string, value: unknown): string {
  if (typeof value !== 'string' || value.length > longestText)
    throw malformed(`${what} is a text of up to ${longestText} characters`)
  return value
}

const textsOf = (what: string, value: unknown): readonly string[] => {
  if (!Array.isArray(value)) throw malformed(`${what} are a list`)
  return value.map((one) => textOf(what, one))
}

function namesOf<Name extends string>(what: string, value: unknown, names: readonly Name[]): readonly Name[] {
  return textsOf(what, value).map((one) => oneOf(what, one, names))
}

function tagOrNone(what: string, value: unknown): string {
  const tag = textOf(what, value)
  if (!/^[A-Za-z0-9_-]{0,64}$/u.test(tag)) throw malformed(`${what} is the tag of a language`)
  return tag
}

function dayOf(what: string, value: unknown): string {
  const day = textOf(what, value)
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(day) && !Number.isNaN(Date.parse(day))
  if (!isDay) throw malformed(`${what} is a day such as 2026-01-31`)
  return day
}

function shareOf(what: string, value: unknown): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) throw malformed(`${what} is a number from 0 to 1`)
  return value
}

function countOf(what: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw malformed(`${what} is a count`)
  return value
}

function keysOf(value: unknown): readonly number[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > mostKeys)
    throw malformed(`keys are a list of 1 to ${mostKeys} numbers`)
  return [...new Set(value.map((key) => countOf('a key', key)))]
}

function oneOf<Name extends string>(what: string, value: unknown, names: readonly Name[]): Name {
  const name = names.find((each) => each === value)
  if (name === undefined) throw malformed(`${what} is one of ${names.join(', ')}`)
  return name
}
