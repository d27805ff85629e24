import {
  type ComposedSyllables,
  createLookup,
  type KnownName,
  type MarkedSyllables,
  readData,
  readLists,
  readSpellings,
  readTable,
  type SoundTable,
  type WholeNames,
} from './_shared/name-data.ts'
import { normaliseRomaji, pieceOrigins } from './ja/romaji.ts'
import { nameContext } from './zh/name-context.ts'
import { readSounds } from './zh/sounds.ts'

/** One way in which a name in Han characters can be read in Latin letters; its data is read when it is asked for. */
export type NameChannel =
  | { readonly id: string; readonly kind: 'marked-syllables'; readonly load: () => MarkedSyllables }
  | { readonly id: string; readonly kind: 'composed-syllables'; readonly load: () => ComposedSyllables }
  | { readonly id: string; readonly kind: 'whole-names'; readonly load: () => WholeNames }
  | { readonly id: string; readonly kind: 'sound'; readonly load: () => SoundTable }
  | { readonly id: string; readonly kind: 'known-names'; readonly load: () => readonly KnownName[] }

/** All channels. Adding one is a row here and its data in a pack; the comparing code is in `lexicon/names`. */
export const nameChannels: readonly NameChannel[] = [
  {
    id: 'vietnamese',
    kind: 'marked-syllables',
    load: () => ({
      readings: readTable('vi', 'readings.tsv'),
      surnames: readLists('vi', 'surnames.tsv'),
      surnameWeight: 1,
      ownMarks: /[ăđơư\u1ea0-\u1ef9]/iu,
    }),
  },
  { id: 'japanese', kind: 'whole-names', load: readJapanese },
  { id: 'pinyin', kind: 'composed-syllables', load: () => readComposed('zh', 'readings.tsv', 'spellings.tsv') },
  {
    id: 'cantonese',
    kind: 'composed-syllables',
    load: () => readComposed('zh', 'cantonese.tsv', 'cantonese-spellings.tsv'),
  },
  { id: 'korean', kind: 'composed-syllables', load: () => readComposed('ko', 'readings.tsv', 'spellings.tsv') },
  { id: 'sound', kind: 'sound', load: readSounds },
  { id: 'list', kind: 'known-names', load: readKnownNames },
]

function readKnownNames(): readonly KnownName[] {
  return Array.from(readLists('zh', 'known-names.tsv'), ([spellings, forms]) => ({
    spellings: spellings.split(';'),
    forms,
  }))
}

function readComposed(folder: string, readings: string, spellings: string): ComposedSyllables {
  return {
    readings: readTable(folder, readings),
    spellings: readSpellings(folder, spellings),
    surnames: readLists(folder, 'surnames.tsv'),
    surnameWeight: 1.5,
  }
}

function readJapanese(): WholeNames {
  const allGivenNames = readData('ja', 'given-names.tsv')
  return {
    surnames: createLookup(readData('ja', 'surnames.tsv')),
    givenNames: createLookup(allGivenNames),
    allGivenNames,
    characters: readTable('ja', 'readings.tsv'),
    normalise: normaliseRomaji,
    origins: pieceOrigins,
  }
}

/** Words beside names in Chinese text. */
export interface HanNameContext {
  /** What says that a name follows, or goes before: offices, forms of address, verbs of speaking. */
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** What says that a name starts or ends there, and nothing more. */
  readonly edgesBefore: readonly string[]
  readonly edgesBehind: readonly string[]
  /** Characters that are mostly words of their own. */
  readonly particles: readonly string[]
}
/** Words beside a name in Chinese text. */
export const hanNameContext: HanNameContext = nameContext

/** The form of Han characters that readings are given for (the simplified one where there is one), with the other forms. */
export function readHanVariants(): ReadonlyMap<string, string> {
  return readTable('zh', 'variants.tsv')
}
