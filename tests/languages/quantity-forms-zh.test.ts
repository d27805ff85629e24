import { describe } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { quantities } from '../../src/languages/zh/quantities.ts'
import { testTable } from './quantity-table.ts'

const find = createQuantityFinder(quantities)

describe('fractions and multiples', () => {
  testTable(
    find,
    `
    三分之一 => number:0.333333
    预算的三分之一 => number:0.333333
    五分之三的席位 => number:0.6
    一点五倍 => number:1.5
    两个半 => 
    一百五十万 => number:1500000
    150万 => number:1500000
    两百五十万 => number:2500000
    250万 => number:2500000
    二百五十万 => number:2500000
    `,
  )
})

describe('durations', () => {
  testTable(
    find,
    `
    一个半月 => duration:P1.5M
    两年半 => duration:P30M
    半年后 => duration:P6M
    六个月 => duration:P6M
    三个星期 => duration:P3W
    三周 => duration:P3W
    三個星期 => duration:P3W
    一刻钟 => duration:PT15M
    三刻钟 => duration:PT45M
    半小时 => duration:PT30M
    半個小時 => duration:PT30M
    两天半 => duration:PT60H
    四十八小时 => duration:PT48H
    `,
  )
})

describe('ranges', () => {
  testTable(
    find,
    `
    2015-2020年 => date:2015 date:2020
    2015年至2020年 => date:2015 date:2020
    2015—2020年 => date:2015 date:2020
    2015～2020年 => date:2015 date:2020
    二〇一五年至二〇二〇年 => date:2015 date:2020
    10%至15% => percent:10 percent:15
    10%到15%之间 => percent:10 percent:15
    10%-15% => percent:10 percent:15
    从10%升至15% => percent:10 percent:15
    由10%增加到15% => percent:10 percent:15
    在10%和15%之间 => percent:10 percent:15
    9月3日至5日 => date:--09-03 date:--09-05
    9月3至5日 => date:--09-03 date:--09-05
    3至5日 => date:---03 date:---05
    3日至5日 => date:---03 date:---05
    9月3日到9月5日 => date:--09-03 date:--09-05
    2024年2月28日至3月2日 => date:2024-02-28 date:2024-03-02
    2022年9月3日（星期六） => date:2022-09-03
    `,
  )
})

describe('decades, centuries and fiscal years', () => {
  testTable(
    find,
    `
    上世纪90年代 => date:199X
    上個世紀90年代 => date:199X
    20世纪80年代初 => date:198X
    七十年代末 => date:197X
    19世纪 => date:18XX
    十九世紀 => date:18XX
    2000年代 => date:200X
    2023财年 => fiscal:2023
    2023財年 => fiscal:2023
    2023-2024财年 => fiscal:2023 fiscal:2024
    2023至2024财年 => fiscal:2023 fiscal:2024
    `,
  )
})

describe('ordinals', () => {
  testTable(
    find,
    `
    第八次峰会 => ordinal:8
    第8次峰会 => ordinal:8
    第八屆峰會 => ordinal:8
    第二十二屆 => ordinal:22
    第三次 => ordinal:3
    第十五 => ordinal:15
    `,
  )
})

describe('about so many', () => {
  testTable(
    find,
    `
    近3000人 => number:3000
    约三千人 => number:3000
    將近三千人 => number:3000
    逾125亿 => number:1.25e10
    近125亿元 => money:CNY:1.25e10
    超过一千人 => number:1000
    300人左右 => number:300
    三百人上下 => number:300
    `,
  )
})

describe('signs, degrees and points', () => {
  testTable(
    find,
    `
    125亿 => number:1.25e10
    一百二十五亿 => number:1.25e10
    1,500 => number:1500
    1.5 => number:1.5
    1500名士兵 => number:1500
    37.5℃ => number:37.5
    37.5摄氏度 => number:37.5
    零下5℃ => number:5
    零下五度 => number:5
    -5℃ => number:5
    30度 => number:30
    2.5个百分点 => percent:2.5
    半个百分点 => percent:0.5
    0.5個百分點 => percent:0.5
    50个基点 => percent:0.5
    `,
  )
})

describe('money', () => {
  testTable(
    find,
    `
    300万美元 => money:USD:3000000
    三百萬美元 => money:USD:3000000
    US$300万 => money:USD:3000000
    25亿欧元 => money:EUR:2.5e9
    25億歐元 => money:EUR:2.5e9
    2500欧元 => money:EUR:2500
    5亿元 => money:CNY:500000000
    人民币5亿元 => money:CNY:500000000
    5亿元人民币 => money:CNY:500000000
    5億人民幣 => money:CNY:500000000
    新台币5亿元 => money:TWD:500000000
    5億元新台幣 => money:TWD:500000000
    300亿越南盾 => money:VND:3e10
    300亿越盾 => money:VND:3e10
    300億越盾 => money:VND:3e10
    港币100元 => money:HKD:100
    日币100元 => money:JPY:100
    100塊錢 => money:CNY:100
    `,
  )
})

describe('times of day', () => {
  testTable(
    find,
    `
    下午2点半 => time:14:30
    下午两点半 => time:14:30
    下午2點半 => time:14:30
    14时30分 => time:14:30
    14點30分 => time:14:30
    14：30 => time:14:30
    两点半 => time:02:30
    两点一刻 => time:02:15
    上午9时至下午5时 => time:09:00 time:17:00
    上午九点到十一点 => time:09:00 time:11:00
    9点至11点 => time:09:00 time:11:00
    凌晨3点 => time:03:00
    晚上10点 => time:22:00
    中午12点 => time:12:00
    `,
  )
})

describe('numbers that are labels', () => {
  testTable(
    find,
    `
    第五条第一款 => section:5 section:1
    第五條第一款 => section:5 section:1
    第5、6、7条 => section:5 section:7
    第五、六、七条 => section:5 section:7
    §3.2 => section:3.2
    第3.2节 => section:3.2
    附件二 => section:2
    302号房间 => section:302
    302房间 => section:302
    302室 => section:302
    4号厅 => section:4
    12号楼 => section:12
    5号站台 => section:5
    5号线 => section:5
    12路公交车 => section:12
    `,
  )
})

describe('telephone numbers, scores, versions', () => {
  testTable(
    find,
    `
    邮政编码100080 => 
    电话：010-6512 3456 => 
    拨打110 => 
    3比1获胜 => number:3 number:1
    以3:1获胜 => number:3 number:1
    3-1战胜 => number:3 number:1
    二比二战平 => number:2 number:2
    2.0版 => section:2.0
    2.0版本 => section:2.0
    版本2.0 => section:2.0
    第14版 => ordinal:14
    `,
  )
})

describe('amounts that nobody knows', () => {
  testTable(
    find,
    `
    数十人 => 
    數十人 => 
    几十人 => 
    上百人 => 
    上百名 => 
    上千人 => 
    上万人 => 
    上百万 => 
    数百名 => 
    数千人 => 
    数千万元 => 
    成百上千 => 
    好几百 => 
    几百年 => 
    百余人 => 
    近百人 => 
    近百名 => 
    千余名 => 
    十余人 => number:10
    十来个 => number:10
    三五天 => 
    两三天 => 
    一两天 => 
    七八个 => 
    `,
  )
})

describe('days without a date', () => {
  testTable(
    find,
    `
    昨天 => 
    前天 => 
    今天和明天 => 
    上周二 => 
    下周一 => 
    明年 => 
    上个月 => 
    本世纪 => 
    每天 => 
    一天 => duration:P1D
    有一天 => 
    一天天 => 
    日日夜夜 => 
    `,
  )
})

describe('numerals that count nothing', () => {
  testTable(
    find,
    `
    一个接一个 => 
    成员之一 => 
    第三世界 => 
    第三方 => 
    `,
  )
})

describe('other calendars', () => {
  testTable(
    find,
    `
    令和三年 => date:2021
    康熙五十年 => date:1711
    民国110年 => date:2021
    民國一一〇年 => date:2021
    明治元年 => date:1868
    光緒二十四年 => date:1898
    乾隆六十年 => date:1795
    农历正月初一 => lunar:--01-01
    農曆正月初一 => lunar:--01-01
    农历甲辰年 => 
    甲辰年 => 
    甲辰年正月初一 => lunar:--01-01
    八月十五中秋节 => lunar:--08-15
    农历八月十五日 => lunar:--08-15
    二〇二四年二月十日 => date:2024-02-10
    `,
  )
})

describe('other numbers', () => {
  testTable(
    find,
    `
    120万吨 => number:1200000
    10万吨 => number:100000
    百分之百 => percent:100
    三分之二 => number:0.666667
    十分之一 => number:0.1
    增长一倍 => 
    翻一番 => 
    三倍 => number:3
    27个欧盟国家 => number:27
    `,
  )
})

describe('forms of a date', () => {
  testTable(
    find,
    `
    11月27日 => date:--11-27
    十一月廿七日 => date:--11-27
    二零二三年十一月二十七日 => date:2023-11-27
    ２０２３年１１月２７日 => date:2023-11-27
    １２．５亿 => number:1.25e9
    １，５００人 => number:1500
    卅年 => duration:P30Y
    廿一世纪 => date:20XX
    俩人 => number:2
    兩岸 => 
    2023年第一季度 => date:2023-Q1
    2023年一季度 => date:2023-Q1
    2023年上半年 => date:2023-H1
    二十多岁 => duration:P20Y
    四十不惑 => 
    三十而立 => 
    一五一十 => 
    乱七八糟 => 
    五一劳动节 => 
    十一黄金周 => 
    六一儿童节 => 
    九一八事变 => 
    三八妇女节 => 
    十月革命 => 
    五四运动 => 
    双十一 => 
    十三五规划 => 
    百年 => 
    千年古都 => 
    百年老店 => 
    万里长城 => 
    三公里 => number:3
    `,
  )
})

describe('what looks alike', () => {
  testTable(
    find,
    `
    三双鞋 => number:3
    双一流大学 => 
    双方同意 => 
    一比一 => number:1 number:1
    2024年比2023年增长5% => date:2024 date:2023 percent:5
    五比三通过 => number:5 number:3
    两室一厅 => 
    三个房间 => number:3
    三间房间 => number:3
    房间里有3个人 => number:3
    第3版 => ordinal:3
    第三版 => ordinal:3
    3版 => section:3
    二十两 => number:20
    一两个 => 
    三人一组 => number:3
    十一点半 => time:11:30
    下午三点到五点 => time:15:00 time:17:00
    民国三十八年十月 => date:1949-10
    光绪二十四年八月 => date:1898
    5号公告 => ordinal:5
    4月5号 => date:--04-05
    他们俩 => 
    俩孩子 => number:2
    下调25個基點 => percent:0.25
    25-50个基点 => percent:0.25 percent:0.5
    致电12345 => 
    新币100元 => money:SGD:100
    10路公交车 => section:10
    一路平安 => 
    2.5版本 => section:2.5
    ２０２１，２０２２ => number:2021 number:2022
    一刻也不能停 => 
    两刻钟 => duration:PT30M
    `,
  )
})

describe('currencies, spans and the rest', () => {
  testTable(
    find,
    `
    300亿盾 => number:3e10
    NT$5亿 => money:TWD:500000000
    HK$100 => money:HKD:100
    30万亿越南盾 => money:VND:3e13
    人民币5亿 => money:CNY:500000000
    5亿人民币 => money:CNY:500000000
    从1.5%降至1% => percent:1.5 percent:1
    在9月3日至5日期间 => date:--09-03 date:--09-05
    上世纪八九十年代 => 
    八九十年代 => 
    七八十人 => 
    20世纪八十年代和九十年代 => date:198X date:199X
    1980年代和1990年代 => date:198X date:199X
    14时至16时 => time:14:00 time:16:00
    下午2时至4时 => time:14:00 time:16:00
    上午10时30分 => time:10:30
    晚上8点半 => time:20:30
    凌晨两点半 => time:02:30
    一个世纪 => duration:P100Y
    十年来 => duration:P10Y
    近十年 => duration:P10Y
    十几年 => 
    数百年 => 
    上千年 => 
    好几年 => 
    几个月 => 
    数月 => 
    多次 => 
    几次 => 
    一百多人 => number:100
    一千余人 => number:1000
    上亿 => 
    近亿 => 
    数以万计 => 
    数以百计 => 
    几百万 => 
    几亿元 => 
    成千上万的人 => 
    半数以上 => number:0.5
    过半 => 
    大半年 => 
    小半 => 
    三分钟 => duration:PT3M
    `,
  )
})
