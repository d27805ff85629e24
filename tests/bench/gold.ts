import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Alignment, Document } from '../../src/core/types.ts'
import { exportedBeads, type Selection } from '../../src/units.ts'
import { plainDocument } from './shared.ts'

/** `[srcStart, srcEnd, trgStart, trgEnd]` in UTF-16 offsets. */
export type Unit = readonly [number, number, number, number]

/** Two texts and the units in which they correspond. */
export interface GoldPair {
  readonly name: string
  readonly source: Document
  readonly target: Document
  readonly units: readonly Unit[]
}

/** Pairs as span scoring takes them. */
export interface SpanPair {
  readonly src: readonly [number, number]
  readonly trg: readonly [number, number]
  readonly score: number
}

/** What a set of pairs is worth against gold. */
export interface SpanScore {
  readonly pairs: number
  readonly correct: number
  readonly units: number
  readonly covered: number
}

/** Scores pairs of one document. */
export type SpanScorer = (gold: GoldPair, pairs: readonly SpanPair[]) => SpanScore

/** The scorer that lies beside the gold data. */
export async function loadSpanScorer(gold: string): Promise<SpanScorer> {
  const { score } = await import(pathToFileURL(join(gold, 'score.mjs')).href)
  return ({ source, target, units }, pairs) => score({ units, src: source.text, trg: target.text }, pairs)
}

/** All documents of a set but the whole of a guide, by name. */
export function readGoldSet(gold: string, set: string): readonly GoldPair[] {
  return readdirSync(join(gold, set))
    .filter((name) => name !== '_book')
    .sort()
    .map((name) => {
      const folder = join(gold, set, name)
      const { units }: { units: readonly Unit[] } = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8'))
      const [source, target] = ['src.nl.txt', 'trg.zh.txt'].map((file) =>
        plainDocument(file, readFileSync(join(folder, file), 'utf8')),
      )
      if (source === undefined || target === undefined) throw new Error(`${folder} has no texts`)
      return { name, source, target, units }
    })
}

const selection: Selection = { relations: ['translation', 'partial'], minConfidence: 0, allTargets: true }

/** The pairs that a user would export, with their confidences. */
export function spansOf(alignment: Alignment): readonly SpanPair[] {
  const exported = exportedBeads(alignment, selection)
  return alignment.beads
    .filter((bead) => exported.has(bead.id))
    .map((bead) => ({
      src: [
        alignment.source.segments[bead.source.from]?.span.start ?? 0,
        alignment.source.segments[bead.source.to - 1]?.span.end ?? 0,
      ],
      trg: [
        alignment.target.segments[bead.target.from]?.span.start ?? 0,
        alignment.target.segments[bead.target.to - 1]?.span.end ?? 0,
      ],
      score: bead.confidence,
    }))
}

/** Unit precision, recall and F1 of documents taken together, 0..1. */
export function sumScores(scores: readonly SpanScore[]): {
  readonly precision: number
  readonly recall: number
  readonly f1: number
} {
  const sum = (key: keyof SpanScore): number => scores.reduce((total, score) => total + score[key], 0)
  const precision = sum('correct') / Math.max(1, sum('pairs'))
  const recall = sum('covered') / Math.max(1, sum('units'))
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1 }
}
