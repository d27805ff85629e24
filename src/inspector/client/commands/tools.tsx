import type { PartProps } from '../part.ts'
import { capsOf } from './keys.ts'
import { commandNamed, isOffered } from './table.ts'

const groups = [
  ['accept', 'reject', 'pin', 'comment'],
  ['mergePrevious', 'mergeNext', 'split', 'unlink', 'link', 'retext'],
  ['pushSource', 'pullSource', 'pushTarget', 'pullTarget'],
  ['undo', 'redo'],
  ['doubtful'],
] as const

/** The commands for the current bead as buttons, with their keys. */
export function Tools({ state, store, t }: PartProps) {
  if (!state.sheet.isEditable) return null
  return (
    <div class="tools" role="toolbar" aria-label={t('tools.title')}>
      {groups.map((names) => (
        <div key={names[0]} class="tools__group">
          {names.map((name) => {
            const command = commandNamed(`command.${name}`)
            if (!command) return null
            const caps = capsOf(command.keys[0] ?? '')
            return (
              <button
                key={name}
                type="button"
                class={`tool tool--${name}`}
                title={`${t(`command.${name}`)} (${caps.join(' ')})`}
                disabled={!isOffered(command, state)}
                onClick={() => command.run(store)}
              >
                <span class="tool__name">{t(`tool.${name}`)}</span>
                <kbd class="key">{caps.join('')}</kbd>
              </button>
            )
          })}
        </div>
      ))}
    </div>
  )
}
