import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { LanguagePack } from '../../src/core/contracts.ts'
import { loadPack } from '../../src/languages/index.ts'

const packs = new Map<string, LanguagePack>()
beforeAll(async () => {
  for (const tag of ['nl', 'en', 'zh', 'und']) packs.set(tag, await loadPack(tag))
})

function split(tag: string, text: string): readonly string[] {
  const spans = packs.get(tag)?.segment(text, { start: 0, end: text.length }) ?? []
  return spans.map(({ start, end }) => text.slice(start, end))
}

/** Cases are written with `|` where a sentence ends; the text has a space there, or nothing in Han. */
function check(tag: string, marked: string, gap: string): void {
  expect(split(tag, marked.replaceAll(' | ', gap))).toEqual(marked.split(' | '))
}

describe('Dutch', () => {
  test.each([
    // Abbreviations that never end a sentence, and some that may.
    'Mevr. De Boer sprak met ir. Vos en ing. Kok, t.o.v. vorig jaar bijv. heel anders.',
    'Zij werkt bij de afd. Verkoop. | Haar baas is dr. A. Smit.',
    'Er kwamen bussen, trams e.d. | Iedereen stapte in.',
    'Het gebeurde op 3 april jl. | Sindsdien is het stil.',
    'Het kostte 5 mln. | De gemeente betaalde.',
    'Het kostte ca. 5 mln. euro in 2020.',
    'Zij komt a.s. vrijdag, d.w.z. morgen.',
    'De oud-prof. Jansen en sr. vicepresident Smit lachten.',
    // Ordinary words that look like abbreviations elsewhere.
    'De emmer is vol. | De kraan loopt nog.',
    'Zij deed het zo. | Hij ook.',
    'Dat was nr. 5. | Nu volgt nr. 6.',
    // Initials and small words of names.
    "De heer H.J. ter Braak en mevrouw M. 't Hart zijn er.",
    'Het was A. van den Berg. | Niemand anders.',
    'Wij kiezen optie C. | Dat is goedkoper.',
    'Koningin Juliana en Karel V. | Het boek is uit.',
    // Numbers.
    'Dat was in 1998. | Toen kwam de regen.',
    'Zie art. 12. | De rest volgt.',
    'De 2e en 3de versie, v. 2.1, zijn af. | Klaar.',
    'Er zijn drie punten: 1. het geld, 2. de tijd en 3. de wil.',
    'Het begint om 20.15 uur. | Neem 2 l. water en 1.500 g. meel mee.',
    'De plank is 3 m. | De tafel is langer.',
    // Quotations.
    '"Kom binnen. | Ga zitten", zei ze.',
    '“Ik weet het niet.” | Toen zweeg hij.',
    '‘Wat is dat?’ vroeg zij. | ‘Niets.’',
    'Hij riep: "Stop!" en remde.',
    'Zij zei dat het "goed. " was.',
    '(Dat was gisteren.) | Vandaag is het anders.',
    'Hij sliep (de trein reed. Het sneeuwde.) tot Utrecht.',
    // Other marks.
    'Echt?! | Nee toch... | Ja hoor.',
    'En toen... ging het licht uit.',
    'Zij wachtte… | Niemand kwam.',
    'Ga je mee? | - Nee. | – Waarom niet?',
    'Lees https://a.nl/b?c=d. | Of mail naar a.b@c.nl!',
    'Wis bestand.txt en typ ls. | Klaar.',
    'Yahoo! Mail is gratis.',
    "Waarom? | 't Is mooi. | 's Morgens ook. | iPhones zijn duur.",
  ])('%s', (marked) => check('nl', marked, ' '))

  test('a missing space after a question mark does not hide the end', () => {
    expect(split('nl', 'Waarom?Omdat het moet.')).toEqual(['Waarom?', 'Omdat het moet.'])
  })

  test('headings, list items and empty lines inside a block', () => {
    expect(split('nl', 'Een kop zonder punt')).toEqual(['Een kop zonder punt'])
    expect(split('nl', 'Neem mee:\n- brood\n- kaas\n\nTot straks')).toEqual([
      'Neem mee:',
      '- brood',
      '- kaas',
      'Tot straks',
    ])
    expect(split('nl', 'Een zin die\nop twee regels staat. Nog een.')).toEqual([
      'Een zin die\nop twee regels staat.',
      'Nog een.',
    ])
  })
})

describe('English', () => {
  test.each([
    "Mr. Brown, Mrs. Gray and Dr. J. R. White met at St. Mary's. | They left at 5 p.m. | The rest stayed.",
    'It was built in the U.S. in 1990. | It moved to the U.K. | Nobody minded.',
    'You and I. | We won.',
    'Tom and J. Smith came. | Oh! | There they are.',
    'He paid Acme Corp. and Bolt Ltd. for it, i.e. twice.',
    'See no. 5 and vol. 2. | The answer was no. | I agree.',
    'Use pens, paper, etc. | Then write.',
    '“Why?” asked Tom. | “Because.”',
    'He lives in Washington, D.C. | He likes it.',
    'Turn left (see Fig. 2). | Stop there.',
    'Sen. Green and Gen. Black agreed on Jan. 3. | Others did not.',
  ])('%s', (marked) => check('en', marked, ' '))
})

describe('Chinese', () => {
  test.each([
    '他走了。 | 她也走了！ | 真的吗？',
    '他说：“我走了。” | 门关上了。',
    '他说：“我走了。 | 你呢？” | 门关上了。',
    '他说：『我走了。』 | 門關上了。',
    '（他走了。） | 她没走。',
    '他（昨天。下午）走了。 | 她没走。',
    '《走吧。走吧。》很好看。 | 《回来》也好看。',
    '太好了！！ | 什么？！ | 是的！”',
    '他想……还是不去。 | 她说：“唉……” | 走了。',
    '他走了；她没走。 | 完了（完）',
    '他走了。（完） | 下一篇。',
    '气温是3.5度，版本是2.0.1。 | 地址是10.0.0.1。',
    '他说. | 她听. | 11月见.',
    '他说ADMM. | 后来再说。',
    '他高喊“冲啊！”的口号。 | “好吗？”，她问。',
    '1.买菜 2.做饭。 | 一.总则',
    '他来自U.S.公司。 | Mr. Li来了。',
    '他说"走吧." | "好."',
    '请参阅“什么是软件包？”。 | 谢谢。',
  ])('%s', (marked) => check('zh', marked, ''))

  test('white space and lines between sentences belong to none', () => {
    expect(split('zh', '他走了。\u3000她没走。\n下雨了。')).toEqual(['他走了。', '她没走。', '下雨了。'])
    expect(split('zh', '要点：\n1. 买菜\n2. 做饭')).toEqual(['要点：', '1. 买菜', '2. 做饭'])
  })
})

describe('any script', () => {
  test.each([
    'Ce fut bref. | M. Dupont partit.',
    'Das war Nr. 5. | Dann kam St. Pauli.',
    'Он пришёл. | Она ушла?',
    'यह घर है। | वह पेड़ है॥',
    'እሱ መጣ። | እሷ ሄደች።',
  ])('%s', (marked) => check('und', marked, ' '))

  test('scripts without spaces', () => {
    check('und', '雨だ。 | 「帰ろう。」 | うん！', '')
  })
})

describe('long texts', () => {
  const words = fc.constantFrom(
    'de',
    'wind',
    'waait',
    'o.a.',
    '2014',
    '"ja"',
    'dhr.',
    'Smit',
    '(zie',
    'daar)',
    'enz.',
    'J.P.',
    'Boot',
  )
  const sentences = fc
    .array(
      fc.tuple(fc.array(words, { minLength: 1, maxLength: 8 }), fc.constantFrom('.', '?', '!', '."', '...', '.)')),
      { maxLength: 12 },
    )
    .map((list) => list.map(([middle, end]) => `Zo ${middle.join(' ')}${end}`).join(' '))

  test('where a long text is cut for the library does not matter', () => {
    fc.assert(
      fc.property(sentences, fc.integer({ min: 860, max: 1010 }), (text, length) => {
        fc.pre(text !== '')
        const filler = `${'Dit is vulling zonder eind '.repeat(40).slice(0, length)}x!`
        const [first, ...rest] = split('nl', `${filler} ${text}`)
        expect(first).toBe(filler)
        expect(rest).toEqual(split('nl', text))
      }),
      { numRuns: 60 },
    )
  })

  test('one line of 1 MB, and 20,000 lines, are done in proportion to their length', () => {
    const line = 'De minister sprak gisteren met dhr. Bakker over het plan. Daarna ging hij naar huis. '
    expect(split('nl', line.repeat(Math.ceil(1_000_000 / line.length))).length).toBe(
      2 * Math.ceil(1_000_000 / line.length),
    )
    expect(split('zh', '他走了。她没走。'.repeat(120_000)).length).toBe(240_000)
  })

  test.each(['。', '…', '"', 'é'])('3 MB of %j exhaust nothing', (piece) => {
    for (const tag of ['nl', 'zh', 'und'])
      expect(split(tag, piece.repeat(3_000_000 / piece.length)).length).toBeGreaterThan(0)
  })

  test('lines without an inner end never reach the library', () => {
    for (let i = 0; i < 100_000; i++) split('nl', 'Een regel zonder einde middenin, zoals de meeste.')
  })
})
