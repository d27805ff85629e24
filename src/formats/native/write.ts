import type {
  Alignment,
  AnalysedDocument,
  Bead,
  Decision,
  Entity,
  Evidence,
  Segment,
  SideTexts,
  Span,
} from '../../core/types.ts'

/** First members of every file of ours, which name the format. */
export const formatName = 'zinpaar-alignment'
export const formatVersion = 1

/**
 * The whole alignment as JSON that people can read and compare: one line of text, block, segment, bead a line. Comes in small
 * pieces, so that memory does not grow with the document.
 */
export function* writeNative(alignment: Alignment): Generator<string> {
  yield `{\n"format":"${formatName}","version":${formatVersion},\n`
  yield `"signature":${JSON.stringify(alignment.signature)},\n`
  yield `"mode":"${alignment.mode}","modeReason":${JSON.stringify(alignment.modeReason)},\n`
  yield '"source":'
  yield* writeDocument(alignment.source)
  yield ',\n"target":'
  yield* writeDocument(alignment.target)
  yield ',\n"beads":'
  yield* writeList(alignment.beads, beadRecord)
  yield '\n}\n'
}

function* writeDocument(document: AnalysedDocument): Generator<string> {
  const { id, format, language, segmented, pack } = document
  yield `{${JSON.stringify({ id, format, language, segmented, pack }).slice(1, -1)},\n"text":`
  yield* writeList(piecesOf(document.text), (piece) => piece)
  yield ',\n"blocks":'
  yield* writeList(document.blocks, (block) => ({ ...block, span: pair(block.span) }))
  yield ',\n"segments":'
  yield* writeList(document.segments, (segment) => segmentRecord(document, segment))
  yield '}'
}

function* writeList<Item>(items: Iterable<Item>, record: (item: Item) => unknown): Generator<string> {
  let separator = '[\n'
  for (const item of items) {
    yield separator + JSON.stringify(record(item))
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]' : '\n]'
}

/** A line without a break for this many characters is cut, so that no single string grows with the text. */
const longestPiece = 65_536

/** The text in pieces that add up to it: lines with their line feeds, very long lines cut, never inside a surrogate pair. */
function* piecesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start)
    let end = Math.min(feed < 0 ? text.length : feed + 1, start + longestPiece)
    const last = text.charCodeAt(end - 1)
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end--
    yield text.slice(start, end)
    start = end
  }
}

function segmentRecord(document: AnalysedDocument, segment: Segment): unknown {
  const analysis = document.analyses[segment.index]
  const entities = analysis?.entities ?? []
  return {
    span: pair(segment.span),
    block: segment.block,
    length: numberText(analysis?.length ?? 0),
    ...(entities.length === 0 ? {} : { entities: entities.map(entityRecord) }),
  }
}

const entityRecord = (entity: Entity): unknown => ({ ...entity, span: pair(entity.span) })

function beadRecord(bead: Bead): unknown {
  const { id, source, target, score, confidence, relation, evidence, decision, text, comment } = bead
  return {
    id,
    source: [source.from, source.to],
    target: [target.from, target.to],
    score: numberText(score),
    confidence: numberText(confidence),
    relation,
    ...(decision.state === 'proposed' ? {} : { decision: decisionRecord(decision) }),
    ...(text === undefined ? {} : { text: textRecord(text) }),
    ...(comment === undefined ? {} : { comment }),
    ...(evidence.length === 0 ? {} : { evidence: evidence.map(evidenceRecord) }),
  }
}

/** In one order whoever decided, as is all below. */
const decisionRecord = ({ state, by, at, comment }: Exclude<Decision, { state: 'proposed' }>): unknown => ({
  state,
  by,
  at,
  ...(comment === undefined ? {} : { comment }),
})

const textRecord = ({ source, target }: SideTexts): unknown => ({
  ...(source === undefined ? {} : { source }),
  ...(target === undefined ? {} : { target }),
})

/** In one order whoever made the evidence, so that what was read is written as it was. */
function evidenceRecord({ scorer, score, note, kind, key, links, ...rest }: Evidence): unknown {
  return {
    scorer,
    score: numberText(score),
    note,
    ...(kind === undefined ? {} : { kind }),
    ...(key === undefined ? {} : { key }),
    ...rest,
    ...(links === undefined ? {} : { links: links.map((link) => [...pair(link.source), ...pair(link.target)]) }),
  }
}

const pair = (span: Span): readonly [number, number] => [span.start, span.end]

/** JSON has no infinity; the reader takes these words back. */
const numberText = (value: number): number | string => (Number.isFinite(value) ? value : String(value))
