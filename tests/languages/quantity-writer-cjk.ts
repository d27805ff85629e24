/** Ways of writing one value in Japanese and Korean, for reading them back. Independent of the tables that the finder uses. */
export interface Written {
  readonly ja: readonly string[]
  readonly ko: readonly string[]
}

/** The value in the middle of a sentence without other quantities. */
export function inSentence(tag: keyof Written, form: string): string {
  return tag === 'ja' ? `報道によると、${form}、会議で触れられた。` : `보도에 따르면 ${form}, 회의에서 언급됐다.`
}

const kanji = '〇一二三四五六七八九'
const hangul = '영일이삼사오육칠팔구'
const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
const two = (value: number): string => String(value).padStart(2, '0')

interface Names {
  readonly digits: string
  readonly big: readonly (readonly [number, string])[]
  readonly small: readonly (readonly [number, string])[]
}
const japanese: Names = {
  digits: kanji,
  big: [
    [1e8, '億'],
    [1e4, '万'],
  ],
  small: [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ],
}
const korean: Names = {
  digits: hangul,
  big: [
    [1e8, '억'],
    [1e4, '만'],
  ],
  small: [
    [1000, '천'],
    [100, '백'],
    [10, '십'],
  ],
}

/** A whole number below 10^12 in characters; a single one before a multiplier is left out below ten thousand. */
function words(value: number, names: Names): string {
  let rest = value
  let text = ''
  for (const [size, name] of names.big) {
    if (rest < size) continue
    text += words(Math.floor(rest / size), names) + name
    rest %= size
  }
  for (const [size, name] of names.small) {
    if (rest < size) continue
    const count = Math.floor(rest / size)
    text += (count === 1 ? '' : names.digits.charAt(count)) + name
    rest %= size
  }
  return text + (rest > 0 ? names.digits.charAt(rest) : '')
}

const ja = (value: number): string => words(value, japanese)
const ko = (value: number): string => words(value, korean)
const kanjiYear = (year: number): string => [...String(year)].map((digit) => kanji.charAt(Number(digit))).join('')

/** Native Korean numerals below a hundred, as they stand before counters. */
function native(value: number): string {
  const tens = ['', '열', '스물', '서른', '마흔', '쉰', '예순', '일흔', '여든', '아흔']
  const units = ['', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉']
  return value === 20 ? '스무' : `${tens[Math.floor(value / 10)]}${units[value % 10]}`
}

const koreanMonth = (month: number): string => (month === 6 ? '유월' : month === 10 ? '시월' : `${ko(month)}월`)

export function day(y: number, m: number, d: number): Written {
  return {
    ja: [
      `${y}年${m}月${d}日`,
      `${y} 年 ${m} 月 ${d} 日`,
      `${kanjiYear(y)}年${ja(m)}月${ja(d)}日`,
      `${y}-${two(m)}-${two(d)}`,
      `${y}/${m}/${d}`,
      ...(y >= 2020 ? [`令和${y - 2018}年${m}月${d}日`] : []),
      ...(y > 1990 && y < 2019 ? [`平成${y - 1988}年${m}月${d}日`] : []),
    ],
    ko: [
      `${y}년 ${m}월 ${d}일`,
      `${y}년${m}월${d}일`,
      `${y}. ${m}. ${d}`,
      `${y}.${m}.${d}`,
      `${y}-${two(m)}-${two(d)}`,
      `${ko(y)} 년 ${koreanMonth(m)} ${ko(d)} 일`,
    ],
  }
}

export function month(y: number, m: number): Written {
  return {
    ja: [`${y}年${m}月`, `${kanjiYear(y)}年${ja(m)}月`, `${y}年${m}月末`],
    ko: [`${y}년 ${m}월`, `${y}년 ${m}월에`, `${ko(y)}년 ${koreanMonth(m)}`],
  }
}

export function dayOfYear(m: number, d: number): Written {
  return { ja: [`${m}月${d}日`, `${ja(m)}月${ja(d)}日`], ko: [`${m}월 ${d}일`, `${m}월 ${d}일에는`] }
}

export function year(y: number): Written {
  return {
    ja: [`${y}年`, `${kanjiYear(y)}年`, `${y}年以来`],
    ko: [`${y}년`, `${y}년부터`, `${ko(y)} 년`],
  }
}

export function fiscalYear(y: number): Written {
  return { ja: [`${y}年度`, `${y}会計年度`], ko: [`${y} 회계연도`, `${y}년 회계연도`] }
}

export function decade(ten: number): Written {
  return {
    ja: [`${ten}年代`, `19${ten}年代`, `二十世紀の${ten}年代`],
    ko: [`${ten}년대`, `19${ten}년대`, `20세기 ${ten}년대`],
  }
}

export function integer(value: number): Written {
  return {
    ja: [`約${grouped(value)}`, `${value}人`, `${ja(value)}人`],
    ko: [
      `약 ${grouped(value)}`,
      `${value}명`,
      `${ko(value)} 명`,
      ...(value < 100 ? [`${native(value)} 명`, `${native(value)} 사람이`] : []),
    ],
  }
}

/** Tenths of ten to the power of 8 or 12. */
export function large(tenths: number, power: 8 | 12): Written {
  const name = power === 8 ? (['億', '억'] as const) : (['兆', '조'] as const)
  const rest = (tenths % 10) * (power === 8 ? 1000 : 1000)
  const lower = power === 8 ? (['万', '만'] as const) : (['億', '억'] as const)
  const whole = Math.floor(tenths / 10)
  const isPlain = rest === 0
  return {
    ja: [`${tenths / 10}${name[0]}`, isPlain ? `${whole}${name[0]}` : `${whole}${name[0]}${rest}${lower[0]}`],
    ko: [`${tenths / 10}${name[1]}`, isPlain ? `${whole}${name[1]}` : `${whole}${name[1]} ${rest}${lower[1]}`],
  }
}

export function percent(tenths: number): Written {
  const text = String(tenths / 10)
  return {
    ja: [`${text}%`, `${text}％`, `${text}パーセント`, ...(tenths % 100 === 0 ? [`${tenths / 100}割`] : [])],
    ko: [`${text}%`, `${text}퍼센트`, `${text}%포인트`, ...(tenths % 10 === 0 ? [`${ko(tenths / 10)} 퍼센트`] : [])],
  }
}

const currencyWords: Readonly<Record<string, readonly [string, string]>> = {
  EUR: ['ユーロ', '유로'],
  USD: ['ドル', '달러'],
  JPY: ['円', '엔'],
  CNY: ['人民元', '위안'],
  KRW: ['ウォン', '원'],
  GBP: ['ポンド', '파운드'],
}

/** Currencies that can be written here. */
export const currencies: readonly string[] = Object.keys(currencyWords)

/** A whole number of ten thousands. */
export function money(wan: number, code: string): Written {
  const [japaneseWord, koreanWord] = currencyWords[code] ?? ['', '']
  return {
    ja: [`${wan}万${japaneseWord}`, `${ja(wan * 1e4)}${japaneseWord}`, `${grouped(wan * 1e4)}${japaneseWord}`],
    ko: [
      `${wan}만 ${koreanWord}`,
      `${wan}만${koreanWord}의`,
      `${ko(wan * 1e4)} ${koreanWord}`,
      `${grouped(wan * 1e4)}${koreanWord}`,
    ],
  }
}

export function ordinal(value: number): Written {
  return {
    ja: [`第${value}回`, `第${ja(value)}回`, `${value}回目`, `第 ${value} 次`],
    ko: [`제${value}차`, `제 ${value}회`, `${value}번째`, ...(value < 100 ? [`${native(value)} 번째`] : [])],
  }
}

export function section(value: number): Written {
  return {
    ja: [`第${value}条`, `第${ja(value)}章`, `第 ${value} 項`],
    ko: [`제${value}조`, `제 ${value} 장`, `제${value}항에`],
  }
}

interface Unit {
  readonly ja: string
  readonly ko: string
  readonly key: (count: number) => string
}

/** Units of time. */
export const units: readonly Unit[] = [
  { ja: '日間', ko: '일간', key: (count) => `${count}D` },
  { ja: '週間', ko: '주', key: (count) => `${count}W` },
  { ja: 'か月', ko: '개월', key: (count) => `${count}M` },
  { ja: '分間', ko: '분', key: (count) => `T${count}M` },
  { ja: '時間', ko: '시간', key: (count) => `T${count}H` },
  { ja: '周年', ko: '주년', key: (count) => `${count}Y` },
]

export function duration(count: number, unit: Unit): Written {
  return {
    ja: [`${count}${unit.ja}`, `${ja(count)}${unit.ja}`],
    ko: [`${count}${unit.ko}`, `${count} ${unit.ko}`, `${count}${unit.ko}의`],
  }
}

export function time(hours: number, minutes: number): Written {
  const clock = `${hours}:${two(minutes)}`
  const half = hours % 12 === 0 ? 12 : hours % 12
  return {
    ja: [`${hours}時${minutes}分`, clock, ...(hours > 12 ? [`午後${half}時${minutes}分`] : [])],
    ko: [`${hours}시 ${minutes}분`, clock, ...(hours > 12 ? [`오후 ${half}시 ${minutes}분`] : [])],
  }
}

export function fraction(above: number, below: number): Written {
  return {
    ja: [`${below}分の${above}`, `${ja(below)}分の${ja(above)}`],
    ko: [`${below}분의 ${above}`, `${ko(below)}분의 ${ko(above)}`],
  }
}

export function percentRange(low: number, high: number): Written {
  return {
    ja: [`${low}〜${high}%`, `${low}～${high}％`, `${low}から${high}パーセント`, `${low}%から${high}%`],
    ko: [`${low}~${high}%`, `${low}∼${high}%`, `${low}에서 ${high}퍼센트`, `${low}%에서 ${high}%`],
  }
}

/** Days of one month of 2021. */
export function dayRange(m: number, from: number, to: number): Written {
  return {
    ja: [`2021年${m}月${from}日から${to}日`, `2021年${m}月${from}〜${to}日`, `2021年${m}月${from}日と${to}日`],
    ko: [`2021년 ${m}월 ${from}일부터 ${to}일`, `2021년 ${m}월 ${from}~${to}일`, `2021년 ${m}월 ${from}일과 ${to}일`],
  }
}
