import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIn, planQuery } from '../../../src/memory/concordance/plan.ts'
import type { ConcordanceQuery } from '../../../src/memory/concordance/types.ts'
import { foldText } from '../../../src/memory/text/fold.ts'
import { hardText, plainText, textAndPart } from './texts.ts'

type Options = Pick<ConcordanceQuery, 'wholeWords' | 'caseSensitive'>

const found = (query: string, text: string, options: Options = {}): readonly string[] =>
  findIn(text, planQuery({ text: query, ...options })).map(({ start, end }) => text.slice(start, end))

/** Ends of words by a rule of its own: letters and digits, held together by an apostrophe or hyphen; Han stands alone. */
const word = String.raw`(?:(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])[\p{L}\p{N}\p{M}])`
const isWordStart = (text: string, at: number): boolean => !new RegExp(`${word}['-]?$`, 'u').test(text.slice(0, at))
const isWordEnd = (text: string, at: number): boolean =>
  !new RegExp(`^(?:${word}|['-]${word})`, 'u').test(text.slice(at))

/** Whether a folded text holds what is looked for, place by place. */
function isThere(query: string, text: string, { wholeWords = false }: Options): boolean {
  const wanted = foldText(query).toLowerCase()
  const folded = foldText(text).toLowerCase()
  const first = wanted.search(/[\p{L}\p{N}]/u)
  const last =
    wanted.length -
    [...wanted]
      .reverse()
      .join('')
      .search(/[\p{L}\p{N}]/u)
  if (wanted === '') return false
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const isAlone = (place: number): boolean => /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u.test(wanted.slice(place))
    const isStart = first < 0 || isAlone(first) || isWordStart(folded, at + first)
    const isEnd = first < 0 || isAlone(last - 1) || isWordEnd(folded, at + last)
    if ((!wholeWords && !wanted.includes(' ')) || isStart) if (!wholeWords || isEnd) return true
  }
  return false
}

describe('findIn', () => {
  test('finds what substring search over folded texts finds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(plainText, plainText), textAndPart), fc.boolean(), ([text, query], wholeWords) => {
        fc.pre(!/[\p{M}İΣς]|\p{Cs}/u.test(query + text) && !/[\u00ad\u200b]/u.test(query))
        expect(found(query, text, { wholeWords }).length > 0).toBe(isThere(query, text, { wholeWords }))
      }),
      { numRuns: 1_000 },
    )
  })

  test('spans slice what was looked for, in order, not overlapping', () => {
    fc.assert(
      fc.property(textAndPart, fc.boolean(), ([text, query], caseSensitive) => {
        const plan = planQuery({ text: query, caseSensitive })
        let end = 0
        for (const span of findIn(text, plan)) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          const slice = foldText(text.slice(span.start, span.end))
          // A span never cuts what was composed of several characters, so that it may hold more than was asked for.
          expect(caseSensitive ? slice : slice.toLowerCase().replaceAll('ς', 'σ')).toContain(plan.wanted.trim())
          end = span.end
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('any text is found in itself, and any text may be looked for', () => {
    fc.assert(
      fc.property(hardText, hardText, (text, other) => {
        if (foldText(text) !== '') expect(found(text, text).length).toBeGreaterThan(0)
        found(text, other, { wholeWords: true })
      }),
    )
  })
})

describe('Dutch', () => {
  test('one word is found inside compounds and inflected forms', () => {
    const text = 'Het handelsverdrag en de andere Verdragen vervangen het verdrag.'
    expect(found('verdrag', text)).toEqual(['verdrag', 'Verdrag', 'verdrag'])
    expect(found('verdrag', text, { wholeWords: true })).toEqual(['verdrag'])
    expect(found('verdrag', text, { caseSensitive: true })).toEqual(['verdrag', 'verdrag'])
  })
  test('a phrase begins with a word and its last word may go on', () => {
    expect(found('de raad', 'De raad koos de raadsheer; mede raadde hij het aan.')).toEqual(['De raad', 'de raad'])
    expect(found('de raad', 'De raad koos de raadsheer.', { wholeWords: true })).toEqual(['De raad'])
    expect(found('de raad', 'De oude raad, de-raad, de. Raad')).toEqual([])
  })
  test('accents count', () => {
    expect([found('een', 'één en een'), found('één', 'één en een'), found('één', 'e\u0301e\u0301n')]).toEqual([
      ['een'],
      ['één'],
      ['e\u0301e\u0301n'],
    ])
    expect(found('e', 'e\u0323\u0301')).toEqual([])
  })
  test('apostrophes, quotes, dashes and spaces of any kind', () => {
    expect(found("foto's", 'Twee foto’s en drie foto‘s')).toEqual(['foto’s', 'foto‘s'])
    expect(found('‘s avonds', "Hij werkt 's avonds")).toEqual(["'s avonds"])
    expect(found('1990-1995', 'van 1990–1995')).toEqual(['1990–1995'])
    expect(found('5 km', '5\u00a0km en 5\u2009\u2009km')).toEqual(['5\u00a0km', '5\u2009\u2009km'])
    expect(found('samenwerking', 'de samen\u00adwer\u00adking\u00ad')).toEqual(['samen\u00adwer\u00adking'])
  })
  test('words with a hyphen or an apostrophe are one word', () => {
    expect(found('eu', 'de EU-lidstaten en de EU', { wholeWords: true })).toEqual(['EU'])
    expect(found('eu', 'de EU-lidstaten en de EU')).toEqual(['EU', 'EU'])
  })
})

test('Greek in any case, at the end of a word and inside it', () => {
  expect(found('ΝΌΜΟΣ', 'νόμος ΝΌΜΟΣ νόμοσα')).toEqual(['νόμος', 'ΝΌΜΟΣ', 'νόμοσ'])
})

describe('Chinese', () => {
  test('any characters in a row, whatever words they are of', () => {
    expect(found('济合', '两国加强经济合作。')).toEqual(['济合'])
    expect(found('合作', '经济合作与合作社', { wholeWords: true })).toEqual(['合作', '合作'])
  })
  test('punctuation parts them, and is found where it is asked for', () => {
    expect([found('国政', '各国，政府'), found('国，政', '各国，政府'), found('国,政', '各国，政府')]).toEqual([
      [],
      ['国，政'],
      ['国，政'],
    ])
  })
  test('punctuation alone', () => {
    expect([found('《', '签署《协议》'), found('！', 'Ja!')]).toEqual([['《'], ['!']])
    expect(planQuery({ text: '《' }).phrase).toEqual([])
  })
  test('wide letters and digits', () => {
    expect(found('2021年', '于２０２１年生效')).toEqual(['２０２１年'])
    expect(found('21年', '于2021年生效')).toEqual(['21年'])
  })
})

test('nothing to look for is nowhere', () => {
  expect([found('', 'tekst'), found(' \u00a0', 'een tekst'), found('\u00ad', 'a\u00adb')]).toEqual([[], [], []])
})
test('the words to be looked up', () => {
  const fits = (text: string, options: Options = {}): readonly string[] =>
    planQuery({ text, ...options }).phrase.map(({ norm, fit }) => `${fit} ${norm}`)
  expect(fits('Verdrag')).toEqual(['part verdrag'])
  expect(fits('Verdrag', { wholeWords: true })).toEqual(['whole verdrag'])
  expect(fits('het Verdrag van Rome')).toEqual(['whole het', 'whole verdrag', 'whole van', 'start rome'])
  expect(fits('第5条')).toEqual(['whole 第', 'whole 5', 'whole 条'])
  expect(fits('5条A')).toEqual(['end 5', 'whole 条', 'start a'])
})
