import type { Cell } from './cell.ts'
import type { PageState, Store } from './types.ts'

/** False as long as only the first beads are there. */
export const isWhole = ({ sheet }: Pick<PageState, 'sheet'>): boolean => sheet.whole === undefined

/** How many beads there are, also as long as not all are there. */
export const countBeads = ({ sheet, editing }: Pick<PageState, 'sheet' | 'editing'>): number =>
  sheet.whole?.beads ?? editing.pair.beads.length

/** A store that does nothing to beads of which it knows but the first, and says so. */
export function waitForWhole(cell: Cell, store: Store): Store {
  const whole =
    <Given extends readonly unknown[]>(run: (...given: Given) => Promise<void> | void) =>
    async (...given: Given): Promise<void> =>
      isWhole(cell.get()) ? run(...given) : cell.say('said.early')
  return {
    ...store,
    edit: whole(store.edit),
    undo: whole(store.undo),
    redo: whole(store.redo),
    link: whole(store.link),
    setLinking: whole(store.setLinking),
    moveToDoubtful: whole(store.moveToDoubtful),
    realign: whole(store.realign),
    rerun: whole(store.rerun),
    export: whole(store.export),
    open: (dialog) => (dialog === undefined || dialog.kind === 'help' ? store.open(dialog) : whole(store.open)(dialog)),
  }
}
