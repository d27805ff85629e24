import { AppError } from '../../core/errors.ts'
import type {
  Alignment,
  AnalysedDocument,
  Bead,
  Block,
  Entity,
  EvidenceLink,
  LanguageGuess,
  Segment,
  SegmentAnalysis,
  SegmentRange,
  Span,
} from '../../core/types.ts'
import { beadSpelt, entityKinds, evidenceSpelt } from './beads.ts'
import {
  booleanAt,
  type Checked,
  complain,
  integerAt,
  listOf,
  member,
  numberAt,
  oneOf,
  optionalListOf,
  optionalString,
  rangeAt,
  stringAt,
} from './checks.ts'
import { createLineReader, foreignLayout, type LineReader } from './lines.ts'
import { formatName, formatVersion } from './write.ts'

/**
 * The alignment in the bytes of a file, when they lie as `writeNative` writes them: it is read in pieces then, in little more
 * memory than the alignment takes. Undefined for all else, also for what is no alignment. `pieceBytes` are parsed at once.
 */
export function readNativeLines(bytes: Uint8Array, file: string, pieceBytes?: number): Alignment | undefined {
  try {
    return alignmentInLines(createLineReader(bytes, file, pieceBytes), file)
  } catch {
    // What is wrong with it, if anything, comes out when it is read as a whole.
    return undefined
  }
}

function alignmentInLines(lines: LineReader, file: string): Alignment {
  const { skip, members, list } = lines
  skip('{\n')
  checkHead(members(['format', 'version']))
  const signature = members(['signature'])
  const mode = members(['mode', 'modeReason'])
  skip('"source":{')
  const source = documentInLines(lines)
  skip(',\n"target":{')
  const target = documentInLines(lines)
  skip(',\n"beads":')
  const beads = list((bead) => beadAt(bead, source, target))
  skip('\n}\n')
  if (!lines.isAtEnd()) throw foreignLayout
  return alignmentOf(mode, signature, source, target, beads, file)
}

const documentMembers = ['id', 'format', 'language', 'segmented', 'pack']

function documentInLines({ skip, members, list }: LineReader): AnalysedDocument {
  const before = { text: '"text":', blocks: ',\n"blocks":', segments: ',\n"segments":' }
  const document = documentOf(members(documentMembers), {
    list(name, read) {
      skip(before[name])
      return list(read)
    },
  })
  skip('}')
  return document
}

/** The alignment in a text that `writeNative` made; anything else is an AppError READ_MALFORMED that says where. */
export function readNative(text: string, file: string): Alignment {
  const root: Checked = { value: parseJson(text, file), key: '$', file }
  checkHead(root)
  const source = documentAt(member(root, 'source'))
  const target = documentAt(member(root, 'target'))
  const beads = listOf(member(root, 'beads'), (bead) => beadAt(bead, source, target))
  return alignmentOf(root, root, source, target, beads, file)
}

/** `head` has the mode and its reason, `signed` the signature. */
function alignmentOf(
  head: Checked,
  signed: Checked,
  source: AnalysedDocument,
  target: AnalysedDocument,
  beads: readonly Bead[],
  file: string,
): Alignment {
  checkCover(beads, source, 'source', file)
  checkCover(beads, target, 'target', file)
  return {
    source,
    target,
    mode: oneOf(member(head, 'mode'), ['parallel', 'comparable']),
    modeReason: stringAt(member(head, 'modeReason')),
    beads,
    signature: stringAt(member(signed, 'signature')),
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

/** Reads the lists of a document, one after another. */
interface DocumentLists {
  list<Item>(name: 'text' | 'blocks' | 'segments', read: (item: Checked) => Item): readonly Item[]
}

const documentAt = (at: Checked): AnalysedDocument =>
  documentOf(at, { list: (name, read) => listOf(member(at, name), read) })

function documentOf(at: Checked, lists: DocumentLists): AnalysedDocument {
  const text = lists.list('text', stringAt).join('')
  const blocks = lists.list('blocks', (block) => blockAt(block, text))
  const analyses: SegmentAnalysis[] = []
  const segments = lists.list('segments', (row) => {
    const segment = segmentAt(row, analyses.length, text, blocks.length)
    analyses.push(analysisAt(row, text))
    return segment
  })
  const pack = member(at, 'pack')
  return {
    id: stringAt(member(at, 'id')),
    format: stringAt(member(at, 'format')),
    text,
    blocks,
    language: languageAt(member(at, 'language')),
    segmented: booleanAt(member(at, 'segmented')),
    segments,
    analyses,
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

function segmentAt(at: Checked, index: number, text: string, blockCount: number): Segment {
  const block = integerAt(member(at, 'block'), 0, Math.max(0, blockCount - 1))
  return { index, span: spanAt(member(at, 'span'), text), block }
}

const analysisAt = (at: Checked, text: string): SegmentAnalysis => ({
  entities: optionalListOf(member(at, 'entities'), (entity) => entityAt(entity, text)),
  length: numberAt(member(at, 'length')),
})

const guessers: readonly LanguageGuess['by'][] = ['user', 'file', 'script', 'detector', 'default']

const languageAt = (at: Checked): LanguageGuess => ({
  tag: stringAt(member(at, 'tag')),
  by: oneOf(member(at, 'by'), guessers),
  ...optionalString(at, 'runnerUp'),
})

const entityAt = (at: Checked, text: string): Entity => ({
  kind: oneOf(member(at, 'kind'), entityKinds),
  span: spanAt(member(at, 'span'), text),
  ...optionalString(at, 'key'),
  ...optionalString(at, 'form'),
  by: stringAt(member(at, 'by')),
})

const beadAt = (at: Checked, source: AnalysedDocument, target: AnalysedDocument): Bead =>
  beadSpelt(at, {
    range: (side) => segmentRangeAt(member(at, side), side === 'source' ? source : target),
    evidence: (evidence) =>
      optionalListOf(evidence, (one) => evidenceSpelt(one, (link) => linkAt(link, source.text, target.text))),
  })

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
