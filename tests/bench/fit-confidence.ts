import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type JudgedMatch,
  type MiningWeights,
  type Survey,
  shippedWeights,
  surveyComparable,
} from '../../src/align/comparable.ts'
import { type Feature, features, featuresOf, type Level, offsetOf, type Weights } from '../../src/align/confidence.ts'
import { relationOfComparable } from '../../src/align/relation.ts'
import { scorers } from '../../src/align/scorers/index.ts'
import type { LinkedPair } from '../../src/core/types.ts'
import { createAligner } from '../../src/pipeline.ts'
import { asArticles } from './articles.ts'
import { fitLogistic, type Sample } from './fit-logistic.ts'
import { type GoldPair, loadSpanScorer, readGoldSet, type SpanScorer, sumScores, type Unit } from './gold.ts'
import { withoutLatin } from './latin.ts'
import { sharedFolder } from './shared.ts'

/** A linked pair of texts and the units in which they correspond. */
interface Lesson {
  readonly gold: GoldPair
  readonly linked: LinkedPair
}
/** One collection in its three shapes. */
interface Collection {
  readonly name: string
  readonly shapes: readonly Shape[]
}
interface Shape {
  readonly name: string
  /** Which weights it teaches: paragraphs of articles have no counterparts to learn from. */
  readonly levels: readonly Level[]
  readonly lessons: readonly Lesson[]
}

const names = ['udhr', 'di-guide', 'faq', 'gnome-help'] as const
const weightsFile = new URL('../../src/align/confidence-weights.ts', import.meta.url)
/** Which pairs are found depends on the weights; so many times they are fitted on what was found with the ones before. */
const rounds = 3

/**
 * Fits the confidence of comparable matches by logistic regression on gold: shuffled paragraphs, the same without what both
 * texts write alike, and made articles that share sentences. Prints how well each collection is told by weights fitted on
 * the others, and with `--write` puts the weights of all of them into the source.
 */
export async function fitConfidence(options: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const shared = sharedFolder()
  if (shared === undefined) {
    process.stdout.write('skipped: no gold data (set ZINPAAR_SHARED)\n')
    return {}
  }
  const gold = join(shared, 'gold')
  const scoreSpans = await loadSpanScorer(gold)
  const collections: Collection[] = []
  for (const name of names) collections.push(await readCollection(gold, name))
  const figures: Record<string, number> = {}
  if (!options.includes('--no-check'))
    for (const own of collections) {
      const weights = train(collections.filter((other) => other !== own))
      for (const shape of own.shapes) Object.assign(figures, check(shape, weights, scoreSpans, 'fitted on the others'))
    }
  const weights = train(collections)
  for (const shape of collections.flatMap(({ shapes }) => shapes)) check(shape, weights, scoreSpans, 'fitted on all')
  if (options.includes('--write')) writeWeights(weights)
  return figures
}

async function readCollection(gold: string, name: string): Promise<Collection> {
  const aligner = createAligner()
  const linkAll = async (pairs: readonly GoldPair[]): Promise<readonly Lesson[]> => {
    const lessons: Lesson[] = []
    for (const pair of pairs)
      lessons.push({ gold: pair, linked: await aligner.link(pair.source, pair.target, { report: () => undefined }) })
    return lessons
  }
  const mixed = readGoldSet(gold, `${name}-comparable`)
  const articles = readGoldSet(gold, name).map((pair, seed) => asArticles(pair, seed + 1))
  return {
    name,
    shapes: [
      { name, levels: ['paragraphs', 'sentences'], lessons: await linkAll(mixed) },
      {
        name: `${name} without Latin`,
        levels: ['paragraphs', 'sentences'],
        lessons: await linkAll(mixed.map(withoutLatin)),
      },
      { name: `${name} articles`, levels: ['sentences'], lessons: await linkAll(articles) },
    ],
  }
}

function train(collections: readonly Collection[]): MiningWeights {
  let weights = shippedWeights
  for (let round = 0; round < rounds; round++) {
    const samples = collections.flatMap(({ shapes }) => shapes.flatMap((shape) => samplesOf(shape, weights)))
    const fitted = (look: Look, level: Level): Weights => {
      const own = samples.filter((sample) => sample.look === look && sample.level === level)
      const values = fitLogistic(own)
      return Object.fromEntries(features.map((feature, k) => [feature, rounded(values[k] ?? 0)])) as Record<
        Feature,
        number
      >
    }
    const both = (look: Look) => ({ paragraphs: fitted(look, 'paragraphs'), sentences: fitted(look, 'sentences') })
    weights = { glance: both('glance'), search: both('search') }
  }
  return weights
}

const rounded = (value: number): number => Number(value.toFixed(2))

type Look = keyof MiningWeights
interface LevelSample extends Sample {
  readonly look: Look
  readonly level: Level
}

function samplesOf({ lessons, levels }: Shape, weights: MiningWeights): readonly LevelSample[] {
  return lessons.flatMap(({ gold, linked }) => {
    const { glance, search } = surveyComparable(linked, scorers, weights)
    const of = (look: Look, survey: Survey | undefined): readonly LevelSample[] =>
      (survey?.tried ?? []).flatMap((found) =>
        levels.includes(found.level)
          ? [
              {
                look,
                level: found.level,
                values: featuresOf(found),
                offset: offsetOf(found),
                isRight: isRight(linked, found, gold.units),
              },
            ]
          : [],
      )
    return [...of('glance', glance), ...of('search', search)]
  })
}

/** Right when both sides overlap the same units, one to three of them. */
function isRight(pair: LinkedPair, { match }: Pick<JudgedMatch, 'match'>, units: readonly Unit[]): boolean {
  const start = (document: LinkedPair['source'], i: number): number => document.segments[i]?.span.start ?? 0
  const end = (document: LinkedPair['source'], i: number): number => document.segments[i]?.span.end ?? 0
  const [s, t] = [match.source, match.target]
  const overlaps = (from: number, to: number, a: number, b: number): boolean => Math.max(from, a) < Math.min(to, b)
  const here = units.flatMap((unit, k) =>
    overlaps(start(pair.source, s.from), end(pair.source, s.to - 1), unit[0], unit[1]) ? [k] : [],
  )
  const there = units.flatMap((unit, k) =>
    overlaps(start(pair.target, t.from), end(pair.target, t.to - 1), unit[2], unit[3]) ? [k] : [],
  )
  return here.length > 0 && here.length <= 3 && here.join() === there.join()
}

/** Prints what weights find in a shape of a collection, and how far their confidence is from the share of right pairs. */
function check(
  { name, lessons }: Shape,
  weights: MiningWeights,
  scoreSpans: SpanScorer,
  how: string,
): Readonly<Record<string, number>> {
  const beliefs: Belief[] = []
  const scores = lessons.map(({ gold, linked }) => {
    const { glance, search } = surveyComparable(linked, scorers, weights)
    const found = (search ?? glance).found
    for (const match of found)
      beliefs.push({ confidence: match.confidence, isRight: isRight(linked, match, gold.units) })
    const exported = found.filter(
      ({ confidence, coverage, lengthScore, evidence }) =>
        relationOfComparable(confidence, coverage, lengthScore, evidence) !== 'related',
    )
    return scoreSpans(
      gold,
      exported.map((match) => spanOf(linked, match)),
    )
  })
  const { precision, recall, f1 } = sumScores(scores)
  const error = calibrationError(beliefs)
  const percent = (value: number): string => (100 * value).toFixed(1).padStart(6)
  process.stdout.write(
    `${name.padEnd(26)} P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)}  calibration error ${error.toFixed(3)}, ${how}\n`,
  )
  return { [name]: f1, [`${name}.calibration`]: error }
}

function spanOf(
  { source, target }: LinkedPair,
  { match, confidence }: { readonly match: JudgedMatch['match']; readonly confidence: number },
) {
  const [s, t] = [match.source, match.target]
  return {
    src: [source.segments[s.from]?.span.start ?? 0, source.segments[s.to - 1]?.span.end ?? 0] as const,
    trg: [target.segments[t.from]?.span.start ?? 0, target.segments[t.to - 1]?.span.end ?? 0] as const,
    score: confidence,
  }
}

interface Belief {
  readonly confidence: number
  readonly isRight: boolean
}

/** Expected calibration error over ten bins. */
function calibrationError(beliefs: readonly Belief[]): number {
  const bins = Array.from({ length: 10 }, () => ({ predicted: 0, right: 0 }))
  for (const { confidence, isRight: right } of beliefs) {
    const bin = bins[Math.min(9, Math.floor(10 * confidence))]
    if (bin === undefined) continue
    bin.predicted += confidence
    bin.right += right ? 1 : 0
  }
  const off = bins.reduce((sum, bin) => sum + Math.abs(bin.predicted - bin.right), 0)
  return off / Math.max(1, beliefs.length)
}

function writeWeights({ glance, search }: MiningWeights): void {
  const before = readFileSync(weightsFile, 'utf8')
  const row = (weights: Weights): string => features.map((feature) => `    ${feature}: ${weights[feature]},\n`).join('')
  const table = (name: string, { paragraphs, sentences }: MiningWeights[Look]): [RegExp, string] => [
    new RegExp(`${name}: LevelWeights = \\{\n[\\s\\S]*?\n\\}\n`, 'u'),
    `${name}: LevelWeights = {\n  paragraphs: {\n${row(paragraphs)}  },\n  sentences: {\n${row(sentences)}  },\n}\n`,
  ]
  const tables = [table('glanceWeights', glance), table('searchWeights', search)]
  writeFileSync(
    weightsFile,
    tables.reduce((text, [old, fresh]) => text.replace(old, fresh), before),
  )
}
