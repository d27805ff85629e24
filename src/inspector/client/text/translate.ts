import type { TextKey } from '../../locales/en.ts'
import { locales } from '../../locales/locales.ts'
import { type TextValues, translateFrom } from './filled-text.ts'

export type { TextValues }

/** A text of the page in the language of the page. */
export type Translate = (key: TextKey, values?: TextValues) => string

/** The texts of one language. Where a value `count` is 1 and the key has a form `KEY.one`, that form is taken. */
export function createTranslate(locale: string): Translate {
  return translateFrom<TextKey>(locales[locale] ?? locales.en ?? {}, locale)
}
