import type { Decision, Relation } from './types.ts'

/** All relations, the closest first. Memories and the page keep them by their place here. */
export const relations: readonly Relation[] = ['translation', 'partial', 'related', 'unaligned']

/** All states of a decision. Memories keep them by their place here. */
export const decisionStates: readonly Decision['state'][] = ['proposed', 'accepted', 'rejected', 'edited']
