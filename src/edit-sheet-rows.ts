import type { Context } from './core/contracts.ts'
import type { Alignment, Bead, Decision } from './core/types.ts'
import type { Act, Edit, Side } from './review/edits/types.ts'
import { joinedText } from './units.ts'

/** A row of a sheet that came back: cells by column, those of columns that were taken away missing. */
export interface SheetRow {
  /** Counted from 1. */
  readonly line: number
  readonly bead?: string
  readonly source?: string
  readonly target?: string
  readonly decision?: string
  readonly comment?: string
  readonly print?: string
}

/** Who made the edits, where to report, and what the sheet is called. */
export interface SheetReading {
  readonly act: Act
  readonly context: Context
  readonly file: string
}

/** Tells of a column whether its cell was changed in the sheet and says something else than the alignment does now. */
export type ChangeTest = (column: 'source' | 'target' | 'decision' | 'comment') => boolean

/** The edits in rows; what cannot be taken over is reported. */
export function editsOfRows(
  rows: readonly SheetRow[],
  alignment: Alignment,
  reading: SheetReading,
  testOf: (row: SheetRow, bead: Bead) => ChangeTest,
): readonly Edit[] {
  const beads = new Map(alignment.beads.map((bead) => [bead.id, bead]))
  const seen = new Set<string>()
  const edits: Edit[] = []
  const decided = { accept: [] as string[], reject: [] as string[], reopen: [] as string[] }
  for (const row of rows) {
    const id = row.bead?.trim() ?? ''
    const bead = beads.get(id)
    if (id === '') continue
    if (bead === undefined) warn(reading, row, 'SHEET_UNKNOWN_BEAD', `there is no bead ${id} now`)
    else if (seen.has(id)) warn(reading, row, 'SHEET_ROW_TWICE', `the bead ${id} has another row before this one`)
    else {
      seen.add(id)
      const isChanged = testOf(row, bead)
      edits.push(...textEdits(row, bead, alignment, isChanged, reading))
      if (isChanged('comment'))
        edits.push({ edit: 'comment', bead: id, note: (row.comment ?? '').trim(), ...reading.act })
      const word = isChanged('decision') ? decisionIn(row, bead, reading) : undefined
      if (word !== undefined) decided[word].push(id)
    }
  }
  reportMissing(beads.size - seen.size, reading)
  for (const edit of ['accept', 'reject', 'reopen'] as const)
    if (decided[edit].length > 0) edits.push({ edit, beads: decided[edit], ...reading.act })
  return edits
}

function textEdits(
  row: SheetRow,
  bead: Bead,
  alignment: Alignment,
  isChanged: ChangeTest,
  reading: SheetReading,
): readonly Edit[] {
  return (['source', 'target'] as const satisfies readonly Side[]).flatMap((side): readonly Edit[] => {
    if (!isChanged(side)) return []
    const text = (row[side] ?? '').trim()
    if (bead[side].from === bead[side].to) {
      warn(
        reading,
        row,
        'SHEET_TEXT_WITHOUT_SIDE',
        `the bead ${bead.id} has no ${side} to which this text could belong`,
      )
      return []
    }
    if (text === '') {
      warn(reading, row, 'SHEET_TEXT_EMPTY', `the ${side} of the bead ${bead.id} was emptied: it stays as it is`)
      return []
    }
    const isOriginal = text === joinedText(alignment[side], bead[side])
    return [{ edit: 'retext', bead: bead.id, side, ...(isOriginal ? {} : { text }), ...reading.act }]
  })
}

/** What people write into the column. */
const words: Readonly<Record<string, 'accept' | 'reject' | 'reopen'>> = {
  accepted: 'accept',
  accept: 'accept',
  yes: 'accept',
  y: 'accept',
  ok: 'accept',
  rejected: 'reject',
  reject: 'reject',
  no: 'reject',
  n: 'reject',
  '': 'reopen',
  proposed: 'reopen',
  reopen: 'reopen',
  open: 'reopen',
}

const meant: Readonly<Record<Decision['state'], string>> = {
  accepted: 'accept',
  rejected: 'reject',
  proposed: 'reopen',
  edited: 'edited',
}

function decisionIn(row: SheetRow, bead: Bead, reading: SheetReading): 'accept' | 'reject' | 'reopen' | undefined {
  const cell = (row.decision ?? '').trim().toLowerCase()
  const word = Object.hasOwn(words, cell) ? words[cell] : undefined
  if (word === undefined)
    warn(
      reading,
      row,
      'SHEET_UNKNOWN_DECISION',
      `"${cell}" is no decision on the bead ${bead.id}: write accepted or rejected`,
    )
  return word === meant[bead.decision.state] ? undefined : word
}

function warn({ context, file }: SheetReading, { line }: SheetRow, code: string, message: string): void {
  context.report({ code, level: 'warning', message: `${file}, row ${line}: ${message}`, document: file })
}

function reportMissing(count: number, { context, file }: SheetReading): void {
  if (count === 0) return
  const message = `${file} has no row for ${count === 1 ? 'one bead' : `${count} beads`}, which stay as they are`
  context.report({ code: 'SHEET_ROWS_MISSING', level: 'info', message, document: file })
}
