/** Ways of writing one value in Vietnamese, for reading them back. Independent of the table that the finder uses. */
const digits = 'không một hai ba bốn năm sáu bảy tám chín'.split(' ')
const monthNames = 'Một Hai Ba Tư Năm Sáu Bảy Tám Chín Mười'.split(' ')

const two = (value: number): string => String(value).padStart(2, '0')
const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, '.')

/** A whole number below 10^12 in words. */
export function words(value: number): string {
  for (const [size, name] of [
    [1e9, 'tỷ'],
    [1e6, 'triệu'],
    [1000, 'nghìn'],
  ] as const) {
    if (value < size) continue
    const rest = value % size
    return `${words(Math.floor(value / size))} ${name}${rest === 0 ? '' : ` ${fullGroup(rest, size)}`}`
  }
  return belowThousand(value)
}

/** What follows a multiplier; hundreds that are none are spoken, so that no place is left out. */
function fullGroup(rest: number, size: number): string {
  if (size > 1000 && rest < size / 1000) return words(rest)
  return rest < 100 ? `không trăm ${rest < 10 ? `linh ${digits[rest]}` : belowHundred(rest)}` : words(rest)
}

function belowThousand(value: number): string {
  if (value < 100) return belowHundred(value)
  const rest = value % 100
  const head = `${digits[Math.floor(value / 100)]} trăm`
  if (rest === 0) return head
  return `${head} ${rest < 10 ? `linh ${digits[rest]}` : belowHundred(rest)}`
}

function belowHundred(value: number): string {
  if (value < 10) return digits[value] ?? ''
  const ten = Math.floor(value / 10)
  const unit = value % 10
  const head = ten === 1 ? 'mười' : `${digits[ten]} mươi`
  if (unit === 0) return head
  if (unit === 5) return `${head} lăm`
  if (unit === 1 && ten > 1) return `${head} mốt`
  return `${head} ${unit === 4 && ten > 1 ? 'tư' : digits[unit]}`
}

export const inSentence = (form: string): string => `Theo bản tin, ${form} được nhắc đến ở đó.`

const monthName = (m: number): string =>
  (m <= 10 ? (monthNames[m - 1] ?? '') : `Mười ${monthNames[m - 11]}`).replace('Mười Tư', 'Mười Bốn')

export const day = (y: number, m: number, d: number): string[] => [
  `ngày ${d} tháng ${m} năm ${y}`,
  `ngày ${two(d)} tháng ${two(m)} năm ${y}`,
  `ngày ${d} tháng ${monthName(m)} năm ${y}`,
  `ngày ${d}/${m}/${y}`,
  `ngày ${two(d)}-${two(m)}-${y}`,
  `${y}-${two(m)}-${two(d)}`,
]
export const month = (y: number, m: number): string[] => [
  `tháng ${m} năm ${y}`,
  `tháng ${m}/${y}`,
  `cuối tháng ${monthName(m)} năm ${y}`,
]
export const dayOfYear = (m: number, d: number): string[] => [
  `ngày ${d} tháng ${m}`,
  `ngày ${d}/${m}`,
  `chiều ${d}/${m}`,
  `ngày ${d} tháng ${monthName(m)}`,
]
export const year = (y: number): string[] => [`năm ${y}`, `từ năm ${y}`, `đầu năm ${y}`]
export const decade = (ten: number): string[] => [
  `những năm ${ten}`,
  `những năm 19${ten}`,
  `thập niên ${ten}`,
  `thập kỷ ${ten} của thế kỷ trước`,
  `những năm ${ten} của thế kỷ 20`,
  `những năm ${ten} của thế kỷ XX`,
]
export const integer = (value: number): string[] => [grouped(value), words(value), `khoảng ${grouped(value)} người`]
export const decimal = (whole: number, tenth: number): string[] => [`${grouped(whole)},${tenth}`]
export function large(tenths: number, power: 6 | 9 | 12): string[] {
  const text = String(tenths / 10).replace('.', ',')
  const name = { 6: 'triệu', 9: 'tỷ', 12: 'nghìn tỷ' }[power]
  return [`${text} ${name}`, `${text} ${name.replace('tỷ', 'tỉ').replace('nghìn', 'ngàn')}`]
}
export function percent(tenths: number): string[] {
  const text = String(tenths / 10).replace('.', ',')
  const spelt = tenths % 10 === 0 ? [`${words(tenths / 10)} phần trăm`] : []
  return [`${text}%`, `${text} %`, `${text} phần trăm`, `${text} điểm phần trăm`, ...spelt]
}
export const currencies: Readonly<Record<string, string>> = {
  EUR: 'euro',
  USD: 'đô la Mỹ',
  JPY: 'yên',
  CNY: 'nhân dân tệ',
  VND: 'đồng',
  GBP: 'bảng Anh',
}
export const money = (millions: number, code: string): string[] => [
  `${millions} triệu ${currencies[code]}`,
  `${grouped(millions * 1e6)} ${currencies[code]}`,
  `${words(millions)} triệu ${currencies[code]}`,
]
export const ordinal = (value: number): string[] => [`lần thứ ${value}`, `lần thứ ${words(value)}`, `thứ ${value}`]
export const section = (value: number): string[] => [`Điều ${value}`, `khoản ${value}`, `Chương ${value}`]
export const units: readonly (readonly [string, (count: number) => string])[] = [
  ['ngày', (count) => `${count}D`],
  ['tuần', (count) => `${count}W`],
  ['tháng', (count) => `${count}M`],
  ['phút', (count) => `T${count}M`],
  ['năm', (count) => `${count}Y`],
]
export const duration = (count: number, unit: string): string[] => [`${count} ${unit}`, `${words(count)} ${unit}`]
export const time = (hours: number, minutes: number): string[] => [
  `lúc ${hours}:${two(minutes)}`,
  `lúc ${hours} giờ ${minutes} phút`,
  `lúc ${hours}h${two(minutes)}`,
]
export const fraction = (above: number, below: number): string[] => [
  `${words(above)} phần ${below === 4 ? 'tư' : words(below)}`,
]
export const percentRange = (low: number, high: number): string[] => [
  `${low}-${high}%`,
  `từ ${low} đến ${high}%`,
  `từ ${low}% đến ${high}%`,
]
export const moneyRange = (low: number, high: number): string[] => [
  `từ ${low} đến ${high} triệu euro`,
  `${low}-${high} triệu euro`,
]
export const dayRange = (m: number, from: number, to: number): string[] => [
  `từ ngày ${from} đến ngày ${to} tháng ${m} năm 2021`,
  `ngày ${from}-${to} tháng ${m} năm 2021`,
  `ngày ${from} và ${to} tháng ${m} năm 2021`,
]
