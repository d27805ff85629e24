import { readdirSync, readFileSync } from 'node:fs'
import { findComparable } from '../../src/align/comparable.ts'
import { relationOfComparable } from '../../src/align/relation.ts'
import { scorers } from '../../src/align/scorers/index.ts'
import { createAligner } from '../../src/pipeline.ts'
import { randomFrom } from '../random.ts'
import { plainDocument } from './shared.ts'

const vocabularyFolder = new URL('../../src/lexicon/core/', import.meta.url)
const usualSegments = 20_000
/** Of the sentences of each side, this share is in both. */
const commonShare = 0.25
const leastWords = 6
const mostWords = 16
/** A word is left out or replaced by another this often, as translators do. */
const lost = 0.35
/** The higher, the more of the text the commonest words make. */
const skew = 2.5
const megabyte = 2 ** 20

/** `mining [SEGMENTS]`: seconds and memory to find what two made texts of so many sentences (20,000) share in any order. */
export async function mining(options: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const count = Number(options.find((option) => /^\d+$/u.test(option)) ?? usualSegments)
  const { source, target, partnerOf } = madeTexts(count)
  const aligner = createAligner({ sourceLanguage: 'nl', targetLanguage: 'zh' })
  const started = performance.now()
  const linked = await aligner.link(plainDocument('made.nl', source), plainDocument('made.zh', target), {
    report: () => undefined,
  })
  const linkSeconds = (performance.now() - started) / 1000
  const found = findComparable(linked, scorers)
  const seconds = (performance.now() - started) / 1000
  const shown = found.filter(
    ({ confidence, coverage, lengthScore, evidence }) =>
      relationOfComparable(confidence, coverage, lengthScore, evidence) !== 'related',
  )
  const lineOf = (document: typeof linked.source, segment: number): number => document.segments[segment]?.block ?? -1
  const right = shown.filter(
    ({ match }) => partnerOf.get(lineOf(linked.source, match.source.from)) === lineOf(linked.target, match.target.from),
  )
  const megabytes = process.memoryUsage().rss / megabyte
  const precision = right.length / Math.max(1, shown.length)
  const recall = right.length / Math.max(1, partnerOf.size)
  process.stdout.write(
    `${linked.source.segments.length} × ${linked.target.segments.length} segments: ${seconds.toFixed(0)} s ` +
      `(${linkSeconds.toFixed(0)} s of them to analyse and link), ${megabytes.toFixed(0)} MB; ` +
      `${shown.length} pairs, precision ${(100 * precision).toFixed(1)}, recall ${(100 * recall).toFixed(1)}\n`,
  )
  return { seconds, linkSeconds, megabytes, precision, recall }
}

interface Texts {
  readonly source: string
  readonly target: string
  /** Line of the target for each line of the source that has a counterpart. */
  readonly partnerOf: ReadonlyMap<number, number>
}

/** Sentences of words that the project's own vocabulary pairs, frequent and rare as in a text, in no grammar. */
function madeTexts(count: number): Texts {
  const random = randomFrom(7)
  const rows = vocabulary()
  const word = (): readonly [string, string] => rows[Math.floor(rows.length * random() ** skew)] ?? ['', '']
  const sentence = (): readonly (readonly [string, string])[] =>
    Array.from({ length: leastWords + Math.floor((mostWords - leastWords) * random()) }, word)
  const here = (words: readonly (readonly [string, string])[]): string => `${words.map(([nl]) => nl).join(' ')}.`
  const there = (words: readonly (readonly [string, string])[]): string =>
    `${words.map(([, zh]) => (random() < lost ? word()[1] : zh)).join('')}。`
  const common = Array.from({ length: Math.round(commonShare * count) }, sentence)
  const order = Array.from({ length: count }, (_, at) => ({ at, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ at }) => at)
  const source = Array.from({ length: count }, (_, i) => here(common[i] ?? sentence()))
  const target = new Array<string>(count).fill('')
  const partnerOf = new Map<number, number>()
  order.forEach((line, i) => {
    target[line] = there(common[i] ?? sentence())
    if (i < common.length) partnerOf.set(i, line)
  })
  return { source: source.join('\n'), target: target.join('\n'), partnerOf }
}

/** Words of the core vocabulary with the first rendering of each. */
function vocabulary(): readonly (readonly [string, string])[] {
  return readdirSync(vocabularyFolder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, vocabularyFolder), 'utf8').split('\n').slice(2))
    .flatMap((line): readonly (readonly [string, string])[] => {
      const [, nl = '', zh = ''] = line.split('\t').map((cell) => cell.split(';')[0] ?? '')
      return nl === '' || zh === '' ? [] : [[nl, zh]]
    })
}
