import type { Context, LanguagePack } from '../core/contracts.ts'
import { textOf } from '../core/text.ts'
import type {
  AnalysedDocument,
  Document,
  Entity,
  LanguageGuess,
  SegmentAnalysis,
  SegmentedDocument,
} from '../core/types.ts'
import { classifyBlocks } from './blocks.ts'
import { segmentDocument } from './segment.ts'

/** Units of length of a wide character in a text whose language has none of its own (a Chinese name in a Dutch text). */
const wideUnits = 2.6

/** Runs a language pack over a document: roles of blocks, segments, entities, lengths. */
export function analyseDocument(
  document: Document,
  language: LanguageGuess,
  pack: LanguagePack,
  context: Context,
): AnalysedDocument {
  const blocks = document.segmented ? document.blocks : classifyBlocks(document.text, document.blocks, pack.furniture)
  const segmented = segmentDocument(document, blocks, language, pack)
  if (segmented.segments.every((segment) => blocks[segment.block]?.role === 'boilerplate'))
    context.report({
      code: 'ANALYSE_NO_BODY',
      level: 'warning',
      message: `${document.id} holds nothing but what looks like menus and other page furniture.`,
      document: document.id,
      hint: 'With --segmented every line takes part.',
    })
  const analyses = fulfilConditions(analyseSegments(segmented, pack, context))
  return { ...segmented, analyses, pack: { tag: pack.tag, version: pack.version } }
}

function analyseSegments(
  document: SegmentedDocument,
  pack: LanguagePack,
  context: Context,
): readonly SegmentAnalysis[] {
  const total = document.segments.length
  return document.segments.map((segment, i) => {
    if (i % 4096 === 0) context.progress?.(`analysing ${document.id}`, i, total)
    const isIdle = document.blocks[segment.block]?.role === 'boilerplate'
    return {
      entities: isIdle ? [] : pack.entities(document.text, segment.span),
      length: lengthOf(textOf(document.text, segment.span), pack.unitsPerCharacter),
    }
  })
}

/** Language-neutral length: characters that are not white space, wide ones at the pack's worth. */
export function lengthOf(text: string, unitsPerCharacter: number): number {
  const wide = Math.max(unitsPerCharacter, wideUnits)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 32 && code !== 0xa0) length += code >= 0x2e80 && code < 0xfb00 ? wide : 1
  }
  return Math.round(length * 10) / 10
}

/** Keeps a name that holds only in some texts (`by` ends in `:if:KEY`) where the document names KEY, and drops its rivals there. */
function fulfilConditions(analyses: readonly SegmentAnalysis[]): readonly SegmentAnalysis[] {
  const isConditional = (entity: Entity): boolean => entity.by.includes(':if:')
  if (!analyses.some((analysis) => analysis.entities.some(isConditional))) return analyses
  const keys = new Set(
    analyses.flatMap((analysis) => analysis.entities.filter((e) => !isConditional(e)).map((e) => e.key)),
  )
  const holds = (entity: Entity): boolean => keys.has(entity.by.slice(entity.by.indexOf(':if:') + 4))
  return analyses.map((analysis) => {
    const kept = analysis.entities.filter((entity) => !isConditional(entity) || holds(entity))
    const special = kept.filter(isConditional)
    const entities = kept.filter(
      (entity) =>
        isConditional(entity) ||
        !special.some((other) => other.span.start === entity.span.start && other.span.end === entity.span.end),
    )
    return entities.length === analysis.entities.length ? analysis : { ...analysis, entities }
  })
}
