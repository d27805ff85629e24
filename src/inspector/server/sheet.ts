import { relations } from '../../editing.ts'
import type { Alignment, AnalysedDocument, Bead, EditRecord } from '../../index.ts'
import { directionOf, isFixedBead, joinerOf } from '../../inspection.ts'
import type { Sheet, SheetBeads, SheetSide } from '../protocol.ts'
import { codeRanges, codeRuns, codeSegments } from '../sheet-coding.ts'

/** What of a sheet the alignment does not say. */
export type SheetFrame = Pick<Sheet, 'name' | 'isEditable' | 'by' | 'folder'>

type SheetBase = Omit<Sheet, 'records'>

/** All that a page needs, but for the records. `alignment` is as it was before the first of them. */
export const sheetOf = async (alignment: Alignment, frame: SheetFrame): Promise<SheetBase> =>
  (await sheetMakerOf(alignment, frame))()

/** Makes the same when it is called, without a wait: both languages are known by then. */
export async function sheetMakerOf(alignment: Alignment, frame: SheetFrame): Promise<() => SheetBase> {
  const { mode, modeReason, signature, source, target, beads } = alignment
  const [here, there] = [await directionOf(source.language.tag), await directionOf(target.language.tag)]
  return () => ({
    ...frame,
    mode,
    modeReason,
    signature,
    source: sideOf(source, here),
    target: sideOf(target, there),
    beads: columnsOf(beads),
  })
}

/** A record as pages get it: the evidence of new beads, most of what a realign weighs, stays here until it is asked for. */
export function recordForPage(record: EditRecord): EditRecord {
  if (record.edit !== 'realign') return record
  const changes = record.changes.map((change) => ({
    ...change,
    beads: change.beads.map((bead) => ({ ...bead, evidence: wordsOfPeople(bead) })),
  }))
  return { ...record, changes }
}

const wordsOfPeople = (bead: Bead): Bead['evidence'] =>
  bead.evidence.filter((item) => isFixedBead({ ...bead, evidence: [item] }))

const sideOf = (
  { id, language: { tag }, text, segments }: AnalysedDocument,
  direction: SheetSide['direction'],
): SheetSide => ({ id, language: tag, direction, joiner: joinerOf(tag), text, segments: codeSegments(segments) })

/** Beads as a sheet has them. */
export function columnsOf(beads: readonly Bead[]): SheetBeads {
  const decided: SheetBeads['decided'][number][] = []
  const texts: SheetBeads['texts'][number][] = []
  const comments: SheetBeads['comments'][number][] = []
  const pinned: number[] = []
  beads.forEach((bead, place) => {
    if (bead.decision.state !== 'proposed') decided.push([place, bead.decision])
    if (bead.text !== undefined) texts.push([place, bead.text])
    if (bead.comment !== undefined) comments.push([place, bead.comment])
    if (isFixedBead(bead)) pinned.push(place)
  })
  return {
    source: codeRanges(beads.map(({ source }) => source)),
    target: codeRanges(beads.map(({ target }) => target)),
    confidence: beads.map(({ confidence }) => Math.round(confidence * 1000)),
    relation: codeRuns(beads.map(({ relation }) => relations.indexOf(relation))),
    hasEntity: codeRuns(beads.map((bead) => (namesSomething(bead) ? 1 : 0))),
    decided,
    texts,
    comments,
    pinned,
  }
}

const namesSomething = ({ evidence }: Bead): boolean =>
  evidence.some(({ kind, score }) => kind !== undefined && kind !== 'word' && score > 0)

type Side = 'source' | 'target'

/** A sheet as it is sent: pieces of JSON, and the texts that come apart. */
export interface SheetAnswers {
  /** All that pieces of it have in common: no segment, no bead. */
  readonly frame: SheetBase
  /** JSON of the whole sheet. */
  sheet(records: readonly EditRecord[]): readonly Uint8Array[]
  /** The text of a side that comes apart; undefined for one that stands in the sheet. */
  text(side: Side): SentText | undefined
}

/** What is sent of one alignment; what never changes is made once. The texts of a long one come apart. */
export function createSheetAnswers(base: SheetBase, isLong: boolean): SheetAnswers {
  const textOf = (side: Side): SentText | undefined => (isLong ? sendText(base[side].text) : undefined)
  const texts = { source: textOf('source'), target: textOf('target') }
  const apart = (['source', 'target'] as const).filter((side) => texts[side] !== undefined)
  const sent = isLong ? { ...base, apart } : base
  const bare = Object.fromEntries(apart.map((side) => [side, { ...base[side], text: '' }]))
  const head = Buffer.from(`${JSON.stringify({ ...sent, ...bare }).slice(0, -1)},"records":`)
  const end = Buffer.from('}')
  const empty = { text: '', segments: codeSegments([]) }
  return {
    frame: {
      ...sent,
      source: { ...base.source, ...empty },
      target: { ...base.target, ...empty },
      beads: columnsOf([]),
    },
    sheet: (records) => [head, Buffer.from(JSON.stringify(records)), end],
    text: (side) => texts[side],
  }
}

/** A text in the encoding that makes it shorter, behind a byte order mark: a reader drops one, which would else be that of the text. */
export interface SentText {
  readonly charset: 'utf-8' | 'utf-16le'
  readonly bytes: Uint8Array
}

/** Undefined for a text that would not come back: neither encoding can hold half a surrogate pair. */
function sendText(text: string): SentText | undefined {
  const bytes = Buffer.from(`\ufeff${text}`)
  if (bytes.toString().slice(1) !== text) return undefined
  if (bytes.length <= 2 * text.length) return { charset: 'utf-8', bytes }
  return { charset: 'utf-16le', bytes: Buffer.from(`\ufeff${text}`, 'utf16le') }
}
