import type { Surfaces } from '../_shared/quantities/data.ts'

/** After these a number of four digits is a count, not a year. */
// biome-ignore format: rows of words read better unbroken
export const counted: Surfaces = [
  'meter', 'm', 'km', 'kilometer', 'kilometers', 'cm', 'mm', 'kilo', 'kg', 'kilogram', 'gram', 'ton', 'hectare',
  'liter', 'mensen', 'personen', 'inwoners', 'soldaten', 'militairen', 'leden', 'slachtoffers', 'doden', 'gewonden',
  'keer', 'maal', 'euro', 'dollar', 'jaar', 'dagen', 'uur', 'uren', 'woningen', 'bedrijven', 'banen', 'studenten',
  'leerlingen', 'deelnemers', 'werknemers', 'medewerkers', 'stemmen', 'zetels', 'woorden', "pagina's", 'exemplaren',
  'landen', 'gemeenten', 'huishoudens', 'kinderen', 'vrouwen', 'mannen', 'vluchtelingen', 'patiënten', 'auto',
  'graden', 'watt', 'megawatt', 'kwh', 'mw', 'stuks', 'bezoekers', 'procent', '%', 'vierkante', 'kubieke',
  'miljoen', 'km²', 'm²',
]

/** Words without capital that may follow a year as well as anything else. */
// biome-ignore format: rows of words read better unbroken
export const continuations: Surfaces = [
  'en', 'of', 'tot', 'is', 'was', 'waren', 'zijn', 'werd', 'werden', 'wordt', 'worden', 'heeft', 'hebben', 'had',
  'hadden', 'kan', 'kon', 'zal', 'zou', 'moet', 'om', 'te', 'dat', 'die', 'de', 'het', 'een', 'voor', 'op', 'na',
  'met', 'bij', 'door', 'in', 'van', 'uit', 'over', 'aan', 'als', 'maar', 'toen', 'waarin', 'ook', 'weer', 'niet',
  'nog', 'al', 'naar', 'dan', 'sinds', 'tussen', 't', 'kwam', 'kwamen', 'won', 'begon', 'ging', 'stond', 'waarbij',
  'zich', 'er', 'hij', 'zij', 'ze', 'werkt', 'geldt', 'gold', 'bleef',
]
