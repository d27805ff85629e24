import type { Surfaces } from '../_shared/quantities/data.ts'

/** After these a number of four digits is a count, not a year. */
// biome-ignore format: rows of words read better unbroken
export const counted: Surfaces = [
  'metres', 'meters', 'm', 'km', 'kilometres', 'kilometers', 'miles', 'feet', 'cm', 'mm', 'kg', 'kilos',
  'kilograms', 'grams', 'tons', 'tonnes', 'hectares', 'acres', 'litres', 'liters', 'people', 'persons',
  'inhabitants', 'residents', 'soldiers', 'troops', 'members', 'victims', 'deaths', 'dead', 'wounded', 'times',
  'euros', 'dollars', 'years', 'days', 'hours', 'homes', 'houses', 'companies', 'firms', 'jobs', 'students',
  'pupils', 'participants', 'workers', 'employees', 'votes', 'seats', 'words', 'pages', 'copies', 'countries',
  'municipalities', 'households', 'children', 'women', 'men', 'refugees', 'patients', 'cars', 'degrees', 'watts',
  'megawatts', 'mw', 'units', 'visitors', 'percent', '%', 'square', 'cubic', 'cases', 'delegates', 'km²', 'm²',
  'million', 'additional', 'new',
]

/** Words without capital that may follow a year as well as anything else. */
// biome-ignore format: rows of words read better unbroken
export const continuations: Surfaces = [
  'and', 'or', 'to', 'is', 'was', 'were', 'are', 'has', 'have', 'had', 'can', 'could', 'will', 'would', 'must',
  'that', 'which', 'who', 'the', 'a', 'an', 'for', 'on', 'after', 'before', 'with', 'at', 'by', 'in', 'of', 'from',
  'over', 'as', 'but', 'when', 'where', 'also', 'not', 'until', 'than', 'since', 'between', 'through', 'saw',
  'came', 'won', 'began', 'under', 'it', 'he', 'she', 'they', 'while',
]
