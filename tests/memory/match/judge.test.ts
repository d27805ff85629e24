import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeMatch, judgeMatches, prepareQuery } from '../../../src/memory/match/index.ts'
import { baseSimilarity } from '../../../src/memory/text/distance.ts'
import { foldText, printOf } from '../../../src/memory/text/fold.ts'
import { tokensOf } from '../../../src/memory/text/tokens.ts'
import { chinese, codeRun, dutch, matchOf, pairOf, queryOf, textRun, unitOf, variantOf } from './made-units.ts'

/** Words of which none is like another. */
const unlike = ['boom', 'vis', 'huis', 'zee', 'lucht', 'kat', 'weg', 'fiets', 'dorp', 'stuk'] as const
const atom = fc.oneof(
  fc.constantFrom(...unlike, 'Boom', 'bomen', 'Leiden', '5', '1.250', '12,5', '2021'),
  fc.constantFrom('条', '约', '三', '十', '百', '海', 'テ', 'ス', 'ト'),
  fc.constantFrom('.', ', ', ' ', '!', '%', '«', '\u00a0', '-', "'"),
  fc.string({ maxLength: 3 }),
)
const anyText = fc.array(atom, { maxLength: 14 }).map((atoms) => atoms.join(''))
const spaced = fc.array(atom, { maxLength: 14 }).map((atoms) => atoms.join(' '))
const texts = fc.oneof(anyText, spaced)
const spanOf = fc.constantFrom(0, 1, 2)

describe('any two texts', () => {
  test('base is that of the tokens, the score lies between 0 and 100, and 100 is for equal folded texts alone', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const { base, score, kind } = matchOf(queryOf(a), pairOf(b, '海'))
        const isSame = foldText(a) === foldText(b)
        expect(base).toBeCloseTo(isSame ? 1 : baseSimilarity(tokensOf(a), tokensOf(b)), 9)
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true)
        expect(score === 100).toBe(isSame)
        expect(kind).toBe(isSame ? 'exact' : 'fuzzy')
      }),
    )
  })

  test('differences lie in order within both texts, and there are some when the texts are not equal', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const { differences } = matchOf(queryOf(a), pairOf(b, '海'))
        expect(differences.length > 0).toBe(foldText(a) !== foldText(b))
        for (const { query, match } of differences) {
          expect(query.start >= 0 && query.start <= query.end && query.end <= a.length).toBe(true)
          expect(match.start >= 0 && match.start <= match.end && match.end <= b.length).toBe(true)
        }
        const starts = differences.map(({ match }) => match.start)
        expect(starts).toEqual(starts.toSorted((x, y) => x - y))
      }),
    )
  })

  test('what is left when the differences in words, numbers and names are cut out of both is the same words', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const { differences } = matchOf(queryOf(a), pairOf(b, '海'))
        const cut = (text: string, side: 'query' | 'match'): string => {
          let rest = text
          const spans = differences
            .filter(({ kind }) => ['word', 'name', 'number'].includes(kind))
            .map((one) => one[side])
          for (const { start, end } of spans.toSorted((x, y) => y.start - x.start))
            if (start < end) rest = `${rest.slice(0, start)} ${rest.slice(end)}`
          return tokensOf(rest).join(' ').replaceAll('-', ' ')
        }
        expect(cut(a, 'query')).toBe(cut(b, 'match'))
      }),
    )
  })

  test('swapping the texts changes neither base nor score', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [there, back] = [matchOf(queryOf(a), pairOf(b, '海')), matchOf(queryOf(b), pairOf(a, '海'))]
        expect(back.base).toBeCloseTo(there.base, 9)
        // Which numbers can be put right and which words are names may depend on the side.
        const bare = (match: typeof there): number =>
          match.score + match.penalties.reduce((sum, { points }) => sum + points, 0)
        if (there.score > 0 && back.score > 0) expect(Math.abs(bare(back) - bare(there))).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('a further word that differs never raises the score', () => {
    const sentence = fc.array(fc.constantFrom(...unlike), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(sentence, fc.array(fc.nat(), { maxLength: 12 }), (words, places) => {
        let changed: string[] = [...words]
        let before = 100
        for (const [i, place] of places.entries()) {
          changed = changed.with(place % words.length, `xq${'zjv'.charAt(i % 3)}${i}`)
          const { score } = matchOf(queryOf(words.join(' ')), pairOf(changed.join(' '), '海'))
          expect(score).toBeLessThanOrEqual(before)
          before = score
        }
      }),
    )
  })

  test('the threshold is held against base alone', () => {
    fc.assert(
      fc.property(texts, texts, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, min) => {
        const unit = pairOf(b, '海')
        const { base } = matchOf(queryOf(a), unit)
        const found = judgeMatches(prepareQuery(queryOf(a, { min, memoryPenalties: { main: 90 } })), unit)
        expect(found.length).toBe(base >= min - 1e-9 ? 1 : 0)
        expect(judgeMatches(prepareQuery(queryOf(a, { min: base })), unit).length).toBe(1)
      }),
    )
  })

  test('codes that differ in any way cost points', () => {
    const codes = fc.array(fc.tuple(spanOf, fc.constantFrom('<b>', '<i>', '<br/>')), { maxLength: 4 })
    const contentOf = (list: readonly (readonly [number, string])[]) =>
      ['de ', 'zee', '.'].flatMap((text, i) => [
        textRun(text),
        ...list.filter(([place]) => place === i).map(([, data]) => codeRun('single', data)),
      ])
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        const unit = unitOf([variantOf(dutch, contentOf(b)), variantOf(chinese, '海')])
        const match = matchOf(queryOf('de zee.', { content: contentOf(a) }), unit)
        const isSame = JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b))
        expect(match.score === 100).toBe(isSame)
        expect(match.differences.some(({ kind }) => kind === 'tag')).toBe(!isSame)
      }),
    )
  })
})

describe('kinds of match', () => {
  const unit = (context: { before?: number; after?: number }) =>
    unitOf([variantOf(dutch, 'De zee is diep.'), variantOf(chinese, '海很深。')], {}, { context })
  const print = (text: string): number => printOf(foldText(text))
  test('equal neighbours make a context match of 101 or 102', () => {
    const context = { before: print('Kijk.'), after: print('Het strand ook.') }
    const near = { before: 'Kijk.', after: 'Het  strand ook.' }
    expect(matchOf(queryOf('De zee is diep.', near), unit(context))).toMatchObject({ kind: 'context', score: 102 })
    expect(matchOf(queryOf('De zee is diep.', { before: 'Kijk.', after: 'Niet.' }), unit(context))).toMatchObject({
      kind: 'context',
      score: 101,
    })
    expect(matchOf(queryOf('De zee is diep.'), unit({}))).toMatchObject({ kind: 'exact', score: 100 })
    expect(matchOf(queryOf('De zee is breed.', near), unit(context)).kind).toBe('fuzzy')
  })

  test.each([
    ['width and spaces', 'De  zee\u00a0is ｄｉｅｐ.', 100],
    ['case', 'De Zee is diep.', 99],
    ['a mark', 'De zee is diep!', 99],
    ['a mark and case', 'De Zee is diep!', 98],
    ['a space', 'De zee is diep .', 99],
  ])('what differs only in %s', (_, text, score) => {
    expect(matchOf(queryOf(text), unit({})).score).toBe(score)
  })

  test('a word that is alike costs less than another word, and another number less than that', () => {
    const score = (text: string): number => matchOf(queryOf(text), pairOf('het verdrag van 5 staten', '五国条约')).score
    expect(score('het verdragen van 5 staten')).toBeGreaterThan(score('het gedicht van 5 staten'))
    expect(score('het verdrag van 6 staten')).toBeGreaterThan(score('het gedicht van 5 staten'))
  })

  test('Chinese is compared by characters', () => {
    const match = matchOf(
      queryOf('海洋法公约很重要', { sourceLanguage: chinese, targetLanguage: dutch }),
      pairOf('海洋法条约很重要', 'Het verdrag is belangrijk', chinese, dutch),
    )
    expect(match.base).toBeCloseTo(7 / 8, 9)
    expect(match.score).toBe(87)
    expect(match.differences).toEqual([{ kind: 'word', query: { start: 3, end: 4 }, match: { start: 3, end: 4 } }])
  })

  test('texts without any word match when they are equal', () => {
    expect(matchOf(queryOf('* * *'), pairOf('*  * *', '***')).score).toBe(100)
    expect(judgeMatches(prepareQuery(queryOf('***', { min: 0.5 })), pairOf('!', '！'))).toEqual([])
  })

  test('a rejected unit is offered only when it is asked for', () => {
    const rejected = unitOf([variantOf(dutch, 'zee'), variantOf(chinese, '海')], {
      decision: { state: 'rejected', by: 'An', at: '2024-01-01T00:00:00Z' },
    })
    expect(judgeMatches(prepareQuery(queryOf('zee')), rejected)).toEqual([])
    expect(matchOf(queryOf('zee', { filter: { states: ['rejected'] } }), rejected).score).toBe(75)
  })

  test('one source and one target can be judged by themselves', () => {
    const both = pairOf('zee', '海')
    const [source, target] = both.unit.variants
    if (!source || !target) throw new Error('no variants')
    expect(judgeMatch(prepareQuery(queryOf('zee')), both, source, target)?.score).toBe(100)
    expect(judgeMatch(prepareQuery(queryOf('zee')), both, target, source)).toBeUndefined()
  })

  test('two very long texts are judged in bounded time', () => {
    const long = Array.from({ length: 6000 }, (_, i) => `a${i % 977}`).join(' ')
    const other = Array.from({ length: 6000 }, (_, i) => `b${i % 977}`).join(' ')
    expect(matchOf(queryOf(long), pairOf(other, '海')).score).toBe(0)
  })
})
