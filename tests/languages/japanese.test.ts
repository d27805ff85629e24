import { beforeAll, describe, expect, test } from 'vitest'
import type { LanguagePack } from '../../src/core/contracts.ts'
import { loadPack } from '../../src/languages/index.ts'

let pack: LanguagePack
let chinese: LanguagePack
beforeAll(async () => {
  pack = await loadPack('ja')
  chinese = await loadPack('zh')
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

describe('Japanese sentences', () => {
  test.each([
    '「はい。」と彼は答えた。|外は暗い。',
    '「はい。」って言ったのに。|もう遅い。',
    '「危ない！」の声がした。|皆が走った。',
    '「誰？」など三つの問い。|答えはない。',
    '「行こう。」|では、と彼は立った。',
    '「寒い。」|はい、と彼は言った。',
    '「終わった。」|もし雨なら休む。',
    '値段は1.5倍になった。|驚いた。',
    '「そうだ。」「そうか。」'.replace('」「', '」|「'),
  ])('%s', (marked) => {
    const text = marked.replaceAll('|', '')
    const spans = pack.segment(text, whole(text))
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(marked.split('|'))
  })
})

describe('Japanese words', () => {
  test('a run of katakana is one word', () => {
    expect(norms('コンピューターシステムを使う')[0]).toBe('コンピューターシステム')
    expect(norms('らーめんとラーメン')).toContain('ラーメン')
    expect(norms('ASEAN諸国のサミット')).toEqual(['asean', '諸国', 'の', 'サミット'])
  })

  test('fold to the characters that Chinese writes', () => {
    expect(pack.fold?.('経済発展')).toBe('经济发展')
    expect(chinese.fold?.('經濟發展')).toBe('经济发展')
    expect(chinese.fold?.('经济发展')).toBe('经济发展')
    expect(pack.fold?.('サミット')).toBe('サミット')
  })
})

describe('Japanese names', () => {
  test.each([
    ['日越と日米韓の協力', ['日=place:JP', '越=place:VN', '日=place:JP', '米=place:US', '韓=place:KR']],
    ['首相は訪米した', ['首相=office:prime-minister', '米=place:US']],
    ['訪米中に倒れた', ['米=place:US']],
    ['米軍と英政府', ['米軍=org:us-armed-forces', '英=place:GB']],
    ['日中は暖かい', []],
    ['日中関係', ['日=place:JP', '中=place:CN']],
    ['朝日が昇る', []],
    ['世界中で、今日中に', []],
    ['27日米を買った', ['27日=date:---27']],
    ['米と味噌', []],
    ['日ASEAN協力', ['日=place:JP', 'ASEAN=org:asean']],
    ['スタイルとタイトル', []],
    ['チリチリの髪', []],
    ['山田花子さんが来た', ['山田花子=person:山田花子']],
    ['スミス氏', ['スミス=person:スミス']],
    ['アメリカ大統領', ['アメリカ=place:US', '大統領=office:president']],
    ['「平和協定」と「こんにちは」', ['平和協定=title:平和協定']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })
})
