import type { PluggedIn, Scorer, SearchKind } from '../../core/contracts.ts'
import type { AlignmentMode } from '../../core/types.ts'
import { clash } from './clash.ts'
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
  clash,
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

/** Those that make the scores of a mode: comparable texts that teach too little are told by what a glance sees. */
export const scorersOfMode = (all: readonly Scorer[], mode: AlignmentMode): readonly Scorer[] =>
  mode === 'parallel'
    ? scorersOf(all, mode)
    : all.filter((one) => scorersOf([one], mode).length + scorersOf([one], 'glance').length > 0)

/** Those for which a pair has what they look at. */
export const usableScorers = (pair: PluggedIn): readonly Scorer[] =>
  scorers.filter((scorer) => scorer.isUsable?.(pair) ?? true)
