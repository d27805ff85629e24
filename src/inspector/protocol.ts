/** What page and server say to each other. All paths are below `/TOKEN/`; all bodies are JSON unless it says otherwise. */
import type { Bead, Decision, EditRecord, Evidence, Relation, SideTexts } from '../editing.ts'

/**
 * GET `api/sheet`: all that the page needs to show the alignment as it was made, before its records. The texts of a long one
 * come apart: `text` is empty for the sides that `apart` names, and GET `api/text/source` or `api/text/target` gives it as plain
 * text (UTF-8, or UTF-16 where that is shorter), behind a byte order mark that is not part of it.
 *
 * GET `api/first`: the sheet when it is short. When it is long, its first beads as they are now, with as much of the texts as
 * they are about, and `whole` says of what they are the beginning; `api/sheet` has to be asked for the rest.
 */
export interface Sheet {
  /** Name to show: that of the alignment's file. */
  readonly name: string
  readonly mode: 'parallel' | 'comparable'
  readonly modeReason: string
  readonly signature: string
  /** False in a report: nothing can be edited. */
  readonly isEditable: boolean
  /** Name under which edits of this page are recorded. */
  readonly by: string
  readonly source: SheetSide
  readonly target: SheetSide
  readonly beads: SheetBeads
  /** What was done to it up to now; `records.length` is the revision. */
  readonly records: readonly EditRecord[]
  /** Where exports go when a name without folder is given. */
  readonly folder: string
  /** Sides whose text comes by itself, also in a first piece, which has the beginning of it; none when absent. */
  readonly apart?: readonly ('source' | 'target')[]
  /** Only in a first piece: what it is the beginning of. */
  readonly whole?: WholeSheet
}

/** What is known of a sheet before it is there, as it is after its records. */
export interface WholeSheet {
  /** Records that are done already in the first piece. */
  readonly revision: number
  /** Beads with each decision. */
  readonly counts: Readonly<Record<Decision['state'], number>>
  readonly beads: number
  readonly sourceSegments: number
  readonly targetSegments: number
}

/** Numbers of which many in a row are equal: in turn a number, and how often it comes. */
export type Runs = readonly number[]

export interface SheetSide {
  /** Name of the document. */
  readonly id: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** What joins sentences: a space, or nothing. */
  readonly joiner: string
  readonly text: string
  readonly segments: SheetSegments
}

/** Segments in order, each told by how it differs from the one before it; before the first one stands 0. Lengths in UTF-16 units. */
export interface SheetSegments {
  /** From the end of the one before to the start. */
  readonly gaps: Runs
  readonly lengths: readonly number[]
  /** From `Segment.block` of the one before to that of this one. */
  readonly blocks: Runs
}

/** Half-open ranges of segments in order, each told by where the one before it ends; before the first one stands 0. */
export interface SheetRanges {
  /** From the end of the one before to the start. */
  readonly steps: Runs
  readonly lengths: Runs
}

/** Columns: one entry a bead. */
export interface SheetBeads {
  readonly source: SheetRanges
  readonly target: SheetRanges
  /** Thousandths. */
  readonly confidence: readonly number[]
  /** Index into `relations`. */
  readonly relation: Runs
  /** 1 where evidence names something (a date, a place …) and not words alone. */
  readonly hasEntity: Runs
  /** By place in the list: what only few beads have. */
  readonly decided: readonly (readonly [place: number, decision: Decision])[]
  readonly texts: readonly (readonly [place: number, text: SideTexts])[]
  readonly comments: readonly (readonly [place: number, comment: string])[]
  /** Places of beads that a person or a memory has fixed. */
  readonly pinned: readonly number[]
}

export type CheckKind = 'number' | 'name' | 'length' | 'language' | 'tag'

/** A check that a bead failed, with the reason in plain words and the places that it is about: UTF-16 offsets into the text of the document, or into the one that a person wrote for the side. */
export interface FailedCheck {
  readonly check: CheckKind
  readonly note: string
  readonly source?: readonly (readonly [start: number, end: number])[]
  readonly target?: readonly (readonly [start: number, end: number])[]
}

/** GET `api/checks?revision=N`: kinds of failed checks by id of bead, for beads with any. Takes a while for long texts. */
export interface CheckList {
  readonly revision: number
  readonly failed: Readonly<Record<string, readonly CheckKind[]>>
}

/** GET `api/beads?ids=0-1:0-1,…`: why beads are pairs. Offsets are into the text of the documents. */
export interface BeadDetail {
  readonly id: string
  readonly evidence: readonly Evidence[]
  readonly checks: readonly FailedCheck[]
  /** Words of the shorter side that have a counterpart, and how many there are. */
  readonly words: { readonly known: number; readonly all: number }
}

/** POST `api/edits`: records made on this revision. */
export interface EditPost {
  readonly revision: number
  readonly records: readonly EditRecord[]
}

/** POST `api/realign`: pins these beads and aligns again around all that is pinned or decided. */
export interface RealignPost {
  readonly revision: number
  readonly beads: readonly string[]
}

/** POST `api/rerun`: aligns anew with other settings; what was decided stays. */
export interface RerunPost {
  readonly revision: number
  readonly mode: 'auto' | 'parallel' | 'comparable'
}

/** Answer to the three posts above when they were kept (200), or when others were first (409: nothing was kept). */
export interface Kept {
  readonly revision: number
  /** Records that the page does not have yet: made by the server, or by another window. Those that it sent are not among them. */
  readonly records: readonly EditRecord[]
  /** Kinds of failed checks of the beads that are new with this; an empty list where the bead of the same id had failed before. */
  readonly failed: Readonly<Record<string, readonly CheckKind[]>>
}

/** GET `api/news` (server-sent events, event `records`, id the revision): records of all windows, also of the one that listens, and the revision after them. */
export interface News {
  readonly revision: number
  readonly records: readonly EditRecord[]
}

/** POST `api/export`: writes a file beside the alignment or into a memory; with `download` the file is the answer. */
export interface ExportPost {
  /** File name, or path; its ending picks the format (`.tmx .xlf .21.xlf .csv .xlsx .html …`, `.zmem` is a memory). */
  readonly to: string
  readonly relations: readonly Relation[]
  /** Probability 0..1. */
  readonly minConfidence: number
  readonly profile: 'plain' | 'omegat' | 'trados'
  readonly download: boolean
}

/** What an export wrote. */
export interface Exported {
  readonly paths: readonly string[]
  readonly units: number
}

/**
 * True for the status of a refusal that is about what was sent: it will never be taken. With any other status of 400 and above
 * (503 where the disk did not take it) the same may be sent again later.
 */
export const isLasting = (status: number): boolean => status === 400 || status === 413 || status === 422

/** Answer with a status of 400 and above. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly next: string
}

/** A bead as the page knows it: evidence stays with the server. */
export type SheetBead = Bead
