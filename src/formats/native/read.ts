import { AppError } from '../../core/errors.ts'
import { decisionStates, relations } from '../../core/relations.ts'
import type {
  Alignment,
  AnalysedDocument,
  Bead,
  Block,
  Decision,
  Entity,
  EntityKind,
  Evidence,
  EvidenceLink,
  LanguageGuess,
  Segment,
  SegmentRange,
  Span,
} from '../../core/types.ts'
import {
  booleanAt,
  type Checked,
  complain,
  integerAt,
  isThere,
  listOf,
  member,
  numberAt,
  oneOf,
  optionalListOf,
  optionalString,
  rangeAt,
  stringAt,
} from './checks.ts'
import { formatName, formatVersion } from './write.ts'

/** The alignment in a text that `writeNative` made; anything else is an AppError READ_MALFORMED that says where. */
export function readNative(text: string, file: string): Alignment {
  const root: Checked = { value: parseJson(text, file), key: '$', file }
  checkHead(root)
  const source = documentAt(member(root, 'source'))
  const target = documentAt(member(root, 'target'))
  const beads = listOf(member(root, 'beads'), (bead) => beadAt(bead, source, target))
  checkCover(beads, source, 'source', file)
  checkCover(beads, target, 'target', file)
  return {
    source,
    target,
    mode: oneOf(member(root, 'mode'), ['parallel', 'comparable']),
    modeReason: stringAt(member(root, 'modeReason')),
    beads,
    signature: stringAt(member(root, 'signature')),
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const cut = /end of JSON|Unterminated/u.test(reason)
    throw new AppError(
      'READ_MALFORMED',
      `${file} is ${cut ? 'cut off: its JSON does not end' : `not JSON: ${reason}`}`,
      {
        cause,
      },
    )
  }
}

function checkHead(root: Checked): void {
  const name = member(root, 'format')
  if (name.value !== formatName)
    throw new AppError('READ_MALFORMED', `${root.file} is JSON, but not an alignment of zinpaar`, {
      hint: 'Give a file that `zinpaar align … -o NAME.json` wrote.',
    })
  const version = member(root, 'version')
  if (version.value === formatVersion) return
  if (typeof version.value !== 'number') complain(version, String(formatVersion))
  throw new AppError(
    'READ_MALFORMED',
    `${root.file} is an alignment of version ${version.value}; this zinpaar reads ${formatVersion}`,
    {
      hint: 'Update zinpaar, or align the texts again.',
    },
  )
}

function documentAt(at: Checked): AnalysedDocument {
  const text = listOf(member(at, 'text'), stringAt).join('')
  const blocks = listOf(member(at, 'blocks'), (block) => blockAt(block, text))
  const rows = listOf(member(at, 'segments'), (row, index) => segmentAt(row, index, text, blocks.length))
  const pack = member(at, 'pack')
  return {
    id: stringAt(member(at, 'id')),
    format: stringAt(member(at, 'format')),
    text,
    blocks,
    language: languageAt(member(at, 'language')),
    segmented: booleanAt(member(at, 'segmented')),
    segments: rows.map((row) => row.segment),
    analyses: rows.map(({ entities, length }) => ({ entities, length })),
    pack: {
      tag: stringAt(member(pack, 'tag')),
      version: integerAt(member(pack, 'version'), 0, Number.MAX_SAFE_INTEGER),
    },
  }
}

const roles: readonly Block['role'][] = ['heading', 'body', 'caption', 'byline', 'boilerplate']

const blockAt = (at: Checked, text: string): Block => ({
  span: spanAt(member(at, 'span'), text),
  role: oneOf(member(at, 'role'), roles),
  ...optionalString(at, 'why'),
})

interface SegmentRow {
  readonly segment: Segment
  readonly entities: readonly Entity[]
  readonly length: number
}

function segmentAt(at: Checked, index: number, text: string, blockCount: number): SegmentRow {
  const block = integerAt(member(at, 'block'), 0, Math.max(0, blockCount - 1))
  return {
    segment: { index, span: spanAt(member(at, 'span'), text), block },
    entities: optionalListOf(member(at, 'entities'), (entity) => entityAt(entity, text)),
    length: numberAt(member(at, 'length')),
  }
}

const guessers: readonly LanguageGuess['by'][] = ['user', 'file', 'script', 'detector', 'default']

const languageAt = (at: Checked): LanguageGuess => ({
  tag: stringAt(member(at, 'tag')),
  by: oneOf(member(at, 'by'), guessers),
  ...optionalString(at, 'runnerUp'),
})

/** Every kind of thing that a sentence names. */
const entityKinds: readonly EntityKind[] = [
  'date',
  'number',
  'percent',
  'money',
  'ordinal',
  'place',
  'currency',
  'language',
  'organisation',
  'treaty',
  'office',
  'event',
  'title',
  'person',
]

const entityAt = (at: Checked, text: string): Entity => ({
  kind: oneOf(member(at, 'kind'), entityKinds),
  span: spanAt(member(at, 'span'), text),
  ...optionalString(at, 'key'),
  ...optionalString(at, 'form'),
  by: stringAt(member(at, 'by')),
})

/** Every relation of the sides of a bead. */

const beadAt = (at: Checked, source: AnalysedDocument, target: AnalysedDocument): Bead =>
  beadSpelt(at, {
    range: (side) => segmentRangeAt(member(at, side), side === 'source' ? source : target),
    evidence: (evidence) =>
      optionalListOf(evidence, (one) => evidenceSpelt(one, (link) => linkAt(link, source.text, target.text))),
  })

/** How a bead is read where its ranges and its evidence are written in one way or another. */
export interface BeadSpelling {
  range(side: 'source' | 'target'): SegmentRange
  evidence(at: Checked): readonly Evidence[]
}

/** A bead of any spelling. */
export const beadSpelt = (at: Checked, { range, evidence }: BeadSpelling): Bead => ({
  id: stringAt(member(at, 'id')),
  source: range('source'),
  target: range('target'),
  score: numberAt(member(at, 'score')),
  confidence: numberAt(member(at, 'confidence')),
  relation: oneOf(member(at, 'relation'), relations),
  evidence: evidence(member(at, 'evidence')),
  decision: decisionAt(member(at, 'decision')),
  ...textsAt(member(at, 'text')),
  ...optionalString(at, 'comment'),
})

/** The member `text` of a bead, where it has one. */
const textsAt = (at: Checked): Pick<Bead, 'text'> =>
  isThere(at) ? { text: { ...optionalString(at, 'source'), ...optionalString(at, 'target') } } : {}

/** What a person decided; `proposed` when the member is missing. */
function decisionAt(at: Checked): Decision {
  if (!isThere(at)) return { state: 'proposed' }
  const state = oneOf(member(at, 'state'), decisionStates)
  if (state === 'proposed') return { state }
  return { state, by: stringAt(member(at, 'by')), at: stringAt(member(at, 'at')), ...optionalString(at, 'comment') }
}

/** Evidence whose links are written in one way or another. */
export function evidenceSpelt(at: Checked, readLink: (at: Checked) => EvidenceLink): Evidence {
  const kind = member(at, 'kind')
  const links = member(at, 'links')
  return {
    scorer: stringAt(member(at, 'scorer')),
    score: numberAt(member(at, 'score')),
    note: stringAt(member(at, 'note')),
    ...(isThere(kind) ? { kind: oneOf(kind, [...entityKinds, 'word']) } : {}),
    ...optionalString(at, 'key'),
    ...(isThere(links) ? { links: listOf(links, readLink) } : {}),
  }
}

/** `[sourceStart, sourceEnd, targetStart, targetEnd]`. */
function linkAt(at: Checked, source: string, target: string): EvidenceLink {
  const numbers = listOf(at, (item, i) => integerAt(item, 0, (i < 2 ? source : target).length))
  const [a = 0, b = 0, c = 0, d = 0] = numbers
  if (numbers.length !== 4 || a > b || c > d) complain(at, 'two pairs of offsets [from, to, from, to]')
  return { source: { start: a, end: b }, target: { start: c, end: d } }
}

function spanAt(at: Checked, text: string): Span {
  const [start, end] = rangeAt(at, text.length)
  return { start, end }
}

function segmentRangeAt(at: Checked, document: AnalysedDocument): SegmentRange {
  const [from, to] = rangeAt(at, document.segments.length)
  return { from, to }
}

/** Every segment is in exactly one bead; the rest of the program counts on it. */
function checkCover(beads: readonly Bead[], document: AnalysedDocument, side: 'source' | 'target', file: string): void {
  const seen = new Uint8Array(document.segments.length)
  for (const bead of beads)
    for (let i = bead[side].from; i < bead[side].to; i++) {
      if (seen[i] === 1) throw new AppError('READ_MALFORMED', `${file}: ${side} segment ${i} is in two beads`)
      seen[i] = 1
    }
  const missing = seen.indexOf(0)
  if (missing >= 0) throw new AppError('READ_MALFORMED', `${file}: ${side} segment ${missing} is in no bead`)
}
