import {
  readDataLines,
  readLists,
  readReadings,
  readSpellings,
  type SoundTable,
  type SyllableReadings,
  type WholeNameReadings,
} from './_shared/name-data.ts'
import { normaliseRomaji, pieceOrigins } from './ja/romaji.ts'
import { nameContext } from './zh/name-context.ts'
import { readSounds } from './zh/sounds.ts'

/** One way in which a name in Han characters can be read in Latin letters; its data is read when it is asked for. */
export type NameChannel =
  | { readonly id: string; readonly kind: 'syllables'; readonly load: () => SyllableReadings }
  | { readonly id: string; readonly kind: 'whole-names'; readonly load: () => WholeNameReadings }
  | { readonly id: string; readonly kind: 'sound'; readonly load: () => SoundTable }

/** All channels. Adding one is a row here and its data in a pack; the comparing code is in `lexicon/names`. */
export const nameChannels: readonly NameChannel[] = [
  {
    id: 'vietnamese',
    kind: 'syllables',
    load: () => ({
      characters: readReadings('vi', 'name-syllables.tsv', 'readings.tsv'),
      spellings: [],
      surnames: readLists('vi', 'surnames.tsv', ';'),
      isMarked: true,
      surnameWeight: 1,
    }),
  },
  {
    id: 'japanese',
    kind: 'whole-names',
    load: () => ({
      surnames: readLists('ja', 'surnames.tsv', ' '),
      givenNames: readLists('ja', 'given-names.tsv', ' '),
      characters: readReadings('ja', 'readings.tsv'),
      normalise: normaliseRomaji,
      origins: pieceOrigins,
    }),
  },
  {
    id: 'pinyin',
    kind: 'syllables',
    load: () => ({
      characters: readReadings('zh', 'readings.tsv'),
      spellings: readSpellings('zh', 'spellings.tsv'),
      surnames: readLists('zh', 'surnames.tsv', ';'),
      isMarked: false,
      surnameWeight: 1.5,
    }),
  },
  {
    id: 'cantonese',
    kind: 'syllables',
    load: () => ({
      characters: readReadings('zh', 'cantonese.tsv'),
      spellings: readSpellings('zh', 'cantonese-spellings.tsv'),
      surnames: readLists('zh', 'surnames.tsv', ';'),
      isMarked: false,
      surnameWeight: 1.5,
    }),
  },
  {
    id: 'korean',
    kind: 'syllables',
    load: () => ({
      characters: readReadings('ko', 'readings.tsv'),
      spellings: readSpellings('ko', 'spellings.tsv'),
      surnames: readLists('ko', 'surnames.tsv', ';'),
      isMarked: false,
      surnameWeight: 1.5,
    }),
  },
  { id: 'sound', kind: 'sound', load: readSounds },
]

/** Words beside a name in Chinese text that say it is one. */
export const hanNameContext: { readonly before: readonly string[]; readonly after: readonly string[] } = nameContext

/** For each form of a Han character the one that all readings are given for (the simplified one where there is one). */
export function readHanVariants(): ReadonlyMap<string, string> {
  const variants = new Map<string, string>()
  for (const line of readDataLines('zh', 'variants.tsv')) {
    const [target = '', forms = ''] = line.split('\t')
    for (const form of forms) variants.set(form, target)
  }
  return variants
}
