import { placeAt } from './core/text.ts'
import { createNameFinder } from './lexicon/names/finder.ts'

/** Where a text in Han characters names somebody; the form in which `names --json` prints it. */
export interface NameList {
  /** As it was asked for. */
  readonly name: string
  /** The best first; those that are not accepted too. */
  readonly hits: readonly ListedHit[]
}
/** One place where a name may stand. */
export interface ListedHit {
  readonly text: string
  /** UTF-16 offsets into the text of the file, start and end. */
  readonly span: readonly [start: number, end: number]
  /** How the name was recognised: `vietnamese`, `japanese`, `pinyin`, `sound`, `bracket` … */
  readonly channel: string
  /** How well the two names agree, 0..1, to a thousandth. */
  readonly score: number
  /** The place is taken for the name, by the score and by what stands around it. */
  readonly accepted: boolean
}

/** Line of a text that a hit starts on, counted from 1. */
export function lineOf({ span }: ListedHit, text: string): number {
  return placeAt(text, span[0]).line
}

/** Looks names in Latin letters up in a text in Han characters, in the order in which they are given. */
export function listNames(names: readonly string[], text: string): readonly NameList[] {
  const finder = createNameFinder()
  const index = finder.index(text)
  return names.map((name) => ({
    name,
    hits: finder.find(name, index).map(({ text: found, span, channel, score, accepted }) => ({
      text: found,
      span: [span.start, span.end],
      channel,
      score: Math.round(1000 * score) / 1000,
      accepted,
    })),
  }))
}
