import type { MemoryTextKey } from '../../../locales/memory/en.ts'
import { DialogFrame } from '../../dialogs/frame.tsx'
import { Keys } from '../../panels/keys.tsx'
import type { TextValues } from '../../text/filled-text.ts'
import { memoryCommands } from '../commands/table.ts'
import type { MemoryPartProps } from '../part.ts'
import { EditDialog } from './edit-dialog.tsx'

const groups = ['go', 'change', 'view'] as const

/** What is open over the page. */
export function MemoryDialogs(props: MemoryPartProps) {
  const { state, store } = props
  const { dialog } = state
  switch (dialog?.kind) {
    case 'help':
      return <Help {...props} />
    case 'edit':
      return <EditDialog {...props} unit={dialog.unit} />
    case 'delete':
      return (
        <Question
          {...props}
          title="memory.delete.title"
          question="memory.delete.question"
          values={{ count: dialog.keys.length }}
          yes="memory.command.delete"
          act={() => store.remove(dialog.keys)}
        />
      )
    case 'step': {
      const { step } = dialog
      const { label, added, removed } = step
      return (
        <Question
          {...props}
          title={step.isUndone ? 'memory.history.redo' : 'memory.history.undo'}
          question={step.isUndone ? 'memory.history.askRedo' : 'memory.history.askUndo'}
          values={{ label, added, removed }}
          yes={step.isUndone ? 'memory.history.redo' : 'memory.history.undo'}
          act={() => store.turnStep(step)}
        />
      )
    }
    default:
      return null
  }
}

interface QuestionProps extends MemoryPartProps {
  readonly title: MemoryTextKey
  readonly question: MemoryTextKey
  readonly values: TextValues
  readonly yes: MemoryTextKey
  act(): void
}

function Question({ store, t, title, question, values, yes, act }: QuestionProps) {
  const close = (): void => store.open(undefined)
  return (
    <DialogFrame title={t(title)} closeLabel={t('memory.close')} onClose={close}>
      <div class="dialog__body">
        <p>{t(question, values)}</p>
      </div>
      <div class="dialog__actions">
        <button type="button" class="button" onClick={close}>
          {t('memory.cancel')}
        </button>
        <button type="button" class="button button--main" onClick={act}>
          {t(yes)}
        </button>
      </div>
    </DialogFrame>
  )
}

function Help({ state, store, t }: MemoryPartProps) {
  const known = memoryCommands.filter(({ group }) => !state.sheet.isReadOnly || group !== 'change')
  return (
    <DialogFrame
      title={t('memory.command.help')}
      closeLabel={t('memory.close')}
      class="dialog--wide"
      onClose={() => store.open(undefined)}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <div class="dialog__body" tabIndex={0}>
        <p class="field__hint">{t('memory.help.intro')}</p>
        <div class="help">
          {groups.map((group) => (
            <section key={group} class="help__group">
              <h3 class="help__title">{t(`memory.help.${group}`)}</h3>
              <ul class="help__list">
                {known
                  .filter((command) => command.group === group)
                  .map((command) => (
                    <li key={command.name} class="help__line">
                      <span>{t(command.name)}</span>
                      <span class="help__keys">
                        <Keys names={command.keys} or={t('memory.help.or')} />
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
