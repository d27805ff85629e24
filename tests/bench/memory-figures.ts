import { formatByName } from '../../src/formats/index.ts'
import { inputFrom, type Memory } from '../../src/index.ts'
import { randomFrom } from '../random.ts'
import { measureProcess } from './child.ts'
import type { MadePair } from './made-memory.ts'
import { bruteCount, madeQueries, plainTokens } from './memory-queries.ts'
import { quantile, timed } from './timing.ts'

const languages = ['nl', 'zh'] as const
const at = (side: 0 | 1) => ({ sourceLanguage: languages[side], targetLanguage: languages[1 - side] ?? 'zh' })

interface Quantiles {
  readonly p50: number
  readonly p99: number
}
const quantiles = (times: readonly number[]): Quantiles => ({ p50: quantile(times, 0.5), p99: quantile(times, 0.99) })

/** Megabytes a second of reading a TMX file into units that nobody keeps. */
export async function readRate(path: string, bytes: number): Promise<number> {
  const format = formatByName('tmx')
  const ms = await timed(async () => {
    for await (const _ of format.readUnits?.(inputFrom(path), { report: () => undefined }) ?? []);
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

/** Look-ups of texts that are there, half of them Dutch. */
export async function exactFigures(memory: Memory, units: readonly MadePair[]): Promise<Quantiles> {
  const random = randomFrom(5)
  const times: number[] = []
  for (let i = 0; i < 20_000; i++) {
    const side = i % 2 === 0 ? 0 : 1
    const text = units[Math.floor(random() * units.length)]?.[side] ?? ''
    times.push(await timed(() => memory.exact({ text, ...at(side) })))
  }
  return quantiles(times.slice(2000))
}

/** Fuzzy search at 70 %: times of a warm process, and the share of what a comparison with every unit finds. */
export async function fuzzyFigures(
  memory: Memory,
  units: readonly MadePair[],
  say: (text: string) => void,
): Promise<Readonly<Record<string, number>>> {
  const queries = madeQueries(units, 800, 1)
  const all: number[] = []
  for (const side of [0, 1] as const) {
    const times: number[] = []
    for (const query of queries.slice(0, 200)) await memory.search({ text: query[side], ...at(side), min: 0.7 })
    for (const query of queries)
      times.push(await timed(() => memory.search({ text: query[side], ...at(side), min: 0.7 })))
    const { p50, p99 } = quantiles(times)
    say(
      `fuzzy ${languages[side]}: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, max ${quantile(times, 1).toFixed(1)} ms`,
    )
    all.push(...times)
  }
  const { found, expected } = await recall(memory, units)
  say(`fuzzy recall: ${found} of ${expected} units that a comparison with every unit finds`)
  return {
    fuzzyP50Ms: quantile(all, 0.5),
    fuzzyP99Ms: quantile(all, 0.99),
    fuzzyRecall: expected === 0 ? 1 : found / expected,
  }
}

/** Units found against those of a plain comparison with all, over fresh queries; a unit too many counts against it as well. */
async function recall(memory: Memory, units: readonly MadePair[]): Promise<{ found: number; expected: number }> {
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

/** Words, phrases and parts of words of one side; the first hundred hits of each. */
export async function concordanceFigures(memory: Memory, units: readonly MadePair[], side: 0 | 1): Promise<Quantiles> {
  const random = randomFrom(6 + side)
  const below = (limit: number): number => Math.floor(random() * limit)
  const times: number[] = []
  for (let i = 0; i < 300; i++) {
    const text = units[below(units.length)]?.[side] ?? ''
    const part = side === 0 ? wordsOf(text, i % 3, below) : charactersOf(text, 1 + (i % 4), below)
    if (part === '') continue
    const query = { text: part, kind: 'text' as const, language: languages[side], limit: 100 }
    times.push(await timed(() => memory.concordance(query)))
  }
  return quantiles(times)
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
  for (const text of patterns.slice(0, 4))
    times.push(await timed(() => memory.concordance({ text, kind: 'regex', language: 'nl', limit: 1 })))
  return quantile(times, 1)
}
