import { describe, expect, test } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { quantities } from '../../src/languages/fr/quantities.ts'
import { surfacesIn, testTable } from './quantity-table.ts'

const find = createQuantityFinder(quantities)

describe('dates', () => {
  testTable(
    find,
    `
    L'accord a été conclu le 3 septembre 2021. => date:2021-09-03
    signé le 3 sept. 2021 => date:2021-09-03
    à partir du 1er janvier 2024 => date:2024-01-01
    le 1ᵉʳ janv. 2024 => date:2024-01-01
    le premier mai => date:--05-01
    le vendredi 3 septembre => date:--09-03
    le 27 novembre => date:--11-27
    LE 27 NOVEMBRE 2023 => date:2023-11-27
    publié le 28/11/2023 => date:2023-11-28
    publié le 28.11.2023 => date:2023-11-28
    publié le 28-11-2023 => date:2023-11-28
    publié le 2023-11-28 => date:2023-11-28
    en septembre 2021 => date:2021-09
    fin septembre => date:--09
    d'avril à juin => date:--04 date:--06
    en mai, il partit => date:--05
    la planète Mars => 
    Mars et Vénus => 
    septembre de l'année 2021 => date:2021-09
    le 29 février 2024 => date:2024-02-29
    du 3 au 5 septembre 2021 => date:2021-09-03 date:2021-09-05
    les 3 et 4 septembre 2021 => date:2021-09-03 date:2021-09-04
    dans la nuit du 3 au 4 septembre => date:--09-03 date:--09-04
    du 30 août au 2 septembre 2021 => date:2021-08-30 date:2021-09-02
    de mars à mai 2021 => date:2021-03 date:2021-05
    de mars 2020 à mai 2021 => date:2020-03 date:2021-05
    mars et avril 2021 => date:2021-03 date:2021-04
    3-5 septembre 2021 => date:2021-09-03 date:2021-09-05
    le 3 septembre 2021 à 15 h 30 => date:2021-09-03 time:15:30
    `,
  )
})

describe('years', () => {
  testTable(
    find,
    `
    En 2021, tout changea. => date:2021
    depuis 1973 => date:1973
    d'ici 2045 => date:2045
    l'an 2000 => date:2000
    entre 2011 et 2015 => date:2011 date:2015
    de 2011 à 2015 => date:2011 date:2015
    la période 2011-2015 => date:2011 date:2015
    la saison 2021/22 => date:2021 date:2022
    (1975-2025) => date:1975 date:2025
    son livre (2012) => date:2012
    la Convention de 1982 => date:1982
    l'Agenda 2030 => date:2030
    en 2012, 2014 et 2016 => date:2012 date:2014 date:2016
    avant 2030 => date:2030
    2000 personnes sont venues => number:2000
    2 000 personnes sont venues => number:2000
    une hauteur de 2012 mètres => number:2012
    en 1492 il partit => date:1492
    221 av. J.-C. => date:-0221
    en 221 avant Jésus-Christ => date:-0221
    l'exercice 2023 => fiscal:2023
    exercice budgétaire 2022/2023 => fiscal:2022 fiscal:2023
    les années 90 => date:199X
    les années 1990 => date:199X
    les années quatre-vingt-dix => date:199X
    les années 80 et 90 => date:198X date:199X
    les années 20 du siècle dernier => date:192X
    les années 1880 => date:188X
    le XXIe siècle => date:20XX
    le XXIᵉ siècle => date:20XX
    le XIXème siècle => date:18XX
    le 21e siècle => date:20XX
    le vingt et unième siècle => date:20XX
    au Ve siècle => date:04XX
    les XIXe et XXe siècles => date:18XX date:19XX
    le troisième trimestre 2023 => date:2023-Q3
    au 3e trimestre de 2023 => date:2023-Q3
    au premier trimestre => date:--Q1
    le premier semestre 2023 => date:2023-H1
    au 1er semestre 2023 => date:2023-H1
    le budget 2025 => date:2025
    au second semestre de l'année 2023 => date:2023-H2
    `,
  )
})

describe('times and durations', () => {
  testTable(
    find,
    `
    à 15:30 => time:15:30
    à 15h30 => time:15:30
    à 15 h 30 => time:15:30
    à 15 heures 30 => time:15:30
    à 8 heures => time:08:00
    à 8 heures du soir => time:20:00
    vers 8 h du matin => time:08:00
    24 h d'attente => duration:PT24H
    de 10 h à 12 h => time:10:00 time:12:00
    une visite de trois jours => duration:P3D
    une visite de deux semaines => duration:P2W
    dix ans => duration:P10Y
    les dix prochaines années => number:10
    un an et demi => duration:P18M
    deux ans et demi => duration:P30M
    une demi-heure => duration:PT30M
    un quart d'heure => 
    deux heures et 30 minutes => duration:PT2H duration:PT30M
    dix à quinze minutes => duration:PT10M duration:PT15M
    3-5 ans => duration:P3Y duration:P5Y
    deux décennies => duration:P20Y
    trois siècles => duration:P300Y
    un an après les élections => duration:P1Y
    18 mois => duration:P18M
    un million d'années => duration:P1000000Y
    `,
  )
})

describe('numbers', () => {
  testTable(
    find,
    `
    12 000 personnes => number:12000
    12\u202f000 personnes => number:12000
    1\u00a0234,5 kilos => number:1234.5
    1.234,5 kilos => number:1234.5
    1'234.5 kilos => number:1234.5
    12,5 degrés => number:12.5
    0,125 litre => number:0.125
    3,5 millions d'hectares => number:3500000
    100 milliards => number:1e11
    mille milliards => number:1e12
    deux billions => number:2e12
    vingt et un États => number:21
    vingt-et-un États => number:21
    soixante-dix => number:70
    soixante et onze => number:71
    soixante-dix-sept => number:77
    quatre-vingts => number:80
    quatre-vingt-un => number:81
    quatre-vingt-dix-sept => number:97
    septante-cinq => number:75
    huitante => number:80
    nonante-neuf => number:99
    deux cents => number:200
    trois cent quarante-cinq => number:345
    deux cent cinquante mille => number:250000
    mille neuf cent quatre-vingt-quatre => number:1984
    deux millions trois cent mille => number:2300000
    mille mots => number:1000
    un million de réfugiés => number:1000000
    deux millions et demi de réfugiés => number:2500000
    deux virgule cinq => number:2.5
    un tiers des membres => number:0.333333
    deux tiers des membres => number:0.666667
    un quart du temps => number:0.25
    trois quarts du temps => number:0.75
    un cinquième de la population => number:0.2
    le cinquième jour => ordinal:5
    la moitié des voix => number:0.5
    un sur cinq => number:0.2
    une personne sur cinq => number:0.2
    3/4 du temps => number:0.75
    2½ kilomètres => number:2.5
    entre 10 et 15 pays => number:10 number:15
    de 2 à 3 millions => number:2000000 number:3000000
    plus de 100 pays => number:100
    les 27 États membres => number:27
    un pays et un peuple => 
    l'un et l'autre => 
    un vélo neuf, pour lui => 
    neuf vélos => number:9
    une centaine de personnes => 
    des milliers de gens => 
    `,
  )
})

describe('percentages and money', () => {
  testTable(
    find,
    `
    25 % => percent:25
    25\u202f% => percent:25
    25% => percent:25
    25 pour cent => percent:25
    vingt-cinq pour cent => percent:25
    2,5 points de pourcentage => percent:2.5
    10 à 15 % => percent:10 percent:15
    entre 10 et 15 % => percent:10 percent:15
    de 10 % à 15 % => percent:10 percent:15
    3 pour mille => percent:0.3
    3 000 000 € => money:EUR:3000000
    12,5 millions d'euros => money:EUR:12500000
    12,5 millions d’euros => money:EUR:12500000
    deux millions et demi d'euros => money:EUR:2500000
    5 milliards de dollars => money:USD:5e9
    5 Mds € => money:EUR:5e9
    cent euros => money:EUR:100
    100 milliards de yens => money:JPY:1e11
    1000 francs suisses => money:CHF:1000
    200 millions de dongs vietnamiens => money:VND:200000000
    10 millions de francs CFA => money:XOF:10000000
    entre 5 et 10 millions d'euros => money:EUR:5000000 money:EUR:10000000
    de 5 à 10 millions d'euros => money:EUR:5000000 money:EUR:10000000
    1,1 milliard de livres sterling => money:GBP:1.1e9
    5 000 livres => number:5000
    `,
  )
})

describe('ordinals and sections', () => {
  testTable(
    find,
    `
    la huitième fois => ordinal:8
    la 8e fois => ordinal:8
    la 8ème fois => ordinal:8
    le 1er arrondissement => ordinal:1
    la 100e fois => ordinal:100
    le 75e anniversaire => duration:P75Y
    le vingt-cinquième anniversaire => duration:P25Y
    le XVIe arrondissement => ordinal:16
    la Ve République => ordinal:5
    pour la première fois => ordinal:1
    numéro 5 => ordinal:5
    n° 7 => ordinal:7
    la résolution 2231 => ordinal:2231
    article 5 => section:5
    l'article 5, alinéa 2 => section:5 section:2
    le deuxième alinéa de l'article 5 => section:2 section:5
    chapitre VII => section:7
    les articles 5 et 6 => section:5 section:6
    les articles 5 à 7 => section:5 section:7
    section 5.2.1 => section:5.2.1
    p. 312 => section:312
    article 36a => section:36a
    1. Les parties se réunissent. => section:1
    (2) Les parties se réunissent. => section:2
    `,
  )
})

describe('what is no quantity', () => {
  testTable(
    find,
    `
    3.2.1 Introduction => 
    l'adresse 192.168.1.10 => 
    l'A380 et le F-16 => 
    le G20 et le COVID-19 => 
    +33 1 23 45 67 89 => 
    01 23 45 67 89 => 
    https://exemple.fr/2021/09/03/texte?id=12 => 
    fichier_2021.txt => 
    le Premier ministre => 
    Ce De Le Cie Vers => 
    #12 => 
    FR7630006000011234567890189 => 
    `,
  )
})

describe('places', () => {
  test('say what they cover', () => {
    expect(surfacesIn(find, "Plus de 12,5 millions d'euros (25 %) pour l'exercice 2023.")).toEqual([
      "12,5 millions d'euros = money:EUR:12500000",
      '25 % = percent:25',
      'exercice 2023 = fiscal:2023',
    ])
    expect(surfacesIn(find, 'du 3 au 5 septembre 2021')).toEqual([
      '3 = date:2021-09-03',
      '5 septembre 2021 = date:2021-09-05',
    ])
  })
})
