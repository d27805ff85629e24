import type { TextKey, Texts } from '../../locales/en.ts'
import { type TextValues, translateFrom } from './filled-text.ts'

export type { TextValues }

/** A text of the page in the language of the page. */
export type Translate = (key: TextKey, values?: TextValues) => string

/** The texts of one language. Where a value `count` is 1 and the key has a form `KEY.one`, that form is taken. */
export function createTranslate(locale: string, texts: Texts): Translate {
  return translateFrom<TextKey>(texts, locale)
}
