import { describe, expect, test } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { quantities } from '../../src/languages/es/quantities.ts'
import { surfacesIn, testTable } from './quantity-table.ts'

const find = createQuantityFinder(quantities)

describe('dates and years', () => {
  testTable(
    find,
    `
    El acuerdo se firmó el 3 de septiembre de 2021. => date:2021-09-03
    el 3 de septiembre del 2021 => date:2021-09-03
    el 3 de sept. de 2021 => date:2021-09-03
    el 1.º de mayo => date:--05-01
    el primero de mayo de 1990 => date:1990-05-01
    el 1 de mayo => date:--05-01
    el 03/09/2021 => date:2021-09-03
    el 3-9-2021 => date:2021-09-03
    el 3.9.2021 => date:2021-09-03
    2021-09-03 => date:2021-09-03
    septiembre de 2021 => date:2021-09
    setiembre de 2021 => date:2021-09
    a finales de septiembre => date:--09
    en marzo => date:--03
    desde marzo hasta mayo de 2021 => date:2021-03 date:2021-05
    de marzo a mayo de 2021 => date:2021-03 date:2021-05
    del 3 al 5 de septiembre de 2021 => date:2021-09-03 date:2021-09-05
    del 3 al 5 de septiembre => date:--09-03 date:--09-05
    los días 3 y 4 de septiembre de 2021 => date:2021-09-03 date:2021-09-04
    del 30 de agosto al 2 de septiembre de 2021 => date:2021-08-30 date:2021-09-02
    el 3 de septiembre de dos mil veintiuno => date:2021-09-03
    viernes 3 de septiembre => date:--09-03
    viernes, 3 de septiembre, en Madrid => date:--09-03
    marzo y abril de 2021 => date:2021-03 date:2021-04
    el atentado del 11 de septiembre => date:--09-11
    en 2021 => date:2021
    desde 1973 => date:1973
    entre 2011 y 2015 => date:2011 date:2015
    de 2011 a 2015 => date:2011 date:2015
    el período 2011-2015 => date:2011 date:2015
    la temporada 2021/22 => date:2021 date:2022
    (1975-2025) => date:1975 date:2025
    su libro (2012) => date:2012
    la Convención de 1982 => date:1982
    el año 2021 => date:2021
    en 2012, 2014 y 2016 => date:2012 date:2014 date:2016
    hasta 2030 => date:2030
    Tokio 2020 se aplazó => date:2020
    en 1492 => date:1492
    en el año dos mil => date:2000
    en el 221 a. C. => date:-0221
    221 a.C. => date:-0221
    221 antes de Cristo => date:-0221
    los años noventa => date:199X
    los años 90 => date:199X
    los años 1990 => date:199X
    la década de 1990 => date:199X
    la década de los noventa => date:199X
    la década de los 90 => date:199X
    los años ochenta del siglo XIX => date:188X
    los años 20 del siglo pasado => date:192X
    el siglo XXI => date:20XX
    siglos XVIII y XIX => date:17XX date:18XX
    el siglo veinte => date:19XX
    los siglos XVIII al XX => date:17XX date:19XX
    el tercer trimestre de 2023 => date:2023-Q3
    el primer trimestre => date:--Q1
    el primer semestre de 2023 => date:2023-H1
    la primera mitad de 2023 => date:2023-H1
    el ejercicio fiscal 2023 => fiscal:2023
    año fiscal 2023 => fiscal:2023
    `,
  )
})

describe('times and durations', () => {
  testTable(
    find,
    `
    los noventa años => duration:P90Y
    a las 15:30 => time:15:30
    a las 15.30 horas => time:15:30
    a las 15:30 h => time:15:30
    a las 15 horas => time:15:00
    a las tres y media de la tarde => time:15:30
    a las siete y media => time:07:30
    a las tres de la tarde => time:15:00
    a las 8 de la mañana => time:08:00
    a las 8 a. m. => time:08:00
    a las 8 p.m. => time:20:00
    a las 8:30 p. m. => time:20:30
    una visita de tres días => duration:P3D
    dos semanas después => duration:P2W
    diez años => duration:P10Y
    veintiún años => duration:P21Y
    medio año => duration:P6M
    media hora => duration:PT30M
    dos años y medio => duration:P30M
    una hora y media => duration:PT90M
    3-5 años => duration:P3Y duration:P5Y
    de tres a cinco años => duration:P3Y duration:P5Y
    dos décadas => duration:P20Y
    tres siglos => duration:P300Y
    25 años de edad => duration:P25Y
    65.º aniversario => duration:P65Y
    el 65 aniversario => duration:P65Y
    18 meses => duration:P18M
    30 segundos => duration:PT30S
    24 horas => duration:PT24H
    4,5 millones de años => duration:P4500000Y
    `,
  )
})

describe('percentages and money', () => {
  testTable(
    find,
    `
    25% => percent:25
    25 % => percent:25
    25 por ciento => percent:25
    el 25 por 100 => percent:25
    veinticinco por ciento => percent:25
    2,5 puntos porcentuales => percent:2.5
    10-15 % => percent:10 percent:15
    del 10 al 15 % => percent:10 percent:15
    entre el 10 y el 15 por ciento => percent:10 percent:15
    medio por ciento => percent:0.5
    5‰ => percent:0.5
    3.000.000 de euros => money:EUR:3000000
    3 000 000 € => money:EUR:3000000
    12,5 millones de euros => money:EUR:12500000
    cien euros => money:EUR:100
    5 millones de dólares => money:USD:5000000
    5 millones de dólares estadounidenses => money:USD:5000000
    US$ 5 millones => money:USD:5000000
    100.000 millones de yenes => money:JPY:1e11
    5 dólares => money:USD:5
    USD 100 => money:USD:100
    entre 5 y 10 millones de euros => money:EUR:5000000 money:EUR:10000000
    de 5 a 10 millones de euros => money:EUR:5000000 money:EUR:10000000
    5-10 millones de dólares => money:USD:5000000 money:USD:10000000
    dos mil millones de wones => money:KRW:2e9
    100 francos suizos => money:CHF:100
    5 millones de libras => money:GBP:5000000
    mil pesos mexicanos => money:MXN:1000
    `,
  )
})

describe('numbers', () => {
  testTable(
    find,
    `
    el 30 de febrero de 2021 => number:30 date:2021-02
    unas 2000 personas => number:2000
    2012 metros => number:2012
    12.000 personas => number:12000
    12 000 personas => number:12000
    1.234,5 kilos => number:1234.5
    1,234.5 kilos => number:1234.5
    12,5 grados => number:12.5
    12.5 grados => number:12.5
    3,5 millones => number:3500000
    100.000 millones => number:1e11
    12.500 millones => number:1.25e10
    mil millones => number:1e9
    tres mil millones => number:3e9
    un billón => number:1e12
    dos billones => number:2e12
    trescientos => number:300
    trescientos cuarenta y cinco => number:345
    trescientas cuarenta y cinco => number:345
    doscientos cinco => number:205
    doscientos cincuenta mil => number:250000
    dos millones trescientos mil => number:2300000
    dos mil veintiuno => number:2021
    ciento diez => number:110
    ciento un mil => number:101000
    treinta y un mil => number:31000
    noventa y siete => number:97
    quinientos treinta y tres mil => number:533000
    mil doscientos millones => number:1.2e9
    un millón y medio => number:1500000
    medio millón => number:500000
    dos millones y medio de refugiados => number:2500000
    un millón de refugiados => number:1000000
    un tercio de los miembros => number:0.333333
    dos tercios => number:0.666667
    tres cuartos => number:0.75
    tres cuartas partes => number:0.75
    una quinta parte => number:0.2
    la mitad de los votos => number:0.5
    3/4 => number:0.75
    uno de cada cinco => number:0.2
    tres de cada cuatro => number:0.75
    entre 10 y 15 países => number:10 number:15
    entre 10 y 15 millones => number:10000000 number:15000000
    2 a 3 millones => number:2000000 number:3000000
    2 o 3 millones => number:2000000 number:3000000
    más de 100 países => number:100
    los dos líderes => number:2
    los 27 Estados miembros => number:27
    tres coma cinco => number:3.5
    5km y 10kW => number:5 number:10
    ganó 3-2 => number:3 number:2
    cinco libras de harina => number:5
    `,
  )
})

describe('ordinals and sections', () => {
  testTable(
    find,
    `
    la octava vez => ordinal:8
    la 8.ª vez => ordinal:8
    la 8ª vez => ordinal:8
    el 2.º puesto => ordinal:2
    el 2º puesto => ordinal:2
    el 1er puesto => ordinal:1
    la 3ra edición => ordinal:3
    el vigésimo primer Congreso => ordinal:21
    la vigésima quinta sesión => ordinal:25
    el decimotercero => ordinal:13
    la Segunda Guerra Mundial => ordinal:2
    por primera vez => ordinal:1
    n.º 5 => ordinal:5
    núm. 5 => ordinal:5
    número 5 => ordinal:5
    Resolución 2231 => ordinal:2231
    artículo 5 => section:5
    art. 5 => section:5
    artículo 5, apartado 2 => section:5 section:2
    el segundo párrafo del artículo 5 => section:2 section:5
    capítulo VII => section:7
    artículos 5 y 6 => section:5 section:6
    artículos 5 a 7 => section:5 section:7
    sección 5.2.1 => section:5.2.1
    págs. 12-15 => section:12 section:15
    página 312 => section:312
    artículo 36a => section:36a
    1. Las partes se reúnen. => section:1
    3) Las partes se reúnen. => section:3
    `,
  )
})

describe('what is no quantity', () => {
  testTable(
    find,
    `
    un país y una persona => 
    cientos de miles => 
    miles de personas => 
    cero => 
    +34 91 123 45 67 => 
    el A380 y el F-16 => 
    el G20 y la COVID-19 => 
    un cuarto de baño => 
    en segundo lugar => 
    cada segundo => 
    primer ministro => 
    la primera dama => 
    `,
  )
})

describe('places', () => {
  test('say what they cover', () => {
    expect(surfacesIn(find, 'Más de 12,5 millones de euros (25 %) en el ejercicio 2023, a las 15.30 horas.')).toEqual([
      '12,5 millones de euros = money:EUR:12500000',
      '25 % = percent:25',
      'ejercicio 2023 = fiscal:2023',
      '15.30 horas = time:15:30',
    ])
  })
})
