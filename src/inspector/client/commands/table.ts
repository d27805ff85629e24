import type { TextKey } from '../../locales/en.ts'
import type { Command, Dialog, EditDraft, PageState, Store } from '../store/types.ts'
import { matchesOf } from '../why/matches.ts'
import { actedIds, currentBead, draftMerge, draftMove, isEmpty } from './neighbours.ts'

const rowsOfPage = 10

/** Everything that the page can do, in the order of the help. Keys, buttons and help are made from this. */
export const commands: readonly Command[] = [
  move('command.next', ['j', 'ArrowDown'], (store) => store.moveBy(1)),
  move('command.previous', ['k', 'ArrowUp'], (store) => store.moveBy(-1)),
  move('command.pageDown', ['PageDown'], (store) => store.moveBy(rowsOfPage)),
  move('command.pageUp', ['PageUp'], (store) => store.moveBy(-rowsOfPage)),
  move('command.first', ['Home'], (store) => store.moveBy(Number.NEGATIVE_INFINITY)),
  move('command.last', ['End'], (store) => store.moveBy(Number.POSITIVE_INFINITY)),
  move('command.doubtful', ['n'], (store) => store.moveToDoubtful()),
  move('command.select', [' '], (store) => store.toggleSelected(store.state().current)),
  move('command.extendDown', ['Shift+ArrowDown', 'Shift+J'], (store) => store.moveBy(1, { extend: true })),
  move('command.extendUp', ['Shift+ArrowUp', 'Shift+K'], (store) => store.moveBy(-1, { extend: true })),
  {
    name: 'command.why',
    group: 'move',
    keys: ['Enter', 'w'],
    isEdit: false,
    isAble: hasCurrent,
    run: (store) => store.setPanel('why', !store.state().isWhyOpen),
  },
  evidence('command.nextEvidence', ['.'], 1),
  evidence('command.previousEvidence', [','], -1),
  opening('command.jump', 'move', ['g'], { kind: 'jump' }),
  decision('command.accept', ['a'], 'accept'),
  decision('command.reject', ['r'], 'reject'),
  decision('command.reopen', ['o'], 'reopen'),
  { ...opening('command.acceptAll', 'decide', ['Shift+A'], { kind: 'acceptAll' }), isEdit: true },
  {
    name: 'command.pin',
    group: 'decide',
    keys: ['p'],
    isEdit: true,
    isAble: hasCurrent,
    run: (store) => void store.realign(),
  },
  ofBead('command.comment', 'decide', ['c'], (bead) => ({ kind: 'comment', bead })),
  edit('command.mergeNext', ['m'], (state) => draftMerge(state, 1)),
  edit('command.mergePrevious', ['Shift+M'], (state) => draftMerge(state, -1)),
  {
    ...ofBead('command.split', 'correct', ['s'], (bead) => ({ kind: 'split', bead })),
    isAble: hasCurrent,
  },
  edit('command.unlink', ['x'], draftUnlink),
  {
    name: 'command.link',
    group: 'correct',
    keys: ['l'],
    isEdit: true,
    isAble: hasCurrent,
    run: startLink,
  },
  edit('command.pullSource', [']', 'Alt+ArrowDown'], (state) => draftMove(state, 'source', 'pull')),
  edit('command.pushSource', ['[', 'Alt+ArrowUp'], (state) => draftMove(state, 'source', 'push')),
  edit('command.pullTarget', ['}', 'Alt+Shift+ArrowDown'], (state) => draftMove(state, 'target', 'pull')),
  edit('command.pushTarget', ['{', 'Alt+Shift+ArrowUp'], (state) => draftMove(state, 'target', 'push')),
  ofBead('command.retext', 'correct', ['e'], (bead) => ({ kind: 'retext', bead })),
  {
    name: 'command.undo',
    group: 'correct',
    keys: ['u', 'Ctrl+Z'],
    isEdit: true,
    isAble: (state) => state.editing.done !== undefined,
    run: (store) => store.undo(),
  },
  {
    name: 'command.redo',
    group: 'correct',
    keys: ['Shift+U', 'Ctrl+Shift+Z', 'Ctrl+Y'],
    isEdit: true,
    isAble: (state) => state.editing.undone !== undefined,
    run: (store) => store.redo(),
  },
  {
    name: 'command.search',
    group: 'find',
    keys: ['/', 'Ctrl+F'],
    isEdit: false,
    isAble: () => true,
    run: (store) => store.setPanel('side', true),
  },
  {
    name: 'command.side',
    group: 'find',
    keys: ['f'],
    isEdit: false,
    isAble: () => true,
    run: (store) => store.setPanel('side', !store.state().isSideOpen),
  },
  // A report cannot write files either.
  { ...opening('command.export', 'file', ['Ctrl+S', 'Ctrl+E'], { kind: 'export' }), isEdit: true },
  { ...opening('command.rerun', 'file', ['Shift+R'], { kind: 'rerun' }), isEdit: true },
  opening('command.help', 'file', ['?', 'F1'], { kind: 'help' }),
]

/** The command of a name; the page asks for none that is not in the table. */
export function commandNamed(name: TextKey): Command | undefined {
  return commands.find((command) => command.name === name)
}

/** The command of a key as `nameKey` names it. */
export function commandOfKey(key: string): Command | undefined {
  return commands.find((command) => command.keys.includes(key))
}

/** True when a command can be run now: edits cannot in a report. */
export function isOffered(command: Command, state: PageState): boolean {
  return (state.sheet.isEditable || !command.isEdit) && command.isAble(state)
}

function hasCurrent(state: PageState): boolean {
  return currentBead(state) !== undefined
}

function move(name: TextKey, keys: readonly string[], run: Command['run']): Command {
  return { name, group: 'move', keys, isEdit: false, isAble: (state) => state.shown.length > 0, run }
}

/** Goes from match to match of the current bead; each lights up on both sides and is read out. */
function evidence(name: TextKey, keys: readonly string[], by: 1 | -1): Command {
  return {
    name,
    group: 'move',
    keys,
    isEdit: false,
    isAble: (state) => countMatches(state) > 0,
    run: (store) => {
      const state = store.state()
      const count = countMatches(state)
      store.light((state.lit + by + count + 1) % (count + 1), { isSaid: true })
    },
  }
}

function countMatches(state: PageState): number {
  const bead = currentBead(state)
  const detail = bead && state.details.get(bead.id)
  return detail ? matchesOf(detail).length : 0
}

function opening(name: TextKey, group: Command['group'], keys: readonly string[], dialog: Dialog): Command {
  return { name, group, keys, isEdit: false, isAble: () => true, run: (store) => store.open(dialog) }
}

function ofBead(
  name: TextKey,
  group: Command['group'],
  keys: readonly string[],
  dialogOf: (bead: string) => Dialog,
): Command {
  return {
    name,
    group,
    keys,
    isEdit: true,
    isAble: hasCurrent,
    run: (store) => {
      const bead = currentBead(store.state())
      if (bead) store.open(dialogOf(bead.id))
    },
  }
}

function decision(name: TextKey, keys: readonly string[], edit: 'accept' | 'reject' | 'reopen'): Command {
  return {
    name,
    group: 'decide',
    keys,
    isEdit: true,
    isAble: (state) => state.selected.size > 0 || hasCurrent(state),
    run: (store) => store.edit({ edit, beads: actedIds(store.state()) }),
  }
}

function edit(name: TextKey, keys: readonly string[], draftOf: (state: PageState) => EditDraft | undefined): Command {
  return {
    name,
    group: 'correct',
    keys,
    isEdit: true,
    isAble: (state) => draftOf(state) !== undefined,
    run: (store) => {
      const draft = draftOf(store.state())
      if (draft) store.edit(draft)
    },
  }
}

function draftUnlink(state: PageState): EditDraft | undefined {
  const bead = currentBead(state)
  return bead && !isEmpty(bead.source) && !isEmpty(bead.target) ? { edit: 'unlink', bead: bead.id } : undefined
}

function startLink(store: Store): void {
  const bead = currentBead(store.state())
  if (bead) store.setLinking({ side: 'source', source: bead.source, target: bead.target })
}
