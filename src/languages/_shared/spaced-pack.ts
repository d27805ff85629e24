import { phrasesOf, setOf, wordsOf } from './lists.ts'
import type { PersonLists } from './persons.ts'
import type { SentenceLists } from './sentence-rules.ts'
import type { TitleLists } from './titles.ts'

/** Word lists of a language as its data files write them: words parted by white space, phrases by `|`. */
export interface SentenceWords {
  readonly abbreviations: Readonly<Record<'never' | 'beforeCapital' | 'beforeStarter' | 'beforeNumber', string>>
  readonly starters: string
  readonly particles: string
  readonly beforeLetter: string
  readonly shoutingNames: string
  /** Of a language whose ordinals are digits with a full stop. */
  readonly ordinalLeads?: string
  readonly ordinalNouns?: string
}

/** The sets that the sentence rules ask. */
export function sentenceLists({ abbreviations, ...words }: SentenceWords): SentenceLists {
  return {
    never: setOf(abbreviations.never),
    beforeCapital: setOf(abbreviations.beforeCapital),
    beforeStarter: setOf(abbreviations.beforeStarter),
    beforeNumber: setOf(abbreviations.beforeNumber),
    starters: setOf(words.starters),
    particles: setOf(words.particles),
    beforeLetter: setOf(words.beforeLetter),
    ordinalCues: { leads: setOf(words.ordinalLeads ?? ''), nouns: setOf(words.ordinalNouns ?? '') },
    shoutingNames: setOf(words.shoutingNames),
  }
}

type TitleWordName = 'heads' | 'joins' | 'sureJoins' | 'links' | 'stops' | 'conjunctions' | 'articles' | 'firstMembers'

/** The sets that the search for titles asks. */
export function titleLists(words: Readonly<Record<TitleWordName, string>>, isCapitalised: boolean): TitleLists {
  return {
    heads: wordsOf(words.heads),
    joins: setOf(words.joins),
    sureJoins: setOf(words.sureJoins),
    links: setOf(words.links),
    stops: setOf(words.stops),
    conjunctions: setOf(words.conjunctions),
    articles: setOf(words.articles),
    firstMembers: wordsOf(words.firstMembers),
    isCapitalised,
  }
}

/** The lists that the search for people asks. */
export function personLists(words: PersonWords): PersonLists {
  const { titles, portfolios, particles, ...others } = words
  return {
    titles: phrasesOf(titles),
    portfolios: phrasesOf(portfolios),
    particles: phrasesOf(particles),
    ...Object.fromEntries(Object.entries(others).map(([name, phrases]) => [name, phrasesOf(phrases)])),
  }
}

type PersonWords = Readonly<Record<'titles' | 'portfolios' | 'particles', string>> &
  Readonly<Partial<Record<keyof PersonLists, string>>>
