import { grouped, two, type Writer, withComma } from './writer.ts'

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
const small =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )
const tens = ['vingt', 'trente', 'quarante', 'cinquante', 'soixante', 'soixante', 'quatre-vingt', 'quatre-vingt']
const scales: Readonly<Record<number, string>> = { 6: 'million', 9: 'milliard', 12: 'billion' }
const currencies: Readonly<Record<string, readonly [string, string]>> = {
  EUR: ["d'euros", '€'],
  USD: ['de dollars', 'USD'],
  JPY: ['de yens', 'JPY'],
  CNY: ['de yuans', 'CNY'],
  VND: ['de dongs', 'VND'],
  GBP: ['de livres sterling', '£'],
}
const units: Readonly<Record<string, string>> = { D: 'jours', W: 'semaines', M: 'mois', TM: 'minutes', Y: 'ans' }
const digits = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

/** A whole number below 10^9 in French words, as France says them. */
export function frenchWords(value: number): string {
  if (value >= 1e6) return joined(value, 1e6, value < 2e6 ? 'million' : 'millions')
  if (value >= 2000) return joined(value, 1000, 'mille')
  if (value >= 1000) return `mille${restOf(value % 1000)}`
  if (value >= 200) return joined(value, 100, value % 100 === 0 ? 'cents' : 'cent')
  if (value >= 100) return `cent${restOf(value % 100)}`
  return belowHundred(value)
}

function joined(value: number, size: number, name: string): string {
  return `${frenchWords(Math.floor(value / size))} ${name}${restOf(value % size)}`
}

function restOf(value: number): string {
  return value === 0 ? '' : ` ${frenchWords(value)}`
}

function belowHundred(value: number): string {
  if (value < 20) return small[value] ?? ''
  if (value === 80) return 'quatre-vingts'
  const isLong = value >= 60
  const ten = tens[Math.floor(value / 10) - 2] ?? ''
  const unit = isLong ? value % 20 : value % 10
  if (unit === 0) return ten
  return (unit === 1 || unit === 11) && value < 80 ? `${ten} et ${small[unit]}` : `${ten}-${small[unit]}`
}

const monthOf = (month: number): string => months[month - 1] ?? ''
const dayOf = (day: number): string => (day === 1 ? '1er' : String(day))
const ordinalOf = (value: number): string => (value === 1 ? '1er' : `${value}e`)
const roman = (value: number): string => 'X'.repeat(Math.floor(value / 10)) + (digits[value % 10] ?? '')
const plural = (tenths: number, name: string): string => (tenths >= 20 ? `${name}s` : name)

/** How French writes quantities. */
export const french: Writer = {
  inSentence: (form) => `Selon le rapport, ${form} y fut évoqué.`,
  day: (y, m, d) => [
    `le ${dayOf(d)} ${monthOf(m)} ${y}`,
    `${two(d)}/${two(m)}/${y}`,
    `${two(d)}.${two(m)}.${y}`,
    `${y}-${two(m)}-${two(d)}`,
  ],
  month: (y, m) => [`${monthOf(m)} ${y}`, `fin ${monthOf(m)} ${y}`, `${monthOf(m)} de l'année ${y}`],
  dayOfYear: (m, d) => [`le ${dayOf(d)} ${monthOf(m)}`],
  year: (y) => [`depuis ${y}`, `en ${y}`, `l'année ${y}`, `début ${y}`],
  fiscalYear: (y) => [`l'exercice ${y}`, `l'exercice budgétaire ${y}`],
  decade: (ten) => [
    `les années ${ten}`,
    `les années 19${ten}`,
    `les années ${frenchWords(ten).replace(/s$/, '')}`,
    `les années ${ten} du siècle dernier`,
    `les années ${ten} du XXe siècle`,
  ],
  century: (number) => [`le ${roman(number)}e siècle`, `au ${roman(number)}ᵉ s.`, `le ${ordinalOf(number)} siècle`],
  integer: (value) => [
    String(value),
    grouped(value, ' '),
    grouped(value, '\u202f'),
    grouped(value, '.'),
    frenchWords(value),
    frenchWords(value).replaceAll(' et ', '-et-'),
  ],
  decimal: (whole, tenth) => [`${whole},${tenth}`, `${grouped(whole, '\u00a0')},${tenth}`],
  large: (tenths, power) => [`${withComma(tenths)} ${plural(tenths, scales[power] ?? '')}`],
  percent: (tenths) => [
    `${withComma(tenths)}%`,
    `${withComma(tenths)}\u202f%`,
    `${withComma(tenths)} pour cent`,
    ...(tenths % 10 === 0 ? [`${frenchWords(tenths / 10)} pour cent`] : []),
  ],
  money: (millions, code) => {
    const [name = '', sign = ''] = currencies[code] ?? []
    return [
      `${millions} ${plural(millions * 10, 'million')} ${name}`,
      `${grouped(millions * 1e6, '\u00a0')} ${sign}`,
      `${frenchWords(millions)} ${plural(millions * 10, 'million')} ${name}`,
    ]
  },
  ordinal: (value) => [`le ${ordinalOf(value)} essai`, `le ${value}ème essai`],
  section: (value) => [`l'article ${value}`, `l'art. ${value}`, `le chapitre ${value}`, `le paragraphe ${value}`],
  duration: (count, unit) => [`${count} ${units[unit]}`, `${frenchWords(count)} ${units[unit]}`],
  time: (hours, minutes) => [
    `${hours} h ${two(minutes)}`,
    `${hours}h${two(minutes)}`,
    `${two(hours)}:${two(minutes)}`,
    `${hours} heures ${two(minutes)}`,
  ],
  fraction: (above, below) => {
    const name = 'tiers quart cinquième sixième septième huitième neuvième dixième'.split(' ')[below - 3] ?? ''
    return [`${frenchWords(above)} ${above > 1 && below > 3 ? `${name}s` : name} de l'ensemble`]
  },
  percentRange: (low, high) => [
    `${low}-${high} %`,
    `${low} à ${high} pour cent`,
    `entre ${low} et ${high} %`,
    `de ${low} % à ${high} %`,
  ],
  moneyRange: (low, high) => [`${low} à ${high} millions d'euros`, `entre ${low} et ${high} millions d’euros`],
  dayRange: (month, from, to) => [
    `du ${dayOf(from)} au ${to} ${monthOf(month)} 2021`,
    `les ${dayOf(from)} et ${to} ${monthOf(month)} 2021`,
  ],
}
