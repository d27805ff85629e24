import { localeTags } from '../../locales/locales.ts'
import type { PartProps } from '../part.ts'
import { SettingsPopover } from './settings-popover.tsx'

/** Language and colours of the page. */
export function SettingsMenu({ state, store, t }: PartProps) {
  return (
    <SettingsPopover
      words={{ title: t('settings.title'), language: t('settings.language'), theme: t('settings.theme') }}
      locales={localeTags}
      locale={state.locale}
      theme={state.theme}
      nameOf={(theme) => t(`settings.theme.${theme}`)}
      setLocale={store.setLocale}
      setTheme={store.setTheme}
    />
  )
}
