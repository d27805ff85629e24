import { relations } from '../../editing.ts'
import type { Alignment, AnalysedDocument, Bead, EditRecord } from '../../index.ts'
import { directionOf, isFixedBead, joinerOf } from '../../inspection.ts'
import type { Sheet, SheetBeads, SheetSide } from '../protocol.ts'
import { codeRanges, codeRuns, codeSegments } from '../sheet-coding.ts'

/** What of a sheet the alignment does not say. */
export type SheetFrame = Pick<Sheet, 'name' | 'isEditable' | 'by' | 'folder'>

/** All that a page needs, but for the records. `alignment` is as it was before the first of them. */
export async function sheetOf(alignment: Alignment, frame: SheetFrame): Promise<Omit<Sheet, 'records'>> {
  const { mode, modeReason, signature } = alignment
  const [source, target] = [await sideOf(alignment.source), await sideOf(alignment.target)]
  return { ...frame, mode, modeReason, signature, source, target, beads: columnsOf(alignment.beads) }
}

async function sideOf({ id, language, text, segments }: AnalysedDocument): Promise<SheetSide> {
  const direction = await directionOf(language.tag)
  const joiner = joinerOf(language.tag)
  return { id, language: language.tag, direction, joiner, text, segments: codeSegments(segments) }
}

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
  /** Sides whose text comes apart. */
  readonly apart: readonly Side[]
  /** JSON of the whole sheet. */
  sheet(records: readonly EditRecord[]): readonly Uint8Array[]
  /** The text of a side that comes apart; undefined for one that stands in the sheet. */
  text(side: Side): readonly Uint8Array[] | undefined
}

/** What is sent of one alignment; what never changes is made once. The texts of a long one come apart. */
export function createSheetAnswers(base: Omit<Sheet, 'records'>, isLong: boolean): SheetAnswers {
  const bytesOf = (side: Side): Uint8Array | undefined => (isLong ? textBytes(base[side].text) : undefined)
  const texts = { source: bytesOf('source'), target: bytesOf('target') }
  const apart = (['source', 'target'] as const).filter((side) => texts[side] !== undefined)
  const sides = Object.fromEntries(apart.map((side) => [side, { ...base[side], text: '' }]))
  const head = Buffer.from(`${JSON.stringify(isLong ? { ...base, ...sides, apart } : base).slice(0, -1)},"records":`)
  const end = Buffer.from('}')
  return {
    apart,
    sheet: (records) => [head, Buffer.from(JSON.stringify(records)), end],
    text: (side) => {
      const bytes = texts[side]
      return bytes && [mark, bytes]
    },
  }
}

/** A reader drops one byte order mark; without this one it would be that of the text. */
const mark = Buffer.from('\ufeff')

/** A text as UTF-8, which cannot hold all that a string can (half a surrogate pair): undefined for one that would not come back. */
function textBytes(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text)
  return bytes.toString() === text ? bytes : undefined
}
