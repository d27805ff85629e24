/** What stands in the places of a text. Numbers are written as the language writes them. */
export type TextValues = Readonly<Record<string, string | number>>

/** Texts by key with their places filled. Where a value `count` is 1 and the key has a form `KEY.one`, that form is taken. */
export function translateFrom<Key extends string>(
  texts: Readonly<Record<string, string>>,
  locale: string,
): (key: Key, values?: TextValues) => string {
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
