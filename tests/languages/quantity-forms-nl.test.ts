import { describe } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { quantities } from '../../src/languages/nl/quantities.ts'
import { testTable } from './quantity-table.ts'

const find = createQuantityFinder(quantities)

describe('fractions and halves', () => {
  testTable(
    find,
    `
    een derde van de begroting => number:0.333333
    één derde deel => number:0.333333
    drie vijfde van de zetels => number:0.6
    drie-vijfde van de zetels => number:0.6
    driekwart miljoen => number:750000
    anderhalf keer zo veel => number:1.5
    anderhalve keer zoveel => number:1.5
    anderhalf miljard euro => money:EUR:1.5e9
    tweeënhalf miljoen => number:2500000
    twee en een half miljoen => number:2500000
    drieënhalf procent => percent:3.5
    zesenhalf uur => duration:PT390M
    vierenhalve ton => number:4.5
    een kwart miljoen => number:250000
    `,
  )
})

describe('durations', () => {
  testTable(
    find,
    `
    een kwartier => duration:PT15M
    drie kwartier => duration:PT45M
    een half uur => duration:PT30M
    een halfjaar => duration:P6M
    een half jaar later => duration:P6M
    zes maanden later => duration:P6M
    drie weken lang => duration:P3W
    veertien dagen => duration:P14D
    48 uur => duration:PT48H
    twee etmalen => duration:P2D
    vijf jaar en drie maanden => duration:P5Y duration:P3M
    een maand => duration:P1M
    vijftigjarige samenwerking => duration:P50Y
    `,
  )
})

describe('ranges', () => {
  testTable(
    find,
    `
    2015–2020 => date:2015 date:2020
    de jaren 2015-2020 => date:2015 date:2020
    van 2015 tot en met 2020 => date:2015 date:2020
    tussen 2015 en 2020 => date:2015 date:2020
    tussen 10 en 15 procent => percent:10 percent:15
    tussen de 10 en 15 procent => percent:10 percent:15
    10 tot 15 procent => percent:10 percent:15
    van 10 naar 15 procent => percent:10 percent:15
    van 3 tot 5 september => date:--09-03 date:--09-05
    3–5 september 2021 => date:2021-09-03 date:2021-09-05
    van 28 februari tot en met 2 maart 2024 => date:2024-02-28 date:2024-03-02
    zaterdag 3 september 2022 => date:2022-09-03
    in het weekend van 3 en 4 september => date:--09-03 date:--09-04
    `,
  )
})

describe('decades, centuries and fiscal years', () => {
  testTable(
    find,
    `
    de jaren negentig van de vorige eeuw => date:199X
    begin jaren tachtig => date:198X
    midden jaren 70 => date:197X
    eind jaren '60 => date:196X
    in de 19e eeuw => date:18XX
    begrotingsjaar 2023 => fiscal:2023
    boekjaar 2023/24 => fiscal:2023 fiscal:2024
    fiscaal jaar 2023 => fiscal:2023
    het begrotingsjaar 2023-2024 => fiscal:2023 fiscal:2024
    `,
  )
})

describe('ordinals', () => {
  testTable(
    find,
    `
    de achtste top => ordinal:8
    de 8e top => ordinal:8
    de 8ste top => ordinal:8
    de 21ste eeuw => date:20XX
    de tweeëntwintigste zitting => ordinal:22
    voor de derde keer => ordinal:3
    voor de eerste keer => ordinal:1
    `,
  )
})

describe('about so many', () => {
  testTable(
    find,
    `
    ruim drieduizend mensen => number:3000
    bijna 12,5 miljard => number:1.25e10
    circa 300 => number:300
    ca. 300 deelnemers => number:300
    zo'n 300 deelnemers => number:300
    ongeveer een derde van de tijd => number:0.333333
    een kleine 50 mensen => number:50
    meer dan duizend => number:1000
    `,
  )
})

describe('signs, degrees and points', () => {
  testTable(
    find,
    `
    12,5 miljard => number:1.25e10
    12.500 miljoen => number:1.25e10
    1.500 => number:1500
    1,5 => number:1.5
    1,500 => number:1.5
    1500 soldaten => number:1500
    37,5 °C => number:37.5
    37,5°C => number:37.5
    min 5 graden => number:5
    -5 °C => number:5
    30 graden => number:30
    2,5 procentpunten => percent:2.5
    een half procentpunt => percent:0.5
    0,5 procentpunt => percent:0.5
    `,
  )
})

describe('money', () => {
  testTable(
    find,
    `
    US$ 3 miljoen => money:USD:3000000
    $3 mln => money:USD:3000000
    3 miljoen dollar => money:USD:3000000
    3 miljoen US dollar => money:USD:3000000
    € 2,5 mld => money:EUR:2.5e9
    2.500 euro => money:EUR:2500
    € 1.234,56 => money:EUR:1234.56
    500 miljoen yuan => money:CNY:500000000
    500 miljoen renminbi => money:CNY:500000000
    30 miljard Vietnamese dong => money:VND:3e10
    `,
  )
})

describe('times of day', () => {
  testTable(
    find,
    `
    14.30 uur => time:14:30
    om 14.30 uur => time:14:30
    om half drie => time:02:30
    om half drie 's middags => time:14:30
    om kwart over twee => time:02:15
    om kwart voor drie => time:02:45
    om drie uur => time:03:00
    om drie uur 's middags => time:15:00
    14:30 u. => time:14:30
    van 9.00 tot 17.00 uur => time:09:00 time:17:00
    van 9 tot 17 uur => time:09:00 time:17:00
    om 9 uur 's ochtends => time:09:00
    's avonds om 8 uur => time:20:00
    `,
  )
})

describe('numbers that are labels', () => {
  testTable(
    find,
    `
    artikel 5, eerste lid => section:5 section:1
    artikelen 5, 6 en 7 => section:5 section:7
    §3.2 => section:3.2
    § 3.2 => section:3.2
    hoofdstuk 3 => section:3
    bijlage II => section:2
    paragraaf 3.2 => section:3.2
    kamer 302 => section:302
    zaal 4 => section:4
    spoor 5 => section:5
    vlucht KL881 => 
    lijn 5 => section:5
    postbus 1234 => 
    `,
  )
})

describe('telephone numbers, scores, versions', () => {
  testTable(
    find,
    `
    tel. 070-1234567 => 
    bel 0900-1234 => 
    +31 (0)20 123 4567 => 
    Nederland won met 3-1 => number:3 number:1
    het werd 3-1 => number:3 number:1
    de stand was 2–2 => number:2 number:2
    een gelijkspel (1-1) => number:1 number:1
    versie 2.0 => section:2.0
    versie 14 => section:14
    HTML5 en UTF-8 => 
    `,
  )
})

describe('amounts that nobody knows', () => {
  testTable(
    find,
    `
    enkele tientallen mensen => 
    tientallen doden => 
    honderden doden => 
    duizenden mensen => 
    miljoenen euro's => 
    honderdduizenden => 
    tienduizenden vluchtelingen => 
    een dozijn => 
    enkele honderden => 
    een paar duizend euro => 
    een tiental => number:10
    een tiental mensen => number:10
    een vijftigtal mensen => number:50
    tig keer => 
    een of twee dagen => 
    `,
  )
})

describe('days without a date', () => {
  testTable(
    find,
    `
    gisteren => 
    eergisteren, vandaag en morgen => 
    vorige week dinsdag => 
    afgelopen maandag => 
    volgend jaar => 
    vorige maand => 
    komende week => 
    deze eeuw => 
    elke dag => 
    om de dag => 
    dag en nacht => 
    van dag tot dag => 
    `,
  )
})

describe('numerals that count nothing', () => {
  testTable(
    find,
    `
    één voor één => 
    een van de leden => 
    eerste minister => 
    de derde wereld => 
    ten derde => 
    `,
  )
})

describe('other calendars', () => {
  testTable(
    find,
    `
    Reiwa 3 => date:2021
    de eerste dag van de eerste maanmaand => lunar:--01-01
    Chinees Nieuwjaar => 
    `,
  )
})

describe('other numbers', () => {
  testTable(
    find,
    `
    12.30 => number:12.3
    twaalf miljoen vijfhonderdduizend => number:12500000
    1,2 miljoen ton => number:1200000
    100.000 ton => number:100000
    50 procent => percent:50
    vijftig procent meer => percent:50
    honderd procent => percent:100
    twee op de drie => number:0.666667
    1 op de 10 => number:0.1
    verdubbeld => 
    drie keer zo groot => number:3
    driemaal => number:3
    2x zo groot => number:2
    vijfvoudig => number:5
    het G7-overleg => 
    de 27 EU-landen => number:27
    `,
  )
})

describe('forms of a date', () => {
  testTable(
    find,
    `
    27 november => date:--11-27
    27 nov. 2023 => date:2023-11-27
    27-11-2023 => date:2023-11-27
    1e kwartaal 2023 => date:2023-Q1
    eerste kwartaal van 2023 => date:2023-Q1
    Q1 => date:--Q1
    het eerste halfjaar van 2023 => date:2023-H1
    `,
  )
})

describe('what looks alike', () => {
  testTable(
    find,
    `
    twee en een half uur => duration:PT150M
    twee en een half procent => percent:2.5
    vanaf half acht => time:07:30
    om half 8 => time:07:30
    het is half acht => time:07:30
    half mei => date:--05
    tot half september => date:--09
    om half tien 's avonds => time:21:30
    kwart over drie 's middags => time:15:15
    kwart voor een => 
    een kwart voor de lidstaten => number:0.25
    van 3 tot 5 uur => time:03:00 time:05:00
    tussen 9 en 17 uur => time:09:00 time:17:00
    drie tot vijf uur => duration:PT3H duration:PT5H
    van 5 tot 10 procent => percent:5 percent:10
    rente 25 basispunten hoger => percent:0.25
    artikel 5(1) => section:5 section:1
    artikel 5 (2021) => section:5 date:2021
    op een dag in mei => date:--05
    een dag later => duration:P1D
    twee of drie keer => number:2 number:3
    twee, drie keer => number:2 number:3
    de lijn 5 => section:5
    Kamer 302 => section:302
    vlucht 370 => section:370
    derde landen => 
    de derde keer => ordinal:3
    de eerste minister van België => 
    de eerste vrouwelijke minister => ordinal:1
    zevende dag van de zevende maanmaand => lunar:--07-07
    anderhalf keer => number:1.5
    anderhalve meter => 
    één keer => 
    driekwart miljoen euro => number:750000
    `,
  )
})

describe('currencies, spans and the rest', () => {
  testTable(
    find,
    `
    30 miljard đồng => money:VND:3e10
    30 miljard Vietnamese đồng => money:VND:3e10
    ₫ 30.000 => money:VND:30000
    30.000₫ => money:VND:30000
    30.000 VND => money:VND:30000
    NT$ 5 miljoen => money:TWD:5000000
    HK$ 100 => money:HKD:100
    RMB 5 miljoen => money:CNY:5000000
    5 miljoen RMB => money:CNY:5000000
    tien biljoen dong => money:VND:1e13
    twaalfduizendvijfhonderd euro => money:EUR:12500
    2,3 à 2,5 miljard => number:2.3e9 number:2.5e9
    van 1,5 naar 2 procent => percent:1.5 percent:2
    tussen 1995 en 1999 => date:1995 date:1999
    tussen 3 en 5 september => date:--09-03 date:--09-05
    tussen september en november => date:--09 date:--11
    van januari t/m maart => date:--01 date:--03
    een jaar of tien => 
    een stuk of vijf => number:5
    een man of tien => number:10
    tegen de honderd => number:100
    de zomer van '69 => date:1969
    najaar 2023 => date:2023
    oud en nieuw => 
    Prinsjesdag 2023 => date:2023
    14.00-16.00 uur => time:14:00 time:16:00
    14:00 – 16:00 uur => time:14:00 time:16:00
    op 3 september om half drie => date:--09-03 time:02:30
    half september => date:--09
    `,
  )
})
