/** Words from which German titles of treaties and names of people are told; own lists. Words are parted by white space, phrases by `|`. */
export const titleWords = {
  heads: `
    vertrag vertrages vertrags abkommen abkommens übereinkommen übereinkommens übereinkunft charta erklärung protokoll protokolls konvention memorandum
    pakt pakts paktes statut statuts vereinbarung rahmenvereinbarung verhaltenskodex aktionsplan aktionsprogramm`,
  joins: 'über zur zum zwischen betreffend bezüglich gegen',
  links: `
    der die das den dem des ein eine einen einem einer von vom für mit zu zum zur in im an am auf aus bei über unter gegen zwischen durch nach und oder sowie
    betreffend bezüglich ihrer ihre ihren ihrem seiner seine seinen seinem deren alle aller allen andere anderen anderer`,
  stops: `
    dass welche welcher welches wobei wodurch womit worin wo wer um ist sind war waren wird werden wurde wurden worden soll sollen sollte sollten kann
    können konnte konnten muss müssen musste mussten darf dürfen will wollen wollte wollten hat haben hatte hatten habe hätte geht gehen ging gingen bleibt
    bleiben blieb blieben steht stehen stand standen kommt kommen kam kamen trat traten tritt treten gilt gelten galt galten bildet bilden bildete bietet bieten
    enthält enthalten bestimmt regelt regeln verbietet verpflichtet erkennt bestätigt bestätigte spielt spielen macht machen machte gibt geben gab
    sieht sehen sah liegt liegen lag führt führen führte sagt sagen sagte stellt stellen stellte heißt hilft schützt garantiert stärkt
    unterzeichnet unterzeichnete unterzeichneten unterschrieben geschlossen schloss schlossen angenommen verabschiedet ratifiziert gebilligt vereinbart
    nach nachdem bevor als weil während sodass damit falls sofern wenn aber auch noch nicht schon bereits laut seit heute gestern morgen kürzlich
    später nun sie er wir es hier dank vor ab
    januar jänner februar märz april mai juni juli august september oktober november dezember`,
  conjunctions: 'und oder sowie',
  articles: 'die der das den dem dass dies dieser diese dieses sein seine ihr ihre',
  firstMembers: `
    verteidigungs rettungs sicherheits handels energie umwelt klima landwirtschafts fischerei luftfahrt schifffahrts raumfahrt rechts staats volks menschen
    kinder frauen friedens kriegs waffen kern atom boden luft wasser see land bau arbeits bildungs gesundheits informations kommunikations transport verkehrs
    schienen straßen hafen zoll steuer haushalts finanz bank börsen markt industrie produktions technologie wissenschafts forschungs entwicklungs
    kooperations investitions kapital kredit schulden hilfs not katastrophen krisen grenz migrations flüchtlings asyl visa polizei justiz straf kultur
    tourismus sport jugend sozial pflege kranken lebensmittel daten computer netz internet cyber satelliten militär marine regierungs partei
    botschafts personal studien schul hochschul sprach buch film kunst natur wald tier pflanzen abfall erdöl öl gas kohle strom wind solar wasserstoff
    metall stahl fahrzeug flugzeug schiffs container waren dienstleistungs personen eigentums urheber patent marken verbraucher wettbewerbs subventions preis
    lohn renten minderheiten religions import export ein aus an ab vor nach innen außen haupt neben`,
} as const

/** Words from which names of people are told: titles and offices before them, portfolios between, particles inside. */
export const personWords = {
  titles: `
    präsident|präsidenten|präsidentin|vizepräsident|vizepräsidenten|vizepräsidentin|bundespräsident|bundespräsidenten|bundespräsidentin|staatspräsident|
    staatspräsidenten|staatspräsidentin|us-präsident|us-präsidenten|kommissionspräsidentin|kommissionspräsident|parlamentspräsident|parlamentspräsidentin|
    premierminister|premierministers|premierministerin|premier|vizepremier|vizepremierminister|ministerpräsident|ministerpräsidenten|ministerpräsidentin|
    regierungschef|regierungschefs|regierungschefin|staatschef|staatschefs|kanzler|kanzlers|kanzlerin|bundeskanzler|bundeskanzlers|bundeskanzlerin|vizekanzler|minister|
    ministers|ministerin|bundesminister|bundesministerin|verteidigungsminister|verteidigungsministers|verteidigungsministerin|außenminister|außenministers|außenministerin|
    bundesaußenminister|bundesaußenministerin|innenminister|innenministerin|finanzminister|finanzministerin|wirtschaftsminister|wirtschaftsministerin|handelsminister|handelsministerin|
    justizminister|justizministerin|umweltminister|umweltministerin|gesundheitsminister|gesundheitsministerin|landwirtschaftsminister|kulturministerin|kulturminister|
    bildungsminister|bildungsministerin|verkehrsminister|verkehrsministerin|vizeminister|vizeministerin|vize-außenminister|vizeaußenminister|vizeverteidigungsminister|staatssekretär|staatssekretärin|
    staatsrat|bundesrat|bundesrätin|generalsekretär|generalsekretärs|generalsekretärin|vorsitzender|vorsitzende|vorsitzenden|parteichef|parteichefs|parteichefin|parteivorsitzender|parteivorsitzende|
    fraktionschef|fraktionsvorsitzende|oppositionsführer|oppositionsführerin|könig|königs|königin|kronprinz|kronprinzessin|prinz|prinzessin|kaiser|kaisers|kaiserin|sultan|emir|scheich|papst|
    kardinal|bischof|erzbischof|pfarrer|pastor|pastorin|imam|botschafter|botschafters|botschafterin|gesandter|gesandte|konsul|konsulin|generalkonsul|gouverneur|gouverneurs|gouverneurin|
    bürgermeister|bürgermeisterin|oberbürgermeister|oberbürgermeisterin|kommissar|kommissarin|eu-kommissar|eu-kommissarin|general|generals|generalleutnant|generalmajor|brigadegeneral|oberst|
    oberstleutnant|major|hauptmann|leutnant|admiral|vizeadmiral|konteradmiral|kommandeur|befehlshaber|generalstabschef|stabschef|sprecher|sprecherin|regierungssprecher|
    regierungssprecherin|direktor|direktorin|generaldirektor|generaldirektorin|leiter|leiterin|professor|professorin|anwalt|anwältin|rechtsanwalt|rechtsanwältin|richter|richterin|
    staatsanwalt|staatsanwältin|generalstaatsanwalt|schriftsteller|schriftstellerin|autor|autorin|schauspieler|schauspielerin|sänger|sängerin|künstler|künstlerin|journalist|journalistin|
    unternehmer|unternehmerin|ceo|vorstandschef|vorstandschefin|trainer|trainerin|bundestrainer|senator|senatorin|abgeordneter|abgeordnete|abgeordneten|bundestagsabgeordneter|bundestagsabgeordnete|
    nationalrat|nationalrätin|herr|herrn|frau|dr.|prof.|prof. dr.|dipl.-ing.|ex-präsident|ex-präsidenten|ex-premier|ex-kanzler|ex-kanzlerin|altkanzler|altbundeskanzler|expräsident|amtskollege|amtskollegen|
    amtskollegin|kollege|kollegen|kollegin|genosse|schwester|bruder|sir|lord|lady`,
  portfolios: `
    der Verteidigung|für Verteidigung|für Nationale Verteidigung|für Auswärtiges|für auswärtige Angelegenheiten|für Äußeres|des Auswärtigen|des Innern|
    des Inneren|für Inneres|der Finanzen|für Finanzen|der Justiz|für Justiz|für Wirtschaft|für Handel|für Industrie und Handel|für öffentliche Sicherheit|
    für Gesundheit|für Bildung|für Landwirtschaft|für Umwelt|für Energie|für Kultur|für Wissenschaft und Technologie|für Verkehr|für Arbeit|a. D.`,
  particles:
    'von|von der|von den|vom|zu|zum|zur|van|de|van de|van der|van den|den|der|ten|ter|di|da|dos|del|della|la|le|du|el|al|bin|ibn|binti',
} as const

/** Where the name of a language that is also an adjective means the language: `auf Vietnamesisch`, `ins Deutsche`. */
export const languageCue = {
  before:
    /(?:\bauf|\bins|\bim|\baus dem|\bvom|spricht|sprechen|sprach|sprachen|gesprochenes?|lernt|lernen|lernte|lehrt|unterrichtet)\s$/iu,
  after: /^(?:\s(?:sprache|sprachen|übersetzung|wörterbuch|fassung|sprachkurse?)|-?sprachige?[nrsm]?)(?!\p{L})/iu,
} as const
