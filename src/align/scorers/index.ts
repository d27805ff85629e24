import type { PluggedIn, Scorer, SearchKind } from '../../core/contracts.ts'
import { embedding } from './embedding.ts'
import { entity } from './entity.ts'
import { length } from './length.ts'
import { lexical } from './lexical.ts'
import { machineTranslation } from './machine-translation.ts'
import { mismatch } from './mismatch.ts'
import { position } from './position.ts'
import { ratio } from './ratio.ts'
import { translation } from './translation.ts'

/** All scorers, in the order in which evidence is shown. */
export const scorers: readonly Scorer[] = [
  entity,
  mismatch,
  embedding,
  machineTranslation,
  translation,
  lexical,
  length,
  ratio,
  position,
]

/** Those that take part in a search. */
export const scorersOf = (all: readonly Scorer[], search: SearchKind): readonly Scorer[] =>
  all.filter((scorer) => scorer.searches?.includes(search) ?? true)

/** Those for which a pair has what they look at. */
export const usableScorers = (pair: PluggedIn): readonly Scorer[] =>
  scorers.filter((scorer) => scorer.isUsable?.(pair) ?? true)
