/** Words from which English titles of treaties and names of people are told; own lists. Words are parted by white space, phrases by `|`. */
export const titleWords = {
  heads: `
    treaty agreement charter declaration protocol accord convention memorandum covenant pact statute communiqué`,
  joins: 'on of for concerning against between to regarding relating with in and establishing',
  links: `
    the a an of on for in to with by from at against between and or concerning regarding relating their its other all under over into through
    within among`,
  stops: `
    which that who whose where when was were is are will would shall should can could may might must has have had signed adopted
    ratified approved concluded entered enters provides provided requires prohibits recognises recognizes after before since during while because
    as if but also not he she they it we today yesterday tomorrow this these
    january february march april june july august september october november december`,
  conjunctions: 'and or',
  articles: 'a an its their his her this these that',
} as const

/** Words from which names of people are told: titles and offices before them, portfolios between, particles inside. */
export const personWords = {
  titles: `
    president|vice president|vice-president|prime minister|deputy prime minister|premier|minister|defence minister|defense minister|foreign minister|
    finance minister|trade minister|interior minister|deputy minister|secretary|secretary of state|secretary of defense|secretary-general|
    general secretary|chancellor|chairman|chairwoman|chairperson|chair|speaker|king|queen|crown prince|prince|princess|emperor|empress|sultan|emir|sheikh|
    pope|cardinal|archbishop|bishop|reverend|ambassador|envoy|consul|governor|mayor|commissioner|general|lieutenant general|major general|colonel|
    lieutenant colonel|major|captain|admiral|vice admiral|commander|chief of staff|spokesman|spokeswoman|spokesperson|director|director general|
    director-general|professor|judge|justice|senator|congressman|congresswoman|representative|author|writer|actor|actress|singer|artist|journalist|coach|
    chief executive|ceo|leader|comrade|sir|lord|lady|dame|mr.|mrs.|ms.|dr.|prof.|mr|mrs|ms|dr|former president|former prime minister|party leader`,
  portfolios: `
    of Defence|of Defense|of National Defence|of National Defense|of Foreign Affairs|of the Interior|of Home Affairs|of Finance|of Justice|of Trade|
    of Industry and Trade|of Public Security|of Health|of Education|of Agriculture|of the Environment|of Energy|of Culture|of Labour|of Labor|
    of Science and Technology|of Transport|of Construction|of State|of War|for Foreign Affairs|for Defence`,
  particles: 'van|de|van de|van der|van den|den|der|ten|ter|von|zu|di|da|dos|del|della|la|le|du|el|al|bin|ibn|binti',
} as const

/** Where the name of a language that is also an adjective means the language: `in Vietnamese`, `the Vietnamese language`. */
export const languageCue = {
  before: /(?:\bin|into|speaks?|spoke|spoken|speaking|learn|learns|learning|fluent in)\s$/iu,
  after: /^\s(?:language|languages|lessons?|classes|dictionary|translation|version|text|alphabet|speakers?)(?!\p{L})/iu,
} as const
