import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { LanguagePack } from '../../src/core/contracts.ts'
import { loadPack } from '../../src/languages/index.ts'

let pack: LanguagePack
beforeAll(async () => {
  pack = await loadPack('ko')
})

const whole = (text: string) => ({ start: 0, end: text.length })

/** `surface=key` of what a text surely names; persons with their form. */
function named(text: string): readonly string[] {
  return pack
    .entities(text, whole(text))
    .filter(({ by }) => !by.includes(':if:'))
    .map(({ span, key, kind, form }) => `${text.slice(span.start, span.end)}=${key ?? `${kind}:${form}`}`)
}

function norms(text: string): readonly string[] {
  const found: string[] = []
  pack.words(text, whole(text), (_start, _end, norm) => found.push(norm))
  return found
}

/** Particles that may follow any name of a place. */
const particles =
  '은 는 이 가 을 를 의 에 에서 에서는 에게 와 과 과의 도 만 로 으로 까지 부터 보다 처럼 이나 이며 이다 입니다 이었다'.split(
    ' ',
  )

describe('Korean sentences', () => {
  test.each([
    '비가 왔다.|길이 젖었다.',
    '그는 떠났다.|“곧 올게.”라고 말하고.',
    '“됐다!” 하고 그가 외쳤다.|모두 웃었다.',
    '“왜?”라며 그는 물었다.|답은 없었다.',
    '2021. 9. 3. 제정되었다.|이후 2022. 1. 1. 개정되었다.',
    '값은 1.5배로 올랐다.|놀랐다.',
    'Mr. 박이 왔다.|그는 no. 5 문으로 나갔다.',
  ])('%s', (marked) => {
    const text = marked.replaceAll('|', ' ')
    const spans = pack.segment(text, whole(text))
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(marked.split('|'))
  })

  test('end without a space where the ending of a verb tells', () => {
    const text = '정부는 이를 밝혔다.이어 회의가 열렸다.버전 2.5는 없다.'
    const spans = pack.segment(text, whole(text))
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      '정부는 이를 밝혔다.',
      '이어 회의가 열렸다.',
      '버전 2.5는 없다.',
    ])
  })
})

describe('Korean words', () => {
  test('stand without their particles', () => {
    expect(norms('일본은 일본이 일본을 일본의 일본에서는')).toEqual(Array(5).fill('일본'))
    expect(norms('ASEAN과 회의의 제도는 국가가')).toEqual(['asean', '회의', '제도', '국가'])
  })

  test('a word is a place in the text', () => {
    const text = '베트남과 일본'
    const found: string[] = []
    pack.words(text, whole(text), (start, end) => found.push(text.slice(start, end)))
    expect(found).toEqual(['베트남', '일본'])
  })

  test('verbs of a Chinese word share its stem', () => {
    for (const form of ['합의', '합의했다', '합의하기로', '합의된', '합의를']) expect(pack.stem(form)).toBe('합의')
  })
})

describe('Korean names', () => {
  test.each([
    ['한국 국방부는 베트남과 협력한다', ['한국 국방부=org:kr-mnd', '한국=place:KR', '베트남=place:VN']],
    ['베트남 국방부 장관이 왔다', ['베트남 국방부 장관=office:minister-defence', '베트남=place:VN']],
    [
      '유엔 안전보장이사회와 유엔안보리',
      ['유엔 안전보장이사회=org:un-security-council', '유엔안보리=org:un-security-council'],
    ],
    ['한·중·일 회담', ['한=place:KR', '중=place:CN', '일=place:JP']],
    ['한미일은 미중을 본다', ['한=place:KR', '미=place:US', '일=place:JP', '미=place:US', '중=place:CN']],
    ['이에 대한 대중의 생각', []],
    ['미 국무부와 미군', ['미 국무부=org:us-state-department', '미군=org:us-armed-forces']],
    ['그 나라는 파리채와 인도를 닦았다', ['인도=place:IN']],
    ['일본어와 중국인', ['일본어=language:ja', '중국인=place:CN']],
    ['박지민 장관', ['박지민=person:박지민']],
    ['한국의 대통령', ['한국=place:KR', '대통령=office:president']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })

  test('are found with any particle glued to them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          '베트남=place:VN',
          '일본=place:JP',
          '하노이=place:hanoi',
          '유엔=org:un',
          '남중국해=place:south-china-sea',
        ),
        fc.constantFrom(...particles),
        (name, particle) => {
          expect(named(`어제 ${name.split('=')[0]}${particle} 갔다`)).toEqual([name])
        },
      ),
      { numRuns: 100 },
    )
  })
})
