import type { Texts } from './en.ts'

const english = async (): Promise<Texts> => (await import('./en.ts')).en

/** Where the texts of each language come from. */
const sources: Readonly<Record<string, () => Promise<Texts>>> = {
  en: english,
  nl: async () => (await import('./nl.ts')).nl,
  zh: async () => (await import('./zh.ts')).zh,
}

/** All languages of the page. */
export const localeTags: readonly string[] = Object.keys(sources)

/** The texts of a language, English for one that is not known; loaded when they are asked for first: a page shows one of all. */
export function loadTexts(locale: string): Promise<Texts> {
  return (sources[locale] ?? english)()
}

/** The language of what the program itself writes: reasons and notes. */
export const noteLanguage = 'en'

/** The language of the page that fits best what a person reads: tags in order of preference, such as those of a browser. */
export function chooseLocale(wanted: readonly string[]): string {
  const known = localeTags
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0] ?? ''
    if (known.includes(base)) return base
  }
  return known[0] ?? ''
}
