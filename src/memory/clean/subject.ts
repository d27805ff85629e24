import { plainText, unitIdOf } from '../../core/content.ts'
import type { LanguageTag, Run, TranslationUnit, Variant } from '../../core/types.ts'
import { changedSeconds } from '../dates.ts'
import type { MemoryUnit } from '../types.ts'
import type { Writing } from './letters.ts'

/** A unit as checks see it. */
export interface Subject {
  readonly key: number
  readonly memory: string
  readonly unit: TranslationUnit
  readonly uses: number
  /** One for each variant, in their order. */
  readonly sides: readonly Side[]
  /** Index of the source among the sides; -1 for a unit without variants. */
  readonly source: number
  /** The source with each of the other variants. */
  readonly pairs: readonly Pair[]
  /** How a language is written. */
  readonly writingOf: (tag: LanguageTag) => Writing
}

/** A variant with its text. */
export interface Side {
  readonly index: number
  readonly language: LanguageTag
  /** What messages call it: its language, unless the unit's sides have names of their own. */
  readonly label: string
  readonly content: readonly Run[]
  /** Without inline codes. */
  readonly text: string
  readonly writing: Writing
}

/** A source and one of its targets. */
export interface Pair {
  readonly source: Side
  readonly target: Side
}

/** A unit of a memory as checks see it. */
export function subjectOf({ key, memory, unit, uses }: MemoryUnit, writingOf: (tag: LanguageTag) => Writing): Subject {
  return withUnit({ key, memory, uses, writingOf }, unit)
}

/** The same unit with other contents. */
export function withUnit(
  { key, memory, uses, writingOf }: Pick<Subject, 'key' | 'memory' | 'uses' | 'writingOf'>,
  unit: TranslationUnit,
  labels: readonly string[] = [],
): Subject {
  const sides = unit.variants.map(({ language, content }, index) => ({
    index,
    language,
    label: labels[index] ?? language,
    content,
    text: plainText(content),
    writing: writingOf(language),
  }))
  const stated = sides.findIndex(({ language }) => language === unit.sourceLanguage)
  const source = stated < 0 ? Math.min(0, sides.length - 1) : stated
  return { key, memory, uses, writingOf, unit, sides, source, pairs: pairsOf(sides, source) }
}

function pairsOf(sides: readonly Side[], at: number): readonly Pair[] {
  const source = sides[at]
  if (source === undefined) return []
  const pairs: Pair[] = []
  for (const target of sides) if (target !== source) pairs.push({ source, target })
  return pairs
}

/** When a unit was last changed, in seconds since 1970; 0 when nobody says. */
export const changedOf = (subject: Subject): number => changedSeconds(subject.unit.props)

/** The content with each text run changed. */
export function mapTexts(content: readonly Run[], change: (text: string) => string): readonly Run[] {
  return content.map((run) => {
    if (run.kind === 'code') return run
    const text = change(run.text)
    return text === run.text ? run : { kind: 'text', text }
  })
}

/** The unit with other variants, under the id that those give it. */
export const withVariants = (unit: TranslationUnit, variants: readonly Variant[]): TranslationUnit => ({
  ...unit,
  id: unitIdOf(variants),
  variants,
})
