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

const pairsOf = (text: string): readonly MadePair[] =>
  text.split(', ').map((pair): MadePair => {
    const [nl = '', zh = ''] = pair.split(' = ')
    return [nl, zh]
  })
const modals = pairsOf(
  'wil = 想要, kan = 能够, moet = 应当, mag = 可以, zal = 将, durft niet te = 不敢, hoopt te = 希望, weigert te = 拒绝, begint te = 开始, probeert te = 试图, dient te = 须, hoeft niet te = 不必, vergeet te = 忘记, belooft te = 承诺, dreigt te = 威胁',
)
const prepositions = pairsOf(
  'volgens = 根据, dankzij = 多亏, ondanks = 尽管有, wegens = 由于, tijdens = 期间有, namens = 代表, zonder = 没有, tegen = 反对, behalve = 除了, omtrent = 关于, sinds = 自从, vanwege = 因, jegens = 对待, binnen = 在内, via = 通过',
)
const conjunctions = pairsOf(
  'en = 而且, maar = 但是, want = 因为, terwijl = 同时, zodat = 以便, nadat = 之后, voordat = 之前, hoewel = 虽然, tenzij = 除非, of = 或者, zodra = 一旦, omdat = 原因是, zolang = 只要, waarna = 随后',
)
const adverbs = pairsOf(
  'vandaag = 今天, opnieuw = 再次, nauwelijks = 几乎不, eindelijk = 终于, voorlopig = 暂时, doorgaans = 通常, helaas = 可惜, binnenkort = 不久, gezamenlijk = 共同, uiteraard = 当然, geleidelijk = 逐步, meteen = 立刻, openlijk = 公开, vrijwillig = 自愿, tevergeefs = 徒劳地, alsnog = 仍然, ooit = 曾经, elders = 别处',
)

/**
 * An endless stream of made units that look like sentences: frames with many small words, words of the shipped vocabulary by a
 * Zipf law, compounds, names, years, dates and amounts. One seed gives one stream.
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
  const one = (list: readonly MadePair[]): Concept => {
    const [nl, zh] = list[below(list.length)] ?? ['', '']
    return { nl, zh }
  }
  /** Something that stands before the verb or after it, or nothing. */
  const adjunct = (): Concept => {
    switch (below(6)) {
      case 0:
        return when()
      case 1: {
        const [how, what] = [one(prepositions), phrase()]
        return { nl: `${how.nl} ${what.nl}`, zh: `${how.zh}${what.zh}` }
      }
      case 2: {
        const place = one(places)
        return { nl: `in ${place.nl}`, zh: `在${place.zh}` }
      }
      case 3:
        return one(adverbs)
      case 4: {
        const many = amount()
        return { nl: `met ${many.nl}`, zh: `用${many.zh}` }
      }
      default:
        return { nl: '', zh: '' }
    }
  }
  const clause = (): Concept => {
    const [who, what, act, modal, beside] = [phrase(), phrase(), pick(words.verbs), one(modals), adjunct()]
    const spaced = beside.nl === '' ? '' : `${beside.nl} `
    switch (below(4)) {
      case 0:
        return {
          nl: `${who.nl} ${modal.nl} ${what.nl} ${spaced}${act.nl}`,
          zh: `${beside.zh}${who.zh}${modal.zh}${act.zh}${what.zh}`,
        }
      case 1:
        return { nl: `${spaced}${modal.nl} ${who.nl} ${act.nl}`, zh: `${beside.zh}${who.zh}${modal.zh}${act.zh}` }
      case 2: {
        const of = random() < 0.5 ? 'van' : 'voor'
        return {
          nl: `${who.nl} ${of} ${what.nl} ${modal.nl} ${spaced}${act.nl}`,
          zh: `${what.zh}的${who.zh}${beside.zh}${modal.zh}${act.zh}`,
        }
      }
      default: {
        const many = amount()
        return {
          nl: `${who.nl} ${modal.nl} ${spaced}${many.nl} ${act.nl}`,
          zh: `${who.zh}${beside.zh}${modal.zh}${act.zh}${many.zh}`,
        }
      }
    }
  }
  for (;;) {
    const first = clause()
    if (random() < 0.68) yield [`${capital(first.nl)}.`, `${first.zh}。`]
    else {
      const [link, second] = [one(conjunctions), clause()]
      yield [
        `${capital(first.nl)}${random() < 0.5 ? ', ' : ' '}${link.nl} ${second.nl}.`,
        `${first.zh}，${link.zh}${second.zh}。`,
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
