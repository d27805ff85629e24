import { describe, expect, test } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { quantities } from '../../src/languages/zh/quantities.ts'
import { surfacesIn, testTable } from './quantity-table.ts'

const find = createQuantityFinder(quantities)

describe('dates', () => {
  testTable(
    find,
    `
    协定于2021年9月3日签署。 => date:2021-09-03
    协定于二〇二一年九月三日签署。 => date:2021-09-03
    二○二一年九月三日 => date:2021-09-03
    二零二一年九月三日 => date:2021-09-03
    2021 年 9 月 3 日 => date:2021-09-03
    ２０２１年９月３日 => date:2021-09-03
    2021年9月3号 => date:2021-09-03
    2021年09月03日 => date:2021-09-03
    2021-09-03发布 => date:2021-09-03
    2021/9/3发布 => date:2021-09-03
    2021.9.3发布 => date:2021-09-03
    2021年9月签署 => date:2021-09
    二〇二一年九月 => date:2021-09
    2021年9月份 => date:2021-09
    9月3日抵达 => date:--09-03
    九月三日抵达 => date:--09-03
    十一月二十七日 => date:--11-27
    11月23日下午 => date:--11-23
    去年9月 => date:--09
    九月份的会议 => date:--09
    27日电 => date:---27
    11月27日元首会晤 => date:--11-27
    2月30日 => date:--02 date:---30
    2024年2月29日 => date:2024-02-29
    98年3月 => date:1998-03
    2021年9月3日至5日 => date:2021-09-03 date:2021-09-05
    9月3日至5日 => date:--09-03 date:--09-05
    9月3-5日 => date:--09-03 date:--09-05
    9月3日和4日 => date:--09-03 date:--09-04
    8月30日至9月2日 => date:--08-30 date:--09-02
    2021年8月30日至9月2日 => date:2021-08-30 date:2021-09-02
    1960年12月2日—2025年12月2日 => date:1960-12-02 date:2025-12-02
    2021年3月至5月 => date:2021-03 date:2021-05
    2020年3月至2021年5月 => date:2020-03 date:2021-05
    3月至5月 => date:--03 date:--05
    3至5月份 => date:--03 date:--05
    同年，双方见面 => 
    今年和去年 => 
    农历正月初一 => lunar:--01-01
    正月初一 => lunar:--01-01
    农历八月十五 => lunar:--08-15
    腊月二十三 => lunar:--12-23
    大年初一 => lunar:---01
    令和5年 => date:2023
    令和5年9月3日 => date:2023-09-03
    令和元年 => date:2019
    昭和50年 => date:1975
    光绪二十四年 => date:1898
    民国三十八年 => date:1949
    `,
  )
})

describe('years', () => {
  testTable(
    find,
    `
    2021年发生变化 => date:2021
    二〇二一年 => date:2021
    1982年《联合国海洋法公约》 => date:1982
    一九七三年建交 => date:1973
    98年 => date:1998
    九八年 => date:1998
    08年 => date:2008
    到2045年 => date:2045
    2011年至2015年 => date:2011 date:2015
    2011至2015年 => date:2011 date:2015
    2011-2015年 => date:2011 date:2015
    2011—2015年 => date:2011 date:2015
    (1975-2025) => date:1975 date:2025
    （1975—2025） => date:1975 date:2025
    2012年、2014年和2016年 => date:2012 date:2014 date:2016
    2030年议程 => date:2030
    2030议程 => date:2030
    北京2022 => date:2022
    2000人参加 => number:2000
    2000多年的历史 => duration:P2000Y
    公元前221年 => date:-0221
    公元618年 => date:0618
    2021年度报告 => date:2021
    2023财年 => fiscal:2023
    2023财政年度 => fiscal:2023
    2022/2023财年 => fiscal:2022 fiscal:2023
    上世纪90年代 => date:199X
    上世纪九十年代 => date:199X
    20世纪90年代 => date:199X
    二十世纪九十年代 => date:199X
    1990年代 => date:199X
    90年代 => date:199X
    19世纪80年代 => date:188X
    本世纪20年代 => date:202X
    21世纪 => date:20XX
    二十一世纪 => date:20XX
    2023年第三季度 => date:2023-Q3
    三季度 => date:--Q3
    2023年上半年 => date:2023-H1
    今年下半年 => date:--H2
    `,
  )
})

describe('times and durations', () => {
  testTable(
    find,
    `
    15:30开始 => time:15:30
    15：30开始 => time:15:30
    15时30分 => time:15:30
    15点30分 => time:15:30
    下午3时30分 => time:15:30
    下午三点半 => time:15:30
    下午3点一刻 => time:15:15
    上午9点 => time:09:00
    晚上八点 => time:20:00
    11月23日下午3时 => date:--11-23 time:15:00
    三点五十分 => time:03:50
    10:00-12:00 => time:10:00 time:12:00
    三天 => duration:P3D
    为期三天的访问 => duration:P3D
    为期5日的访问 => duration:P5D
    两周后 => duration:P2W
    三个星期 => duration:P3W
    十年 => duration:P10Y
    10年 => duration:P10Y
    未来十年的合作 => duration:P10Y
    建交65周年 => duration:P65Y
    50年的历程 => duration:P50Y
    十多年 => duration:P10Y
    10余年 => duration:P10Y
    半年 => duration:P6M
    半个月 => duration:P0.5M
    半小时 => duration:PT30M
    一年半 => duration:P18M
    三年半 => duration:P42M
    两个半小时 => duration:PT150M
    三个月 => duration:P3M
    3个多月 => duration:P3M
    18个月 => duration:P18M
    十五分钟 => duration:PT15M
    三至五年 => duration:P3Y duration:P5Y
    3-5年 => duration:P3Y duration:P5Y
    24小时 => duration:PT24H
    三个世纪 => duration:P300Y
    25岁 => duration:P25Y
    一年后 => duration:P1Y
    前三年 => duration:P3Y
    30秒 => duration:PT30S
    几十年 => 
    多年来 => 
    星期三和周五 => 
    `,
  )
})

describe('numbers', () => {
  testTable(
    find,
    `
    一千二百三十四 => number:1234
    一万二千人 => number:12000
    一万二 => number:12000
    一万零五 => number:10005
    一千零五十 => number:1050
    三百五 => number:350
    十五个国家 => number:15
    廿五 => number:25
    两千人 => number:2000
    两万五千里 => number:25000
    二十 => number:20
    二十两银子 => number:20
    两千两百 => number:2200
    一百零八 => number:108
    十万 => number:100000
    三百万 => number:3000000
    3.5万 => number:35000
    3.5万亿 => number:3.5e12
    1000亿 => number:1e11
    一千亿 => number:1e11
    1000多亿 => number:1e11
    三十多万 => number:300000
    100 亿 => number:1e10
    1亿2000万 => number:120000000
    三亿五千万 => number:350000000
    1.2億 => number:120000000
    12,000人 => number:12000
    1,234.5 => number:1234.5
    １２３人 => number:123
    0.125 => number:0.125
    三点五 => number:3.5
    二十五点零五 => number:25.05
    三点五亿 => number:350000000
    三分之一 => number:0.333333
    三分之二的成员 => number:0.666667
    十分之七 => number:0.7
    万分之一 => number:0.0001
    一半 => number:0.5
    2½公里 => number:2.5
    3/4 => number:0.75
    10至15个国家 => number:10 number:15
    介于10和15之间 => number:10 number:15
    二至三百万人 => number:2000000 number:3000000
    2至3万人 => number:20000 number:30000
    三到五名 => number:3 number:5
    约100个 => number:100
    近30名 => number:30
    逾500人 => number:500
    100多个国家 => number:100
    三百余名代表 => number:300
    两国领导人 => number:2
    两项协议 => number:2
    三名代表 => number:3
    六国代表团 => number:6
    六方会谈 => number:6
    27个成员国 => number:27
    百万人口 => number:1000000
    提出三点建议 => number:3
    3点建议 => number:3
    5千米 => number:5
    三千克 => number:3
    5兆瓦 => number:5
    两倍 => number:2
    零下5度 => number:5
    几十个 => 
    数百人 => 
    十几个 => 
    三四十人 => 
    两三个 => 
    成千上万 => 
    `,
  )
})

describe('percentages and money', () => {
  testTable(
    find,
    `
    25% => percent:25
    25％ => percent:25
    25 % => percent:25
    百分之二十五 => percent:25
    百分之25 => percent:25
    百分之二十五点五 => percent:25.5
    百分之百 => percent:100
    百分百 => percent:100
    2.5个百分点 => percent:2.5
    半个百分点 => percent:0.5
    三成 => percent:30
    三成为女性 => 
    10%至15% => percent:10 percent:15
    10至15% => percent:10 percent:15
    10-15% => percent:10 percent:15
    百分之十到十五 => percent:10 percent:15
    百分之十至百分之十五 => percent:10 percent:15
    千分之三 => percent:0.3
    5‰ => percent:0.5
    1000亿日元 => money:JPY:1e11
    一千亿日元 => money:JPY:1e11
    1000多亿日元 => money:JPY:1e11
    千亿日元 => money:JPY:1e11
    1000亿円 => money:JPY:1e11
    300万美元 => money:USD:3000000
    三百万美元 => money:USD:3000000
    US$300万 => money:USD:3000000
    500万欧元 => money:EUR:5000000
    €500万 => money:EUR:5000000
    100元 => money:CNY:100
    一百元 => money:CNY:100
    人民币100元 => money:CNY:100
    100元人民币 => money:CNY:100
    ￥100 => money:CNY:100
    3.5万亿元 => money:CNY:3.5e12
    50亿至100亿日元 => money:JPY:5e9 money:JPY:1e10
    5至10亿美元 => money:USD:500000000 money:USD:1e9
    2000亿越南盾 => money:VND:2e11
    20亿韩元 => money:KRW:2e9
    100多美元 => money:USD:100
    国家元首和元旦 => 
    `,
  )
})

describe('ordinals and sections', () => {
  testTable(
    find,
    `
    第八次 => ordinal:8
    第八届会议 => ordinal:8
    第8 => ordinal:8
    第 8 次 => ordinal:8
    第二十五次 => ordinal:25
    第一百零一 => ordinal:101
    第二次世界大战 => ordinal:2
    第一次 => ordinal:1
    首次访问 => ordinal:1
    首届峰会 => ordinal:1
    十九届 => ordinal:19
    第2231号决议 => ordinal:2231
    2231号决议 => ordinal:2231
    第一时间 => 
    第三方 => 
    第五条 => section:5
    第5条 => section:5
    第 5 条 => section:5
    第五条第二款 => section:5 section:2
    第七章 => section:7
    第三节 => section:3
    第5.2.1节 => section:5.2.1
    第五条和第六条 => section:5 section:6
    第五、六条 => section:5 section:6
    第五至第七条 => section:5 section:7
    第312页 => section:312
    附件一 => section:1
    附件2 => section:2
    一、双方同意 => section:1
    （二）双方同意 => section:2
    (2) 双方同意 => section:2
    3. 双方同意 => section:3
    `,
  )
})

describe('what is no quantity', () => {
  testTable(
    find,
    `
    一起 => 
    一些国家 => 
    统一 => 
    统一个标准 => 
    一致认为 => 
    十分重要 => 
    万一下雨 => 
    千万别来 => 
    一个国家 => 
    一位部长 => 
    一带一路 => 
    一国两制 => 
    四川和九江 => 
    三亚 => 
    两岸关系 => 
    三位一体 => 
    四面八方 => 
    五花八门 => 
    半导体 => 
    十四五规划 => 
    二十国集团 => 
    3.2.1 概述 => 
    版本2.4.1 => section:2.4.1
    192.168.1.10 => 
    A380和F-16 => 
    G20与COVID-19 => 
    H5N1病毒 => 
    5G网络 => 
    9·11事件 => 
    电话：010-12345678 => 
    手机13812345678 => 
    +86 10 1234 5678 => 
    https://example.cn/2021/09/03/a.html => 
    唯一一次 => 
    进一步 => 
    百姓和百货 => 
    十分钟 => duration:PT10M
    十分之一 => number:0.1
    `,
  )
})

describe('places', () => {
  test('say what they cover', () => {
    expect(surfacesIn(find, '2021年9月，约300万美元（25%）用于第八次会议。')).toEqual([
      '2021年9月 = date:2021-09',
      '300万美元 = money:USD:3000000',
      '25% = percent:25',
      '第八次 = ordinal:8',
    ])
    expect(surfacesIn(find, '两国于9月3日至5日举行会谈')).toEqual([
      '两 = number:2',
      '9月3日 = date:--09-03',
      '5日 = date:--09-05',
    ])
  })

  test('hold in traditional characters', () => {
    expect(surfacesIn(find, '兩國於二〇二一年簽署三項協議，總額三百萬歐元，佔百分之五點五。')).toEqual([
      '兩 = number:2',
      '二〇二一年 = date:2021',
      '三 = number:3',
      '三百萬歐元 = money:EUR:3000000',
      '百分之五點五 = percent:5.5',
    ])
  })
})
