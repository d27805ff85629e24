/** Words that part from their verb: *aankondigen*, *kondigde … aan*, *aangekondigd*, *aan te kondigen*. */
export const particles = `
  aan af achter bij binnen boven door heen in langs mee na neer om onder op over rond tegen toe uit voor
  aaneen achterna achterover achteruit af binnen bekend bijeen buiten deel dicht dood dooreen droog eropna feest fijn flauw gade gelijk gereed gerust
  goed groot hoog heilig herop huis ineen kapot klaar kwijt les leeg los lastig mis neder omhoog omlaag omver onderuit ongedaan open
  opeen openbaar opnieuw overeen paard plaats prijs recht rondom samen schoon stand stil stop stuk tegemoet tekeer tekort teleur teniet tentoon terecht
  terug terzijde teweeg thuis tewerk toneel uiteen vast veilig vol voort voorbij voorop vooruit vrij waar warm weer weg zwart`

/** Particles that are no prepositions: wherever they stand after a verb, they belong to it. */
export const sureParticles = `
  af mee neer terug samen weg vast voort toe heen overeen bijeen bekend deel gelijk goed kwijt los open plaats stand stil stop tegemoet tekort teleur
  teniet tentoon terecht terzijde teweeg uiteen vooruit vrij waar omhoog omlaag`

/** Syllables that never part from their verb and leave no room for *ge*: *besproken*, *verkocht*, *onderhandeld*. */
export const prefixes = `be ge her er ont ver over onder voor door om weer mis vol wan aan`

/** Words that follow a particle at the end of a clause, and never a preposition with its noun. */
export const clauseStarters = `
  en of maar want dat omdat doordat zodat opdat hoewel nadat voordat totdat zodra zolang toen terwijl als dan indien tenzij mits om
  in op met van bij naar voor tot door over tegen tussen tijdens zonder sinds volgens binnen buiten via vanaf vanuit wegens namens per inzake te
  ter ten aan uit onder na`

/** Words over which a verb does not reach its particle. */
export const clauseBreakers = `
  dat die omdat doordat zodat opdat hoewel nadat voordat totdat zodra zolang toen terwijl indien tenzij mits maar want waar waarin waarop waarbij
  waarmee waardoor waarna wie wat`

/** Short words that look like forms of a verb. */
export const noVerbs = `de het een dat dit die deze en aan in op den ten geen alleen binnen boven buiten tussen tegen naast wegens tussenin`
