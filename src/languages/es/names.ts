/** Words from which Spanish titles of treaties and names of people are told; own lists. Words are parted by white space, phrases by `|`. */
export const titleWords = {
  heads: `
    tratado acuerdo carta declaración protocolo convenio convención memorando memorándum pacto estatuto concordato acta compromiso código`,
  joins:
    'sobre de del para contra entre relativo relativa internacional general marco por que universal constitutiva constitutivo',
  sureJoins: 'sobre relativo relativa contra entre para',
  links: `
    el la los las lo un una de del al a en por para con sin sobre contra entre y e o u desde hasta hacia mediante relativo relativa relativos relativas que su sus todas todos
    otros otras ante bajo según durante`,
  stops: `
    cual cuales quien quienes cuyo cuya donde es son era eran fue fueron ser será serán sería ha han había habían hubo puede pueden podrá debe deben deberá tiene tienen tuvo firmado
    firmada firmaron firmó suscrito suscrita suscribieron adoptado adoptada adoptó aprobado aprobada aprobó ratificado ratificada ratificó celebrado celebrada concluido
    concluida entra entró entrará establece estableció prevé obliga prohíbe reconoce regula garantiza dice dijo se cuando mientras porque aunque si pero sino también
    no ya hoy ayer mañana tras después antes desde según ella él ellos ellas este esta estos estas esto eso ese esa está están
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre`,
  conjunctions: 'y e o u',
  articles: 'el un una su sus este esta estos estas',
  firstMembers: '',
} as const

/** Words from which names of people are told: titles and offices before them, portfolios between, particles inside. */
export const personWords = {
  titles: `
    presidente|presidenta|vicepresidente|vicepresidenta|primer ministro|primera ministra|viceprimer ministro|viceprimera ministra|ministro|ministra|viceministro|viceministra|secretario|secretaria|
    secretario de Estado|secretaria de Estado|subsecretario|subsecretaria|secretario general|secretaria general|canciller|premier|jefe del Gobierno|jefe de Gobierno|jefa de Gobierno|jefe del Estado|
    jefe de Estado|rey|reina|príncipe|princesa|príncipe heredero|emperador|emperatriz|sultán|emir|jeque|papa|cardenal|arzobispo|obispo|monseñor|padre|pastor|imán|embajador|embajadora|enviado especial|enviada especial|
    encargado de negocios|cónsul|cónsul general|gobernador|gobernadora|alcalde|alcaldesa|concejal|concejala|consejero|consejera|comisario|comisaria|comisionado|general|teniente general|general de división|general de brigada|
    coronel|teniente coronel|comandante|mayor|capitán|teniente|sargento|almirante|vicealmirante|contraalmirante|jefe del Estado Mayor|portavoz|vocero|vocera|director|directora|director general|directora general|
    director ejecutivo|directora ejecutiva|relator especial|relatora especial|alto representante|alta representante|alto comisionado|alta comisionada|profesor|profesora|catedrático|catedrática|doctor|doctora|juez|jueza|
    magistrado|magistrada|fiscal|fiscal general|abogado|abogada|escritor|escritora|autor|autora|poeta|actor|actriz|cantante|artista|periodista|empresario|empresaria|entrenador|entrenadora|senador|senadora|
    diputado|diputada|congresista|eurodiputado|eurodiputada|parlamentario|parlamentaria|líder|dirigente|candidato|candidata|expresidente|expresidenta|exprimer ministro|exministro|exministra|ex primer ministro|
    el señor|la señora|señor|señora|don|doña|camarada|sir|lord|lady|sr.|sra.|srta.|sres.|d.|dña.|dr.|dra.|prof.|lic.|ing.|gral.|cnel.|mons.`,
  portfolios: `
    del Partido Comunista de Vietnam|del Partido Comunista de China|del Partido Comunista|de Defensa|de Defensa Nacional|de la Defensa Nacional|de Asuntos Exteriores|de Relaciones Exteriores|de Asuntos Exteriores, Unión Europea y Cooperación|del Interior|de Interior|de Gobernación|de Hacienda|de Finanzas|de Economía|
    de Economía y Finanzas|de Justicia|de Comercio|de Comercio Exterior|de Industria|de Industria y Comercio|de Industria y Turismo|de Seguridad Pública|de Seguridad|de Sanidad|de Salud|de Educación|de Agricultura|de Medio Ambiente|
    para la Transición Ecológica|de Energía|de Cultura|de Trabajo|de Transportes|de Transporte|de Construcción|de Ciencia|de Ciencia y Tecnología|de Planificación e Inversiones|de Información|de Igualdad|de Estado|del Tesoro`,
  origins: `
    de la ONU|de las Naciones Unidas|de la OTAN|de la UE|de la OMS|de la ASEAN|de España|de Francia|de Alemania|de Vietnam|de China|de Japón|de Rusia|de Ucrania|de Estados Unidos|de EE. UU.|de México|de Argentina|
    de Brasil|de Chile|de Colombia|de Perú|de Venezuela|de Cuba|de Corea del Sur|de Israel|de Italia|del Reino Unido|de los Países Bajos|del Gobierno|del Congreso|del Senado|del Parlamento|del Parlamento Europeo|de la Comisión Europea|
    del Consejo Europeo|español|española|francés|francesa|alemán|alemana|chino|china|japonés|japonesa|vietnamita|ruso|rusa|ucraniano|ucraniana|estadounidense|británico|británica|italiano|italiana|mexicano|mexicana|argentino|argentina|
    brasileño|brasileña|chileno|chilena|colombiano|colombiana|peruano|peruana|venezolano|venezolana|cubano|cubana|surcoreano|surcoreana|norcoreano|israelí|palestino|iraní|indio|turco|polaco|portugués|neerlandés|belga|sueco|húngaro|
    filipino|indonesio|malasio|tailandés|camboyano|laosiano|australiano|canadiense`,
  separators: ',',
  particles: 'de|de la|de los|de las|del|van|van der|van den|von|zu|di|da|dos|della|la|le|du|al|bin|ibn|binti',
} as const

/** Where the name of a language that is also an adjective means the language: `en vietnamita`, `idioma vietnamita`. */
export const languageCue = {
  before:
    /(?:\ben|\bal|hablan?|hablaba|hablar|habló|aprend(?:e|er|ió)|estudi(?:a|ar|ó)|idiomas?|lengua|traducid[oa]s? (?:al|del)|traducción (?:al|del))\s$/iu,
  after: /^\s(?:hablado|escrito|básico|moderno|antiguo)(?!\p{L})/iu,
} as const

/** Names of languages that are ordinary words first: `cree` is a verb, `venda` a bandage. */
export const ordinaryWords = 'cree ido venda cachemir tártaro corso'
