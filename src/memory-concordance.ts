import type { Context } from './core/contracts.ts'
import { sameLanguage, undetermined } from './core/tags.ts'
import type { Document, LinkedPair, Span, TokenTable } from './core/types.ts'
import { madeDocument } from './made-document.ts'
import {
  type ConcordanceHit,
  type ConcordanceLine,
  type ConcordancePage,
  type ConcordanceQuery,
  concordanceTsv,
  keywordInContext,
  type LineOptions,
  markRenderings,
} from './memory/concordance/index.ts'
import type { Memory } from './memory/memory.ts'
import { plainTextOf } from './memory/variants.ts'
import type { Stock } from './stock.ts'

/** How a concordance is made ready to be read. */
export interface ConcordanceOptions extends LineOptions {
  /** Folder of the lexicons that the user added. */
  readonly dataFolder?: string | undefined
  /** Where packs and lexicons that ship come from; absent: a stock of the search's own. */
  readonly stock?: Stock | undefined
  /** Whether to mark what renders the words on the other side, for which lexicons are loaded; it is done when absent. */
  readonly marksRenderings?: boolean
}

/** A page of a concordance with its lines, sorted. */
export interface FoundConcordance {
  readonly page: ConcordancePage
  readonly lines: readonly ConcordanceLine[]
  /** The lines as a table with tabs, in the order of the hits. */
  readonly tsv: string
}

/** Looks words up and marks what renders them on the other side, as far as the lexicon knows. Fails with MEMORY_PATTERN. */
export async function findConcordance(
  memory: Memory,
  query: ConcordanceQuery,
  options: ConcordanceOptions,
): Promise<FoundConcordance> {
  const page = await memory.concordance(query)
  const hits = options.marksRenderings === false ? page.hits : await withRenderings(page.hits, options)
  const lines = keywordInContext(hits, options)
  return { page: { ...page, hits }, lines, tsv: concordanceTsv({ hits }) }
}

const silent: Context = { report: () => undefined }

/** Texts of many units are linked at once, one line of two made documents each, for each pair of languages. */
async function withRenderings(
  hits: readonly ConcordanceHit[],
  options: ConcordanceOptions,
): Promise<readonly ConcordanceHit[]> {
  const marked = new Map<ConcordanceHit, ConcordanceHit>()
  for (const group of groupsOf(hits)) {
    const linked = await linkGroup(group, options)
    for (const [line, hit] of group.entries())
      marked.set(
        hit,
        markRenderings(hit, ({ span }) => renderingsIn(linked, line, span)),
      )
  }
  return hits.map((hit) => marked.get(hit) ?? hit)
}

/** Hits of two languages that are known and differ, by these. */
function groupsOf(hits: readonly ConcordanceHit[]): readonly (readonly ConcordanceHit[])[] {
  const groups = new Map<string, ConcordanceHit[]>()
  for (const hit of hits) {
    const other = hit.other?.variant.language
    if (other === undefined || other === undetermined || sameLanguage(hit.variant.language, other)) continue
    const key = `${hit.variant.language} ${other}`
    groups.set(key, [...(groups.get(key) ?? []), hit])
  }
  return [...groups.values()]
}

async function linkGroup(
  hits: readonly ConcordanceHit[],
  { dataFolder, stock }: ConcordanceOptions,
): Promise<LinkedPair> {
  const { createAligner } = await import('./pipeline.ts')
  const [first] = hits
  const sourceLanguage = first?.variant.language ?? undetermined
  const targetLanguage = first?.other?.variant.language ?? undetermined
  const aligner = createAligner(
    { sourceLanguage, targetLanguage, ...(dataFolder === undefined ? {} : { lexiconFolder: dataFolder }) },
    { stock },
  )
  const source = madeDocument(
    hits.map(({ variant }) => plainTextOf(variant)),
    sourceLanguage,
  )
  const target = madeDocument(
    hits.map(({ other }) => (other === undefined ? '' : plainTextOf(other.variant))),
    targetLanguage,
  )
  return aligner.link(source, target, silent)
}

/** A rendering less probable than this is chance more often than not. */
const leastProbability = 0.1

/** Places in target line `line` that render what stands at `span` of source line `line`, by words and by what both name. */
function renderingsIn(linked: LinkedPair, line: number, span: Span): readonly Span[] {
  const [from, to] = [startOf(linked.source, line), startOf(linked.target, line)]
  const wanted = { start: span.start + from, end: span.end + from }
  const words = new Set(tokensIn(linked.sourceTokens, line, wanted))
  const partners = new Set(
    linked.wordPairs
      .filter(({ source, probability }) => words.has(source) && probability >= leastProbability)
      .map(({ target }) => target),
  )
  const table = linked.targetTokens
  const byWord = occurrences(table, line)
    .filter((i) => partners.has(table.ids[i] ?? -1))
    .map((i) => ({ start: table.starts[i] ?? 0, end: table.ends[i] ?? 0 }))
  const byName = linked.links
    .filter(({ source }) => source.some((one) => one.segment === line && meets(one.span, wanted)))
    .flatMap(({ target }) => target.filter(({ segment }) => segment === line).map((one) => one.span))
  return [...byWord, ...byName].map(({ start, end }) => ({ start: start - to, end: end - to }))
}

const startOf = (document: Document, line: number): number => document.blocks[line]?.span.start ?? 0

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const occurrences = ({ offsets }: TokenTable, line: number): readonly number[] => {
  const [start = 0, end = 0] = [offsets[line], offsets[line + 1]]
  return Array.from({ length: end - start }, (_, i) => start + i)
}

const tokensIn = (table: TokenTable, line: number, span: Span): readonly number[] =>
  occurrences(table, line)
    .filter((i) => meets({ start: table.starts[i] ?? 0, end: table.ends[i] ?? 0 }, span))
    .map((i) => table.ids[i] ?? -1)
