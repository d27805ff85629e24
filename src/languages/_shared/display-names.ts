import type { LanguageTag } from '../../core/types.ts'
import type { GazetteerRow } from './gazetteer-file.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const pairs = letters.flatMap((a) => letters.map((b) => a + b))
/** Groups of countries and codes for tests. */
const noCountries = new Set(['EU', 'UN', 'EZ', 'QO', 'XA', 'XB', 'ZZ'])

/** What `Intl.DisplayNames` (CLDR) calls countries, currencies and languages in a language: keys `place:VN`, `currency:JPY`, `language:vi`. */
export function displayNameRows(tag: LanguageTag): readonly GazetteerRow[] {
  return [...countryRows(tag), ...currencyRows(tag), ...languageRows(tag)]
}

/** Countries alone. */
export function countryRows(tag: LanguageTag): readonly GazetteerRow[] {
  const styles = (['long', 'short'] as const).map(
    (style) => new Intl.DisplayNames(tag, { type: 'region', style, fallback: 'none' }),
  )
  const named = pairs.flatMap((code) => {
    const found = noCountries.has(code) ? [] : styles.flatMap((names) => nameOf(names, code) ?? [])
    return found.length === 0 ? [] : [{ code, names: found }]
  })
  const current = currentOf(named.map(({ code }) => `und-${code}`))
  return named.flatMap(({ code, names }) =>
    current.has(`und-${code}`)
      ? names.flatMap(formsOf).map((form) => ({ key: `place:${code}`, form, by: 'display-names' }))
      : [],
  )
}

/** Names of currencies are no proper names: capitals in CLDR's English ones are those of a table heading, so their case is dropped. */
function currencyRows(tag: LanguageTag): readonly GazetteerRow[] {
  const names = new Intl.DisplayNames(tag, { type: 'currency', fallback: 'none' })
  return Intl.supportedValuesOf('currency').flatMap((code) => {
    const form = nameOf(names, code)?.toLowerCase()
    return form === undefined || form.includes('(') || form === code.toLowerCase()
      ? []
      : [{ key: `currency:${code}`, form, by: 'display-names' }]
  })
}

/** A part of a name that is the name of another language stays with that one. */
function languageRows(tag: LanguageTag): readonly GazetteerRow[] {
  const names = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' })
  const named = new Map(
    pairs.flatMap((pair) => {
      const name = nameOf(names, pair.toLowerCase())
      return name === undefined ? [] : [[pair.toLowerCase(), name] as const]
    }),
  )
  const codes = [...currentOf([...named.keys()])]
  const whole = new Set(codes.map((code) => named.get(code)))
  return codes.flatMap((code) => {
    const name = named.get(code) ?? ''
    const forms = formsOf(name).filter((form) => form === name || !whole.has(form))
    return forms.map((form) => ({ key: `language:${code}`, form, by: 'display-names' }))
  })
}

function nameOf(names: Intl.DisplayNames, code: string): string | undefined {
  try {
    return names.of(code)
  } catch {
    return undefined
  }
}

/** `Myanmar (Birma)` is two names. */
function formsOf(name: string): readonly string[] {
  return name.split(/\s*[()（）]\s*/u).filter((form) => form.length > 1)
}

/** Tags without those that were withdrawn: they stand for their successor (`SU`, `iw`), which is among the others. */
function currentOf(tags: readonly string[]): ReadonlySet<string> {
  const canonical = new Set(Intl.getCanonicalLocales(tags))
  return new Set(tags.filter((tag) => canonical.has(tag)))
}
