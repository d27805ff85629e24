import { grouped, two, type Writer, withComma } from './writer.ts'

const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')
const small =
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  )
const tens = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ')
const scales: Readonly<Record<number, readonly [string, string]>> = {
  6: ['Millionen', 'Mio.'],
  9: ['Milliarden', 'Mrd.'],
  12: ['Billionen', 'Bio.'],
}
const currencies: Readonly<Record<string, readonly [string, string]>> = {
  EUR: ['Euro', '€'],
  USD: ['US-Dollar', 'US$'],
  JPY: ['Yen', 'JPY'],
  CNY: ['Yuan', 'RMB'],
  VND: ['Dong', 'VND'],
  GBP: ['Pfund Sterling', '£'],
}
const units: Readonly<Record<string, string>> = { D: 'Tage', W: 'Wochen', M: 'Monate', TM: 'Minuten', Y: 'Jahre' }
const decades =
  'Zwanzigerjahre Dreißigerjahre Vierzigerjahre Fünfzigerjahre Sechzigerjahre Siebzigerjahre Achtzigerjahre Neunzigerjahre'.split(
    ' ',
  )

/** A whole number below 10^9 in German words; `end` is what one at its end is called. */
export function germanWords(value: number, end = 'eins'): string {
  if (value >= 1e6) {
    const rest = value % 1e6
    const count = Math.floor(value / 1e6)
    return `${count === 1 ? 'eine Million' : `${germanWords(count, 'eine')} Millionen`}${rest > 0 ? ` ${germanWords(rest)}` : ''}`
  }
  if (value >= 1000) return `${germanWords(Math.floor(value / 1000), 'ein')}tausend${restOf(value % 1000)}`
  if (value >= 100) return `${small[Math.floor(value / 100)]}hundert${restOf(value % 100)}`
  if (value === 1) return end
  if (value < 20) return small[value] ?? ''
  const ten = tens[Math.floor(value / 10) - 2] ?? ''
  return value % 10 === 0 ? ten : `${small[value % 10]}und${ten}`
}

function restOf(value: number): string {
  return value === 0 ? '' : germanWords(value)
}

const monthOf = (month: number): string => months[month - 1] ?? ''

/** How German writes quantities. */
export const german: Writer = {
  inSentence: (form) => `Dem Bericht zufolge kam ${form} dabei zur Sprache.`,
  day: (y, m, d) => [
    `der ${d}. ${monthOf(m)} ${y}`,
    `am ${d}. ${monthOf(m).slice(0, 3)}${m === 5 ? '' : '.'} ${y}`,
    `${two(d)}.${two(m)}.${y}`,
    `${d}. ${m}. ${y}`,
    `${y}-${two(m)}-${two(d)}`,
  ],
  month: (y, m) => [`${monthOf(m)} ${y}`, `Ende ${monthOf(m)} ${y}`, `${monthOf(m)} des Jahres ${y}`],
  dayOfYear: (m, d) => [`der ${d}. ${monthOf(m)}`, `am ${d}. ${monthOf(m)}`],
  year: (y) => [`seit ${y}`, `im Jahr ${y}`, `Anfang ${y}`],
  fiscalYear: (y) => [`Haushaltsjahr ${y}`, `im Geschäftsjahr ${y}`],
  decade: (ten) => [
    `die 19${ten}er Jahre`,
    `in den 19${ten}er-Jahren`,
    `die ${ten}er Jahre`,
    `die ${decades[ten / 10 - 2]}`,
    `die ${decades[ten / 10 - 2]} des 20. Jahrhunderts`,
  ],
  century: (number) => [`das ${number}. Jahrhundert`, `im ${number}. Jh.`],
  integer: (value) => [
    String(value),
    grouped(value, '.'),
    grouped(value, '\u00a0'),
    grouped(value, "'"),
    germanWords(value),
  ],
  decimal: (whole, tenth) => [`${whole},${tenth}`, `${grouped(whole, '.')},${tenth}`],
  large: (tenths, power) => (scales[power] ?? []).map((name) => `${withComma(tenths)} ${name}`),
  percent: (tenths) => [
    `${withComma(tenths)}%`,
    `${withComma(tenths)}\u00a0%`,
    `${withComma(tenths)} Prozent`,
    ...(tenths % 10 === 0 ? [`${germanWords(tenths / 10, 'ein')} Prozent`] : []),
  ],
  money: (millions, code) => {
    const [name = '', sign = ''] = currencies[code] ?? []
    return [
      `${millions} Millionen ${name}`,
      `${millions} Mio. ${sign}`,
      `${grouped(millions * 1e6, '.')} ${name}`,
      `${sign} ${grouped(millions * 1e6, '.')}`,
    ]
  },
  ordinal: (value) => [`der ${value}. Versuch`, `zum ${value}. Mal`],
  section: (value) => [`Artikel ${value}`, `Art. ${value}`, `Kapitel ${value}`, `§ ${value}`],
  duration: (count, unit) => [
    `${count} ${units[unit]}`,
    `${germanWords(count)} ${units[unit]}`,
    ...(unit === 'D' ? [`ein ${count}-tägiger Besuch`, `ein ${germanWords(count)}tägiger Besuch`] : []),
  ],
  time: (hours, minutes) => [
    `${hours}:${two(minutes)} Uhr`,
    `${two(hours)}.${two(minutes)} Uhr`,
    `${hours} Uhr ${two(minutes)}`,
  ],
  fraction: (above, below) => {
    const name = 'Drittel Viertel Fünftel Sechstel Siebtel Achtel Neuntel Zehntel'.split(' ')[below - 3] ?? ''
    return [`${germanWords(above, 'ein')} ${name} davon`]
  },
  percentRange: (low, high) => [
    `${low}–${high} %`,
    `${low} bis ${high} Prozent`,
    `zwischen ${low} und ${high} Prozent`,
    `${low}% bis ${high}%`,
  ],
  moneyRange: (low, high) => [
    `${low} bis ${high} Millionen Euro`,
    `zwischen ${low} und ${high} Millionen Euro`,
    `${low}–${high} Mio. €`,
  ],
  dayRange: (month, from, to) => [
    `vom ${from}. bis ${to}. ${monthOf(month)} 2021`,
    `vom ${from}. bis zum ${to}. ${monthOf(month)} 2021`,
    `${from}.–${to}. ${monthOf(month)} 2021`,
    `am ${from}. und ${to}. ${monthOf(month)} 2021`,
  ],
}
