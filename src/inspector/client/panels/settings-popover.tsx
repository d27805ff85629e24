import { languageName } from '../text/language-name.ts'
import { Radio } from './fields.tsx'
import { Popover } from './popover.tsx'
import { Sign } from './signs.tsx'

type Theme = 'auto' | 'light' | 'dark'
const themes: readonly Theme[] = ['auto', 'light', 'dark']

interface SettingsProps {
  readonly words: { readonly title: string; readonly language: string; readonly theme: string }
  readonly locales: readonly string[]
  readonly locale: string
  readonly theme: Theme
  nameOf(theme: Theme): string
  setLocale(locale: string): void
  setTheme(theme: Theme): void
}

/** Language and colours of a page. */
export function SettingsPopover({ words, locales, locale, theme, nameOf, setLocale, setTheme }: SettingsProps) {
  return (
    <Popover
      id="menu-settings"
      class="button button--quiet"
      role="dialog"
      insideClass="settings"
      insideLabel={words.title}
      label={words.title}
      face={<Sign name="settings" />}
    >
      <fieldset>
        <legend class="settings__legend">{words.language}</legend>
        {locales.map((tag) => (
          <Radio key={tag} group="locale" isOn={locale === tag} choose={() => setLocale(tag)}>
            <span lang={tag}>{languageName(tag, tag)}</span>
          </Radio>
        ))}
      </fieldset>
      <fieldset>
        <legend class="settings__legend">{words.theme}</legend>
        {themes.map((name) => (
          <Radio key={name} group="theme" isOn={theme === name} choose={() => setTheme(name)}>
            {nameOf(name)}
          </Radio>
        ))}
      </fieldset>
    </Popover>
  )
}
