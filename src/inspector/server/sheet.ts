import { relations } from '../../editing.ts'
import type { Alignment, AnalysedDocument, Bead, EditRecord } from '../../index.ts'
import { directionOf, isFixedBead, joinerOf } from '../../inspection.ts'
import type { Sheet, SheetBeads, SheetSide } from '../protocol.ts'

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

/** The text of sheets of one alignment, in pieces: what never changes is made once, when it is first asked for. */
export function createSheetText(makeBase: () => SheetBase): (records: readonly EditRecord[]) => readonly Uint8Array[] {
  let head: readonly Uint8Array[] | undefined
  const end = Buffer.from('}')
  return (records) => {
    head ??= headOf(makeBase())
    return [...head, Buffer.from(`,"records":${JSON.stringify(records)}`), end]
  }
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

/** All but the records, each side by itself: a text is held as a whole, as JSON and as bytes only for a moment. */
function headOf({ source, target, beads, ...rest }: SheetBase): readonly Uint8Array[] {
  const sides = Object.entries({ source, target, beads })
  const texts = sides.map(([name, value]) => Buffer.from(`,"${name}":${JSON.stringify(value)}`))
  return [Buffer.from(JSON.stringify(rest).slice(0, -1)), ...texts]
}

function sideOf({ id, language, text, segments }: AnalysedDocument, direction: SheetSide['direction']): SheetSide {
  const places = new Array<number>(segments.length * 2)
  const blocks = new Array<number>(segments.length)
  segments.forEach(({ span, block }, k) => {
    places[2 * k] = span.start
    places[2 * k + 1] = span.end
    blocks[k] = block
  })
  return { id, language: language.tag, direction, joiner: joinerOf(language.tag), text, segments: places, blocks }
}

function columnsOf(beads: readonly Bead[]): SheetBeads {
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
    source: placesOf(beads, 'source'),
    target: placesOf(beads, 'target'),
    confidence: beads.map(({ confidence }) => Math.round(confidence * 1000)),
    relation: beads.map(({ relation }) => relations.indexOf(relation)),
    hasEntity: beads.map((bead) => (namesSomething(bead) ? 1 : 0)),
    decided,
    texts,
    comments,
    pinned,
  }
}

function placesOf(beads: readonly Bead[], side: 'source' | 'target'): readonly number[] {
  const places = new Array<number>(beads.length * 2)
  beads.forEach((bead, k) => {
    places[2 * k] = bead[side].from
    places[2 * k + 1] = bead[side].to
  })
  return places
}

const namesSomething = ({ evidence }: Bead): boolean =>
  evidence.some(({ kind, score }) => kind !== undefined && kind !== 'word' && score > 0)
