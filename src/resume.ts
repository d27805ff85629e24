import { askedFor } from './align/align.ts'
import type { Sides } from './align-files.ts'
import { detectLanguage } from './analyse/detect.ts'
import type { Context } from './core/contracts.ts'
import type { Alignment, AnalysedDocument, Document, LanguageTag } from './core/types.ts'
import { readAlignment } from './files.ts'
import { inputFrom } from './input.ts'
import type { Aligner, AlignOptions } from './pipeline.ts'

const silent: Context = { report: () => undefined }

/**
 * The alignment that an earlier run wrote to `path`, when aligning these texts now would give it again: same texts,
 * languages, choice of search and signature. Undefined otherwise, also when there is no such file or it cannot be read.
 */
export async function keptAlignment(
  path: string,
  documents: Sides<Document>,
  aligner: Aligner,
  options: Partial<AlignOptions>,
): Promise<Alignment | undefined> {
  const kept = await readAlignment(inputFrom(path), silent).catch(() => undefined)
  if (kept === undefined || !isSameChoice(kept, options.mode ?? 'auto')) return undefined
  if (!isSameText(kept.source, documents.source, options.sourceLanguage)) return undefined
  if (!isSameText(kept.target, documents.target, options.targetLanguage)) return undefined
  const signature = await aligner.signature(kept.source, kept.target, kept.mode, silent)
  return kept.signature === signature ? kept : undefined
}

const isSameChoice = (kept: Alignment, mode: AlignOptions['mode']): boolean =>
  mode === 'auto' ? kept.modeReason !== askedFor : kept.modeReason === askedFor && kept.mode === mode

function isSameText(kept: AnalysedDocument, document: Document, language: LanguageTag | undefined): boolean {
  if (kept.id !== document.id || kept.format !== document.format) return false
  if (kept.text !== document.text || kept.segmented !== document.segmented) return false
  const now = detectLanguage(document, language, silent)
  return now.tag === kept.language.tag && now.by === kept.language.by
}
