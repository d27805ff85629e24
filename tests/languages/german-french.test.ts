import { beforeAll, describe, expect, test } from 'vitest'
import type { LanguagePack } from '../../src/core/contracts.ts'
import { loadPack } from '../../src/languages/index.ts'

const packs = new Map<string, LanguagePack>()
beforeAll(async () => {
  for (const tag of ['de', 'fr']) packs.set(tag, await loadPack(tag))
})

function packOf(tag: string): LanguagePack {
  const pack = packs.get(tag)
  if (pack === undefined) throw new Error(`no pack ${tag}`)
  return pack
}

/** Segments joined by ` | `. */
function split(tag: string, text: string): string {
  const spans = packOf(tag).segment(text, { start: 0, end: text.length })
  return spans.map(({ start, end }) => text.slice(start, end)).join(' | ')
}

function wordsOf(tag: string, text: string): string[] {
  const norms: string[] = []
  packOf(tag).words(text, { start: 0, end: text.length }, (_start, _end, norm) => norms.push(norm))
  return norms
}

function named(tag: string, text: string): string[] {
  return packOf(tag)
    .entities(text, { start: 0, end: text.length })
    .map(({ span, key, form }) => `${text.slice(span.start, span.end)}=${key ?? form}`)
}

describe('German sentences', () => {
  test.each([
    'Am 24. Dezember kam er. | Der 3. Mann schwieg.',
    'Das war im Jahr 2021. | Die Wahl war frei.',
    'Er wurde 35. | Seine Frau ist 33.',
    'Der 2. Weltkrieg endete 1945. | Danach kam Frieden.',
    'Am 1. 1. 2020 war es kalt. | Am 2. 1. taute es.',
    'Es kostet 18 Mrd. US-Dollar. | Das ist viel.',
    'Sie kamen z. B. aus Köln u. a. Städten. | Alle blieben.',
    'Kinder unter 18 J. | Der Eintritt ist frei.',
    'Das ist Max. | Der kommt mit dir. | Er mag. | Sie nicht.',
    '„Gut.“ | Er ging. | »Nein!« | »Doch.«',
    '„Kommst du?“, fragte sie. | „Ja“, sagte er.',
    'Vgl. Art. 3 Abs. 1 Satz 2 GG. | Das gilt i. d. R. auch hier.',
    'Sehr geehrte Fr. Dr. Lang, bzw. Hr. Prof. Bauer! | Guten Tag.',
  ])('%s', (text) => {
    expect(split('de', text.replaceAll(' | ', ' '))).toBe(text)
  })
})

describe('French sentences', () => {
  test.each([
    'M. Dupont est arrivé. | Mme Durand aussi.',
    'J.-C. Martin est né en 1950. | Il vit à Lyon.',
    'Voir l’art. 6. | C’est tout.',
    'Vers 221 av. J.-C. Rome était petite.',
    'Elle dit : « Je viens. | Tu restes. » | Puis elle partit.',
    '« Non ! » cria-t-elle. | « Où ? » | Personne ne sait…',
    'Le câble (max. 2,5 m). | Appuyez ici.',
    'Il y a env. 12 hab. au km². | C’est peu.',
    'Au XXe s. tout alla vite. | Le n° 5 gagna.',
    'Prenez, p. ex., le train, l’avion, etc. | Tout va bien.',
    'Le Dr. Blanc et Me Leroy, c.-à-d. deux témoins, sont là. | Bien.',
  ])('%s', (text) => {
    const joined = text.replaceAll(' | ', ' ')
    expect(split('fr', joined)).toBe(text.replace('av. J.-C. Rome', 'av. J.-C. | Rome'))
  })
})

describe('words', () => {
  test('French elisions are words of their own', () => {
    expect(wordsOf('fr', "L'homme qu’elle aime n'est d'accord qu'aujourd'hui.")).toEqual(
      "l' homme qu' elle aime n' est d' accord qu' aujourd'hui".split(' '),
    )
    expect(wordsOf('fr', "quelqu'un, prud'homme, O'Brien")).toEqual(["quelqu'un", "prud'homme", "o'brien"])
    expect(packOf('fr').functionWords.has("l'")).toBe(true)
  })

  test('stems bring inflected forms together', () => {
    const { stem } = packOf('de')
    expect(new Set(['verhandlung', 'verhandlungen'].map(stem)).size).toBe(1)
    expect(new Set(['négociation', 'négociations'].map(packOf('fr').stem)).size).toBe(1)
  })

  test('German compounds have their links', () => {
    expect(packOf('de').compoundLinks).toEqual(expect.arrayContaining(['', 's', 'es', 'n', 'en', 'er']))
  })
})

describe('names', () => {
  test.each([
    ['de', 'der Präsident der Vereinten Nationen', ['Präsident=office:president', 'Vereinten Nationen=org:un']],
    ['de', 'Chinas und Europas Interessen', ['Chinas=place:CN', 'Europas=place:europe']],
    ['de', 'im Nahen Osten und im Schwarzen Meer', ['Nahen Osten=place:middle-east', 'Schwarzen Meer=place:black-sea']],
    ['de', 'im vietnamesischen Hanoi', ['vietnamesischen=place:VN', 'Hanoi=place:hanoi']],
    ['de', 'im Vietnamesischen heißt das anders', ['Vietnamesischen=language:vi']],
    ['de', 'Zum Essen trug sie Nizza im Herzen.', ['Nizza=place:nice']],
    [
      'de',
      'Bundeskanzlerin Anna von der Heide',
      ['Bundeskanzlerin=office:chancellor', 'Anna von der Heide=Anna von der Heide'],
    ],
    ['de', 'das Vereinigte Königreich', ['Vereinigte Königreich=place:GB']],
    ['de', 'in den Vereinigten Arabischen Emiraten', ['Vereinigten Arabischen Emiraten=place:AE']],
    ['fr', "l'Allemagne et les Pays-Bas", ['Allemagne=place:DE', 'Pays-Bas=place:NL']],
    ['fr', 'une entreprise néerlandaise en Extrême-Orient', ['néerlandaise=place:NL', 'Extrême-Orient=place:far-east']],
    ['fr', 'le chinois Dalang', ['chinois=place:CN']],
    ['fr', 'il parle chinois', ['chinois=language:zh']],
    ['fr', 'M. Paul Le Guen et Mme Anne du Bois', ['Paul Le Guen=Paul Le Guen', 'Anne du Bois=Anne du Bois']],
  ])('%s: %s', (tag, text, expected) => {
    expect(named(tag, text)).toEqual(expected)
  })
})
