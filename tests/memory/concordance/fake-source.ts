import type { TranslationUnit } from '../../../src/core/types.ts'
import type { ConcordanceSource, StoredTexts } from '../../../src/memory/concordance/types.ts'
import { passesFilter } from '../../../src/memory/filter.ts'
import type { SegmentField } from '../../../src/memory/index/segment.ts'
import { fieldOf } from '../../../src/memory/text/fold.ts'
import { tokensOf } from '../../../src/memory/text/tokens.ts'
import type { MemoryUnit } from '../../../src/memory/types.ts'
import { plainTextOf } from '../../../src/memory/variants.ts'

/** Tag and text of each variant; the first is the source. */
export type Texts = readonly (readonly [tag: string, text: string])[]

export function unitOf(key: number, texts: Texts, more: Partial<TranslationUnit> = {}): MemoryUnit {
  return {
    key,
    memory: 'main',
    uses: 0,
    context: {},
    step: 1,
    unit: {
      id: String(key),
      sourceLanguage: texts[0]?.[0] ?? 'und',
      variants: texts.map(([language, text]) => ({ language, content: [{ kind: 'text', text }] })),
      decision: { state: 'proposed' },
      notes: [],
      props: {},
      ...more,
    },
  }
}

interface FakeDocument {
  readonly owner: number
  readonly variant: number
  readonly tokens: readonly string[]
}

/** An index field that looks at every document each time: what the real one is measured against. */
export function fakeField(documents: readonly FakeDocument[]): SegmentField {
  const ordered = [...documents].sort((a, b) => a.tokens.length - b.tokens.length)
  const counts = new Map<string, number>()
  for (const { tokens } of ordered) for (const term of new Set(tokens)) counts.set(term, (counts.get(term) ?? 0) + 1)
  const holds = (tokens: readonly string[], lists: readonly (readonly string[])[]): boolean =>
    tokens.some((_, at) => lists.every((list, i) => list.includes(tokens[at + i] ?? '')))
  return {
    documents: ordered.length,
    exact: () => Promise.resolve([]),
    exactNow: () => [],
    fuzzy: () => Promise.resolve([]),
    frequency: (term) => Promise.resolve(counts.get(term) ?? 0),
    termsWith: (part, limit) =>
      Promise.resolve(
        [...counts]
          .map(([term, count]) => ({ term, documents: count }))
          .filter(({ term }) => term.includes(part))
          .sort((a, b) => b.documents - a.documents || (a.term < b.term ? -1 : 1))
          .slice(0, limit),
      ),
    phrase: (alternatives, limit, skip = 0) => {
      const all = ordered.filter(({ tokens }) => holds(tokens, alternatives))
      return Promise.resolve({ found: all.slice(skip, skip + limit), isAll: all.length <= skip + limit })
    },
  }
}

export interface FakeOptions {
  /** Units in one segment; the last segment's worth waits in `pending`. */
  readonly segmentSize?: number
  /** Keys of units that the segments still hold and the store does not. */
  readonly dead?: ReadonlySet<number>
}

const textsOf = (unit: MemoryUnit): StoredTexts => ({
  key: unit.key,
  variants: unit.unit.variants,
  unit: () => unit,
})

/** A source over units in the order of their keys, and what was asked of it. */
export function fakeSource(
  units: readonly MemoryUnit[],
  { segmentSize = 5, dead = new Set() }: FakeOptions = {},
): ConcordanceSource & { readonly asked: { units: number; scanned: number } } {
  const indexed = units.slice(0, Math.floor(units.length / segmentSize) * segmentSize)
  const documents = indexed.map(({ key, unit }) =>
    unit.variants.map((variant, i) => ({
      field: fieldOf(variant.language),
      document: { owner: key, variant: i, tokens: tokensOf(plainTextOf(variant)) },
    })),
  )
  const segments = Array.from({ length: Math.ceil(indexed.length / segmentSize) }, (_, i) =>
    documents.slice(i * segmentSize, (i + 1) * segmentSize).flat(),
  )
  const living = units.filter(({ key }) => !dead.has(key))
  const byKey = new Map(living.map((unit) => [unit.key, unit]))
  const asked = { units: 0, scanned: 0 }
  return {
    asked,
    fieldNames: [...new Set(documents.flat().map(({ field }) => field))].sort(),
    fields: (name) =>
      segments.flatMap((segment) => {
        const own = segment.filter(({ field }) => field === name)
        return own.length === 0 ? [] : [fakeField(own.map(({ document }) => document))]
      }),
    texts: (keys) => {
      asked.units += keys.length
      return Promise.resolve(keys.map((key) => byKey.get(key)).map((unit) => unit && textsOf(unit)))
    },
    pending: () =>
      Promise.resolve(units.slice(indexed.length).flatMap((unit) => (dead.has(unit.key) ? [] : textsOf(unit)))),
    scan: (filter, after, limit) => {
      const page = living.filter((unit) => unit.key > after && passesFilter(unit, filter)).slice(0, limit)
      asked.scanned += page.length
      return Promise.resolve(page.map(textsOf))
    },
    passes: passesFilter,
  }
}
