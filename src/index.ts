export type { OpenAlignment } from './align/open.ts'
export { alignInputs } from './align-files.ts'
export { align, realign } from './align-texts.ts'
export { type Conversion, type ConvertOptions, prepareConversion } from './conversion.ts'
export type * from './core/contracts.ts'
export { AppError, type ErrorCode, errorCodes } from './core/errors.ts'
export type * from './core/types.ts'
export { dataFolder } from './data-folder.ts'
export { type DocumentPair, type DocumentPairs, pairDocuments, pairListText } from './document-pairs.ts'
export { type Appended, type EditsFile, type EditsOptions, openEditsFile, readEdits } from './edits-file.ts'
export { createServerEmbedder, type EmbeddingChoice } from './embedding-server.ts'
export { type EntityList, listEntities } from './entity-list.ts'
export { type Evaluation, evaluateFiles } from './evaluation.ts'
export { readAlignment, readDocument } from './files.ts'
export { inputFrom, inputOf } from './input.ts'
export type { LanguagePair, LearntWords } from './learnt.ts'
export { readLearnt } from './learnt-file.ts'
export { type AddedLexicon, type AddOptions, addLexicon, removeLexicon } from './lexicon-folder.ts'
export { type LexiconRow, listLexicons } from './lexicons.ts'
export type * from './memory/concordance/types.ts'
export type { Health } from './memory/health.ts'
export type { LanguageKnowledge } from './memory/languages.ts'
export type { Memory } from './memory/memory.ts'
export type { NewUnit } from './memory/prepared.ts'
export type { Purge } from './memory/purge.ts'
export type * from './memory/relevant/types.ts'
export type { AddCounts, Intake, Removal, Replacement } from './memory/steps.ts'
export type { Counts, FoundText, MemoryRow, NewStep, Survey, UnitKind, Uses } from './memory/store.ts'
export type * from './memory/types.ts'
export type { MemoryChoice } from './memory-answer.ts'
export { type CleanMemoryOptions, type CleanReport, cleanMemory } from './memory-clean.ts'
export { type ConcordanceOptions, type FoundConcordance, findConcordance } from './memory-concordance.ts'
export { exportMemory, type MemoryExport, type MemoryExportOptions } from './memory-export.ts'
export { defaultMemory, type ImportOptions, type ImportReport, importFiles } from './memory-import.ts'
export { type IntakeOptions, type StoredPairs, storePairs } from './memory-intake.ts'
export type { PurgeReport } from './memory-purge.ts'
export type { FileOutcome } from './memory-source.ts'
export { type MemoryStats, memoryStats } from './memory-stats.ts'
export { type OpenMemoryOptions, openMemory } from './open-memory.ts'
export { defaultOutputOptions, type OutputOptions, writeAlignment } from './outputs.ts'
export { readPins } from './pins-file.ts'
export {
  type Aligner,
  type AlignmentWithLesson,
  type AlignOptions,
  createAligner,
  defaultOptions,
  type PlugIns,
} from './pipeline.ts'
export { evaluateBeads } from './review/bead-score.ts'
export { applyEdits, createEditing, takeRecord } from './review/edits/editing.ts'
export { recordRealign } from './review/edits/realigning.ts'
export type * from './review/edits/types.ts'
export { type BeadScores, evaluateLadders, type LadderBead, type Scores } from './review/evaluate.ts'
export { evaluateSpans, type SpanScores } from './review/span-score.ts'
export { createStock, type Stock } from './stock.ts'
export { type PairView, type Summary, summarise } from './summary.ts'
export { collectTerms, glossaryText } from './term-files.ts'
export {
  defaultTermOptions,
  type Glossary,
  type Term,
  type TermForm,
  type TermKind,
  type TermOptions,
  termKinds,
  termsOf,
  usualKinds,
} from './term-list.ts'
export { defaultSelection, exportedBeads, type Selection, toUnits } from './units.ts'
export { version } from './version.ts'
export { writeWhole } from './whole-file.ts'
