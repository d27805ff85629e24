import { basename } from 'node:path'
import { editsPathOf, openEditsFile, stampOf } from '../../edits-file.ts'
import type { Alignment, Context, EditRecord } from '../../index.ts'

/** Where records are kept: the file of edits beside an alignment. */
export interface Journal {
  readonly path: string
  /** Those that were there when it was opened. */
  readonly records: readonly EditRecord[]
  /** Records behind the first `known` ones: others have added them. */
  refresh(known: number): Promise<readonly EditRecord[]>
  /**
   * Adds records behind the `known` ones; they are on disk when it resolves, and nothing comes back. When others have added
   * some before, adds nothing and gives those.
   */
  append(records: readonly EditRecord[], known: number): Promise<readonly EditRecord[]>
}

/** Opens the file of edits of an alignment, which need not be there. Fails as reading it does. */
export async function openJournal(alignmentPath: string, alignment: Alignment, context: Context): Promise<Journal> {
  const path = editsPathOf(alignmentPath)
  const file = await openEditsFile(path, alignment, { alignment: basename(alignmentPath), context })
  // What cannot be looked at is told when it is read or written.
  const stamp = (): Promise<string> => stampOf(path).catch(() => '')
  let seen = await stamp()
  const append: Journal['append'] = async (records, known) => {
    const appended = await file.append(records, known)
    return appended.isKept ? [] : appended.records
  }
  return {
    path,
    records: file.records,
    async refresh(known) {
      // Looking costs little; taking the lock of the file each time would hinder others.
      const now = await stamp()
      if (now === seen) return []
      const others = await append([], known)
      seen = now
      return others
    },
    append,
  }
}

export { readRecord } from '../../edit-records.ts'
