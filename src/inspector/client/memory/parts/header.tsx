import type { MemoryTextKey } from '../../../locales/memory/en.ts'
import { memoryLocales } from '../../../locales/memory/locales.ts'
import { SettingsPopover } from '../../panels/settings-popover.tsx'
import { Sign, type SignName } from '../../panels/signs.tsx'
import { ToolButton } from '../../panels/tool-button.tsx'
import { memoryCommandNamed } from '../commands/table.ts'
import type { MemoryPartProps } from '../part.ts'
import type { Tab } from '../store/types.ts'

const tabs: readonly Tab[] = ['units', 'concordance', 'fuzzy', 'figures', 'history']

/** Name of the memory, its views, and what concerns the whole page. */
export function MemoryHeader(props: MemoryPartProps) {
  const { state, store, t } = props
  const { sheet, tab, steps } = state
  return (
    <header class="bar">
      <div class="bar__about">
        <h1 class="bar__name" title={sheet.name}>
          {sheet.name}
        </h1>
        <span class="bar__languages">{t('memory.header.units', { count: state.units })}</span>
      </div>
      <nav class="tabs" aria-label={t('memory.header.views')}>
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            class="tabs__tab"
            aria-current={name === tab ? 'page' : undefined}
            onClick={() => store.setTab(name)}
          >
            {t(`memory.tab.${name}`)}
          </button>
        ))}
      </nav>
      <div class="bar__state">
        <Saving {...props} />
      </div>
      <div class="bar__tools">
        <CommandButton {...props} name="memory.command.undo" sign="undo" detail={steps.undo} />
        <CommandButton {...props} name="memory.command.redo" sign="redo" detail={steps.redo} />
        <span class="bar__rule" />
        <CommandButton {...props} name="memory.command.side" sign="side" />
        <Settings {...props} />
        <CommandButton {...props} name="memory.command.help" face="?" />
      </div>
    </header>
  )
}

function Saving({ state, t }: MemoryPartProps) {
  if (state.sheet.isReadOnly) return <span class="saving saving--read-only">{t('memory.header.readOnly')}</span>
  const sign = state.saving === 'saved' ? 'saved' : 'saving'
  return (
    <span class={`saving saving--${state.saving === 'waiting' ? 'failed' : state.saving}`}>
      <Sign name={sign} class="saving__sign" />
      {t(`memory.header.${state.saving}`)}
    </span>
  )
}

interface CommandButtonProps extends MemoryPartProps {
  readonly name: MemoryTextKey
  readonly sign?: SignName
  readonly face?: string
  /** What it would be done to. */
  readonly detail?: string | undefined
}

function CommandButton({ state, store, t, name, sign, face, detail }: CommandButtonProps) {
  const command = memoryCommandNamed(name)
  if (command === undefined) return null
  const isAble = command.isAble(state)
  return (
    <ToolButton
      label={detail === undefined ? t(name) : `${t(name)}: ${detail}`}
      keys={command.keys}
      isAble={isAble}
      sign={sign}
      face={face}
      run={() => {
        if (isAble) command.run(store)
      }}
    />
  )
}

function Settings({ state, store, t }: MemoryPartProps) {
  return (
    <SettingsPopover
      words={{
        title: t('memory.settings.title'),
        language: t('memory.settings.language'),
        theme: t('memory.settings.theme'),
      }}
      locales={Object.keys(memoryLocales)}
      locale={state.locale}
      theme={state.theme}
      nameOf={(theme) => t(`memory.settings.theme.${theme}`)}
      setLocale={store.setLocale}
      setTheme={store.setTheme}
    />
  )
}
