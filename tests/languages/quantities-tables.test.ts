import { describe, expect, test } from 'vitest'
import { withCommonWords } from '../../src/languages/_shared/quantities/common-words.ts'
import type { NumeralData, QuantityData } from '../../src/languages/_shared/quantities/data.ts'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { parsePattern } from '../../src/languages/_shared/quantities/pattern.ts'
import { createSlots } from '../../src/languages/_shared/quantities/slots.ts'
import type { Content, NumberValue, Token } from '../../src/languages/_shared/quantities/tokens.ts'
import { quantities as english } from '../../src/languages/en/quantities.ts'
import { quantities as spanish } from '../../src/languages/es/quantities.ts'
import { quantities as dutch } from '../../src/languages/nl/quantities.ts'
import { quantities as vietnameseTable } from '../../src/languages/vi/quantities.ts'
import { quantities as chinese } from '../../src/languages/zh/quantities.ts'
import { testTable } from './quantity-table.ts'

/** A table that knows digits and signs only. */
const numerals: NumeralData = {
  system: 'spaced',
  values: {},
  units: {},
  scales: {},
  alone: [],
  unitTenJoiners: [],
  tenUnitJoiners: [],
  hundredJoiners: [],
  compounds: false,
  compoundEnds: [],
  ordinals: {},
  ordinalSuffixes: [],
  halves: [],
  articles: [],
  points: [],
  notAfterPoint: [],
  vague: [],
  infixes: [],
  prefixedUnits: {},
  digitPrefixedUnits: {},
}

const bare: QuantityData = {
  decimalSign: '.',
  dateOrder: 'dmy',
  numerals,
  words: {},
  capitalMonths: false,
  classes: { percent: ['%'], range: ['-', '–'] },
  rules: [],
  prefixes: [],
  hyphenPrefixes: [],
  clockLetters: [],
  context: {
    strongYearLeads: [],
    weakYearLeads: [],
    counted: [],
    continuations: [],
    yearFollowers: [],
    listJoiners: [],
    monthLeads: [],
    weakMonths: [],
  },
}

describe('a table without words', () => {
  testTable(
    createQuantityFinder(bare),
    `
    2023-11-28 and 15:30 => date:2023-11-28 time:15:30
    12,000 or 25% or 10-15% => number:12000 percent:25 percent:10 percent:15
    nothing here => 
    `,
  )
})

const german = createQuantityFinder({
  ...bare,
  decimalSign: ',',
  numerals: {
    ...numerals,
    compounds: true,
    values: { ein: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, zwanzig: 20, dreißig: 30 },
    units: { hundert: 2 },
    scales: { tausend: 3, millionen: 6, 'mio.': 6, milliarden: 9 },
    alone: ['hundert', 'tausend'],
    unitTenJoiners: ['und'],
  },
  words: { month: { 9: ['september', 'sept.'] }, unit: { Y: ['jahre'] }, currency: { EUR: ['euro', '€'] } },
  classes: { ...bare.classes, percent: ['%', 'prozent'], section: ['artikel', 'art.', 'abs.'] },
  rules: [{ as: 'date', patterns: ['{d} . {month} {y}', '{d} . {month}', '{month} {y}'] }],
  context: { ...bare.context, strongYearLeads: ['seit', 'im jahr'] },
})

describe('German is a table', () => {
  testTable(
    german,
    `
    am 3. September 2021 => date:2021-09-03
    am 3. September => date:--09-03
    am 03.09.2021 => date:2021-09-03
    seit 1973 => date:1973
    im Jahr 1973 => date:1973
    vierundzwanzig Jahre => duration:P24Y
    fünfhundertdreiunddreißigtausend => number:533000
    1.234,5 oder 1.234.567 => number:1234.5 number:1234567
    2,5 Mio. Euro => money:EUR:2500000
    Art. 5 Abs. 2 => section:5 section:2
    zwanzig Prozent => percent:20
    `,
  )
})

const french = createQuantityFinder({
  ...bare,
  decimalSign: ',',
  numerals: {
    ...numerals,
    values: {
      un: 1,
      deux: 2,
      trois: 3,
      sept: 7,
      dix: 10,
      onze: 11,
      'dix-sept': 17,
      vingt: 20,
      soixante: 60,
      'quatre-vingt': 80,
      'quatre-vingts': 80,
    },
    units: { cent: 2, cents: 2 },
    scales: { mille: 3, million: 6, millions: 6, milliards: 9 },
    alone: ['cent', 'mille'],
    tenUnitJoiners: ['-', 'et'],
  },
  words: { month: { 9: ['septembre'] }, currency: { EUR: ['euros'] } },
  rules: [{ as: 'date', patterns: ['{d} {month} {y}', '{month} {y}'] }],
})

describe('French is a table', () => {
  testTable(
    french,
    `
    le 3 septembre 2021 => date:2021-09-03
    quatre-vingt-dix-sept => number:97
    quatre-vingts => number:80
    soixante et onze => number:71
    soixante-dix-sept => number:77
    vingt et un => number:21
    trois cent deux mille => number:302000
    1\u202f234\u202f567,5 => number:1234567.5
    deux millions d'euros => number:2000000
    12 milliards euros => money:EUR:1.2e10
    `,
  )
})

const vietnamese = createQuantityFinder({
  ...bare,
  decimalSign: ',',
  numerals: {
    ...numerals,
    values: { một: 1, hai: 2, ba: 3, năm: 5, lăm: 5, tám: 8 },
    units: { mươi: 1, mười: 1, trăm: 2 },
    scales: { nghìn: 3, triệu: 6, tỷ: 9 },
    alone: ['mười'],
    hundredJoiners: ['linh'],
  },
  words: { currency: { JPY: ['yên'], VND: ['đồng'] }, unit: { Y: ['năm'] } },
  classes: { ...bare.classes, percent: ['%', 'phần trăm'] },
  rules: [
    { as: 'fraction', patterns: ['{a:e} phần {b}'] },
    { as: 'date', patterns: ['ngày {d} tháng {m} năm {y}', 'ngày {d} tháng {m}', 'tháng {m} năm {y}', 'năm {y}'] },
    { as: 'ordinal', patterns: ['thứ {n}'] },
    { as: 'section', patterns: ['điều {r}'] },
  ],
})

describe('Vietnamese is a table', () => {
  testTable(
    vietnamese,
    `
    ngày 3 tháng 9 năm 2021 => date:2021-09-03
    tháng 9 năm 2021 => date:2021-09
    vào năm 1982 => date:1982
    hai mươi lăm phần trăm => percent:25
    một trăm linh năm => number:105
    mười lăm => number:15
    100 tỷ yên => money:JPY:1e11
    một phần ba => number:0.333333
    lần thứ tám => ordinal:8
    Điều 5 => section:5
    1.234,5 => number:1234.5
    `,
  )
})

const korean = createQuantityFinder({
  ...bare,
  numerals: {
    ...numerals,
    system: 'han',
    values: { 일: 1, 이: 2, 삼: 3, 오: 5 },
    units: { 십: 1, 백: 2, 천: 3 },
    scales: { 만: 4, 억: 8 },
    alone: ['십'],
  },
  words: { currency: { JPY: ['엔'], KRW: ['원'] }, unit: { Y: ['년'], D: ['일간'] } },
  classes: { ...bare.classes, percent: ['%', '퍼센트'] },
  rules: [
    { as: 'date', patterns: ['{y} 년 {m} 월 {d} 일', '{y} 년 {m} 월', '{y} 년'] },
    { as: 'ordinal', patterns: ['제 {n}'] },
  ],
})

describe('Korean is a table', () => {
  testTable(
    korean,
    `
    2021년 9월 3일에 => date:2021-09-03
    1982년 협약 => date:1982
    1000억 엔 => money:JPY:1e11
    이십오 퍼센트 => percent:25
    제8차 회의 => ordinal:8
    3일간 => duration:P3D
    `,
  )
})

const forms = ['digits', 'mixed', 'words', 'single', 'character', 'bare', 'positional'] as const
/** Numbers of every form, and what else the content of a token may be. */
const contents: readonly Content[] = [
  ...[1, 1.5, 2, 12, 18, 20, 85, 90, 100, 1990, 1e6].flatMap((value) =>
    forms.flatMap((form) =>
      [true, false].flatMap((ordinal) =>
        ['', String(value)].map((digits): Content => {
          const number: NumberValue = { value, form, ordinal, scale: value === 1e6 ? 6 : 0, literal: digits, digits }
          return { kind: 'number', number }
        }),
      ),
    ),
  ),
  { kind: 'date', date: { day: 3 } },
  { kind: 'clock', hours: 15, minutes: 30 },
  { kind: 'code', code: '3.10' },
]
const tokens = contents.map(
  (content, i): Token => ({ start: i, end: i + 1, gap: 'none', norm: '', shape: 'digits', content }),
)

/** Whether a slot has words, or takes one of the contents; one that the table does not have takes nothing. */
function takesSomething(data: QuantityData, name: string): boolean {
  const { starts, match } = createSlots(data)(name)
  return starts.length > 0 || tokens.some((_, at) => match(tokens, at) !== undefined)
}

describe.each([
  ['Dutch', dutch],
  ['English', english],
  ['Chinese', chinese],
  ['Spanish', spanish],
  ['Vietnamese', vietnameseTable],
])('the %s table', (_name, table) => {
  const data = withCommonWords(table)
  const patterns = table.rules.flatMap((rule) => rule.patterns)

  test('names only classes and slots that it has', () => {
    for (const text of patterns) {
      for (const [, name = ''] of text.matchAll(/@(\w+)/g)) expect(Object.keys(data.classes)).toContain(name)
      for (const { kind, slot } of parsePattern(text, data.classes)?.items ?? []) {
        if (kind === 'slot') expect([text, slot, takesSomething(data, slot)]).toEqual([text, slot, true])
      }
    }
  })

  test('repeats no pattern and no word in a list', () => {
    expect(patterns).toEqual([...new Set(patterns)])
    for (const list of [...Object.values(table.classes), ...Object.values(table.context)]) {
      expect(list).toEqual([...new Set(list)])
    }
  })

  test('knows twelve months or none', () => {
    expect([0, 12]).toContain(Object.keys(table.words.month ?? {}).length)
  })
})
