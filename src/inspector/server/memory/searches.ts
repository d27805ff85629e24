import { findConcordance, type Memory, type Stock } from '../../../index.ts'
import type { Match } from '../../../memory-view.ts'
import type {
  ConcordanceAnswer,
  ConcordancePost,
  FuzzyAnswer,
  FuzzyPost,
  PageLine,
  UnitQuery,
} from '../../memory-protocol.ts'

/** What searches need. */
export interface SearchParts {
  readonly memory: Memory
  readonly dataFolder?: string | undefined
  readonly stock?: Stock | undefined
}

const unitsOfPage = 60
const mostMatches = 25
const columns = 56
/** Where any language will do, so many are tried: those with the most units. */
const mostLanguages = 12

/** What of a query the searches can judge. */
const filterOf = ({ text: _, ...filter }: UnitQuery) => filter

/** A page of a concordance. Where any language will do, they are looked through one after another. */
export async function lookUpWords(parts: SearchParts, post: ConcordancePost): Promise<ConcordanceAnswer> {
  const start = performance.now()
  const all = post.language === '' ? await languagesOf(parts.memory) : [post.language]
  const languages = all.filter((language) => language !== post.otherLanguage)
  const lines: PageLine[] = []
  const forms = new Map<string, number>()
  let passed = 0
  let found = 0
  let isAll = true
  for (const language of languages) {
    const left = unitsOfPage - found
    if (left <= 0) {
      isAll = false
      break
    }
    const skip = Math.max(0, post.skip - passed)
    const page = await lookUpIn(parts, post, language, skip, left)
    lines.push(...page.lines)
    for (const { form, count } of page.forms) forms.set(form, (forms.get(form) ?? 0) + count)
    passed += Math.min(skip, page.counted)
    found += page.units
    isAll &&= page.isAll
    if (!page.isAll) break
  }
  const counts = [...forms].map(([form, count]) => ({ form, count })).sort((a, b) => b.count - a.count)
  return { lines, counted: passed + found, isAll, forms: counts, milliseconds: performance.now() - start }
}

async function lookUpIn(
  { memory, dataFolder, stock }: SearchParts,
  post: ConcordancePost,
  language: string,
  skip: number,
  limit: number,
) {
  const query = {
    text: post.text,
    language,
    ...(post.otherLanguage === '' ? {} : { otherLanguage: post.otherLanguage }),
    kind: post.isRegex ? ('regex' as const) : ('text' as const),
    wholeWords: post.wholeWords,
    caseSensitive: post.caseSensitive,
    filter: filterOf(post.query),
    limit,
    skip,
  }
  const sort = post.sort === '' ? [] : [post.sort]
  const { marksRenderings } = post
  const options = { columns, sort, dataFolder, stock, marksRenderings }
  const { page, lines } = await findConcordance(memory, query, options)
  return {
    counted: page.counted,
    units: page.hits.length,
    isAll: page.isAll,
    forms: page.forms,
    lines: lines.map(
      ({ hit, left, keyword, right }): PageLine => ({
        unit: hit.unit,
        language: hit.variant.language,
        left,
        keyword,
        right,
        ...(hit.other === undefined ? {} : { other: hit.other }),
      }),
    ),
  }
}

/** Units that are like a sentence, the best first, in every direction that is meant. */
export async function lookUpSentence(memory: Memory, post: FuzzyPost): Promise<FuzzyAnswer> {
  const start = performance.now()
  const { text, min } = post
  const filter = filterOf(post.query)
  const found: Match[] = []
  for (const [sourceLanguage, targetLanguage] of await directionsOf(memory, post))
    found.push(...(await memory.search({ text, sourceLanguage, targetLanguage, min, filter, limit: mostMatches })))
  const matches = found.sort((a, b) => b.score - a.score || b.base - a.base).slice(0, mostMatches)
  return { matches, milliseconds: performance.now() - start }
}

type Direction = readonly [source: string, target: string]

async function directionsOf(
  memory: Memory,
  { sourceLanguage, targetLanguage }: FuzzyPost,
): Promise<readonly Direction[]> {
  if (sourceLanguage !== '' && targetLanguage !== '') return [[sourceLanguage, targetLanguage]]
  const sets = await languageSets(memory)
  const all = sets.flatMap((tags) =>
    tags.flatMap((source) => tags.filter((target) => target !== source).map((target) => `${source} ${target}`)),
  )
  return [...new Set(all)]
    .map((pair): Direction => {
      const [source = '', target = ''] = pair.split(' ')
      return [source, target]
    })
    .filter(([source, target]) =>
      sourceLanguage === '' || source === sourceLanguage ? targetLanguage === '' || target === targetLanguage : false,
    )
    .slice(0, mostLanguages)
}

/** Languages of the units, those of the most units first. */
async function languagesOf(memory: Memory): Promise<readonly string[]> {
  return [...new Set((await languageSets(memory)).flat())].slice(0, mostLanguages)
}

async function languageSets(memory: Memory): Promise<readonly (readonly string[])[]> {
  const { byLanguages } = await memory.counts()
  return Object.entries(byLanguages)
    .sort((a, b) => b[1] - a[1])
    .map(([languages]) => languages.split(' '))
}
