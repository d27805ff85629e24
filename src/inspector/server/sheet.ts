import { relations } from '../../editing.ts'
import type { Alignment, AnalysedDocument, Bead, EditRecord } from '../../index.ts'
import { directionOf, isFixedBead, joinerOf } from '../../inspection.ts'
import type { Sheet, SheetBeads, SheetSide } from '../protocol.ts'

/** What of a sheet the alignment does not say. */
export type SheetFrame = Pick<Sheet, 'name' | 'isEditable' | 'by' | 'folder'>

/** All that a page needs, but for the records. `alignment` is as it was before the first of them. */
export async function sheetOf(alignment: Alignment, frame: SheetFrame): Promise<Omit<Sheet, 'records'>> {
  const { mode, modeReason, signature } = alignment
  const [source, target] = [await sideOf(alignment.source), await sideOf(alignment.target)]
  return { ...frame, mode, modeReason, signature, source, target, beads: columnsOf(alignment.beads) }
}

/** The text of sheets of one alignment, in pieces: what never changes is made once. */
export function createSheetText(
  base: Omit<Sheet, 'records'>,
): (records: readonly EditRecord[]) => readonly Uint8Array[] {
  const head = Buffer.from(`${JSON.stringify(base).slice(0, -1)},"records":`)
  const end = Buffer.from('}')
  return (records) => [head, Buffer.from(JSON.stringify(records)), end]
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

async function sideOf({ id, language, text, segments }: AnalysedDocument): Promise<SheetSide> {
  const places = new Array<number>(segments.length * 2)
  const blocks = new Array<number>(segments.length)
  segments.forEach(({ span, block }, k) => {
    places[2 * k] = span.start
    places[2 * k + 1] = span.end
    blocks[k] = block
  })
  const direction = await directionOf(language.tag)
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
    source: beads.flatMap(({ source }) => [source.from, source.to]),
    target: beads.flatMap(({ target }) => [target.from, target.to]),
    confidence: beads.map(({ confidence }) => Math.round(confidence * 1000)),
    relation: beads.map(({ relation }) => relations.indexOf(relation)),
    hasEntity: beads.map((bead) => (namesSomething(bead) ? 1 : 0)),
    decided,
    texts,
    comments,
    pinned,
  }
}

const namesSomething = ({ evidence }: Bead): boolean =>
  evidence.some(({ kind, score }) => kind !== undefined && kind !== 'word' && score > 0)
