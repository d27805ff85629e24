import fc from 'fast-check'
import type {
  Alignment,
  AnalysedDocument,
  Bead,
  Block,
  Decision,
  Entity,
  Evidence,
  Segment,
  Span,
} from '../../src/core/types.ts'

const lineText = fc.string({
  unit: fc.constantFrom('a', 'é', '桥', '😀', ' ', '"', '\\', '\0', '\ud800', '\r'),
  maxLength: 12,
})
const words = fc.string({ maxLength: 8 })

const spanIn = (length: number): fc.Arbitrary<Span> =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

const entityIn = (length: number): fc.Arbitrary<Entity> =>
  fc.record(
    { kind: fc.constantFrom('date', 'person', 'treaty'), span: spanIn(length), key: words, form: words, by: words },
    { requiredKeys: ['kind', 'span', 'by'] },
  )

const document: fc.Arbitrary<AnalysedDocument> = fc
  .record({ lines: fc.array(lineText, { maxLength: 5 }), ends: fc.constantFrom('\n', '\r\n') })
  .chain(({ lines, ends }) => {
    const text = lines.map((line) => line + ends).join('')
    const spans = lines.map((line, i): Span => {
      const start = lines.slice(0, i).reduce((sum, one) => sum + one.length + ends.length, 0)
      return { start, end: start + line.length }
    })
    return fc.record<AnalysedDocument>({
      id: words,
      format: fc.constant('txt'),
      text: fc.constant(text),
      language: fc.record(
        { tag: fc.constantFrom('nl', 'zh'), by: fc.constantFrom('user', 'detector'), runnerUp: fc.constant('en') },
        { requiredKeys: ['tag', 'by'] },
      ),
      segmented: fc.boolean(),
      blocks: fc.tuple(
        ...spans.map((span) =>
          fc.record<Block>(
            { span: fc.constant(span), role: fc.constantFrom('body', 'heading'), why: words },
            { requiredKeys: ['span', 'role'] },
          ),
        ),
      ),
      segments: fc.constant(spans.map((span, index): Segment => ({ index, span, block: index }))),
      analyses: fc.tuple(
        ...spans.map(() =>
          fc.record({
            entities: fc.array(entityIn(text.length), { maxLength: 2 }),
            length: fc.double({ min: 1, noNaN: true }),
          }),
        ),
      ),
      pack: fc.constant({ tag: 'nl', version: 3 }),
    })
  })

const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.constant<Decision>({ state: 'proposed' }),
  fc.record(
    { state: fc.constantFrom('accepted', 'rejected', 'edited'), by: words, at: words, comment: words },
    { requiredKeys: ['state', 'by', 'at'] },
  ),
)

const evidenceBetween = (source: string, target: string): fc.Arbitrary<Evidence> =>
  fc.record(
    {
      scorer: words,
      score: fc.double({ min: 0.001, max: 1e6, noNaN: true }),
      note: words,
      kind: fc.constantFrom('date', 'word'),
      key: words,
      links: fc.array(fc.record({ source: spanIn(source.length), target: spanIn(target.length) }), { maxLength: 2 }),
    },
    { requiredKeys: ['scorer', 'score', 'note'] },
  )

/** One bead for each source segment and one for all target segments, in any order: every segment is covered once. */
export const alignmentArbitrary: fc.Arbitrary<Alignment> = fc.tuple(document, document).chain(([source, target]) => {
  const ranges = [
    ...source.segments.map((_, i) => [i, i + 1, 0, 0] as const),
    ...(target.segments.length === 0 ? [] : [[0, 0, 0, target.segments.length] as const]),
  ]
  const beads = ranges.map(([a, b, c, d]) =>
    fc.record<Bead>(
      {
        id: fc.constant(`${a}-${b}:${c}-${d}`),
        source: fc.constant({ from: a, to: b }),
        target: fc.constant({ from: c, to: d }),
        score: fc.oneof(fc.double({ min: 0.001, noNaN: true }), fc.constant(Number.NEGATIVE_INFINITY)),
        confidence: fc.double({ min: 0.001, max: 1, noNaN: true }),
        relation: fc.constantFrom('translation', 'unaligned'),
        evidence: fc.array(evidenceBetween(source.text, target.text), { maxLength: 2 }),
        decision,
        text: fc.record({ source: words, target: words }, { requiredKeys: [] }),
        comment: words,
      },
      { requiredKeys: ['id', 'source', 'target', 'score', 'confidence', 'relation', 'evidence', 'decision'] },
    ),
  )
  return fc.record<Alignment>({
    source: fc.constant(source),
    target: fc.constant(target),
    mode: fc.constantFrom('parallel', 'comparable'),
    modeReason: words,
    beads: fc.tuple(...beads),
    signature: words,
  })
})
