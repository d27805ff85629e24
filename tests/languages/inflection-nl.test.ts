import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPack } from '../../src/languages/nl/index.ts'

/** Dictionary form, then forms that it must be found for. */
const table = `
  komen: kwam kwamen kom komt gekomen komende
  houden: hield hielden houdt gehouden houdend
  geven: gaf gaven geeft gegeven gevend
  zeggen: zei zeiden zegt gezegd
  leggen: legde legden legt gelegd
  spreken: sprak spraken spreekt gesproken
  bespreken: besprak bespraken bespreekt besproken
  afspreken: afsprak afgesproken afspreekt
  ontwikkelen: ontwikkeld ontwikkelde ontwikkelt ontwikkelden ontwikkelend
  ondertekenen: ondertekend ondertekende ondertekenden ondertekent
  opzetten: opgezet opzette opzet opzetten
  opwaarderen: opgewaardeerd opgewaardeerde opwaardeert opwaardeerde
  kopen: kocht kochten gekocht gekochte koopt
  verkopen: verkocht verkochten verkochte verkoopt
  aankopen: aangekocht aankocht aangekochte
  bijdragen: bijgedragen bijdroeg bijdraagt bijdroegen
  bevestigen: bevestigde bevestigden bevestigd bevestigt
  benadrukken: benadrukten benadrukte benadrukt
  erkennen: erkenden erkende erkent erkend
  verwelkomen: verwelkomden verwelkomde verwelkomt verwelkomd
  aankondigen: aangekondigd aankondigde aangekondigde aankondigt
  overeenkomen: overeengekomen overeenkwamen overeenkomt
  toepassen: toegepast toepast toegepaste toepaste
  uitvoeren: uitgevoerd uitvoert uitvoerde uitgevoerde
  deelnemen: deelgenomen deelneemt deelnam
  plaatsvinden: plaatsgevonden plaatsvindt plaatsvond
  meebewegen: meebewoog meebewogen
  voorbereiden: voorbereid voorbereidde voorbereidt
  lezen: las lazen leest gelezen
  reizen: reisde reisden reist gereisd
  leven: leefde leefden leeft geleefd
  maken: maakt maakte maakten gemaakt gemaakte makend
  zitten: zit zat zaten gezeten
  werken: werkt werkte werkten gewerkt werkende
  openen: opent opende openden geopend
  antwoorden: antwoordde antwoordt geantwoord
  groeien: groeit groeide gegroeid groeiende groeiend
  kopiëren: kopieert kopieerde gekopieerd
  creëren: creëert creëerde gecreëerd
  investeren: geïnvesteerd investeerde investeert
  eindigen: geëindigd eindigde
  beginnen: begon begonnen begint
  verliezen: verloor verloren verliest
  verhuizen: verhuisde verhuist verhuisd
  bestaan: bestaat bestond bestonden bestaand
  zien: ziet zag zagen gezien
  voldoen: voldoet voldeed voldeden voldaan
  begrijpen: begreep begrepen begrijpt
  onderzoeken: onderzocht onderzochten onderzoekt
  effectief: effectieve effectiever effectiefst
  positief: positieve
  snel: snelle sneller snelste
  officieel: officiële
  substantieel: substantiële
  reëel: reële
  hoog: hoge hoger hogere
  nauw: nauwe nauwer nauwere
  groot: grote groter grootste
  boos: boze bozer
  wit: witte witter
  zwaar: zware zwaarder zwaarste
  belangrijk: belangrijke belangrijker belangrijkste
  goed: beter betere beste
  werkloos: werkloze
  niveau: niveaus
  relatie: relaties
  kwestie: kwesties
  ministerie: ministeries
  stad: steden
  hoofdstad: hoofdsteden
  schip: schepen
  oorlogsschip: oorlogsschepen
  lid: leden
  land: landen lands
  brug: bruggen
  taak: taken
  brief: brieven
  huis: huizen huisje huisjes
  foto: foto's
  zee: zeeën
  industrie: industrieën
  mogelijkheid: mogelijkheden
  kind: kinderen kinds
  ei: eieren
  museum: musea museums
  politicus: politici
  brandweerman: brandweerlieden
  verdrag: verdragen verdrags
  film: filmpje filmpjes
  ring: ringetje
  koning: koninkje konings
  deur: deurtje
  auto: autootje auto's
  regering: regeringen regerings
  crisis: crises crisissen
`
const dictionary = table
  .trim()
  .split('\n')
  .map((line) => line.split(':').map((cell) => cell.trim()))
const cases = dictionary.flatMap(([lemma = '', forms = '']) =>
  forms.split(' ').flatMap((form): readonly (readonly [string, string])[] => (form === lemma ? [] : [[form, lemma]])),
)
const lemmas = new Set(dictionary.map(([lemma = '']) => lemma))

const pack = createPack()
const known = (form: string): readonly string[] => (pack.lemmas?.(form) ?? []).filter((lemma) => lemmas.has(lemma))

describe('dictionary forms of Dutch words', () => {
  test('are many in the table', () => expect(cases.length).toBeGreaterThan(200))
  test.each(cases)('%s is a form of %s', (form, lemma) => {
    expect(known(form)[0]).toBe(lemma)
  })
  test('never include the word itself and never repeat', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.stringMatching(/^[a-zë']{0,6}$/), ([form], end) => {
        const found = pack.lemmas?.(form + end) ?? []
        expect(found).not.toContain(form + end)
        expect(new Set(found).size).toBe(found.length)
      }),
    )
  })
  test('are asked for any string in a moment', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(Array.isArray(pack.lemmas?.(text.toLowerCase()))).toBe(true)
      }),
    )
    expect(pack.lemmas?.('ge'.repeat(5000)).length).toBeLessThan(1000)
  })
})

describe('Dutch verbs with their particle apart', () => {
  const find = (text: string): readonly (readonly [string, string])[] => {
    const verbs = new Set([
      ...['bijdragen', 'aankondigen', 'overeenkomen', 'toepassen', 'deelnemen', 'opkomen', 'opstellen', 'plaatsvinden'],
      ...['uitvoeren', 'vaststellen', 'openen', 'omdat', 'indien', 'terugkeren', 'invoeren', 'opzetten'],
    ])
    const found: (readonly [string, string])[] = []
    pack.separated?.(
      text,
      { start: 0, end: text.length },
      (norm) => verbs.has(norm),
      (start, end, norm) => found.push([text.slice(start, end), norm]),
    )
    return found
  }
  test.each<[text: string, place: string, verb: string]>([
    ['Het plan draagt in hoge mate bij aan de vrede.', 'draagt', 'bijdragen'],
    ['De premier kondigde gisteren nieuwe verkiezingen aan.', 'kondigde', 'aankondigen'],
    ['Kondig het tijdig aan, zei hij.', 'Kondig', 'aankondigen'],
    ['Beide partijen kwamen overeen dat zij de grens openen.', 'kwamen', 'overeenkomen'],
    ['Er is geld om de nieuwe regels toe te passen.', 'toe te passen', 'toepassen'],
    ['Zij neemt morgen deel aan het overleg.', 'neemt', 'deelnemen'],
    ['De top vindt in mei in Utrecht plaats.', 'vindt', 'plaatsvinden'],
    ['Het leger voert de opdracht uit in drie dagen.', 'voert', 'uitvoeren'],
    ['De commissie stelde de schade, die groot was, vast.', 'stelde', 'vaststellen'],
    ['Ze keerden na de storm terug naar hun huizen.', 'keerden', 'terugkeren'],
    ['Hij heeft beloofd het besluit uit te voeren.', 'uit te voeren', 'uitvoeren'],
  ])('%s', (text, place, verb) => {
    expect(find(text)).toEqual([[place, verb]])
  })
  test.each([
    'Het schip kwam op de markt.',
    'Zij kwamen. Op straat was het stil.',
    'Wij stellen het eten op tafel.',
    'Een kind en een hond lopen op straat.',
    'Hij denkt dat het regent op zee.',
    'Zij hebben in dit huis gewoond, op dat plein.',
  ])('none in: %s', (text) => {
    expect(find(text)).toEqual([])
  })
  test('lie inside the segment, whatever the text', () => {
    const words = fc.constantFrom(
      'kondigde',
      'aan',
      'te',
      'op',
      ',',
      '. ',
      'kwam',
      'overeen',
      'dat',
      'stel',
      'in',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const text = parts.join(' ')
        pack.separated?.(
          text,
          { start: 0, end: text.length },
          () => true,
          (start, end, norm) => {
            expect(start >= 0 && start < end && end <= text.length).toBe(true)
            expect(norm).not.toBe('')
          },
        )
      }),
    )
  })
})
