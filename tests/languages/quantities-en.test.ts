import { describe, expect, test } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { quantities } from '../../src/languages/en/quantities.ts'
import { surfacesIn, testTable } from './quantity-table.ts'

const find = createQuantityFinder(quantities)

describe('dates', () => {
  testTable(
    find,
    `
    The accord was signed on September 3, 2021. => date:2021-09-03
    on Sept. 3, 2021 => date:2021-09-03
    on 3-Sep-2021 => date:2021-09-03
    In 2021 second place was enough. => date:2021 ordinal:2
    on 3 September 2021 => date:2021-09-03
    on the 3rd of September => date:--09-03
    on the 3rd of September 2021 => date:2021-09-03
    September 3rd, 2021 => date:2021-09-03
    SEPTEMBER 3 2021 => date:2021-09-03
    on November 27 => date:--11-27
    on Friday, November 27, they met => date:--11-27
    published 28/11/2023 => date:2023-11-28
    published 11/28/2023 => date:2023-11-28
    published 3/4/2021 => date:2021-03-04
    published 2023-11-28 => date:2023-11-28
    published 2023/11/28 => date:2023-11-28
    updated 2021-09 => date:2021-09
    in September 2021 => date:2021-09
    in September of 2021 => date:2021-09
    In May the talks began. => date:--05
    You may go. => 
    They march on. => 
    April said so. => 
    late September => date:--09
    September was warm => date:--09
    in mid-September => date:--09
    February 30, 2021 => date:--02 number:30 number:2021
    February 29, 2024 => date:2024-02-29
    September 3-5, 2021 => date:2021-09-03 date:2021-09-05
    September 3 to 5 => date:--09-03 date:--09-05
    September 3 and 4, 2021 => date:2021-09-03 date:2021-09-04
    from 3 to 5 September 2021 => date:2021-09-03 date:2021-09-05
    from August 30 to September 2, 2021 => date:2021-08-30 date:2021-09-02
    from March to May 2021 => date:2021-03 date:2021-05
    from March 2020 to May 2021 => date:2020-03 date:2021-05
    March and April 2021 => date:2021-03 date:2021-04
    the class of '98 => date:1998
    2023-11-28T15:30:00Z => date:2023-11-28 time:15:30
    `,
  )
})

describe('years', () => {
  testTable(
    find,
    `
    In 2021 this changed. => date:2021
    since 1973 => date:1973
    by 2045 => date:2045
    between 2011 and 2015 => date:2011 date:2015
    from 2011 to 2015 => date:2011 date:2015
    the 2011-2015 period => date:2011 date:2015
    the 2011–2015 period => date:2011 date:2015
    the 2021/22 season => date:2021 date:2022
    (1975-2025) => date:1975 date:2025
    his book (2012) => date:2012
    the 1982 Convention on the Law of the Sea => date:1982
    the 1951 refugee treaty => date:1951
    Tokyo 2020 was postponed => date:2020
    in 2012, 2014 and 2016 => date:2012 date:2014 date:2016
    before 2030 and after 2040 => date:2030 date:2040
    some 2000 people came => number:2000
    a height of 2012 metres => number:2012
    he sold 2012 tickets => number:2012
    in 1492 he sailed => date:1492
    in 221 BC => date:-0221
    mid-2021 => date:2021
    Heisei 1 => date:1989
    fiscal year 2023 => fiscal:2023
    FY2023 => fiscal:2023
    FY 2023 => fiscal:2023
    the 2023 fiscal year => fiscal:2023
    in financial year 2022/2023 => fiscal:2022 fiscal:2023
    the 1990s => date:199X
    the '90s => date:199X
    the 90s => date:199X
    the nineties => date:199X
    the nineties of the last century => date:199X
    the 1880s => date:188X
    the 80s of the 19th century => date:188X
    the 21st century => date:20XX
    the twenty-first century => date:20XX
    the 18th and 19th centuries => date:17XX date:18XX
    the third quarter of 2023 => date:2023-Q3
    Q3 2023 => date:2023-Q3
    the first quarter => date:--Q1
    the first half of 2023 => date:2023-H1
    `,
  )
})

describe('times and durations', () => {
  testTable(
    find,
    `
    at 15:30 => time:15:30
    at 3:30 pm => time:15:30
    at 3:30 p.m. => time:15:30
    at 3 p.m. sharp => time:15:00
    at 12 pm => time:12:00
    at 9 am => time:09:00
    at 10 o'clock => time:10:00
    10:00-12:00 => time:10:00 time:12:00
    a visit of three days => duration:P3D
    a three-day visit => duration:P3D
    a 3-day visit => duration:P3D
    two weeks later => duration:P2W
    ten years => duration:P10Y
    a five-year plan => duration:P5Y
    the 65th anniversary => duration:P65Y
    half a year => duration:P6M
    half an hour => duration:PT30M
    two and a half years => duration:P30M
    one and a half hours => duration:PT90M
    two years and a half => duration:P30M
    two hours and 30 minutes => duration:PT2H duration:PT30M
    ten to fifteen minutes => duration:PT10M duration:PT15M
    3-5 years => duration:P3Y duration:P5Y
    two decades => duration:P20Y
    three centuries => duration:P300Y
    one year => duration:P1Y
    25 years old => duration:P25Y
    18 months => duration:P18M
    30 seconds => duration:PT30S
    24 hours => duration:PT24H
    `,
  )
})

describe('numbers', () => {
  testTable(
    find,
    `
    12,000 people => number:12000
    1,234.5 kilos => number:1234.5
    1.234,5 kilos => number:1234.5
    1 000 000 residents => number:1000000
    1\u00a0000\u00a0000 residents => number:1000000
    12.5 degrees => number:12.5
    12.000 degrees => number:12
    0.125 litres => number:0.125
    3.5 million => number:3500000
    100 billion => number:1e11
    12.5 billion => number:1.25e10
    a thousand billion => number:1e12
    two trillion => number:2e12
    three hundred => number:300
    three hundred and forty-five => number:345
    three hundred forty five => number:345
    two hundred and fifty thousand => number:250000
    two million three hundred thousand => number:2300000
    a thousand words => number:1000
    a hundred and ten => number:110
    twelve hundred => number:1200
    ninety-seven => number:97
    one and a half million => number:1500000
    half a million => number:500000
    a million refugees => number:1000000
    one third of the members => number:0.333333
    a third of the members => number:0.333333
    a third time => ordinal:3
    two thirds of the members => number:0.666667
    a two-thirds majority => number:0.666667
    three quarters of them => number:0.75
    half of the votes => number:0.5
    3/4 of the time => number:0.75
    one in five => number:0.2
    three out of four => number:0.75
    2½ miles => number:2.5
    between 10 and 15 countries => number:10 number:15
    between one hundred and two hundred => number:100 number:200
    between 10 and 15 million => number:10000000 number:15000000
    2 to 3 million => number:2000000 number:3000000
    2,000 to 3 million => number:2000 number:3000000
    more than 100 countries => number:100
    about 20 and nearly 30 => number:20 number:30
    the two leaders => number:2
    the 27 member states => number:27
    the six parties => number:6
    one country => 
    a country and a people => 
    three point five => number:3.5
    5km and 10kW => number:5 number:10
    100,000,000,000 => number:1e11
    2019,2020,2021 => number:2019 number:2020 number:2021
    won 3-2 => number:3 number:2
    hundreds of thousands => 
    a few hundred => 
    zero => 
    `,
  )
})

describe('percentages and money', () => {
  testTable(
    find,
    `
    25% => percent:25
    25 % => percent:25
    25 percent => percent:25
    25 per cent => percent:25
    twenty-five percent => percent:25
    2.5 percentage points => percent:2.5
    half a percent => percent:0.5
    10-15% => percent:10 percent:15
    10% to 15% => percent:10 percent:15
    between 10 and 15 percent => percent:10 percent:15
    ten to fifteen percent => percent:10 percent:15
    5‰ => percent:0.5
    €3,000,000 => money:EUR:3000000
    € 3,000,000 => money:EUR:3000000
    12.5 million euros => money:EUR:12500000
    a hundred euros => money:EUR:100
    US$5 million => money:USD:5000000
    $5m => money:USD:5000000
    $5M => money:USD:5000000
    $5bn => money:USD:5e9
    £5m-10m => money:GBP:5000000 money:GBP:10000000
    5 dollars => money:USD:5
    100 billion yen => money:JPY:1e11
    JPY 100 billion => money:JPY:1e11
    ¥100 billion => money:JPY:1e11
    ￥100 billion => money:JPY:1e11
    ¥100bn => money:JPY:1e11
    USD100 => money:USD:100
    in 2021 $5 million => date:2021 money:USD:5000000
    rub 5 and try 6 => number:5 number:6
    2 billion won => money:KRW:2e9
    In 2014 won nobody. => date:2014
    five pounds of flour => number:5
    5 million pounds => money:GBP:5000000
    between 5 and 10 million euros => money:EUR:5000000 money:EUR:10000000
    $5-10 million => money:USD:5000000 money:USD:10000000
    between $5 and $10 => money:USD:5 money:USD:10
    NZ$20 => money:NZD:20
    100 Swiss francs => money:CHF:100
    1.1 billion rubles => money:RUB:1.1e9
    `,
  )
})

describe('ordinals and sections', () => {
  testTable(
    find,
    `
    the eighth time => ordinal:8
    the 8th time => ordinal:8
    the 101st => ordinal:101
    the hundred and first => ordinal:101
    the twenty-fifth session => ordinal:25
    the hundredth => ordinal:100
    the Second World War => ordinal:2
    for the first time => ordinal:1
    per second => 
    second nature => 
    No. 5 => ordinal:5
    number 5 => ordinal:5
    Resolution 2231 => ordinal:2231
    Article 5 => section:5
    Art. 5 => section:5
    Article 5, paragraph 2 => section:5 section:2
    the second paragraph of Article 5 => section:2 section:5
    the first and second paragraphs => section:1 section:2
    Chapter VII => section:7
    Chapter three => section:3
    Articles 5 and 6 => section:5 section:6
    Articles 5 to 7 => section:5 section:7
    Section 5.2.1 => section:5.2.1
    § 12 => section:12
    page 312 => section:312
    pp. 12-15 => section:12 section:15
    Article 36a => section:36a
    1. The parties shall meet. => section:1
    (2) The parties shall meet. => section:2
    3) The parties shall meet. => section:3
    `,
  )
})

describe('what is no quantity', () => {
  testTable(
    find,
    `
    3.2.1 Introduction => 
    version 2.4.1 => section:2.4.1
    the address 192.168.1.10 => 
    the A380 and the F-16 => 
    the G20 and COVID-19 => 
    the H5N1 virus => 
    +44 20 7946 0123 => 
    (020) 7946 0123 => 
    (555) 123-4567 => 
    555-1234567 => 
    1-800-555-0123 => 
    ISBN 978-0-12-345678-9 => 
    https://example.com/2021/09/03/story?id=12 => 
    www.example.com/12 => 
    jan2021@example.com => 
    file_2021.txt => 
    v2.4 on 5G in 3D => 
    #12 => 
    case 0017 => 
    one of them => 
    first of all => 
    `,
  )
})

describe('places', () => {
  test('say what they cover', () => {
    expect(surfacesIn(find, 'Over US$12.5 million (25%) in fiscal year 2023, at 3:30 p.m.')).toEqual([
      'US$12.5 million = money:USD:12500000',
      '25% = percent:25',
      'fiscal year 2023 = fiscal:2023',
      '3:30 p.m. = time:15:30',
    ])
  })
})
