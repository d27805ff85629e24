/** Words from which Dutch titles of treaties and names of people are told; own lists. Words are parted by white space, phrases by `|`. */
export const titleWords = {
  heads: `
    verdrag overeenkomst handvest verklaring protocol akkoord conventie memorandum convenant pact statuut slotakte charter gedragscode
    actieplan actieprogramma`,
  joins: 'inzake van tot over betreffende tegen tussen ter voor met omtrent aangaande nopens op houdende bij',
  sureJoins: 'inzake betreffende tot tegen tussen omtrent aangaande nopens houdende',
  links: `
    de het een der des den van voor met tot ter ten te in op aan bij uit over onder tegen tussen door en of inzake betreffende jegens alsmede
    evenals zoals naar om hun zijn haar alle andere deze dit die 's 't`,
  stops: `
    die dat waarin waarmee waarbij waarop waardoor waarvan waartoe waarvoor wat welke wie om te is was werd wordt worden zijn waren werden zal zullen
    zou zouden kan kunnen kon konden moet moeten moest moesten mag mogen mocht wil willen heeft hebben had hadden gaat gaan ging blijft
    blijven bleef bleven staat staan stond stonden komt komen kwam kwamen trad traden treedt treden geldt gelden gold vormt vormen vormde biedt
    bieden bood bevat bevatten bepaalt bepalen bepaalde regelt regelen verbiedt verplicht erkent bevestigt bevestigde speelt spelen speelde
    maakt maken maakte geeft geven gaf wijst wijzen wees ligt liggen lag leidt leiden leidde zegt zeggen zei zeiden stelt stellen stelde heet
    hielp helpt helpen beschermt garandeert versterkt versterken uit ondertekend ondertekende ondertekenden gesloten aangenomen goedgekeurd
    bekrachtigd geratificeerd na nadat voordat toen omdat terwijl zodat opdat indien wanneer als maar ook nog niet al reeds volgens sinds tijdens
    vandaag gisteren morgen onlangs eerder later nu daarna aldus ze zij hij we wij er hierbij dankzij
    januari februari maart april mei juni juli augustus september oktober november december`,
  conjunctions: 'en of alsmede evenals',
  articles: 'de het een dat die deze dit hun zijn haar',
  firstMembers: `
    defensie reddings veiligheids handels energie milieu klimaat landbouw visserij luchtvaart zeevaart scheepvaart ruimtevaart rechts staats volks mensen
    kinder vrouwen vredes oorlogs wapen kern atoom grond lucht water zee land bouw arbeids onderwijs gezondheids volksgezondheids informatie
    communicatie transport verkeers vervoers spoor wegen haven douane belasting begrotings financiële bank beurs markt industrie productie
    technologie wetenschaps onderzoeks ontwikkelings samenwerkings investerings kapitaal krediet schuld hulp nood ramp rampen crisis grens migratie
    vluchtelingen asiel visum politie justitie straf cultuur toerisme sport jeugd sociale zorg zieken medische voedsel levensmiddelen
    gegevens data computer netwerk internet cyber satelliet leger militaire marine luchtmacht bestuurs regerings partij ministers minister
    ambassade gezant diplomaten bedrijfs personeels werk studie student studenten vak school universiteits taal boek film
    kunst natuur bos dieren planten afval lood olie gas kolen elektriciteits stroom wind zonne waterstof metaal staal auto voertuig
    voertuigen vliegtuig schip schepen container goederen diensten persoons personen eigendoms auteurs octrooi merken consumenten
    concurrentie subsidie prijs loon pensioen ouderen gehandicapten minderheden geloofs godsdienst`,
} as const

/** Words from which names of people are told: titles and offices before them, portfolios between, particles inside. */
export const personWords = {
  titles: `
    president|vicepresident|vice-president|premier|vicepremier|vice-premier|minister-president|eerste minister|minister|vice-minister|viceminister|
    staatssecretaris|secretaris-generaal|kanselier|bondskanselier|voorzitter|partijvoorzitter|partijleider|partijsecretaris|leider|koning|koningin|
    kroonprins|kroonprinses|prins|prinses|keizer|keizerin|sultan|emir|sjeik|paus|kardinaal|bisschop|aartsbisschop|dominee|imam|ambassadeur|
    ambassadrice|gezant|consul|gouverneur|burgemeester|wethouder|commissaris|eurocommissaris|generaal|luitenant-generaal|generaal-majoor|kolonel|
    luitenant-kolonel|majoor|kapitein|admiraal|viceadmiraal|vice-admiraal|commandant|stafchef|woordvoerder|woordvoerster|directeur|
    directeur-generaal|hoogleraar|professor|advocaat|rechter|officier van justitie|schrijver|schrijfster|acteur|actrice|zanger|zangeres|kunstenaar|
    journalist|journaliste|ondernemer|ceo|topman|topvrouw|coach|trainer|senator|parlementslid|Kamerlid|Tweede Kamerlid|lijsttrekker|buitenlandchef|
    dhr.|mevr.|meneer|mevrouw|de heer|dr.|prof.|prof. dr.|mr.|drs.|ir.|ing.|generaal b.d.|oud-president|oud-premier|oud-minister|ex-president|
    ex-premier|ex-minister|voormalig president|collega|ambtgenoot|kameraad|zuster|broeder|sir`,
  portfolios: `
    van Defensie|van Nationale Defensie|van Landsverdediging|van Buitenlandse Zaken|van Binnenlandse Zaken|van Financiën|van Justitie|
    van Justitie en Veiligheid|van Economische Zaken|van Handel|van Industrie en Handel|van Openbare Veiligheid|van Volksgezondheid|van Onderwijs|
    van Landbouw|van Landbouw en Milieu|van Milieu|van Energie|van Cultuur|van Wetenschap en Technologie|van Transport|van Verkeer|van Infrastructuur|
    van Bouw|van Arbeid|van Sociale Zaken|van Planning en Investeringen|van Informatie en Communicatie|van Algemene Zaken|van Koloniën`,
  particles:
    "van|de|van de|van der|van den|den|der|ten|ter|te|'t|von|zu|di|da|dos|del|della|la|le|du|el|al|bin|ibn|binti",
} as const

/** Where the name of a language that is also an adjective means the language: `in het Vietnamees`, `Vietnamese taal`. */
export const languageCue = {
  before: /(?:\bhet|spreekt|spreken|sprak|spraken|leert|leren|leerde|vertaald in|vertaling in)\s$/iu,
  after: /^(?:\s(?:taal|talen|vertaling|woordenboek|les|lessen|taalonderwijs)|-talige?)(?!\p{L})/iu,
} as const
