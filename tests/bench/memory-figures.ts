import { formatByName } from '../../src/formats/index.ts'
import { inputFrom, type Memory } from '../../src/index.ts'
import { randomFrom } from '../random.ts'
import { measureProcess } from './child.ts'
import type { MadePair } from './made-memory.ts'
import { bruteCount, madeQueries, plainTokens } from './memory-queries.ts'
import { quantile, timed } from './timing.ts'

const languages = ['nl', 'zh'] as const
const at = (side: 0 | 1) => ({ sourceLanguage: languages[side], targetLanguage: languages[1 - side] ?? 'zh' })

export interface Quantiles {
  readonly p50: number
  readonly p99: number
}
export const quantiles = (times: readonly number[]): Quantiles => ({
  p50: quantile(times, 0.5),
  p99: quantile(times, 0.99),
})

/** Megabytes a second of reading a TMX file into units that nobody keeps. */
export async function readRate(path: string, bytes: number): Promise<number> {
  const format = formatByName('tmx')
  const ms = await timed(async () => {
    for await (const _ of format.readUnits?.(inputFrom(path), { report: () => undefined }, { withoutIds: true }) ?? []);
  })
  return bytes / 1e6 / (ms / 1000)
}

/** Milliseconds of a search from the shell, in a new process each time: the median of seven. */
export async function coldSearch(cli: string, db: string, units: readonly MadePair[], folder: string): Promise<number> {
  const times: number[] = []
  for (const [text] of madeQueries(units, 7, 3)) {
    const { seconds } = await measureProcess(
      [
        process.execPath,
        cli,
        ...[
          'memory',
          'search',
          text,
          '--memory',
          db,
          '--source-lang',
          'nl',
          '--target-lang',
          'zh',
          '--min',
          '70',
          '--json',
        ],
      ],
      folder,
    )
    times.push(seconds * 1000)
  }
  return quantile(times, 0.5)
}

/** What is looked up in a memory, by side: made before, so that a process that is measured holds nothing else. */
export interface Lookups {
  readonly exact: readonly MadePair[]
  readonly fuzzy: readonly MadePair[]
  readonly concordance: readonly (readonly string[])[]
}

/** Concordances that are asked first and not counted, so that the process is warm; none of them is asked again. */
const warmUp = 150

/** Look-ups of texts that are there, changed texts, and words, phrases and parts of words. */
export function madeLookups(units: readonly MadePair[]): Lookups {
  const random = randomFrom(5)
  const below = (limit: number): number => Math.floor(random() * limit)
  const unit = (): MadePair => units[below(units.length)] ?? ['', '']
  return {
    exact: Array.from({ length: 20_000 }, unit),
    fuzzy: madeQueries(units, 800, 1),
    concordance: [
      Array.from({ length: warmUp + 300 }, (_, i) => wordsOf(unit()[0], i % 3, below)).filter((part) => part !== ''),
      Array.from({ length: warmUp + 300 }, (_, i) => charactersOf(unit()[1], 1 + (i % 4), below)).filter(
        (part) => part !== '',
      ),
    ],
  }
}

/** Look-ups of texts that are there, both sides in turn. */
export async function exactFigures(memory: Memory, { exact }: Lookups): Promise<Quantiles> {
  const times: number[] = []
  for (const [i, pair] of exact.entries()) {
    const side = i % 2 === 0 ? 0 : 1
    times.push(await timed(() => memory.exact({ text: pair[side], ...at(side) })))
  }
  return quantiles(times.slice(2000))
}

/** The ten best matches of 70 % and more, in a warm process: each query is asked once before. */
export async function fuzzyFigures(memory: Memory, { fuzzy }: Lookups, side: 0 | 1): Promise<readonly number[]> {
  const search = (text: string) => memory.search({ text, ...at(side), min: 0.7, limit: 10 })
  for (const pair of fuzzy) await search(pair[side])
  const times: number[] = []
  for (const pair of fuzzy) times.push(await timed(() => search(pair[side])))
  return times
}

/** The first hundred hits of each word, phrase or part, in a warm process. */
export async function concordanceFigures(memory: Memory, { concordance }: Lookups, side: 0 | 1): Promise<Quantiles> {
  const times: number[] = []
  for (const text of concordance[side] ?? []) {
    const query = { text, kind: 'text' as const, language: languages[side], limit: 100 }
    times.push(await timed(() => memory.concordance(query)))
  }
  return quantiles(times.slice(warmUp))
}

/** Units found against those of a plain comparison with all, over fresh queries; a unit too many counts against it as well. */
export async function recall(memory: Memory, units: readonly MadePair[]): Promise<{ found: number; expected: number }> {
  let found = 0
  let expected = 0
  for (const side of [0, 1] as const) {
    const tokens = [...new Map(units.map((unit) => [unit.join('\t'), unit])).values()].map((unit) =>
      plainTokens(unit[side]),
    )
    for (const query of madeQueries(units, 24, 2)) {
      const brute = bruteCount(plainTokens(query[side]), tokens, 0.7)
      const matches = await memory.search({ text: query[side], ...at(side), min: 0.7 })
      expected += brute
      found += brute - Math.abs(brute - matches.length)
    }
  }
  return { found, expected }
}

/** A word, two or three words in a row, or a part of a long word. */
function wordsOf(text: string, kind: number, below: (limit: number) => number): string {
  const words = text.replace(/[.,]/g, '').split(' ')
  const start = below(Math.max(1, words.length - 3))
  if (kind === 0) return words[start] ?? ''
  if (kind === 1) return words.slice(start, start + 2 + below(2)).join(' ')
  const long = words.reduce((a, b) => (b.length > a.length ? b : a), '')
  return long.slice(-Math.max(4, long.length >> 1))
}

function charactersOf(text: string, length: number, below: (limit: number) => number): string {
  const han = [...text.replace(/[^\p{Script=Han}]/gu, '')]
  const start = below(Math.max(1, han.length - length))
  return han.slice(start, start + length).join('')
}

/** Regular expressions: the time to the first hit, the longest of several. */
export async function regexFigures(memory: Memory): Promise<number> {
  const patterns = [
    'verdrag\\w* van',
    '\\b19[5-9]\\d\\b.*minister',
    'zelden\\w+ .* zonder',
    '(?:haven|kade)meester',
    'qqzz+x',
  ]
  const times: number[] = []
  for (const text of patterns)
    times.push(await timed(() => memory.concordance({ text, kind: 'regex', language: 'nl', limit: 1 })))
  return quantile(times, 1)
}
