/** Ways of writing one value in Spanish, for reading them back. Independent of the table that the finder uses. */
export const months = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
  ' ',
)

const small =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'.split(
    ' ',
  )
const tens = 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ')
const hundreds =
  'ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(' ')

const two = (value: number): string => String(value).padStart(2, '0')
export const grouped = (value: number, sign: string): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, sign)

/** A whole number below 10^12 in words. */
export function words(value: number): string {
  if (value >= 1e6) {
    const millions = Math.floor(value / 1e6)
    const head = millions === 1 ? 'un millón' : `${beforeNoun(words(millions))} millones`
    return value % 1e6 === 0 ? head : `${head} ${words(value % 1e6)}`
  }
  if (value >= 1000) {
    const thousands = Math.floor(value / 1000)
    const head = thousands === 1 ? 'mil' : `${beforeNoun(words(thousands))} mil`
    return value % 1000 === 0 ? head : `${head} ${words(value % 1000)}`
  }
  if (value === 100) return 'cien'
  if (value > 100) {
    const head = hundreds[Math.floor(value / 100) - 1] ?? ''
    return value % 100 === 0 ? head : `${head} ${words(value % 100)}`
  }
  if (value < 30) return small[value] ?? ''
  const ten = tens[Math.floor(value / 10) - 3] ?? ''
  return value % 10 === 0 ? ten : `${ten} y ${small[value % 10]}`
}

/** `veintiún mil`, `treinta y un millones`. */
function beforeNoun(number: string): string {
  return number.replace(/veintiuno$/, 'veintiún').replace(/uno$/, 'un')
}

export const inSentence = (form: string): string => `Según la nota, ${form} se mencionó allí.`

export const day = (y: number, m: number, d: number): string[] => [
  `el ${d} de ${months[m - 1]} de ${y}`,
  `el ${d} de ${months[m - 1]} del ${y}`,
  `el ${two(d)}/${two(m)}/${y}`,
  `el ${d}-${m}-${y}`,
  `${y}-${two(m)}-${two(d)}`,
]
export const month = (y: number, m: number): string[] => [
  `${months[m - 1]} de ${y}`,
  `a finales de ${months[m - 1]} de ${y}`,
]
export const dayOfYear = (m: number, d: number): string[] => [`el ${d} de ${months[m - 1]}`]
export const year = (y: number): string[] => [`en ${y}`, `desde ${y}`, `el año ${y}`]
export const decade = (ten: number): string[] => [
  `los años ${words(ten)}`,
  `los años ${ten}`,
  `la década de 19${ten}`,
  `los años ${ten} del siglo pasado`,
  `la década de los ${words(ten)}`,
]
export const integer = (value: number): string[] => [
  grouped(value, '.'),
  grouped(value, '\u00a0'),
  words(value),
  `unos ${grouped(value, '.')} pasos`,
]
export const decimal = (whole: number, tenth: number): string[] => [`${grouped(whole, '.')},${tenth}`]
export function large(tenths: number, power: 6 | 9 | 12): string[] {
  const text = String(tenths / 10).replace('.', ',')
  if (power === 9) return [`${grouped(tenths * 100, '.')} millones`, `${tenths * 100} millones`]
  return [`${text} ${power === 6 ? 'millones' : 'billones'}`]
}
export function percent(tenths: number): string[] {
  const text = String(tenths / 10).replace('.', ',')
  const spelt = tenths % 10 === 0 ? [`${words(tenths / 10)} por ciento`] : []
  return [`${text}%`, `${text} %`, `${text} por ciento`, `${text} puntos porcentuales`, ...spelt]
}
export const currencies: Readonly<Record<string, string>> = {
  EUR: 'euros',
  USD: 'dólares',
  JPY: 'yenes',
  CNY: 'yuanes',
  VND: 'dongs',
  GBP: 'libras esterlinas',
}
export const money = (millions: number, code: string): string[] => [
  `${millions} millones de ${currencies[code]}`,
  `${grouped(millions * 1e6, '.')} de ${currencies[code]}`,
  `${grouped(millions * 1e6, '.')} ${currencies[code]}`,
  `${beforeNoun(words(millions))} millones de ${currencies[code]}`.replace(/^un millones/, 'un millón'),
]
export const ordinal = (value: number): string[] => [`el ${value}.º`, `la ${value}.ª`, `el ${value}º`, `n.º ${value}`]
export const section = (value: number): string[] => [`artículo ${value}`, `art. ${value}`, `capítulo ${value}`]
export const units: readonly (readonly [string, (count: number) => string])[] = [
  ['días', (count) => `${count}D`],
  ['semanas', (count) => `${count}W`],
  ['meses', (count) => `${count}M`],
  ['minutos', (count) => `T${count}M`],
  ['años', (count) => `${count}Y`],
]
export const duration = (count: number, unit: string): string[] => [
  `${count} ${unit}`,
  `${beforeNoun(words(count))} ${unit}`,
]
export const time = (hours: number, minutes: number): string[] => [
  `a las ${hours}:${two(minutes)}`,
  `a las ${two(hours)}.${two(minutes)} horas`,
  `a las ${two(hours)}:${two(minutes)} h`,
]
export function fraction(above: number, below: number): string[] {
  const names = 'tercio cuarto quinto sexto séptimo octavo noveno décimo'.split(' ')
  const name = names[below - 3] ?? ''
  return [above === 1 ? `un ${name} de ello` : `${words(above)} ${name}s de ello`]
}
export const percentRange = (low: number, high: number): string[] => [
  `${low}-${high} %`,
  `del ${low} al ${high} %`,
  `entre el ${low} y el ${high} por ciento`,
]
export const moneyRange = (low: number, high: number): string[] => [
  `de ${low} a ${high} millones de euros`,
  `entre ${low} y ${high} millones de euros`,
  `${low}-${high} millones de euros`,
]
export const dayRange = (m: number, from: number, to: number): string[] => [
  `del ${from} al ${to} de ${months[m - 1]} de 2021`,
  `los días ${from} y ${to} de ${months[m - 1]} de 2021`,
]
