import { AppError } from './core/errors.ts'
import type { Bead, EvidenceLink, SegmentRange, Span } from './core/types.ts'
import { beadSpelt, evidenceSpelt } from './formats/native/beads.ts'
import {
  type Checked,
  complain,
  integerAt,
  listOf,
  member,
  oneOf,
  optionalString,
  stringAt,
} from './formats/native/checks.ts'
import type { Act, EditRecord, Making, Replacement, Side } from './review/edits/types.ts'

/** A record of a parsed file or message; `where` names its place in messages. Anything else is an AppError EDITS_MALFORMED. */
export function readRecord(value: unknown, where: string): EditRecord {
  try {
    return recordAt({ value, key: '$', file: where })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'READ_MALFORMED') throw error
    throw new AppError('EDITS_MALFORMED', error.message, { cause: error })
  }
}

const kinds: readonly EditRecord['edit'][] = [
  'accept',
  'reject',
  'reopen',
  'merge',
  'split',
  'move',
  'link',
  'unlink',
  'cut',
  'retext',
  'comment',
  'pin',
  'realign',
  'undo',
  'redo',
]

function recordAt(at: Checked): EditRecord {
  const edit = oneOf(member(at, 'edit'), kinds)
  const act = actAt(at)
  switch (edit) {
    case 'accept':
    case 'reject':
    case 'reopen':
    case 'merge':
      return { edit, beads: listOf(member(at, 'beads'), stringAt), ...act }
    case 'split':
      return { edit, bead: beadIn(at), source: indexIn(at, 'source'), target: indexIn(at, 'target'), ...act }
    case 'move':
      return { edit, side: sideIn(at), segment: indexIn(at, 'segment'), to: stringAt(member(at, 'to')), ...act }
    case 'link':
      return { edit, source: rangeIn(at, 'source'), target: rangeIn(at, 'target'), ...act }
    case 'cut':
      return { edit, side: sideIn(at), segment: indexIn(at, 'segment'), offset: indexIn(at, 'offset'), ...act }
    case 'retext':
      return { edit, bead: beadIn(at), side: sideIn(at), ...optionalString(at, 'text'), ...act }
    case 'comment':
      return { edit, bead: beadIn(at), note: stringAt(member(at, 'note')), ...act }
    case 'unlink':
    case 'pin':
      return { edit, bead: beadIn(at), ...act }
    case 'realign':
      return { edit, changes: listOf(member(at, 'changes'), replacementAt), ...madeIn(at), ...act }
    case 'undo':
    case 'redo':
      return { edit, ...act }
  }
}

const actAt = (at: Checked): Act => ({
  by: stringAt(member(at, 'by')),
  at: stringAt(member(at, 'at')),
  ...optionalString(at, 'comment'),
})

const beadIn = (at: Checked): string => stringAt(member(at, 'bead'))

const sideIn = (at: Checked): Side => oneOf(member(at, 'side'), ['source', 'target'])

const most = Number.MAX_SAFE_INTEGER

const indexIn = (at: Checked, key: string): number => integerAt(member(at, key), 0, most)

function rangeIn(at: Checked, key: string): SegmentRange {
  const range = member(at, key)
  const [from, to] = [indexIn(range, 'from'), indexIn(range, 'to')]
  return from <= to ? { from, to } : complain(range, 'a range with from before to')
}

const modes: readonly Making['mode'][] = ['parallel', 'comparable']

function madeIn(at: Checked): { readonly made?: Making } {
  const made = member(at, 'made')
  if (made.value === undefined) return {}
  const [modeReason, signature] = [stringAt(member(made, 'modeReason')), stringAt(member(made, 'signature'))]
  return { made: { mode: oneOf(member(made, 'mode'), modes), modeReason, signature } }
}

const replacementAt = (at: Checked): Replacement => ({
  ...optionalString(at, 'follows'),
  removed: listOf(member(at, 'removed'), stringAt),
  beads: listOf(member(at, 'beads'), beadAt),
})

/** A bead as JSON has it; what it names is compared with the alignment when the record is replayed. */
const beadAt = (at: Checked): Bead =>
  beadSpelt(at, {
    range: (side) => rangeIn(at, side),
    evidence: (evidence) => listOf(evidence, (one) => evidenceSpelt(one, linkAt)),
  })

const linkAt = (at: Checked): EvidenceLink => ({ source: spanIn(at, 'source'), target: spanIn(at, 'target') })

function spanIn(at: Checked, key: string): Span {
  const span = member(at, key)
  return { start: indexIn(span, 'start'), end: indexIn(span, 'end') }
}
