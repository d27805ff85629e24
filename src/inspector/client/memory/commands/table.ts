import type { MemoryTextKey } from '../../../locales/memory/en.ts'
import { actedKeys, currentUnit, rowsOf } from '../store/reading.ts'
import type { MemoryCommand, MemoryState, MemoryStore, Tab } from '../store/types.ts'

const rowsOfScreen = 10
const fieldOfTab: Partial<Record<Tab, string>> = { concordance: 'concordance-text', fuzzy: 'fuzzy-text' }

/** Everything that the page can do, in the order of the help. Keys, buttons and help are made from this. */
export const memoryCommands: readonly MemoryCommand[] = [
  move('memory.command.next', ['j', 'ArrowDown'], 1),
  move('memory.command.previous', ['k', 'ArrowUp'], -1),
  move('memory.command.pageDown', ['PageDown'], rowsOfScreen),
  move('memory.command.pageUp', ['PageUp'], -rowsOfScreen),
  move('memory.command.first', ['Home'], Number.NEGATIVE_INFINITY),
  move('memory.command.last', ['End'], Number.POSITIVE_INFINITY),
  {
    name: 'memory.command.select',
    group: 'go',
    keys: [' '],
    isAble: (state) => currentUnit(state) !== undefined,
    run: (store) => store.toggleSelected(),
  },
  {
    name: 'memory.command.edit',
    group: 'change',
    keys: ['e', 'Enter'],
    isAble: (state) => canChange(state) && currentUnit(state) !== undefined,
    run: (store) => {
      const unit = currentUnit(store.state())
      if (unit !== undefined) store.open({ kind: 'edit', unit })
    },
  },
  mark('memory.command.accept', ['a'], 'accepted'),
  mark('memory.command.reject', ['r'], 'rejected'),
  mark('memory.command.reopen', ['o'], 'proposed'),
  {
    name: 'memory.command.delete',
    group: 'change',
    keys: ['Delete', 'd'],
    isAble: (state) => canChange(state) && actedKeys(state).length > 0,
    run: removeActed,
  },
  {
    name: 'memory.command.undo',
    group: 'change',
    keys: ['u', 'Ctrl+Z'],
    isAble: ({ steps, sheet }) => !sheet.isReadOnly && steps.undo !== undefined,
    run: (store) => store.undo(),
  },
  {
    name: 'memory.command.redo',
    group: 'change',
    keys: ['Shift+U', 'Ctrl+Shift+Z', 'Ctrl+Y'],
    isAble: ({ steps, sheet }) => !sheet.isReadOnly && steps.redo !== undefined,
    run: (store) => store.redo(),
  },
  {
    name: 'memory.command.similar',
    group: 'go',
    keys: ['s'],
    isAble: (state) => currentUnit(state) !== undefined,
    run: showSimilar,
  },
  {
    name: 'memory.command.search',
    group: 'view',
    keys: ['/', 'Ctrl+F'],
    isAble: () => true,
    run: (store) => {
      if (fieldOfTab[store.state().tab] === undefined) store.setPanel('side', true)
    },
  },
  show('memory.command.units', ['1'], 'units'),
  show('memory.command.concordance', ['2'], 'concordance'),
  show('memory.command.fuzzy', ['3'], 'fuzzy'),
  show('memory.command.figures', ['4'], 'figures'),
  show('memory.command.history', ['5'], 'history'),
  {
    name: 'memory.command.side',
    group: 'view',
    keys: ['f'],
    isAble: () => true,
    run: (store) => store.setPanel('side', !store.state().isSideOpen),
  },
  {
    name: 'memory.command.about',
    group: 'view',
    keys: ['w'],
    isAble: () => true,
    run: (store) => store.setPanel('about', !store.state().isAboutOpen),
  },
  {
    name: 'memory.command.help',
    group: 'view',
    keys: ['?', 'F1'],
    isAble: () => true,
    run: (store) => store.open({ kind: 'help' }),
  },
]

/** The command of a name. */
export const memoryCommandNamed = (name: MemoryTextKey): MemoryCommand | undefined =>
  memoryCommands.find((command) => command.name === name)

/** The command of a key as `nameKey` names it. */
export const memoryCommandOfKey = (key: string): MemoryCommand | undefined =>
  memoryCommands.find(({ keys }) => keys.includes(key))

/** The id of the field in which is searched now. */
export const searchFieldOf = (tab: Tab): string => fieldOfTab[tab] ?? 'search'

const canChange = ({ sheet }: MemoryState): boolean => !sheet.isReadOnly

function move(name: MemoryTextKey, keys: readonly string[], rows: number): MemoryCommand {
  return { name, group: 'go', keys, isAble: (state) => rowsOf(state) > 0, run: (store) => store.moveBy(rows) }
}

function mark(
  name: MemoryTextKey,
  keys: readonly string[],
  state: 'accepted' | 'rejected' | 'proposed',
): MemoryCommand {
  return {
    name,
    group: 'change',
    keys,
    isAble: (now) => canChange(now) && actedKeys(now).length > 0,
    run: (store) => store.mark(state),
  }
}

function show(name: MemoryTextKey, keys: readonly string[], tab: Tab): MemoryCommand {
  return { name, group: 'view', keys, isAble: () => true, run: (store) => store.setTab(tab) }
}

/** One unit goes at once, as that is undone by one key; several are asked about. */
function removeActed(store: MemoryStore): void {
  const keys = actedKeys(store.state())
  if (keys.length > 1) store.open({ kind: 'delete', keys })
  else store.remove(keys)
}

function showSimilar(store: MemoryStore): void {
  const unit = currentUnit(store.state())?.unit
  const [source, target] = unit?.variants ?? []
  if (source === undefined || target === undefined) return
  const text = source.content.map((run) => (run.kind === 'text' ? run.text : '')).join('')
  store.setTab('fuzzy')
  store.setFuzzy({ text, sourceLanguage: source.language, targetLanguage: target.language })
}
