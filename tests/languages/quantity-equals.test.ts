import { describe, expect, test } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { quantities as en } from '../../src/languages/en/quantities.ts'
import { quantities as nl } from '../../src/languages/nl/quantities.ts'
import { quantities as zh } from '../../src/languages/zh/quantities.ts'
import { keysIn } from './quantity-table.ts'

const finders = { nl: createQuantityFinder(nl), en: createQuantityFinder(en), zh: createQuantityFinder(zh) }

/** The same in Dutch | English | simplified | traditional Chinese => its key; nothing after the arrow: no quantity. */
const table = `
een derde van de leden | a third of the members | 三分之一的成员 | 三分之一的成員 => number:0.333333
anderhalf miljoen | one and a half million | 一百五十万 | 150萬 => number:1500000
tweeënhalf miljoen | two-and-a-half million | 二百五十万 | 兩百五十萬 => number:2500000
driekwart miljoen | three quarters of a million | 75万 | 七十五萬 => number:750000
twee en een half procent | two and a half percent | 百分之二点五 | 百分之二點五 => percent:2.5
de jaren negentig | the nineties | 上世纪90年代 | 上個世紀九十年代 => date:199X
begrotingsjaar 2023 | fiscal 2023 | 2023财年 | 2023財年 => fiscal:2023
van 3 tot 5 september | September 3 to 5 | 9月3日至5日 | 九月三日至五日 => date:--09-03 date:--09-05
de periode 2015–2020 | the 2015–2020 period | 2015—2020年 | 二〇一五至二〇二〇年 => date:2015 date:2020
tussen 10 en 15 procent | between 10 and 15 percent | 10%至15% | 百分之十至十五 => percent:10 percent:15
de achtste keer | the 8th time | 第八次 | 第８次 => ordinal:8
de 8e zitting | the eighth session | 第八届会议 | 第八屆會議 => ordinal:8
drie weken | three weeks | 三个星期 | 三週 => duration:P3W
een halfjaar | half a year | 半年 | 半年 => duration:P6M
zes maanden | six months | 六个月 | 六個月 => duration:P6M
een kwartier | a quarter of an hour | 一刻钟 | 一刻鐘 => duration:PT15M
drie kwartier | three quarters of an hour | 三刻钟 | 三刻鐘 => duration:PT45M
tweeënhalf uur | two and a half hours | 两个半小时 | 兩個半小時 => duration:PT150M
14.30 uur | 2:30 pm | 下午2点半 | 下午兩點半 => time:14:30
half drie 's middags | half past two in the afternoon | 下午两点半 | 下午2點半 => time:14:30
van 9 tot 11 uur | 9-11 am | 上午九点到十一点 | 上午9點至11點 => time:09:00 time:11:00
ruim drieduizend mensen | nearly 3,000 people | 约三千人 | 近3000人 => number:3000
12,5 miljard | 12.5 billion | 125亿 | 一百二十五億 => number:1.25e10
1.500 | 1,500 | 1500 | １，５００ => number:1500
1,5 | 1.5 | 1.5 | １．５ => number:1.5
min 5 graden | minus 5 degrees | 零下5度 | 零下五度 => number:5
2,5 procentpunt | 2.5 percentage points | 2.5个百分点 | 2.5個百分點 => percent:2.5
25 basispunten | 25 basis points | 25个基点 | 25個基點 => percent:0.25
US$ 3 miljoen | US$3 million | 300万美元 | 三百萬美元 => money:USD:3000000
€ 2,5 mld | €2.5bn | 25亿欧元 | 25億歐元 => money:EUR:2.5e9
500 miljoen yuan | RMB 500 million | 5亿元人民币 | 人民幣5億元 => money:CNY:500000000
300 miljard Vietnamese dong | VND 300 billion | 3000亿越盾 | 3000億越南盾 => money:VND:3e11
artikel 5, tweede lid | Article 5(2) | 第五条第二款 | 第5條第2款 => section:5 section:2
§3.2 | § 3.2 | §3.2 | 第3.2節 => section:3.2
kamer 302 | room 302 | 302号房间 | 302號房間 => section:302
Reiwa 3 | Reiwa 3 | 令和三年 | 令和3年 => date:2021
vijftiende dag van de achtste maanmaand | the fifteenth day of the eighth lunar month | 农历八月十五 | 農曆八月十五 => lunar:--08-15
27 november | 27 November | 11月27日 | 十一月廿七日 => date:--11-27
het werd 3-1 | won 3-1 | 3比1获胜 | 三比一獲勝 => number:3 number:1
tientallen mensen | dozens of people | 几十人 | 數十人 =>
honderden mensen | hundreds of people | 上百人 | 數百人 =>
duizenden mensen | thousands of people | 数千人 | 上千人 =>
twee of drie dagen | two or three days | 两三天 | 兩三天 =>
gisteren | yesterday | 昨天 | 昨天 =>
vorige week dinsdag | last Tuesday | 上周二 | 上週二 =>
de derde wereld | the third world | 第三世界 | 第三世界 =>
versie 14 | version 14 | 14版 | 版本14 => section:14
+31 20 123 45 67 | +31 20 123 45 67 | 电话：010-12345678 | 電話：010-12345678 =>
`

const rows = table.split('\n').filter((line) => line.includes('=>'))

describe('the same in every language', () => {
  test.each(rows)('%s', (row) => {
    const [texts = '', keys = ''] = row.split('=>').map((part) => part.trim())
    const [dutch = '', english = '', simplified = '', traditional = ''] = texts.split(' | ')
    const read = (finder: keyof typeof finders, text: string): string => keysIn(finders[finder], text).join(' ')
    expect([read('nl', dutch), read('en', english), read('zh', simplified), read('zh', traditional)]).toEqual([
      keys,
      keys,
      keys,
      keys,
    ])
  })
})

describe('what is written for another reign', () => {
  test.each([
    ['康熙五十年', 'date:1711'],
    ['光緒二十四年', 'date:1898'],
    ['民国110年', 'date:2021'],
    ['民國一一〇年', 'date:2021'],
    ['甲辰年', ''],
  ])('%s', (text, key) => expect(keysIn(finders.zh, text).join(' ')).toBe(key))
})
