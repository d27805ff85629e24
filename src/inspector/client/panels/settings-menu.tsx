import { localeTags } from '../../locales/locales.ts'
import type { PartProps } from '../part.ts'
import type { PageState } from '../store/types.ts'
import { languageName } from '../text/language-name.ts'
import { Radio } from './fields.tsx'
import { Popover } from './popover.tsx'
import { Sign } from './signs.tsx'

const themes: readonly PageState['theme'][] = ['auto', 'light', 'dark']

/** Language and colours of the page. */
export function SettingsMenu({ state, store, t }: PartProps) {
  return (
    <Popover
      id="menu-settings"
      class="button button--quiet"
      role="dialog"
      insideClass="settings"
      insideLabel={t('settings.title')}
      label={t('settings.title')}
      face={<Sign name="settings" />}
    >
      <fieldset>
        <legend class="settings__legend">{t('settings.language')}</legend>
        {localeTags.map((locale) => (
          <Radio key={locale} group="locale" isOn={state.locale === locale} choose={() => store.setLocale(locale)}>
            <span lang={locale}>{languageName(locale, locale)}</span>
          </Radio>
        ))}
      </fieldset>
      <fieldset>
        <legend class="settings__legend">{t('settings.theme')}</legend>
        {themes.map((theme) => (
          <Radio key={theme} group="theme" isOn={state.theme === theme} choose={() => store.setTheme(theme)}>
            {t(`settings.theme.${theme}`)}
          </Radio>
        ))}
      </fieldset>
    </Popover>
  )
}
