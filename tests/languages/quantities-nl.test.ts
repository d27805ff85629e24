import { describe, expect, test } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { quantities } from '../../src/languages/nl/quantities.ts'
import { surfacesIn, testTable } from './quantity-table.ts'

const find = createQuantityFinder(quantities)

describe('dates', () => {
  testTable(
    find,
    `
    Het akkoord is op 3 september 2021 gesloten. => date:2021-09-03
    op 3 sept. 2021 ondertekend => date:2021-09-03
    op 3-sep-2021 ondertekend => date:2021-09-03
    geldig vanaf 1 jan. 2024 => date:2024-01-01
    vrijdag 3 september a.s. => date:--09-03
    op de 3e september => date:--09-03
    op 27 november kwam zij aan => date:--11-27
    Op 27 NOVEMBER 2023 => date:2023-11-27
    gepubliceerd: 28/11/2023 => date:2023-11-28
    gepubliceerd: 28-11-2023 => date:2023-11-28
    gepubliceerd: 28.11.2023 => date:2023-11-28
    gepubliceerd: 2023-11-28 => date:2023-11-28
    gepubliceerd: 2023/11/28 => date:2023-11-28
    het pad /archief/2023/11/28/ => 
    Journaal28/11/2023 => date:2023-11-28
    3/4/2021 => date:2021-04-03
    dossier 09/2021 => date:2021-09
    bijgewerkt 2021-09 => date:2021-09
    in september 2021 getekend => date:2021-09
    eind september vertrekt hij => date:--09
    Tot mei bleef het stil. => date:--05
    Mei Lan kwam binnen. => 
    de aug. temperatuur => 
    in aug. was het warm => date:--08
    september van 2021 => date:2021-09
    29 februari 2023 => date:--02-29 number:2023
    29 februari 2024 => date:2024-02-29
    31 april => number:31 date:--04
    3 t/m 5 september 2021 => date:2021-09-03 date:2021-09-05
    van 3 tot en met 5 september => date:--09-03 date:--09-05
    op 3 en 4 september 2021 => date:2021-09-03 date:2021-09-04
    in de nacht van 3 op 4 september => date:--09-03 date:--09-04
    vrijdag 3 en zaterdag 4 september => date:--09-03 date:--09-04
    van 30 augustus tot 2 september 2021 => date:2021-08-30 date:2021-09-02
    van maart tot mei 2021 => date:2021-03 date:2021-05
    van maart 2020 tot mei 2021 => date:2020-03 date:2021-05
    maart en april 2021 => date:2021-03 date:2021-04
    28-11-2023 – 30-11-2023 => date:2023-11-28 date:2023-11-30
    in september '98 => date:1998-09
    de lichting van '98 => date:1998
    op 3 september 2021 om 15.30 uur => date:2021-09-03 time:15:30
    2023-11-28T15:30:00Z => date:2023-11-28 time:15:30
    `,
  )
})

describe('years', () => {
  testTable(
    find,
    `
    In 2021 werd dit anders. => date:2021
    sinds 1973 => date:1973
    doel om in 2045 klaar te zijn => date:2045
    tussen 2011 en 2015 => date:2011 date:2015
    van 2011 tot 2015 => date:2011 date:2015
    de periode 2011-2015 => date:2011 date:2015
    de periode 2011–2015 => date:2011 date:2015
    van 1994–98 => date:1994 date:1998
    seizoen 2021/22 => date:2021 date:2022
    seizoen 2021-22 => date:2021 date:2022
    (1975-2025) => date:1975 date:2025
    zijn boek (2012) werd bekend => date:2012
    het Verdrag van 1982 => date:1982
    het 1982-verdrag => date:1982
    de Agenda 2030 voor duurzame ontwikkeling => date:2030
    in 2012, 2014 en 2016 => date:2012 date:2014 date:2016
    voor 2030 moet het klaar zijn => date:2030
    er kwamen 2000 mensen => number:2000
    van 2000 mensen wisten wij niets => number:2000
    een hoogte van 2012 meter => number:2012
    hij verkocht 2012 kaarten => number:2012
    in 1492 voer hij uit => date:1492
    anno 1648 => date:1648
    221 v.Chr. werd het rijk één => date:-0221
    medio-2021 => date:2021
    Reiwa 5 begon => date:2023
    begrotingsjaar 2023 => fiscal:2023
    het boekjaar 2022/2023 => fiscal:2022 fiscal:2023
    sinds begrotingsjaar 2017 => fiscal:2017
    de jaren negentig => date:199X
    de jaren '90 => date:199X
    de jaren 90 van de vorige eeuw => date:199X
    de jaren 1990 => date:199X
    in de jaren twintig van deze eeuw => date:202X
    de jaren tachtig van de negentiende eeuw => date:188X
    de jaren tien => date:201X
    de negentiger jaren => date:199X
    de jaren 70 en 80 => date:197X date:198X
    de 21e eeuw => date:20XX
    de eenentwintigste eeuw => date:20XX
    19e-eeuwse kunst => date:18XX
    het derde kwartaal van 2023 => date:2023-Q3
    in Q3 2023 => date:2023-Q3
    het eerste kwartaal => date:--Q1
    de eerste helft van 2023 => date:2023-H1
    `,
  )
})

describe('times and durations', () => {
  testTable(
    find,
    `
    om 15:30 uur => time:15:30
    om 15.30 uur => time:15:30
    om 08.30 uur => time:08:30
    om 15u30 => time:15:30
    om 8 uur => time:08:00
    om 8 uur 's avonds => time:20:00
    om 10 uur 's ochtends => time:10:00
    van 10:00-12:00 => time:10:00 time:12:00
    een bezoek van drie dagen => duration:P3D
    een driedaags bezoek => duration:P3D
    een driedaagse conferentie => duration:P3D
    twee weken later => duration:P2W
    tien jaar => duration:P10Y
    de komende 10 jaar => duration:P10Y
    het 65-jarig bestaan => duration:P65Y
    een tweejarig plan => duration:P2Y
    een half jaar => duration:P6M
    anderhalf jaar => duration:P18M
    anderhalve maand => duration:P1.5M
    tweeënhalf jaar => duration:P30M
    half uur => duration:PT30M
    twee uur en 30 minuten => duration:PT2H duration:PT30M
    8 uur slaap => duration:PT8H
    tien tot vijftien minuten => duration:PT10M duration:PT15M
    3-5 jaar => duration:P3Y duration:P5Y
    twee decennia => duration:P20Y
    drie eeuwen => duration:P300Y
    een jaar na de verkiezingen => duration:P1Y
    18 maanden => duration:P18M
    30 seconden => duration:PT30S
    `,
  )
})

describe('numbers', () => {
  testTable(
    find,
    `
    12.000 mensen => number:12000
    1.234,5 kilo => number:1234.5
    1,234.5 kilo => number:1234.5
    1 000 000 inwoners => number:1000000
    1\u00a0000\u00a0000 inwoners => number:1000000
    1\u202f000 inwoners => number:1000
    12,5 graden => number:12.5
    0,125 liter => number:0.125
    0.125 liter => number:0.125
    3.5 miljoen => number:3500000
    3,5 mln. hectare => number:3500000
    100 miljard => number:1e11
    12,5 miljard => number:1.25e10
    duizend miljard => number:1e12
    twee biljoen => number:2e12
    driehonderd => number:300
    driehonderdvijfenveertig => number:345
    tweehonderdvijftigduizend => number:250000
    twee miljoen driehonderdduizend => number:2300000
    duizend woorden => number:1000
    honderdtien => number:110
    honderd en vijf => number:100 number:5
    honderdenvijf => number:105
    zevenennegentig => number:97
    elfhonderd => number:1100
    anderhalf miljoen => number:1500000
    een half miljoen => number:500000
    een miljoen vluchtelingen => number:1000000
    één miljoen vluchtelingen => number:1000000
    een derde van de leden => number:0.333333
    een derde keer => ordinal:3
    twee derde van de leden => number:0.666667
    tweederde meerderheid => number:0.666667
    driekwart van de tijd => number:0.75
    een kwart van de tijd => number:0.25
    de helft van de stemmen => number:0.5
    3/4 van de tijd => number:0.75
    een op de vijf => number:0.2
    1 op 5 => number:0.2
    drie op de vier => number:0.75
    2½ kilometer => number:2.5
    tussen 10 en 15 landen => number:10 number:15
    tussen de 10 en 15 miljoen => number:10000000 number:15000000
    2 tot 3 miljoen => number:2000000 number:3000000
    2.000 tot 3 miljoen => number:2000 number:3000000
    meer dan 100 landen => number:100
    ruim 20 en bijna 30 => number:20 number:30
    de twee leiders => number:2
    de 27 lidstaten => number:27
    de zes partijen => number:6
    een land en een volk => 
    één land => 
    tweezijdig => number:2
    een viertal => number:4
    -5 graden => number:5
    5km en 10kW => number:5 number:10
    100.000.000.000 => number:1e11
    1.234.567.891 => number:1234567891
    3-2 gewonnen => number:3 number:2
    honderden en duizenden => 
    een paar honderd => 
    nul fouten => 
    `,
  )
})

describe('percentages and money', () => {
  testTable(
    find,
    `
    25 % => percent:25
    25% => percent:25
    25 procent => percent:25
    vijfentwintig procent => percent:25
    2,5 procentpunt => percent:2.5
    een half procent => percent:0.5
    10-15 procent => percent:10 percent:15
    10 à 15 % => percent:10 percent:15
    10% tot 15% => percent:10 percent:15
    tussen 10 en 15 procent => percent:10 percent:15
    tien tot vijftien procent => percent:10 percent:15
    3 promille => percent:0.3
    5‰ => percent:0.5
    € 3.000.000 => money:EUR:3000000
    €3.000.000 => money:EUR:3000000
    € 5,- => money:EUR:5
    12,5 miljoen euro => money:EUR:12500000
    honderd euro => money:EUR:100
    US$ 5 mln => money:USD:5000000
    US$5 mln => money:USD:5000000
    5 dollar => money:USD:5
    5 miljoen Amerikaanse dollar => money:USD:5000000
    100 miljard yen => money:JPY:1e11
    JPY 100 miljard => money:JPY:1e11
    ¥100 miljard => money:JPY:1e11
    200 miljoen Vietnamese dong => money:VND:200000000
    2 miljard won => money:KRW:2e9
    in 2014 won hij => date:2014
    tussen 5 en 10 miljoen euro => money:EUR:5000000 money:EUR:10000000
    5-10 miljoen euro => money:EUR:5000000 money:EUR:10000000
    € 5 tot € 10 => money:EUR:5 money:EUR:10
    EUR5 => money:EUR:5
    in 2021 € 5 miljoen => date:2021 money:EUR:5000000
    Euro 2024 in Duitsland => date:2024
    %20 => number:20
    duizend Zwitserse frank => money:CHF:1000
    1,1 miljard pond => money:GBP:1.1e9
    `,
  )
})

describe('ordinals and sections', () => {
  testTable(
    find,
    `
    de achtste keer => ordinal:8
    de 8e keer => ordinal:8
    de 8ste keer => ordinal:8
    de 100ste keer => ordinal:100
    de vijfentwintigste verjaardag => duration:P25Y
    de honderdeerste => ordinal:101
    de Tweede Wereldoorlog => ordinal:2
    voor het eerst => ordinal:1
    de Eerste Kamer => 
    nummer 5 => ordinal:5
    resolutie 2231 => ordinal:2231
    nr. 7 => ordinal:7
    Artikel 5 => section:5
    art. 5 => section:5
    artikel 5, lid 2 => section:5 section:2
    het tweede lid van artikel 5 => section:2 section:5
    het eerste en tweede lid => section:1 section:2
    hoofdstuk VII => section:7
    Hoofdstuk drie => section:3
    de artikelen 5 en 6 => section:5 section:6
    de artikelen 5 tot en met 7 => section:5 section:7
    paragraaf 5.2.1 => section:5.2.1
    paragraaf 2.10 => section:2.10
    § 12 => section:12
    pagina 312 => section:312
    artikel 36a => section:36a
    1. De partijen komen bijeen. => section:1
    (2) De partijen komen bijeen. => section:2
    3) De partijen komen bijeen. => section:3
    `,
  )
})

describe('what is no quantity', () => {
  testTable(
    find,
    `
    3.2.1 Inleiding => 
    versie 2.4.1 => section:2.4.1
    het adres 192.168.1.10 => 
    de A380 en de F-16 => 
    de G20 en COVID-19 => 
    het virus H5N1 => 
    +31 20 123 4567 => 
    020-1234567 => 
    (020) 123 4567 => 
    06-12345678 => 
    06 12 34 56 78 => 
    ISBN 978-90-123-4567-8 => 
    https://voorbeeld.nl/2021/09/03/stuk?id=12 => 
    www.voorbeeld.nl/12 => 
    jan2021@voorbeeld.nl => 
    bestand_2021.txt => 
    v2.4 en 5G en 3D => 
    in acht nemen => 
    hij acht het nodig => 
    #12 => 
    dossier 0017 => 
    NL91ABNA0417164300 => 
    een en ander => 
    eenheid en tweedracht en achterban => 
    de elfde => ordinal:11
    `,
  )
})

describe('places', () => {
  test('say what they cover', () => {
    expect(surfacesIn(find, 'Ruim 12,5 miljoen euro (25 %) in begrotingsjaar 2023.')).toEqual([
      '12,5 miljoen euro = money:EUR:12500000',
      '25 % = percent:25',
      'begrotingsjaar 2023 = fiscal:2023',
    ])
    expect(surfacesIn(find, 'van 3 tot 5 september 2021')).toEqual([
      '3 = date:2021-09-03',
      '5 september 2021 = date:2021-09-05',
    ])
  })
})
