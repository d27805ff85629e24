import type { TextKey } from '../../locales/en.ts'
import { noteLanguage } from '../../locales/locales.ts'
import { commandNamed, isOffered } from '../commands/table.ts'
import { progressPercent } from '../find/progress.ts'
import type { PartProps } from '../part.ts'
import { useEffect, useReducer } from '../preact.ts'
import type { PageState } from '../store/types.ts'
import { languageName } from '../text/language-name.ts'
import { CommandMenu } from './command-menu.tsx'
import { Popover } from './popover.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import { Sign, type SignName } from './signs.tsx'
import { ToolButton } from './tool-button.tsx'

const groups = ['move', 'decide', 'correct', 'find', 'file'] as const

/** Names, languages, progress, saving state and menus. */
export function Header(props: PartProps) {
  const { state, t } = props
  return (
    <header class="bar">
      <About {...props} />
      <div class="bar__state">
        <ProgressBar {...props} />
        <Saving {...props} />
      </div>
      <nav class="bar__tools" aria-label={t('header.tools')}>
        {groups.map((group) => (
          <CommandMenu key={group} {...props} group={group} />
        ))}
        <span class="bar__rule" />
        {state.sheet.isEditable && (
          <>
            <CommandButton {...props} name="command.undo" sign="undo" />
            <CommandButton {...props} name="command.redo" sign="redo" />
          </>
        )}
        <CommandButton {...props} name="command.side" sign="side" />
        <SettingsMenu {...props} />
        <CommandButton {...props} name="command.help" face="?" />
      </nav>
    </header>
  )
}

function About({ state, t }: PartProps) {
  const { name, source, target } = state.sheet
  const { mode = state.sheet.mode, modeReason = state.sheet.modeReason } = state.editing.pair
  const [from, to] = [languageName(source.language, state.locale), languageName(target.language, state.locale)]
  return (
    <div class="bar__about">
      <h1 class="bar__name" title={name}>
        {name}
      </h1>
      <span class="bar__languages">
        <span aria-hidden="true">
          {from}
          <span class="bar__arrow">→</span>
          {to}
        </span>
        <span class="unseen">{t('header.languages', { source: from, target: to })}</span>
      </span>
      <Popover
        id="mode-reason"
        class="button button--quiet bar__mode"
        role="dialog"
        insideClass="menu--text"
        insideLabel={t('header.why')}
        face={t(`header.mode.${mode}`)}
      >
        <p tabIndex={-1} lang={noteLanguage}>
          {modeReason}
        </p>
      </Popover>
    </div>
  )
}

function ProgressBar({ state, t }: PartProps) {
  const { proposed, accepted, rejected, edited } = state.counts
  const reviewed = accepted + rejected + edited
  const progress = { reviewed, left: proposed, of: proposed + reviewed }
  return (
    <div class="progress">
      <progress
        class="progress__bar"
        max="100"
        value={progressPercent(progress)}
        aria-label={t('header.progressLabel')}
      />
      <span class="progress__text">{t(proposed === 0 ? 'header.done' : 'header.progress', progress)}</span>
    </div>
  )
}

/** It follows the store itself, since the header comes a moment late and nothing may be called saved before it is. */
function Saving({ state, store, t }: PartProps) {
  const [, draw] = useReducer<PageState['saving'], void>(() => store.state().saving, state.saving)
  useEffect(() => store.subscribe(draw), [store])
  if (!state.sheet.isEditable) return <span class="saving">{t('header.readOnly')}</span>
  const { saving } = store.state()
  return (
    <span class={`saving saving--${saving}`}>
      <Sign name={saving} class="saving__sign" />
      {t(`header.${saving}`)}
    </span>
  )
}

interface CommandButtonProps extends PartProps {
  readonly name: TextKey
  readonly sign?: SignName
  readonly face?: string
}

function CommandButton({ state, store, t, name, sign, face }: CommandButtonProps) {
  const command = commandNamed(name)
  if (command === undefined) return null
  return (
    <ToolButton
      label={t(name)}
      keys={command.keys}
      isAble={isOffered(command, state)}
      sign={sign}
      face={face}
      run={() => {
        if (isOffered(command, store.state())) command.run(store)
      }}
    />
  )
}
