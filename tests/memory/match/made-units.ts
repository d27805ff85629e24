import type { Run, TranslationUnit, Variant } from '../../../src/core/types.ts'
import { judgeMatches, type MatchSettings, prepareQuery } from '../../../src/memory/match/index.ts'
import type { Match, MemoryUnit, SearchQuery } from '../../../src/memory/types.ts'

export const dutch = 'nl'
export const chinese = 'zh'

export const variantOf = (language: string, content: string | readonly Run[]): Variant => ({
  language,
  content: typeof content === 'string' ? [{ kind: 'text', text: content }] : content,
})

export const textRun = (text: string): Run => ({ kind: 'text', text })
export const codeRun = (role: 'open' | 'close' | 'single', data: string, id = '1'): Run => ({
  kind: 'code',
  id,
  role,
  data,
})

/** A unit with these variants, the first of them the source. */
export function unitOf(
  variants: readonly Variant[],
  unit: Partial<TranslationUnit> = {},
  rest: Partial<MemoryUnit> = {},
): MemoryUnit {
  return {
    key: 1,
    memory: 'main',
    uses: 0,
    context: {},
    step: 1,
    ...rest,
    unit: {
      id: 'u',
      sourceLanguage: variants[0]?.language ?? 'und',
      variants,
      decision: { state: 'proposed' },
      notes: [],
      props: {},
      ...unit,
    },
  }
}

export const pairOf = (source: string, target: string, from = dutch, to = chinese): MemoryUnit =>
  unitOf([variantOf(from, source), variantOf(to, target)])

export const queryOf = (text: string, query: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  sourceLanguage: dutch,
  targetLanguage: chinese,
  min: 0,
  ...query,
})

/** The only match of a text with a unit. */
export function matchOf(query: SearchQuery, unit: MemoryUnit, settings?: MatchSettings): Match {
  const [match, ...more] = judgeMatches(prepareQuery(query), unit, settings)
  if (match === undefined || more.length > 0) throw new Error(`${1 + more.length} matches or none for ${query.text}`)
  return match
}
