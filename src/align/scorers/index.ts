import type { Scorer } from '../../core/contracts.ts'
import { entity } from './entity.ts'
import { length } from './length.ts'
import { lexical } from './lexical.ts'
import { mismatch } from './mismatch.ts'
import { position } from './position.ts'

/** All scorers, in the order in which evidence is shown. */
export const scorers: readonly Scorer[] = [entity, mismatch, lexical, length, position]
