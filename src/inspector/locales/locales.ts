import { en, type Texts } from './en.ts'
import { nl } from './nl.ts'
import { zh } from './zh.ts'

/** All languages of the page, by tag. */
export const locales: Readonly<Record<string, Texts>> = { en, nl, zh }

/** The language of what the program itself writes: reasons and notes. */
export const noteLanguage = 'en'

/** The language of the page that fits best what a person reads: tags in order of preference, such as those of a browser. */
export function chooseLocale(wanted: readonly string[]): string {
  const known = Object.keys(locales)
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0] ?? ''
    if (known.includes(base)) return base
  }
  return known[0] ?? ''
}
