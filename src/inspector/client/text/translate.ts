import type { TextKey } from '../../locales/en.ts'
import { locales } from '../../locales/locales.ts'

/** What stands in the places of a text. Numbers are written as the language writes them. */
export type TextValues = Readonly<Record<string, string | number>>

/** A text of the page in the language of the page. */
export type Translate = (key: TextKey, values?: TextValues) => string

/** The texts of one language. Where a value `count` is 1 and the key has a form `KEY.one`, that form is taken. */
export function createTranslate(locale: string): Translate {
  const texts: Readonly<Record<string, string>> = locales[locale] ?? locales.en ?? {}
  const numbers = new Intl.NumberFormat(locale)
  const plurals = new Intl.PluralRules(locale)
  return (key, values = {}) => {
    const count = values.count
    const form = typeof count === 'number' ? texts[`${key}.${plurals.select(count)}`] : undefined
    return fillPlaces(form ?? texts[key] ?? key, values, numbers)
  }
}

function fillPlaces(text: string, values: TextValues, numbers: Intl.NumberFormat): string {
  return text.replace(/\{(\w+)\}/gu, (place, name: string) => {
    const value = values[name]
    if (value === undefined) return place
    return typeof value === 'number' ? numbers.format(value) : value
  })
}
