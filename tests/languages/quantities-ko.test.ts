import { describe } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { quantities } from '../../src/languages/ko/quantities.ts'
import { testTable } from './quantity-table.ts'

const find = createQuantityFinder(quantities)

describe('dates', () => {
  testTable(
    find,
    `
    협정은 2021년 9월 3일 서명되었다. => date:2021-09-03
    2021. 9. 3. 서명 => date:2021-09-03
    2021.9.3. 서명 => date:2021-09-03
    2021-09-03 발표 => date:2021-09-03
    이천이십일 년 구월 삼일 => date:2021-09-03
    이천이십일년 구월에 => date:2021-09
    ２０２１년 ９월 ３일 => date:2021-09-03
    2021년 9월에 체결된 => date:2021-09
    9월 3일에 도착했다 => date:--09-03
    지난해 9월 => date:--09
    지난 27일 => date:---27
    27일 밝혔다 => date:---27
    98년 3월 => date:1998-03
    유월 삼일 => date:--06-03
    시월 중순에 => date:--10
    2021년 9월 3일부터 5일까지 => date:2021-09-03 date:2021-09-05
    9월 3∼5일 => date:--09-03 date:--09-05
    9월 3~5일 => date:--09-03 date:--09-05
    8월 30일~9월 2일 => date:--08-30 date:--09-02
    9월 3일과 4일 => date:--09-03 date:--09-04
    2020년 3월부터 2021년 5월까지 => date:2020-03 date:2021-05
    2011년부터 2015년까지 => date:2011 date:2015
    2011~2015년 => date:2011 date:2015
    2021년에 변했다 => date:2021
    1982년 유엔해양법협약 => date:1982
    1973년에 수교했다 => date:1973
    천구백칠십삼 년에 => date:1973
    98년에 => date:1998
    2021년도 예산 => date:2021
    2021 회계연도 => fiscal:2021
    1990년대에 => date:199X
    90년대 초 => date:199X
    20세기 90년대 => date:199X
    21세기의 과제 => date:20XX
    2023년 3분기 => date:2023-Q3
    올해 상반기 => date:--H1
    2023년 하반기에 => date:2023-H2
    기원전 221년 => date:-0221
    음력 1월 1일 => lunar:--01-01
    음력 정월 초하루 => lunar:--01
    음력 8월 15일에 => lunar:--08-15
    레이와 3년 => date:2021
    `,
  )
})

describe('times and durations', () => {
  testTable(
    find,
    `
    오전 9시에 => time:09:00
    오후 3시 30분 => time:15:30
    오후 3시 반에 => time:15:30
    15시 30분 => time:15:30
    15:30에 시작 => time:15:30
    밤 10시쯤 => time:22:00
    3일간의 방문 => duration:P3D
    3일 동안 => duration:P3D
    2주 뒤 => duration:P2W
    3개월 후 => duration:P3M
    세 달 동안 => duration:P3M
    10년 동안 => duration:P10Y
    십 년 동안 => duration:P10Y
    10년간 => duration:P10Y
    수교 50주년을 맞아 => duration:P50Y
    반년 => duration:P6M
    두 시간 반 => duration:PT150M
    두 시간 동안 => duration:PT2H
    30분간 => duration:PT30M
    24시간 => duration:PT24H
    25세 => duration:P25Y
    스물다섯 살 => duration:P25Y
    열두 살 소년 => duration:P12Y
    10여 년 전 => duration:P10Y
    한국은 만 18세 이상 => duration:P18Y
    `,
  )
})

describe('numbers', () => {
  testTable(
    find,
    `
    3만 5000명 => number:35000
    3억5천만 => number:350000000
    3억 5천만 명 => number:350000000
    1억2000만 명 => number:120000000
    100만여 명 => number:1000000
    1000억 => number:1e11
    천 명 => number:1000
    백만 명 => number:1000000
    이십 명 => number:20
    오십오 개국 => number:55
    두 나라는 => number:2
    두 나라 정상은 => number:2
    세 명이 => number:3
    열다섯 명의 => number:15
    스무 명 => number:20
    다섯 가지 원칙 => number:5
    12,000명 => number:12000
    1,234.5 => number:1234.5
    3.5톤 => number:3.5
    3분의 1 => number:0.333333
    3분의 2가 => number:0.666667
    삼분의 일 => number:0.333333
    절반이 => number:0.5
    10~15명 => number:10 number:15
    5~6곳 => number:5 number:6
    2만~3만 명 => number:20000 number:30000
    2~3만 명 => number:20000 number:30000
    100명 중 30명 => number:100 number:30
    1인당 3만 달러 => number:1 money:USD:30000
    `,
  )
})

describe('percentages and money', () => {
  testTable(
    find,
    `
    25% => percent:25
    25퍼센트 => percent:25
    이십오 퍼센트 => percent:25
    2.5%포인트 => percent:2.5
    2.5%p 상승 => percent:2.5
    3할 => percent:30
    10~15% => percent:10 percent:15
    1000억 엔 => money:JPY:1e11
    1천억 엔의 차관 => money:JPY:1e11
    300만 달러 => money:USD:3000000
    3백만 달러 => money:USD:3000000
    삼백만 달러를 => money:USD:3000000
    500만 유로 => money:EUR:5000000
    1만 원 => money:KRW:10000
    5천 원 => money:KRW:5000
    1조2000억 원 => money:KRW:1.2e12
    1조 2천억원 규모 => money:KRW:1.2e12
    50억~100억 달러 => money:USD:5e9 money:USD:1e10
    100위안 => money:CNY:100
    $300만 => money:USD:3000000
    `,
  )
})

describe('ordinals and sections', () => {
  testTable(
    find,
    `
    세 번째 => ordinal:3
    제8차 회의 => ordinal:8
    제8차회의 => ordinal:8
    제2차 세계대전 => ordinal:2
    제이차 세계대전 => ordinal:2
    제25회 => ordinal:25
    두 번째로 => ordinal:2
    첫 번째 => ordinal:1
    최초의 => ordinal:1
    결의 제2231호 => ordinal:2231
    제5조 => section:5
    제5조 제2항 => section:5 section:2
    제5조제2항에 따라 => section:5 section:2
    제5장은 => section:5
    제5조와 제6조 => section:5 section:6
    제5조부터 제7조까지 => section:5 section:7
    헌법 9조 => section:9
    (2) 당사국은 => section:2
    1. 당사국은 => section:1
    제3국에서 => ordinal:3
    `,
  )
})

describe('what is no quantity', () => {
  testTable(
    find,
    `
    사흘 동안 => 
    수십 명 => 
    몇십 명 => 
    수백만 명 => 
    구조 대원들이 => 
    구조 시간을 => 
    이사회에서 => 
    이란과 이라크 => 
    사람이 많다 => 
    오만 대사는 => 
    일본과 한국은 => 
    그 일이 있은 뒤 => 
    한 일이 없다 => 
    제일 좋은 => 
    세계 대회 => 
    두개골 => 
    네덜란드와 대한민국 => 
    조선의 만두 => 
    천만에요 => 
    문제는 이것이다 => 
    이 시간에 => 
    이 나라 국민 => 
    사이에 두고 => 
    전화: 02-123-4567 => 
    010-1234-5678 => 
    5G 네트워크와 G20 => 
    6·25 전쟁 => 
    9·11 테러 => 
    주중 대사 => 
    시간이 지나면 => 
    `,
  )
})
