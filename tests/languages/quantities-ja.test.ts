import { describe } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { quantities } from '../../src/languages/ja/quantities.ts'
import { testTable } from './quantity-table.ts'

const find = createQuantityFinder(quantities)

describe('dates', () => {
  testTable(
    find,
    `
    協定は2021年9月3日に署名された。 => date:2021-09-03
    二〇二一年九月三日 => date:2021-09-03
    ２０２１年９月３日 => date:2021-09-03
    2021-09-03公開 => date:2021-09-03
    2021/9/3公開 => date:2021-09-03
    2021.9.3公開 => date:2021-09-03
    2021年9月に署名 => date:2021-09
    二〇二一年九月に => date:2021-09
    2021年9月3日（金） => date:2021-09-03
    9月3日に到着 => date:--09-03
    九月三日 => date:--09-03
    十一月二十七日 => date:--11-27
    昨年9月 => date:--09
    27日、発表した => date:---27
    27日の会見で => date:---27
    2月30日 => date:--02 date:---30
    98年3月 => date:1998-03
    令和3年9月 => date:2021-09
    令和3年 => date:2021
    令和元年5月1日 => date:2019-05-01
    平成31年4月30日 => date:2019-04-30
    昭和五十年 => date:1975
    明治三十八年 => date:1905
    2021年（令和3年）9月 => date:2021-09
    令和3年度 => fiscal:2021
    2021年度予算 => fiscal:2021
    2021年9月3日から5日まで => date:2021-09-03 date:2021-09-05
    9月3〜5日 => date:--09-03 date:--09-05
    9月3日～5日 => date:--09-03 date:--09-05
    8月30日から9月2日 => date:--08-30 date:--09-02
    9月3日と4日 => date:--09-03 date:--09-04
    3月から5月 => date:--03 date:--05
    2011〜2015年 => date:2011 date:2015
    2011年から2015年まで => date:2011 date:2015
    2021年に変化した => date:2021
    1973年に国交樹立 => date:1973
    一九七三年に => date:1973
    1990年代 => date:199X
    90年代 => date:199X
    九〇年代 => date:199X
    20世紀の90年代 => date:199X
    21世紀 => date:20XX
    二十一世紀に => date:20XX
    2023年第3四半期 => date:2023-Q3
    第3四半期 => date:--Q3
    2023年上半期 => date:2023-H1
    今年下半期 => date:--H2
    紀元前221年 => date:-0221
    旧暦1月1日 => lunar:--01-01
    旧暦の8月15日 => lunar:--08-15
    `,
  )
})

describe('times and durations', () => {
  testTable(
    find,
    `
    15:30に開始 => time:15:30
    午前9時 => time:09:00
    午後3時30分 => time:15:30
    午後3時半 => time:15:30
    午後三時 => time:15:00
    15時30分 => time:15:30
    3日間の訪問 => duration:P3D
    三日間 => duration:P3D
    2週間後 => duration:P2W
    3か月 => duration:P3M
    3カ月間 => duration:P3M
    三ヶ月 => duration:P3M
    10年ぶり => duration:P10Y
    十年 => duration:P10Y
    50周年 => duration:P50Y
    50年間 => duration:P50Y
    半年 => duration:P6M
    1年半 => duration:P18M
    2時間半 => duration:PT150M
    24時間 => duration:PT24H
    30分間 => duration:PT30M
    25歳 => duration:P25Y
    十分間 => duration:PT10M
    `,
  )
})

describe('numbers', () => {
  testTable(
    find,
    `
    百五人 => number:105
    三百五 => number:305
    一万二千人 => number:12000
    千二百三十四人 => number:1234
    百人 => number:100
    千人が => number:1000
    十五カ国 => number:15
    二十人 => number:20
    一五〇〇人 => number:1500
    一〇〇人 => number:100
    3万5000人 => number:35000
    3.5万 => number:35000
    3.5兆 => number:3.5e12
    1000億 => number:1e11
    一千億 => number:1e11
    1億2000万人 => number:120000000
    三億五千万 => number:350000000
    12,000人 => number:12000
    1,234.5 => number:1234.5
    3分の1 => number:0.333333
    3分の2の国 => number:0.666667
    三分の一 => number:0.333333
    半分以上 => number:0.5
    10〜15か国 => number:10 number:15
    2〜3万人 => number:20000 number:30000
    約100個 => number:100
    100人余り => number:100
    100余人 => number:100
    両国首脳 => number:2
    両国は => number:2
    二国間 => number:2
    三つの協定 => number:3
    6カ国協議 => number:6
    二人は => number:2
    `,
  )
})

describe('percentages and money', () => {
  testTable(
    find,
    `
    25% => percent:25
    25％ => percent:25
    25パーセント => percent:25
    二五％ => percent:25
    2.5ポイント上昇 => percent:2.5
    3割 => percent:30
    三割が => percent:30
    10〜15％ => percent:10 percent:15
    1000億円 => money:JPY:1e11
    1,000億円 => money:JPY:1e11
    一千億円 => money:JPY:1e11
    千円 => money:JPY:1000
    300万ドル => money:USD:3000000
    三百万米ドル => money:USD:3000000
    500万ユーロ => money:EUR:5000000
    100元 => money:CNY:100
    3兆5000億円 => money:JPY:3.5e12
    50億〜100億円 => money:JPY:5e9 money:JPY:1e10
    20億ウォン => money:KRW:2e9
    2000億ドン => money:VND:2e11
    ￥100 => money:JPY:100
    2万ドルを => money:USD:20000
    二・五％ => percent:2.5
    二五％増 => percent:25
    100ニュージーランドドル => money:NZD:100
    100NZドル => money:NZD:100
    `,
  )
})

describe('ordinals and sections', () => {
  testTable(
    find,
    `
    第8回会合 => ordinal:8
    第八回 => ordinal:8
    第2次世界大戦 => ordinal:2
    8回目 => ordinal:8
    2番目 => ordinal:2
    初めて => ordinal:1
    決議2231号 => ordinal:2231
    第5条 => section:5
    第五条第二項 => section:5 section:2
    憲法9条 => section:9
    第5条と第6条 => section:5 section:6
    第5条から第7条 => section:5 section:7
    第七章 => section:7
    （二）締約国は => section:2
    1. 締約国 => section:1
    `,
  )
})

describe('what is no quantity', () => {
  testTable(
    find,
    `
    数十年 => 
    数百人 => 
    数人 => 
    一方、 => 
    一部の国 => 
    統一した => 
    十分に検討 => 
    十分な => 
    東京と北京と京都 => 
    九州と四国 => 
    千葉県 => 
    一人の => 
    唯一の => 
    第三者 => 
    一帯一路 => 
    電話：03-1234-5678 => 
    090-1234-5678 => 
    5GとG20 => 
    9・11事件 => 
    一国二制度 => 
    両方とも => 
    一致した => 
    万一 => 
    三菱商事 => 
    日本の二重国籍 => 
    `,
  )
})
