import type { MemoryTextKey } from '../../../locales/memory/en.ts'
import { DialogFrame } from '../../dialogs/frame.tsx'
import { HelpFrame } from '../../panels/help-frame.tsx'
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
    <HelpFrame
      words={{
        title: t('memory.command.help'),
        close: t('memory.close'),
        intro: t('memory.help.intro'),
        or: t('memory.help.or'),
      }}
      groups={groups.map((group) => ({
        title: t(`memory.help.${group}`),
        commands: known
          .filter((command) => command.group === group)
          .map(({ name, keys }) => ({ name, label: t(name), keys })),
      }))}
      onClose={() => store.open(undefined)}
    />
  )
}
