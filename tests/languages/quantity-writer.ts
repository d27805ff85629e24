/** Ways of writing one value in each language, for reading them back. Independent of the tables that the finder uses. */
export interface Written {
  readonly nl: readonly string[]
  readonly en: readonly string[]
  readonly zh: readonly string[]
}

/** The value in the middle of a sentence without other quantities. */
export function inSentence(tag: 'nl' | 'en' | 'zh', form: string): string {
  if (tag === 'nl') return `Volgens het bericht kwam ${form} daarbij ter sprake.`
  return tag === 'en' ? `According to the report, ${form} came up there.` : `据报道，${form}，会上有所提及。`
}

const dutchMonths = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')
const englishMonths = 'January February March April May June July August September October November December'.split(' ')
const hanDigits = '〇一二三四五六七八九'

const two = (value: number): string => String(value).padStart(2, '0')
const grouped = (value: number, sign: string): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, sign)

/** A whole number below 10^12 in Dutch words. */
export function dutchWords(value: number): string {
  if (value >= 1e6) {
    const rest = value % 1e6
    return `${dutchWords(Math.floor(value / 1e6))} miljoen${rest > 0 ? ` ${dutchWords(rest)}` : ''}`
  }
  if (value >= 1000) {
    const rest = value % 1000
    return `${value < 2000 ? '' : dutchWords(Math.floor(value / 1000))}duizend${rest > 0 ? dutchWords(rest) : ''}`
  }
  if (value >= 100) {
    const rest = value % 100
    return `${value < 200 ? '' : dutchWords(Math.floor(value / 100))}honderd${rest > 0 ? dutchWords(rest) : ''}`
  }
  return dutchSmall(value)
}

function dutchSmall(value: number): string {
  const units = 'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien'.split(' ')
  const tens = 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' ')
  const unit = units[value % 10] ?? ''
  if (value < 15) return units[value] ?? ''
  if (value < 20) return `${unit}tien`
  const ten = tens[Math.floor(value / 10) - 2] ?? ''
  if (value % 10 === 0) return ten
  return `${unit}${/e$/.test(unit) ? 'ën' : 'en'}${ten}`
}

/** A whole number below 10^12 in English words. */
export function englishWords(value: number): string {
  for (const [size, name] of [
    [1e9, 'billion'],
    [1e6, 'million'],
    [1000, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (value < size) continue
    const rest = value % size
    const joiner = size === 100 ? ' and ' : ' '
    return `${englishWords(Math.floor(value / size))} ${name}${rest > 0 ? joiner + englishWords(rest) : ''}`
  }
  const units =
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    )
  const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
  if (value < 20) return units[value] ?? ''
  const unit = value % 10
  return `${tens[Math.floor(value / 10) - 2]}${unit > 0 ? `-${units[unit]}` : ''}`
}

/** A whole number below 10^12 in Han numerals. */
export function hanWords(value: number): string {
  if (value >= 1e8) return `${hanWords(Math.floor(value / 1e8))}亿${hanRest(value % 1e8, 1e7)}`
  if (value >= 1e4) return `${hanWords(Math.floor(value / 1e4))}万${hanRest(value % 1e4, 1e3)}`
  for (const [size, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    if (value < size) continue
    const lead = size === 10 && value < 20 ? '' : (hanDigits[Math.floor(value / size)] ?? '')
    return lead + name + hanRest(value % size, size / 10)
  }
  return hanDigits[value] ?? ''
}

/** What follows a multiplier: nothing, or a zero where places are left out, and 一十 inside a number. */
function hanRest(rest: number, place: number): string {
  if (rest === 0) return ''
  const words = hanWords(rest)
  return (rest < place ? '零' : '') + (words.startsWith('十') ? `一${words}` : words)
}

const hanYear = (year: number): string => [...String(year)].map((digit) => hanDigits[Number(digit)]).join('')

export function day(y: number, m: number, d: number): Written {
  const dutch = dutchMonths[m - 1] ?? ''
  const english = englishMonths[m - 1] ?? ''
  return {
    nl: [
      `${d} ${dutch} ${y}`,
      `${d} ${dutch.slice(0, 3)}. ${y}`.replace('mei.', 'mei').replace('maa.', 'mrt.'),
      `${y}-${two(m)}-${two(d)}`,
      `${two(d)}-${two(m)}-${y}`,
      `${d}/${m}/${y}`,
      `${two(d)}.${two(m)}.${y}`,
    ],
    en: [
      `${english} ${d}, ${y}`,
      `${d} ${english} ${y}`,
      `the ${englishOrdinal(d)} of ${english} ${y}`,
      `${english.slice(0, 3)}${m === 5 ? '' : '.'} ${d}, ${y}`,
      `${y}-${two(m)}-${two(d)}`,
      `${m}/${d}/${y}`,
    ],
    zh: [
      `${y}年${m}月${d}日`,
      `${y} 年 ${m} 月 ${d} 日`,
      `${hanYear(y)}年${hanWords(m)}月${hanWords(d)}日`,
      `${y}-${two(m)}-${two(d)}`,
      `${y}/${m}/${d}`,
      `${y}年${two(m)}月${two(d)}号`,
    ],
  }
}

export function month(y: number, m: number): Written {
  const dutch = dutchMonths[m - 1] ?? ''
  const english = englishMonths[m - 1] ?? ''
  return {
    nl: [`${dutch} ${y}`, `eind ${dutch} ${y}`, `${dutch} van ${y}`],
    en: [`${english} ${y}`, `late ${english} ${y}`, `${english} of ${y}`, `${english}, ${y},`],
    zh: [`${y}年${m}月`, `${hanYear(y)}年${hanWords(m)}月`, `${y}年${m}月份`, `${y}年${m}月底`],
  }
}

export function dayOfYear(m: number, d: number): Written {
  const dutch = dutchMonths[m - 1] ?? ''
  const english = englishMonths[m - 1] ?? ''
  return {
    nl: [`${d} ${dutch}`, `de ${d}e ${dutch}`],
    en: [
      `${english} ${d}`,
      `${d} ${english}`,
      `${english} ${englishOrdinal(d)}`,
      `the ${englishOrdinal(d)} of ${english}`,
    ],
    zh: [`${m}月${d}日`, `${hanWords(m)}月${hanWords(d)}日`, `${m} 月 ${d} 号`],
  }
}

export function year(y: number): Written {
  return {
    nl: [`sinds ${y}`, `in ${y}`, `begin ${y}`],
    en: [`since ${y}`, `in ${y}`, `early ${y}`],
    zh: [`${y}年`, `${hanYear(y)}年`, `${y} 年底`, `自${y}年以来`],
  }
}

export function fiscalYear(y: number): Written {
  return {
    nl: [`begrotingsjaar ${y}`, `boekjaar ${y}`],
    en: [`fiscal year ${y}`, `FY${y}`, `FY ${y}`],
    zh: [`${y}财年`, `${y}财政年度`],
  }
}

export function decade(ten: number): Written {
  const english = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ')[ten / 10 - 2] ?? ''
  return {
    nl: [`jaren ${dutchWords(ten)}`, `jaren '${ten}`, `jaren 19${ten}`, `jaren ${ten} van de vorige eeuw`],
    en: [`19${ten}s`, `the '${ten}s`, `the ${english} of the last century`],
    zh: [`${ten}年代`, `上世纪${ten}年代`, `二十世纪${hanWords(ten)}年代`, `19${ten}年代`],
  }
}

export function integer(value: number): Written {
  return {
    nl: [grouped(value, '.'), grouped(value, '\u00a0'), dutchWords(value), `ruim ${grouped(value, '.')}`],
    en: [grouped(value, ','), englishWords(value), `about ${grouped(value, ',')}`],
    zh: [`约${grouped(value, ',')}`, `${value}人`, `${hanWords(value)}名`],
  }
}

export function decimal(whole: number, tenth: number): Written {
  return {
    nl: [`${grouped(whole, '.')},${tenth}`],
    en: [`${grouped(whole, ',')}.${tenth}`],
    zh: [`${grouped(whole, ',')}.${tenth}`, `${hanWords(whole).replace('〇', '零')}点${hanDigits[tenth]}`],
  }
}

/** `tenths` tenths of ten to the power of 6, 9 or 12. */
export function large(tenths: number, power: number): Written {
  const text = String(tenths / 10)
  const dutch = { 6: 'miljoen', 9: 'miljard', 12: 'biljoen' }[power] ?? ''
  const english = { 6: 'million', 9: 'billion', 12: 'trillion' }[power] ?? ''
  const short = { 6: ['mln', 'mln', '百万'], 9: ['mld', 'bn', ''], 12: ['biljoen', 'trn', '万亿'] }[power] ?? []
  const han = power === 6 ? `${tenths * 10}万` : power === 9 ? `${tenths}亿` : `${text}万亿`
  return {
    nl: [`${text.replace('.', ',')} ${dutch}`, `${text.replace('.', ',')} ${short[0]}`],
    en: [`${text} ${english}`, `${text} ${short[1]}`, `${text}${short[1]}`],
    zh: power === 12 ? [han, `${text} 万亿`] : [han],
  }
}

export function percent(tenths: number): Written {
  const text = String(tenths / 10)
  const comma = text.replace('.', ',')
  const whole = tenths % 10 === 0 ? tenths / 10 : undefined
  return {
    nl: [`${comma}%`, `${comma} %`, `${comma} procent`, ...(whole ? [`${dutchWords(whole)} procent`] : [])],
    en: [`${text}%`, `${text} percent`, `${text} per cent`, ...(whole ? [`${englishWords(whole)} percent`] : [])],
    zh: [`${text}%`, `百分之${text}`, `${text}个百分点`, ...(whole ? [`百分之${hanWords(whole)}`] : [])],
  }
}

const currencyWords: Readonly<Record<string, readonly [string, string, string, string]>> = {
  EUR: ['euro', 'euros', '欧元', '€'],
  USD: ['dollar', 'US dollars', '美元', 'US$'],
  JPY: ['yen', 'yen', '日元', 'JPY'],
  CNY: ['yuan', 'yuan', '元', 'RMB'],
  VND: ['dong', 'dong', '越南盾', 'VND'],
  GBP: ['pond', 'British pounds', '英镑', '£'],
}

/** Currencies that can be written here. */
export const currencies: readonly string[] = Object.keys(currencyWords)

/** A whole number of millions. */
export function money(millions: number, code: string): Written {
  const [dutch, english, han, sign] = currencyWords[code] ?? ['', '', '', '']
  const space = /\w$/.test(sign) ? ' ' : ''
  const wan = millions * 100
  return {
    nl: [
      `${millions} miljoen ${dutch}`,
      `${sign} ${grouped(millions * 1e6, '.')}`,
      `${sign}${space}${millions} mln`,
      `${dutchWords(millions)} miljoen ${dutch}`,
    ],
    en: [
      `${millions} million ${english}`,
      `${sign}${space}${grouped(millions * 1e6, ',')}`,
      `${sign}${space}${millions} million`,
      `${englishWords(millions)} million ${english}`,
    ],
    zh: [
      `${wan}万${han}`,
      `${hanWords(millions * 1e6)}${han}`,
      `${sign}${space}${wan}万`,
      `${grouped(millions * 1e6, ',')}${han}`,
    ],
  }
}

function englishOrdinal(value: number): string {
  const last = value % 100 > 10 && value % 100 < 14 ? 0 : value % 10
  return `${value}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`
}

export function ordinal(value: number): Written {
  return {
    nl: [`de ${value}e`, `de ${value}${value % 10 === 1 || value % 10 === 8 || value > 19 ? 'ste' : 'de'}`],
    en: [`the ${englishOrdinal(value)}`],
    zh: [`第${value}次`, `第${hanWords(value)}届`, `第 ${value} 次`],
  }
}

export function section(value: number): Written {
  return {
    nl: [`artikel ${value}`, `hoofdstuk ${value}`, `art. ${value}`],
    en: [`Article ${value}`, `Chapter ${value}`, `paragraph ${value}`],
    zh: [`第${value}条`, `第${hanWords(value)}章`, `第 ${value} 款`],
  }
}

interface Unit {
  readonly nl: string
  readonly en: string
  readonly zh: string
  readonly key: (count: number) => string
}

/** Units of time in the plural. */
export const units: readonly Unit[] = [
  { nl: 'dagen', en: 'days', zh: '天', key: (count) => `${count}D` },
  { nl: 'weken', en: 'weeks', zh: '周', key: (count) => `${count}W` },
  { nl: 'maanden', en: 'months', zh: '个月', key: (count) => `${count}M` },
  { nl: 'minuten', en: 'minutes', zh: '分钟', key: (count) => `T${count}M` },
  { nl: 'jaar', en: 'years', zh: '周年', key: (count) => `${count}Y` },
]

export function duration(count: number, unit: Unit): Written {
  return {
    nl: [`${count} ${unit.nl}`, `${dutchWords(count)} ${unit.nl}`],
    en: [`${count} ${unit.en}`, `${englishWords(count)} ${unit.en}`, `a ${count}-${unit.en.slice(0, -1)} plan`],
    zh: [`${count}${unit.zh}`, `${hanWords(count)}${unit.zh}`, `为期${count}${unit.zh}`],
  }
}

export function time(hours: number, minutes: number): Written {
  const clock = `${hours}:${two(minutes)}`
  const half = hours % 12 === 0 ? 12 : hours % 12
  return {
    nl: [`${clock} uur`, `${two(hours)}.${two(minutes)} uur`, `${hours}u${two(minutes)}`],
    en: [`${clock}`, ...(hours > 12 ? [`${half}:${two(minutes)} pm`] : [])],
    zh: [`${hours}时${minutes}分`, clock, ...(hours > 12 ? [`下午${half}时${minutes}分`] : [])],
  }
}

export function fraction(above: number, below: number): Written {
  const dutch = 'derde vierde vijfde zesde zevende achtste negende tiende'.split(' ')[below - 3] ?? ''
  const english = 'third fourth fifth sixth seventh eighth ninth tenth'.split(' ')[below - 3] ?? ''
  return {
    nl: [`${dutchWords(above)} ${dutch} van het geheel`],
    en: [above === 1 ? `one ${english} of it` : `${englishWords(above)} ${english}s of it`],
    zh: [`${hanWords(below)}分之${hanWords(above)}`],
  }
}

export function percentRange(low: number, high: number): Written {
  return {
    nl: [`${low}-${high} %`, `${low} tot ${high} procent`, `tussen ${low} en ${high} procent`, `${low}% tot ${high}%`],
    en: [`${low}-${high}%`, `${low} to ${high} percent`, `between ${low} and ${high} percent`, `${low}%–${high}%`],
    zh: [`${low}-${high}%`, `${low}至${high}%`, `${low}%到${high}%`, `百分之${hanWords(low)}至百分之${hanWords(high)}`],
  }
}

/** Millions of euros. */
export function moneyRange(low: number, high: number): Written {
  return {
    nl: [`${low} tot ${high} miljoen euro`, `tussen € ${low} en € ${high} miljoen`, `${low}-${high} miljoen euro`],
    en: [`${low} to ${high} million euros`, `€${low}-${high} million`, `€${low}m to €${high}m`],
    zh: [`${low * 100}万至${high * 100}万欧元`, `${low * 100}万到${high * 100}万欧元`],
  }
}

/** Days of one month of 2021. */
export function dayRange(month: number, from: number, to: number): Written {
  const dutch = dutchMonths[month - 1] ?? ''
  const english = englishMonths[month - 1] ?? ''
  return {
    nl: [`${from} tot ${to} ${dutch} 2021`, `${from}-${to} ${dutch} 2021`, `${from} t/m ${to} ${dutch} 2021`],
    en: [`${english} ${from}-${to}, 2021`, `${from} to ${to} ${english} 2021`, `${english} ${from} and ${to}, 2021`],
    zh: [`2021年${month}月${from}日至${to}日`, `2021年${month}月${from}-${to}日`, `2021年${month}月${from}日和${to}日`],
  }
}
