/** Words from which French titles of treaties and names of people are told; own lists. Words are parted by white space, phrases by `|`. */
export const titleWords = {
  heads: `
    traité accord convention charte déclaration protocole pacte statut mémorandum arrangement entente compromis accord-cadre concordat acte`,
  joins:
    "sur de du des d' relatif relative relatifs relatives concernant entre pour contre portant visant instituant établissant en",
  sureJoins: 'sur relatif relative relatifs relatives concernant entre contre portant visant instituant établissant',
  links: `
    le la les l' un une des du de d' au aux à et ou en sur pour par avec dans entre contre sous leur leurs son sa ses tout toute tous toutes
    relatif relative relatifs relatives concernant portant visant ainsi que autres autre`,
  stops: `
    qui que qu' dont où lequel laquelle lesquels est sont était étaient fut furent sera seront serait a ont avait avaient aura peut peuvent pouvait doit doivent devait devra
    va vont prévoit prévoient prévoyait interdit oblige reconnaît confirme garantit protège renforce entre entrera entré entrée signé signée signés signées adopté adoptée conclu conclue
    ratifié ratifiée approuvé approuvée paraphé paraphée après avant depuis lorsque quand pendant durant tandis car puisque si mais aussi encore ne pas n' selon hier aujourd'hui demain
    récemment il elle ils elles on nous vous ce c' cela ici grâce dès
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre`,
  conjunctions: 'et ou',
  articles: 'il elle ils ce cette son sa un une',
  firstMembers: '',
} as const

/** Words from which names of people are told: titles and offices before them, portfolios between, particles inside. */
export const personWords = {
  titles: `
    président|présidente|vice-président|vice-présidente|premier ministre|première ministre|vice-premier ministre|ministre|vice-ministre|ministre délégué|ministre déléguée|secrétaire d'État|
    secrétaire général|secrétaire générale|secrétaire générale adjointe|secrétaire général adjoint|chancelier|chancelière|vice-chancelier|chef de l'État|chef du gouvernement|chef de la diplomatie|
    chef d'état-major|roi|reine|prince héritier|prince|princesse|empereur|impératrice|sultan|émir|cheikh|pape|cardinal|archevêque|évêque|pasteur|imam|ambassadeur|ambassadrice|
    envoyé spécial|envoyée spéciale|consul|consul général|consule|gouverneur|gouverneure|maire|maire adjoint|commissaire|commissaire européen|commissaire européenne|haut-commissaire|
    haute représentante|haut représentant|général|général d'armée|lieutenant-général|général de division|général de brigade|général de corps d'armée|colonel|lieutenant-colonel|commandant|
    capitaine|lieutenant|amiral|vice-amiral|contre-amiral|porte-parole|directeur|directrice|directeur général|directrice générale|professeur|professeure|avocat|avocate|juge|procureur|
    procureure|procureur général|écrivain|écrivaine|auteur|autrice|acteur|actrice|chanteur|chanteuse|artiste|journaliste|homme d'affaires|femme d'affaires|pdg|patron|patronne|entraîneur|entraîneuse|
    sélectionneur|sénateur|sénatrice|député|députée|eurodéputé|eurodéputée|conseiller fédéral|conseillère fédérale|conseiller d'État|chef de file|dirigeant|leader|monsieur|madame|mademoiselle|maître|
    M.|MM.|Mme|Mlle|Me|Dr|Dr.|Pr|Pr.|Mgr|ex-président|ex-présidente|ex-premier ministre|ancien président|ancienne présidente|ancien premier ministre|ancienne première ministre|
    ancien ministre|ancienne ministre|homologue|camarade|sœur|frère|père|sir|lord|lady`,
  portfolios: `
    de la Défense|de la Défense nationale|des Armées|des Affaires étrangères|de l'Intérieur|des Finances|de l'Économie|de la Justice|du Commerce|
    de l'Industrie et du Commerce|de la Sécurité publique|de la Santé|de l'Éducation|de l'Éducation nationale|de l'Agriculture|de l'Environnement|
    de l'Énergie|de la Culture|des Sciences et des Technologies|des Transports|de la Construction|du Travail|du Plan et de l'Investissement|
    de l'Assemblée nationale|de la République|de l'Europe et des Affaires étrangères|de l'État|du gouvernement|du Parti|
    américain|chinois|vietnamien|japonais|français|russe|allemand|britannique|italien|espagnol|belge|néerlandais|indien|indonésien|thaïlandais|
    cambodgien|laotien|coréen|sud-coréen|nord-coréen|philippin|malaisien|singapourien|ukrainien|polonais|turc|iranien|israélien|égyptien|brésilien|
    argentin|mexicain|canadien|australien|suisse|européen|américaine|chinoise|vietnamienne|japonaise|française|allemande|italienne|belge|danoise|européenne`,
  particles:
    "de|du|des|de la|de l'|d'|le|la|les|van|van de|van der|van den|den|der|ter|von|zu|di|da|dos|del|della|el|al|bin|ibn|ben|ould",
} as const

/** Where the name of a language that is also an adjective means the language: `en vietnamien`, `la langue vietnamienne`. */
export const languageCue = {
  before:
    /(?:\ben|\bparle|\bparlent|\bparler|\bparlait|\bapprend|\bapprendre|\bapprennent|traduit du|traduite du|traduire du|\blangue)\s$/iu,
  after: /^\s(?:langue étrangère|courant|oral|écrit|parlé|moderne standard)(?!\p{L})/iu,
} as const
