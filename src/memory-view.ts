/** Types of memories for whoever shows them; free of Node, for the page. */
export type { Decision, LanguageTag, Relation, Run, Span, TranslationUnit, Variant } from './core/types.ts'
export type { Difference, Match, MemoryUnit, Penalty, Step } from './memory/types.ts'
