import type { Alignment, AnalysedDocument, Bead, Evidence, LanguageTag, Relation } from '../src/core/types.ts'

/** A document of one segment a line, without analysis; lines that start with `#` are page furniture. */
export function madeDocument(id: string, language: LanguageTag, lines: readonly string[]): AnalysedDocument {
  const text = lines.map((line) => `${line}\n`).join('')
  let start = 0
  const spans = lines.map((line) => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return span
  })
  return {
    id,
    format: 'txt',
    text,
    blocks: spans.map((span, i) => ({ span, role: lines[i]?.startsWith('#') === true ? 'boilerplate' : 'body' })),
    segmented: true,
    language: { tag: language, by: 'user' },
    segments: spans.map((span, index) => ({ index, span, block: index })),
    analyses: lines.map((line) => ({ entities: [], length: line.length })),
    pack: { tag: language, version: 1 },
  }
}

/** A bead over half-open ranges. */
export function madeBead(
  source: readonly [number, number],
  target: readonly [number, number],
  relation: Relation,
  confidence = 0.9,
  evidence: readonly Evidence[] = [],
): Bead {
  return {
    id: `${source.join('-')}:${target.join('-')}`,
    source: { from: source[0], to: source[1] },
    target: { from: target[0], to: target[1] },
    score: confidence,
    confidence,
    relation,
    evidence,
    decision: { state: 'proposed' },
  }
}

/** An alignment of two made documents. */
export function madeAlignment(source: AnalysedDocument, target: AnalysedDocument, beads: readonly Bead[]): Alignment {
  return { source, target, mode: 'parallel', modeReason: 'made for a test', beads, signature: 'made' }
}
