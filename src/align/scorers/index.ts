import type { Scorer, SearchKind } from '../../core/contracts.ts'
import { entity } from './entity.ts'
import { length } from './length.ts'
import { lexical } from './lexical.ts'
import { mismatch } from './mismatch.ts'
import { position } from './position.ts'
import { ratio } from './ratio.ts'
import { translation } from './translation.ts'

/** All scorers, in the order in which evidence is shown. */
export const scorers: readonly Scorer[] = [entity, mismatch, translation, lexical, length, ratio, position]

/** Those that take part in a search. */
export const scorersOf = (all: readonly Scorer[], search: SearchKind): readonly Scorer[] =>
  all.filter((scorer) => scorer.searches?.includes(search) ?? true)
