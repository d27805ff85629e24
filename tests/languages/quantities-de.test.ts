import { describe, expect, test } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { quantities } from '../../src/languages/de/quantities.ts'
import { surfacesIn, testTable } from './quantity-table.ts'

const find = createQuantityFinder(quantities)

describe('dates', () => {
  testTable(
    find,
    `
    Das Abkommen wurde am 3. September 2021 geschlossen. => date:2021-09-03
    am 3. Sept. 2021 unterzeichnet => date:2021-09-03
    gültig ab 1. Jan. 2024 => date:2024-01-01
    am Freitag, dem 3. September => date:--09-03
    am dritten September => date:--09-03
    am 27. November kam sie an => date:--11-27
    Am 27. NOVEMBER 2023 => date:2023-11-27
    am 1. Jänner 2020 => date:2020-01-01
    am 3. 10. 2021 => date:2021-10-03
    am 03.10.2021 => date:2021-10-03
    am 3.10.2021 => date:2021-10-03
    veröffentlicht: 28/11/2023 => date:2023-11-28
    veröffentlicht: 2023-11-28 => date:2023-11-28
    am 3.10. in Berlin => date:--10-03
    am 3. 10. in Berlin => date:--10-03
    im September 2021 unterzeichnet => date:2021-09
    Ende September reist er ab => date:--09
    Bis Mai blieb es ruhig. => date:--05
    September des Jahres 2021 => date:2021-09
    der Maibaum und die Märzfliege => 
    der August war da => 
    im Aug. war es warm => date:--08
    am 29. Februar 2024 => date:2024-02-29
    vom 3. bis 5. September 2021 => date:2021-09-03 date:2021-09-05
    vom 3. bis zum 5. September => date:--09-03 date:--09-05
    3.–5. September 2021 => date:2021-09-03 date:2021-09-05
    am 3. und 4. September 2021 => date:2021-09-03 date:2021-09-04
    in der Nacht vom 3. auf den 4. September => date:--09-03 date:--09-04
    am 3. und am 4. September => date:--09-03 date:--09-04
    vom 30. August bis 2. September 2021 => date:2021-08-30 date:2021-09-02
    vom 30. August bis zum 2. September 2021 => date:2021-08-30 date:2021-09-02
    von März bis Mai 2021 => date:2021-03 date:2021-05
    von März 2020 bis Mai 2021 => date:2020-03 date:2021-05
    im März und April 2021 => date:2021-03 date:2021-04
    28.11.2023 – 30.11.2023 => date:2023-11-28 date:2023-11-30
    Am 3. September 2021 um 15.30 Uhr => date:2021-09-03 time:15:30
    `,
  )
})

describe('years', () => {
  testTable(
    find,
    `
    Im Jahr 2021 wurde das anders. => date:2021
    2021 wurde das anders. => date:2021
    seit 1973 => date:1973
    bis 2045 klimaneutral => date:2045
    zwischen 2011 und 2015 => date:2011 date:2015
    von 2011 bis 2015 => date:2011 date:2015
    im Zeitraum 2011–2015 => date:2011 date:2015
    in der Saison 2021/22 => date:2021 date:2022
    (1975-2025) => date:1975 date:2025
    sein Buch (2012) wurde bekannt => date:2012
    das Übereinkommen von 1982 => date:1982
    die Agenda 2030 für nachhaltige Entwicklung => date:2030
    2012, 2014 und 2016 => date:2012 date:2014 date:2016
    es kamen 2000 Menschen => number:2000
    sie wurde 2021 gewählt => date:2021
    das 2021 geschlossene Abkommen => date:2021
    dort leben 2014 Luchse => number:2014
    rund 2000 neue Luchse => number:2000
    eine Höhe von 2012 Metern => number:2012
    anno 1648 => date:1648
    221 v. Chr. wurde das Reich eins => date:-0221
    im Jahr 221 vor Christus => date:-0221
    Haushaltsjahr 2023 => fiscal:2023
    im Geschäftsjahr 2022/2023 => fiscal:2022 fiscal:2023
    in den 1990er Jahren => date:199X
    in den 1990er-Jahren => date:199X
    die 90er Jahre => date:199X
    die 90er-Jahre => date:199X
    die Neunzigerjahre => date:199X
    in den neunziger Jahren => date:199X
    in den Achtzigerjahren des 19. Jahrhunderts => date:188X
    in den 70er und 80er Jahren => date:197X date:198X
    im 21. Jahrhundert => date:20XX
    im einundzwanzigsten Jahrhundert => date:20XX
    im 19. und 20. Jahrhundert => date:18XX date:19XX
    im 5. Jh. v. Chr. => date:04XX
    das dritte Quartal 2023 => date:2023-Q3
    im 3. Quartal 2023 => date:2023-Q3
    im ersten Quartal => date:--Q1
    in der ersten Jahreshälfte 2023 => date:2023-H1
    im zweiten Halbjahr 2023 => date:2023-H2
    im 1. Halbjahr 2023 => date:2023-H1
    `,
  )
})

describe('times and durations', () => {
  testTable(
    find,
    `
    um 15:30 Uhr => time:15:30
    um 15.30 Uhr => time:15:30
    um 8 Uhr => time:08:00
    um 15 Uhr 30 => time:15:30
    um 8 Uhr abends => time:20:00
    um 10 Uhr morgens => time:10:00
    von 10:00 bis 12:00 Uhr => time:10:00 time:12:00
    von 10 bis 12 Uhr => time:10:00 time:12:00
    ein Besuch von drei Tagen => duration:P3D
    ein dreitägiger Besuch => duration:P3D
    die zweitägige Konferenz => duration:P2D
    zwei Wochen später => duration:P2W
    zehn Jahre => duration:P10Y
    das 65-jährige Bestehen => duration:P65Y
    ein zweijähriger Plan => duration:P2Y
    ein halbes Jahr => duration:P6M
    eine halbe Stunde => duration:PT30M
    anderthalb Jahre => duration:P18M
    zweieinhalb Jahre => duration:P30M
    zwei Stunden und 30 Minuten => duration:PT2H duration:PT30M
    zehn bis fünfzehn Minuten => duration:PT10M duration:PT15M
    3-5 Jahre => duration:P3Y duration:P5Y
    zwei Jahrzehnte => duration:P20Y
    drei Jahrhunderte => duration:P300Y
    ein Jahr nach der Wahl => duration:P1Y
    18 Monate => duration:P18M
    `,
  )
})

describe('numbers', () => {
  testTable(
    find,
    `
    12.000 Menschen => number:12000
    1.234,5 Kilo => number:1234.5
    1'234.5 Kilo => number:1234.5
    1’234’567 Franken => money:CHF:1234567
    1 000 000 Einwohner => number:1000000
    1\u00a0000\u00a0000 Einwohner => number:1000000
    1\u202f000 Einwohner => number:1000
    12,5 Grad => number:12.5
    0,125 Liter => number:0.125
    3,5 Mio. Hektar => number:3500000
    100 Milliarden => number:1e11
    12,5 Mrd. => number:1.25e10
    tausend Milliarden => number:1e12
    zwei Billionen => number:2e12
    einundzwanzig Staaten => number:21
    siebenundneunzig => number:97
    dreihundert => number:300
    dreihundertfünfundvierzig => number:345
    zweihundertfünfzigtausend => number:250000
    eintausendzweihundert => number:1200
    zwei Millionen dreihunderttausend => number:2300000
    hundertundfünf => number:105
    neunzehnhundert => number:1900
    anderthalb Millionen => number:1500000
    zweieinhalb Millionen => number:2500000
    eine halbe Million => number:500000
    eine Million Flüchtlinge => number:1000000
    dreissig Kantone => number:30
    ein Drittel der Mitglieder => number:0.333333
    das dritte Mal => ordinal:3
    zwei Drittel der Mitglieder => number:0.666667
    drei Viertel der Zeit => number:0.75
    ein Viertel der Zeit => number:0.25
    die Hälfte der Stimmen => number:0.5
    jeder fünfte Bürger => number:0.2
    3/4 der Zeit => number:0.75
    2½ Kilometer => number:2.5
    zwischen 10 und 15 Ländern => number:10 number:15
    2 bis 3 Millionen => number:2000000 number:3000000
    mehr als 100 Länder => number:100
    die 27 Mitgliedstaaten => number:27
    ein Land und ein Volk => 
    zweimal => number:2
    fünffach => number:5
    -5 Grad => number:5
    5km und 10kW => number:5 number:10
    ein paar hundert => 
    Hunderte und Tausende => 
    `,
  )
})

describe('percentages and money', () => {
  testTable(
    find,
    `
    25 % => percent:25
    25% => percent:25
    25 Prozent => percent:25
    fünfundzwanzig Prozent => percent:25
    2,5 Prozentpunkte => percent:2.5
    ein halbes Prozent => percent:0.5
    10-15 Prozent => percent:10 percent:15
    10 bis 15 % => percent:10 percent:15
    zwischen 10 und 15 Prozent => percent:10 percent:15
    3 Promille => percent:0.3
    3.000.000 € => money:EUR:3000000
    € 3.000.000 => money:EUR:3000000
    12,5 Millionen Euro => money:EUR:12500000
    2,5 Mio. Euro => money:EUR:2500000
    hundert Euro => money:EUR:100
    5 US-Dollar => money:USD:5
    5 Milliarden US-Dollar => money:USD:5e9
    US$ 5 Mio. => money:USD:5000000
    100 Milliarden Yen => money:JPY:1e11
    JPY 100 Milliarden => money:JPY:1e11
    1000 Schweizer Franken => money:CHF:1000
    CHF 1'000 => money:CHF:1000
    200 Millionen vietnamesische Dong => money:VND:200000000
    zwischen 5 und 10 Millionen Euro => money:EUR:5000000 money:EUR:10000000
    5-10 Millionen Euro => money:EUR:5000000 money:EUR:10000000
    2021 5 Mio. € => date:2021 money:EUR:5000000
    1,1 Milliarden Pfund => money:GBP:1.1e9
    zwei Pfund Kirschen => number:2
    5 Pfund Sterling => money:GBP:5
    `,
  )
})

describe('ordinals and sections', () => {
  testTable(
    find,
    `
    das achte Mal => ordinal:8
    der 8. Gipfel => ordinal:8
    zum 100. Mal => ordinal:100
    auf ihrer 76. Tagung => ordinal:76
    der 75. Jahrestag => duration:P75Y
    der fünfundzwanzigste Jahrestag => duration:P25Y
    der hunderterste => ordinal:101
    der Zweite Weltkrieg => ordinal:2
    zum ersten Mal => ordinal:1
    Nummer 5 => ordinal:5
    Resolution 2231 => ordinal:2231
    Nr. 7 => ordinal:7
    Artikel 5 => section:5
    Art. 5 Abs. 2 => section:5 section:2
    Absatz 2 des Artikels 5 => section:2 section:5
    Kapitel VII => section:7
    die Artikel 5 und 6 => section:5 section:6
    die Artikel 5 bis 7 => section:5 section:7
    Abschnitt 5.2.1 => section:5.2.1
    § 12 => section:12
    Seite 312 => section:312
    S. 312 => section:312
    Artikel 36a => section:36a
    1. Die Parteien treten zusammen. => section:1
    (2) Die Parteien treten zusammen. => section:2
    `,
  )
})

describe('what is no quantity', () => {
  testTable(
    find,
    `
    3.2.1 Einleitung => 
    die Adresse 192.168.1.10 => 
    der A380 und die F-16 => 
    die G20 und COVID-19 => 
    +49 30 123 4567 => 
    030 1234567 => 
    https://beispiel.de/2021/09/03/text?id=12 => 
    datei_2021.txt => 
    außer Acht lassen => 
    sie achten auf ihn => 
    Einheit und Zwietracht und Achtung => 
    #12 => 
    DE89370400440532013000 => 
    `,
  )
})

describe('places', () => {
  test('say what they cover', () => {
    expect(surfacesIn(find, 'Rund 12,5 Millionen Euro (25 %) im Haushaltsjahr 2023.')).toEqual([
      '12,5 Millionen Euro = money:EUR:12500000',
      '25 % = percent:25',
      'Haushaltsjahr 2023 = fiscal:2023',
    ])
    expect(surfacesIn(find, 'vom 3. bis 5. September 2021')).toEqual([
      '3. = date:2021-09-03',
      '5. September 2021 = date:2021-09-05',
    ])
  })
})
