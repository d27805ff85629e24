import { describe } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { quantities } from '../../src/languages/en/quantities.ts'
import { testTable } from './quantity-table.ts'

const find = createQuantityFinder(quantities)

describe('fractions and halves', () => {
  testTable(
    find,
    `
    a third of the budget => number:0.333333
    one-third of the budget => number:0.333333
    three fifths of the seats => number:0.6
    three-fifths of the seats => number:0.6
    two-and-a-half million => number:2500000
    two and a half million => number:2500000
    one and a half billion euros => money:EUR:1.5e9
    half a million => number:500000
    a quarter of a million => number:250000
    three quarters of a million => number:750000
    three quarters of the time => number:0.75
    a quarter of an hour => duration:PT15M
    three quarters of an hour => duration:PT45M
    one and a half times as many => number:1.5
    `,
  )
})

describe('durations', () => {
  testTable(
    find,
    `
    half a year later => duration:P6M
    six months later => duration:P6M
    a six-month period => duration:P6M
    three weeks => duration:P3W
    a fortnight => duration:P2W
    a three-week trip => duration:P3W
    two and a half hours => duration:PT150M
    48 hours => duration:PT48H
    a 50-year partnership => duration:P50Y
    five years and three months => duration:P5Y duration:P3M
    `,
  )
})

describe('ranges', () => {
  testTable(
    find,
    `
    2015–2020 => date:2015 date:2020
    the years 2015-2020 => date:2015 date:2020
    between 2015 and 2020 => date:2015 date:2020
    between 10 and 15 percent => percent:10 percent:15
    10 to 15 percent => percent:10 percent:15
    from 10 to 15 percent => percent:10 percent:15
    from 10% to 15% => percent:10 percent:15
    from September 3 to 5 => date:--09-03 date:--09-05
    September 3–5 => date:--09-03 date:--09-05
    3–5 September 2021 => date:2021-09-03 date:2021-09-05
    February 28 to March 2, 2024 => date:2024-02-28 date:2024-03-02
    `,
  )
})

describe('decades, centuries and fiscal years', () => {
  testTable(
    find,
    `
    the nineties => date:199X
    the 1990s => date:199X
    the early 1980s => date:198X
    in the late seventies => date:197X
    in her thirties => 
    in his 40s => 
    in the mid-'60s => date:196X
    the 2000s => date:200X
    the 19th century => date:18XX
    fiscal 2023 => fiscal:2023
    fiscal year 2023/24 => fiscal:2023 fiscal:2024
    FY2023/24 => fiscal:2023 fiscal:2024
    FY23 => fiscal:2023
    financial year 2023-2024 => fiscal:2023 fiscal:2024
    `,
  )
})

describe('ordinals', () => {
  testTable(
    find,
    `
    the eighth summit => ordinal:8
    the 8th summit => ordinal:8
    the twenty-second session => ordinal:22
    for the third time => ordinal:3
    for the first time => ordinal:1
    `,
  )
})

describe('about so many', () => {
  testTable(
    find,
    `
    nearly three thousand people => number:3000
    almost 12.5 billion => number:1.25e10
    about 300 => number:300
    some 300 participants => number:300
    approximately a third of the time => number:0.333333
    over a thousand => number:1000
    more than 1,000 => number:1000
    up to 50 people => number:50
    at least 20 => number:20
    `,
  )
})

describe('signs, degrees and points', () => {
  testTable(
    find,
    `
    12.5 billion => number:1.25e10
    12,500 million => number:1.25e10
    1,500 => number:1500
    1.5 => number:1.5
    1500 soldiers => number:1500
    37.5 °C => number:37.5
    37.5°C => number:37.5
    minus 5 degrees => number:5
    -5 °C => number:5
    30 degrees Celsius => number:30
    2.5 percentage points => percent:2.5
    half a percentage point => percent:0.5
    0.5 percentage points => percent:0.5
    50 basis points => percent:0.5
    `,
  )
})

describe('money', () => {
  testTable(
    find,
    `
    US$3 million => money:USD:3000000
    $3 million => money:USD:3000000
    3 million US dollars => money:USD:3000000
    USD 3 million => money:USD:3000000
    €2.5bn => money:EUR:2.5e9
    €2.5 billion => money:EUR:2.5e9
    2,500 euros => money:EUR:2500
    €1,234.56 => money:EUR:1234.56
    500 million yuan => money:CNY:500000000
    RMB 500 million => money:CNY:500000000
    VND 30 billion => money:VND:3e10
    30 billion dong => money:VND:3e10
    30 trillion Vietnamese dong => money:VND:3e13
    `,
  )
})

describe('times of day', () => {
  testTable(
    find,
    `
    2:30 pm => time:14:30
    2.30 pm => time:14:30
    at 2:30 p.m. => time:14:30
    half past two => time:02:30
    half past two in the afternoon => time:14:30
    quarter past two => time:02:15
    a quarter to three => time:02:45
    at three o'clock => time:03:00
    at three o'clock in the afternoon => time:15:00
    14:30 => time:14:30
    from 9 am to 5 pm => time:09:00 time:17:00
    9 a.m. to 5 p.m. => time:09:00 time:17:00
    9-11 am => time:09:00 time:11:00
    at noon => 
    at midnight => 
    `,
  )
})

describe('numbers that are labels', () => {
  testTable(
    find,
    `
    Article 5(1) => section:5 section:1
    Articles 5, 6 and 7 => section:5 section:7
    §3.2 => section:3.2
    Section 3.2 => section:3.2
    Annex II => section:2
    Room 302 => section:302
    Hall 4 => section:4
    Building 12 => section:12
    Platform 5 => section:5
    Gate 12 => section:12
    Flight 881 => section:881
    P.O. Box 1234 => 
    `,
  )
})

describe('telephone numbers, scores, versions', () => {
  testTable(
    find,
    `
    tel. 070-1234567 => 
    (212) 555-0123 => 
    won 3-1 => number:3 number:1
    a 2–2 draw => number:2 number:2
    a 1-1 tie => number:1 number:1
    version 2.0 => section:2.0
    version 14 => section:14
    `,
  )
})

describe('amounts that nobody knows', () => {
  testTable(
    find,
    `
    dozens of people => 
    tens of thousands of people => 
    hundreds of deaths => 
    thousands of people => 
    millions of euros => 
    hundreds of millions of dollars => 
    several hundred => 
    a few thousand euros => 
    a couple of days => 
    several days => 
    one or two days => 
    `,
  )
})

describe('days without a date', () => {
  testTable(
    find,
    `
    yesterday => 
    today and tomorrow => 
    the day before yesterday => 
    last Tuesday => 
    next year => 
    last month => 
    this century => 
    every day => 
    one day => duration:P1D
    day and night => 
    day by day => 
    `,
  )
})

describe('numerals that count nothing', () => {
  testTable(
    find,
    `
    one by one => 
    one of the members => 
    the first minister => 
    the third world => 
    first and foremost => 
    third parties => 
    a second opinion => 
    wait a second => 
    `,
  )
})

describe('other calendars', () => {
  testTable(
    find,
    `
    Reiwa 3 => date:2021
    the fifteenth day of the eighth lunar month => lunar:--08-15
    Chinese New Year => 
    `,
  )
})

describe('other numbers', () => {
  testTable(
    find,
    `
    1.2 million tonnes => number:1200000
    100,000 tonnes => number:100000
    a hundred percent => percent:100
    1 in 10 => number:0.1
    doubled => 
    three times as large => number:3
    threefold => 
    twice => 
    the G7 => 
    the 27 EU countries => number:27
    `,
  )
})

describe('forms of a date', () => {
  testTable(
    find,
    `
    Nov. 27 => date:--11-27
    27 Nov 2023 => date:2023-11-27
    Nov 27, 2023 => date:2023-11-27
    11/27/23 => 
    Q1 2023 => date:2023-Q1
    first quarter of 2023 => date:2023-Q1
    the first half of 2023 => date:2023-H1
    `,
  )
})

describe('what looks alike', () => {
  testTable(
    find,
    `
    in his thirties => 
    in the thirties => date:193X
    in their early twenties => 
    half past 7 => time:07:30
    at half past seven in the evening => time:19:30
    quarter past three => time:03:15
    from a quarter to a third of the seats => number:0.25 number:0.333333
    room 302 => section:302
    room for 20 people => number:20
    Article 5 (2021) => section:5 date:2021
    25-50 basis points => percent:0.25 percent:0.5
    a fortnight later => duration:P2W
    two or three weeks => 
    one or more => 
    three or four => number:3 number:4
    two-and-a-half years => duration:P30M
    two and a half percent => percent:2.5
    a quarter of a million people => number:250000
    a third of 3 million => number:0.333333 number:3000000
    two thirds of a billion dollars => number:666667000
    2-3 pm => time:14:00 time:15:00
    FY2023-24 => fiscal:2023 fiscal:2024
    third party risk => 
    the third quarter => date:--Q3
    `,
  )
})

describe('currencies, spans and the rest', () => {
  testTable(
    find,
    `
    30 billion đồng => money:VND:3e10
    ₫30,000 => money:VND:30000
    NT$5 million => money:TWD:5000000
    HK$100 => money:HKD:100
    RMB500 million => money:CNY:500000000
    500 million RMB => money:CNY:500000000
    US$1.5-2 million => money:USD:1500000 money:USD:2000000
    between September 3 and 5 => date:--09-03 date:--09-05
    between 3 and 5 September => date:--09-03 date:--09-05
    from January through March => date:--01 date:--03
    14:00-16:00 => time:14:00 time:16:00
    from 2 to 4 pm => time:14:00 time:16:00
    the summer of '69 => date:1969
    in autumn 2023 => date:2023
    three or four years => 
    twelve thousand five hundred euros => money:EUR:12500
    the 1980s and 1990s => date:198X date:199X
    the 1980s and 90s => date:198X date:199X
    mid-nineties => date:199X
    a decade => 
    a century ago => 
    half of them => number:0.5
    a half-hour meeting => duration:PT30M
    `,
  )
})
