import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { randomFrom } from '../random.ts'

/** Dutch and Chinese of one made unit. */
export type MadePair = readonly [nl: string, zh: string]

interface Concept {
  readonly nl: string
  readonly zh: string
}

interface Words {
  readonly nouns: readonly Concept[]
  readonly adjectives: readonly Concept[]
  readonly verbs: readonly Concept[]
}

const folder = fileURLToPath(new URL('../../src/lexicon/core', import.meta.url))

/** The first rendering of every concept of the shipped vocabulary, by part of speech. */
function readWords(): Words {
  const rows = readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').split('\n'))
    .map((line) => line.split('\t'))
  const of = (pos: string): readonly Concept[] =>
    rows.flatMap(([kind, nl = '', zh = '']) => {
      const pair = { nl: nl.split(';')[0] ?? '', zh: zh.split(';')[0] ?? '' }
      return kind === pos && pair.nl !== '' && pair.zh !== '' ? [pair] : []
    })
  return { nouns: of('n'), adjectives: of('a'), verbs: of('v') }
}

const places: readonly MadePair[] = [
  ['Utrecht', '乌得勒支'],
  ['Hanoi', '河内'],
  ['Tokio', '东京'],
  ['Brussel', '布鲁塞尔'],
  ['Jakarta', '雅加达'],
  ['Antwerpen', '安特卫普'],
  ['Peking', '北京'],
  ['Rotterdam', '鹿特丹'],
  ['Singapore', '新加坡'],
  ['Gent', '根特'],
]
const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

/**
 * An endless stream of made units that look like sentences: a handful of frames, words of the shipped vocabulary by a Zipf law,
 * compounds, names, years, dates and amounts. One seed gives one stream.
 */
export function* madeUnits(seed: number): Generator<MadePair, never> {
  const random = randomFrom(seed)
  const words = readWords()
  const below = (count: number): number => Math.floor(random() * count)
  /** Rank by a Zipf law with exponent 1: the logarithm of the rank is even. */
  const pick = <T>(list: readonly T[]): T => list[Math.floor(list.length ** random()) - 1] as T
  const noun = (): Concept => {
    const head = pick(words.nouns)
    if (random() > 0.25) return head
    const part = pick(words.nouns)
    return { nl: `${part.nl}${head.nl}`, zh: `${part.zh}${head.zh}` }
  }
  const phrase = (): Concept => {
    const head = noun()
    if (random() < 0.6) return { nl: `de ${head.nl}`, zh: head.zh }
    const quality = pick(words.adjectives)
    return { nl: `de ${quality.nl} ${head.nl}`, zh: `${quality.zh}的${head.zh}` }
  }
  const when = (): Concept => {
    const [day, month, year] = [1 + below(28), below(12), 1950 + below(75)]
    if (random() < 0.5) return { nl: `in ${year}`, zh: `${year}年` }
    return { nl: `op ${day} ${months[month]} ${year}`, zh: `${year}年${month + 1}月${day}日` }
  }
  const amount = (): Concept => {
    const value = 2 + below(9000)
    const what = noun()
    return { nl: `${value} ${what.nl}`, zh: `${value}个${what.zh}` }
  }
  const clause = (): Concept => {
    const [who, what, act] = [phrase(), phrase(), pick(words.verbs)]
    const [nlPlace, zhPlace] = places[below(places.length)] ?? ['', '']
    switch (below(5)) {
      case 0:
        return { nl: `${who.nl} wil ${what.nl} ${act.nl}`, zh: `${who.zh}要${act.zh}${what.zh}` }
      case 1: {
        const time = when()
        return {
          nl: `${time.nl} kon ${who.nl} in ${nlPlace} ${what.nl} ${act.nl}`,
          zh: `${time.zh}${who.zh}在${zhPlace}${act.zh}${what.zh}`,
        }
      }
      case 2: {
        const many = amount()
        return { nl: `voor ${who.nl} zijn ${many.nl} nodig`, zh: `${who.zh}需要${many.zh}` }
      }
      case 3:
        return { nl: `${who.nl} van ${what.nl} is te ${act.nl}`, zh: `${what.zh}的${who.zh}可以${act.zh}` }
      default:
        return { nl: `volgens ${who.nl} moet ${what.nl} worden veranderd`, zh: `根据${who.zh},${what.zh}必须改变` }
    }
  }
  for (;;) {
    const first = clause()
    const chance = random()
    if (chance < 0.55) yield [`${capital(first.nl)}.`, `${first.zh}。`]
    else {
      const second = clause()
      yield [
        `${capital(first.nl)}${chance < 0.8 ? ' en ' : ', omdat '}${second.nl}.`,
        `${chance < 0.8 ? '' : '因为'}${second.zh},${first.zh}。`,
      ]
    }
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A TMX file of so many made units, as a tool would write it: ids, dates, users, a field. */
export function* madeTmx(units: Iterable<MadePair>, count: number): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
  yield '  <header creationtool="made" creationtoolversion="1" segtype="sentence" o-tmf="made" adminlang="en" srclang="nl" datatype="plaintext"/>\n  <body>\n'
  let number = 0
  for (const [nl, zh] of units) {
    if (number === count) break
    const date = new Date(Date.UTC(2015, 0, 1) + number * 211_000).toISOString().replace(/\.\d+|[-:]/g, '')
    yield `    <tu tuid="${number}" creationdate="${date}" creationid="user${number % 7}">\n      <prop type="x-domain">domain ${number % 11}</prop>\n      <tuv xml:lang="nl"><seg>${escaped(nl)}</seg></tuv>\n      <tuv xml:lang="zh-CN"><seg>${escaped(zh)}</seg></tuv>\n    </tu>\n`
    number++
  }
  yield '  </body>\n</tmx>\n'
}
