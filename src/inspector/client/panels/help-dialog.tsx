import { commands } from '../commands/table.ts'
import { DialogFrame } from '../dialogs/frame.tsx'
import type { PartProps } from '../part.ts'
import { Keys } from './keys.tsx'

const groups = ['move', 'decide', 'correct', 'find', 'file'] as const

/** All commands with their keys, by group. */
export function HelpDialog({ state, store, t }: PartProps) {
  const known = commands.filter((command) => state.sheet.isEditable || !command.isEdit)
  return (
    <DialogFrame
      title={t('command.help')}
      closeLabel={t('dialog.close')}
      class="dialog--wide"
      onClose={() => store.open(undefined)}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <div class="dialog__body" tabIndex={0}>
        <p class="field__hint">{t('help.intro')}</p>
        <div class="help">
          {groups.map((group) => (
            <section key={group} class="help__group">
              <h3 class="help__title">{t(`header.menu.${group}`)}</h3>
              <ul class="help__list">
                {known
                  .filter((command) => command.group === group)
                  .map((command) => (
                    <li key={command.name} class="help__line">
                      <span>{t(command.name)}</span>
                      <span class="help__keys">
                        <Keys names={command.keys} or={t('help.or')} />
                      </span>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </DialogFrame>
  )
}
