import type { QuantityData, Surfaces } from './data.ts'

/** Signs and codes that mean the same in every language, unless its own table says otherwise (¥ in Chinese). */
const currencies: Readonly<Record<string, Surfaces>> = {
  EUR: ['€', 'eur'],
  USD: ['$', 'us$', 'usd'],
  JPY: ['¥', 'jp¥', 'jpy'],
  CNY: ['cn¥', 'cny', 'rmb'],
  GBP: ['£', 'gbp'],
  VND: ['₫', 'vnd'],
  KRW: ['₩', 'krw'],
  CHF: ['chf'],
  AUD: ['a$', 'au$', 'aud'],
  CAD: ['c$', 'ca$', 'cad'],
  NZD: ['nz$', 'nzd'],
  HKD: ['hk$', 'hkd'],
  SGD: ['s$', 'sgd'],
  TWD: ['nt$', 'twd'],
  RUB: ['₽', 'rub'],
  UAH: ['₴', 'uah'],
  INR: ['₹', 'inr'],
  IDR: ['idr'],
  THB: ['฿', 'thb'],
  MYR: ['myr'],
  PHP: ['₱'],
  TRY: ['₺'],
  PLN: ['pln'],
  CZK: ['czk'],
  HUF: ['huf'],
  SEK: ['sek'],
  NOK: ['nok'],
  DKK: ['dkk'],
  BRL: ['brl', 'r$'],
  MXN: ['mxn'],
  ZAR: ['zar'],
  ILS: ['₪', 'ils'],
  KZT: ['₸', 'kzt'],
  LAK: ['₭'],
  KHR: ['៛'],
}

const classes: Readonly<Record<string, Surfaces>> = {
  range: ['-', '–', '—', '~'],
  percent: ['%'],
  permille: ['‰'],
  section: ['§', '§§'],
  numbered: ['№'],
}

/** The table with what every language shares added to it; a form that the table has already keeps its own meaning. */
export function withCommonWords(data: QuantityData): QuantityData {
  return {
    ...data,
    classes: merge(classes, data.classes),
    words: {
      ...data.words,
      currency: merge(withoutForms(currencies, data.words.currency ?? {}), data.words.currency ?? {}),
    },
  }
}

function merge(
  common: Readonly<Record<string, Surfaces>>,
  own: Readonly<Record<string, Surfaces>>,
): Readonly<Record<string, Surfaces>> {
  const merged: Record<string, Surfaces> = { ...own }
  for (const [name, surfaces] of Object.entries(common)) merged[name] = [...(own[name] ?? []), ...surfaces]
  return merged
}

function withoutForms(
  rows: Readonly<Record<string, Surfaces>>,
  taken: Readonly<Record<string, Surfaces>>,
): Readonly<Record<string, Surfaces>> {
  const forms = new Set(Object.values(taken).flat())
  return Object.fromEntries(
    Object.entries(rows).map(([name, surfaces]) => [name, surfaces.filter((surface) => !forms.has(surface))]),
  )
}
