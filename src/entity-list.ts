import { textOf } from './core/text.ts'
import type { AnalysedDocument, BlockRole, EntityKind, LanguageTag, Span } from './core/types.ts'

/** What the segments of a text name; the form in which `entities --json` prints it. */
export interface EntityList {
  readonly file: string
  readonly language: LanguageTag
  readonly segments: readonly SegmentEntities[]
}
/** One segment and what it names. */
export interface SegmentEntities {
  readonly index: number
  /** Role of the block that the segment is part of. */
  readonly role: BlockRole
  /** UTF-16 offsets into the text of the file. */
  readonly span: Span
  readonly text: string
  readonly entities: readonly ListedEntity[]
}
/** One thing that a segment names, with the text that names it. */
export interface ListedEntity {
  readonly kind: EntityKind
  readonly key?: string
  readonly span: Span
  readonly text: string
  readonly form?: string
  readonly by: string
}

/** Lists every segment of an analysed text with what it names, in order. */
export function listEntities(document: AnalysedDocument): EntityList {
  return {
    file: document.id,
    language: document.language.tag,
    segments: document.segments.map((segment, i) => ({
      index: segment.index,
      role: document.blocks[segment.block]?.role ?? 'body',
      span: segment.span,
      text: textOf(document.text, segment.span),
      entities: (document.analyses[i]?.entities ?? []).map(({ kind, key, span, form, by }) => ({
        kind,
        ...(key === undefined ? {} : { key }),
        span,
        text: textOf(document.text, span),
        ...(form === undefined ? {} : { form }),
        by,
      })),
    })),
  }
}
