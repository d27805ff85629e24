import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPack as createEnglish } from '../../src/languages/en/index.ts'
import { createPack } from '../../src/languages/nl/index.ts'
import { indexColumn } from '../../src/lexicon/column.ts'
import { coreConcepts, parseConcepts } from '../../src/lexicon/concepts.ts'
import { type Meaning, meaningsOf } from '../../src/lexicon/meanings.ts'
import { termFinder } from '../../src/lexicon/terms.ts'

const dutch = createPack()

/** A small vocabulary, and what words mean in it: concepts by their Dutch form, the surest first. */
const words = [
  ...['leveren', 'toelevering', 'keten', 'vrede', 'operatie', 'lang', 'termijn', 'partner', 'yen', 'lening', 'gas'],
  ...['veld', 'lijken', 'hart', 'lijk', 'land', 'landen', 'aankondigen', 'komen', 'hoog', 'minister', 'raad', 'aal'],
]
const table = parseConcepts('made', 1, ['pos\tnl\tzh', ...words.map((word) => `n\t${word}\t词`)].join('\n'))
const columnOf = (made: typeof table) => {
  const column = indexColumn(made, 'nl', dutch)
  if (column === undefined) throw new Error('no column')
  return column
}
const column = columnOf(table)
const meaning = (norm: string): readonly Meaning[] => meaningsOf(column, norm, dutch)
const conceptsOf = (norm: string): readonly string[] => [
  ...new Set(meaning(norm).map(({ concept }) => words[concept] ?? '')),
]

describe('a Dutch word means', () => {
  test.each<[word: string, parts: string]>([
    ['toeleveringsketens', 'toelevering keten'],
    ['vredesoperaties', 'vrede operatie'],
    ['langetermijnpartners', 'lang termijn partner'],
    ['yenleningen', 'yen lening'],
    ['gasvelden', 'gas veld'],
    ['ministerraad', 'minister raad'],
    ['ministerraden', 'minister raad'],
    ['hogere', 'hoog'],
    ['kwamen', 'komen'],
    ['aangekondigde', 'aankondigen'],
    ['landen', 'landen land'],
  ])('%s: %s', (word, parts) => expect(conceptsOf(word).join(' ')).toBe(parts))

  test('nothing by endings that only look like words, nor by parts that are unknown', () => {
    expect(conceptsOf('hartelijk')).toEqual([])
    expect(conceptsOf('xqgasveld')).toEqual([])
  })

  test('the more, the surer the way to it', () => {
    const trust = (norm: string): number => meaning(norm)[0]?.trust ?? 0
    expect(trust('keten')).toBeGreaterThan(trust('ketens'))
    expect(trust('ketens')).toBeGreaterThan(meaning('toeleveringsketens').at(-1)?.trust ?? 1)
    const parts = meaning('toeleveringsketens').map((each) => each.trust)
    expect(parts.at(-1)).toBeGreaterThan(parts[0] ?? 1)
    const [own, other] = meaning('landen')
    expect(own?.trust).toBeGreaterThan(other?.trust ?? 1)
  })

  test('something for any string in a moment', () => {
    const pieces = fc.array(fc.constantFrom('gas', 'veld', 's', 'en', 'aa', 'lang', 'q', 'ge'), { maxLength: 12 })
    fc.assert(
      fc.property(pieces, (parts) => {
        for (const { concept, trust } of meaning(parts.join('')))
          expect(words[concept] !== undefined && trust > 0 && trust <= 1).toBe(true)
      }),
    )
  })
})

test('terms are verbs with their particle apart', () => {
  const text = 'Zij kondigde het af en kondigde daarna het plan aan.'
  const found: string[] = []
  termFinder(column, dutch)(text, { start: 0, end: text.length }, (start, end, norm) =>
    found.push(`${text.slice(start, end)} ${norm}`),
  )
  expect(found).toEqual(['kondigde aankondigen'])
})

describe('words of the vocabulary that ships are found again', () => {
  const core = coreConcepts()
  const whole = columnOf(core)
  const forms = (kind: string): readonly string[] => [
    ...new Set(
      core.rows.flatMap((row, concept) =>
        core.kinds[concept] === kind
          ? (row[core.languages.indexOf('nl')] ?? []).filter((form) => /^[a-z]{4,}$/.test(form))
          : [],
      ),
    ),
  ]
  /** Which of the words are not found again under the form that `inflect` gives them. */
  const lost = (list: readonly string[], inflect: (word: string) => string | undefined): readonly string[] =>
    list.filter((word) => {
      const form = inflect(word)
      if (form === undefined || form === word) return false
      const own = new Set((whole.exact.get(word) ?? []).map((sense) => sense.concept))
      return !meaningsOf(whole, form, dutch).some((each) => own.has(each.concept))
    })

  const verbs = forms('v').filter((verb) => /[^aeiou]en$/.test(verb))
  test('verbs that are regular, in the past', () => {
    const regular = verbs.filter(isWeak)
    expect(regular.length).toBeGreaterThan(200)
    expect(lost(regular, pastOf)).toEqual([])
    expect(lost(regular, (verb) => `${pastOf(verb)}n`)).toEqual([])
    expect(lost(verbs, (verb) => `${verb}d`)).toEqual([])
    expect(lost(verbs, (verb) => `${verb}de`)).toEqual([])
  })
  test('nouns, in the plural', () => {
    expect(lost(forms('n'), pluralOf)).toEqual([])
  })
  test('adjectives, with their ending', () => {
    expect(lost(forms('a'), inflectedOf)).toEqual([])
  })
})

/** Verbs whose past shows their stem, so that a small generator can write it. */
const isWeak = (verb: string): boolean =>
  /[aeiou][^aeiou]+(?:ig|el|er)en$|[^aeio][aeiou](?:ll|nn|mm|kk|pp|ss|tt)en$/.test(verb) && !strong.test(verb)
const strong =
  /(?:sch|zw|tr|klim|vallen|win|spin|zin|gin|span|bak|ban|was|lach|zit|bezit|laden|trek|schrik|bidden)[a-z]*n$/
const pastOf = (verb: string): string => {
  const stem = verb.slice(0, -2).replace(/([lnmkpst])\1$/, '$1')
  return `${stem}${/[tkfspxh]$/.test(stem) ? 'te' : 'de'}`
}

function pluralOf(noun: string): string | undefined {
  if (/(?:[^aeiou]e[lmnr]|[^aeiou]e|ie)$/.test(noun)) return `${noun}s`
  if (/[^c]heid$/.test(noun)) return `${noun.slice(0, -2)}den`
  if (/(?:ing|teit)$/.test(noun)) return `${noun}en`
  const long = /^(.*[^aeiou])(aa|ee|oo|uu)([bdgklmnprt])$/.exec(noun)
  return long === null ? undefined : `${long[1]}${long[2]?.charAt(0)}${long[3]}en`
}

function inflectedOf(adjective: string): string | undefined {
  if (/(?:ig|lijk|isch|rd|nd|st)$/.test(adjective)) return `${adjective}e`
  const long = /^(.*[^aeiou])(aa|ee|oo|uu)([bdfgklmnprst])$/.exec(adjective)
  if (long === null) return /[^aeiou]ief$/.test(adjective) ? adjective.replace(/f$/, 've') : undefined
  const voiced = (long[3] ?? '').replace('f', 'v').replace('s', 'z')
  return `${long[1]}${long[2]?.charAt(0)}${voiced}e`
}

test('English words are found by irregular and regular forms', () => {
  const english = createEnglish()
  const cases = {
    ...{ went: 'go', said: 'say', children: 'child', women: 'woman', crises: 'crisis', taken: 'take' },
    ...{ agreements: 'agreement', planned: 'plan', countries: 'country', making: 'make', signed: 'sign' },
    ...{ bigger: 'big', studies: 'study', boxes: 'box', tied: 'tie', lying: 'lie', invited: 'invite' },
  }
  const dictionary = new Set(Object.values(cases))
  for (const [form, lemma] of Object.entries(cases))
    expect(
      (english.lemmas?.(form) ?? []).find((each) => dictionary.has(each)),
      form,
    ).toBe(lemma)
})
