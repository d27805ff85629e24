import { createRequire } from 'node:module'
import type { ItemCustomEntity } from 'wink-nlp'

/** A run of tokens to look for, under a number of the caller's. */
export interface TagPattern {
  readonly id: number
  readonly tokens: readonly number[]
}

/** A run of tokens that a pattern (by its id) names: both token indexes inclusive. */
export interface Tagged {
  readonly from: number
  readonly to: number
  readonly pattern: number
}

/** Tags the longest patterns from left to right; a token of the input is a number below the size of the vocabulary, or -1. */
export type Tagger = (tokens: readonly number[]) => readonly Tagged[]

/** Any letters but vowels, so that the tokeniser of wink-nlp finds neither a contraction nor an emoticon nor a part of speech. */
const digits = 'bcdfghjklmnpqrstvwxz'

/** Makes a tagger of other patterns; the one made before is no longer of use. */
export type TaggerMaker = (patterns: readonly TagPattern[]) => Tagger

/**
 * Custom entities of wink-nlp over numbered tokens: Every token becomes a made-up word of
 * letters, one word for all tokens outside the vocabulary, so wink's tokeniser cannot split or merge any, its token
 * indexes are ours, and its cache of words never grows. (Wink takes an entity named `0` for none.) The package is loaded
 * here and not by an import: with its model it takes about 170 ms the first time, and most short texts do not need it;
 * 1,000 patterns take 20 ms.
 */
export function createTaggerMaker(): TaggerMaker {
  const require = createRequire(import.meta.url)
  const wink: typeof import('wink-nlp').default = require('wink-nlp')
  const nlp = wink(mended(require('wink-eng-lite-web-model')), ['cer'])
  return (patterns) => {
    const examples = patterns.map(({ id, tokens }) => ({ name: `n${id}`, patterns: [tokens.map(wordOf).join(' ')] }))
    nlp.learnCustomEntities(examples, { matchValue: true, usePOS: false, useEntity: false })
    return (tokens) => {
      const tagged: Tagged[] = []
      nlp
        .readDoc(tokens.map(wordOf).join(' '))
        .customEntities()
        .each((entity: ItemCustomEntity) => {
          const [from = 0, to = 0] = numbersOf(entity.out(nlp.its.span))
          tagged.push({ from, to, pattern: Number(entity.out(nlp.its.type).slice(1)) })
        })
      return tagged
    }
  }
}

function numbersOf(value: string | readonly number[]): readonly number[] {
  return typeof value === 'string' ? [] : value
}

function wordOf(token: number): string {
  let word = 'q'
  for (let rest = token + 1; rest > 0; rest = Math.floor(rest / digits.length))
    word += digits.charAt(rest % digits.length)
  return word
}

type Model = Parameters<typeof import('wink-nlp').default>[0]

/** What wink-nlp notes of the words it meets: one list for each property, and the places in it. */
interface Feature {
  readonly hash?: Readonly<Record<string, unknown>>
  readonly list: readonly unknown[]
}
/** The part of the model with its words; the rest of it is only read. */
interface Core {
  readonly features: Readonly<Record<string, Feature>>
}

/** The package's own object, of which there is one in a process. */
type OwnModel = Model & { metaCER(): unknown; core(): Core; isMended?: true }

/**
 * The model as it may be loaded again and again. As it is packed, each loading quotes its automata for custom entities
 * once more (`machines = JSON.stringify(machines)`), and the twentieth exceeds the longest string there can be; so the
 * package's own object is made to say what it said the first time. Its core, too, is
 * unpacked once, which takes most of the time, and not by each loading: what loadings add to it stands over what they share.
 */
function mended(model: OwnModel): Model {
  if (model.isMended) return model
  model.isMended = true
  const meta = model.metaCER()
  model.metaCER = () => meta
  const core = model.core()
  model.core = () => coreOver(core)
  return model
}

const coreOver = (core: Core): Core => ({
  ...core,
  features: Object.fromEntries(Object.entries(core.features).map(([name, feature]) => [name, featureOver(feature)])),
})

const featureOver = (feature: Feature): Feature => ({
  ...feature,
  list: [...feature.list],
  ...(feature.hash === undefined ? {} : { hash: Object.create(feature.hash) }),
})
