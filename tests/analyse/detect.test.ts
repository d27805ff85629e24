import { describe, expect, test } from 'vitest'
import { detectLanguage } from '../../src/analyse/detect.ts'
import { lineSpans } from '../../src/core/text.ts'
import type { Diagnostic, Document } from '../../src/core/types.ts'
import { simplifiedOnly, traditionalOnly } from '../../src/languages/detection.ts'

function documentOf(text: string): Document {
  const blocks = lineSpans(text).map((span) => ({ span, role: 'body' as const }))
  return { id: 'made.txt', format: 'txt', text, segmented: false, blocks }
}

function detect(
  text: string,
  override?: string,
): { tag: string; codes: readonly string[]; runnerUp: string | undefined } {
  const reported: Diagnostic[] = []
  const guess = detectLanguage(documentOf(text), override, { report: (diagnostic) => reported.push(diagnostic) })
  return { tag: guess.tag, codes: reported.map((diagnostic) => diagnostic.code), runnerUp: guess.runnerUp }
}

const samples: readonly (readonly [tag: string, text: string])[] = [
  [
    'af',
    'Die raad het gisteraand oor die nuwe fietsbrug vergader. Na drie ure se gesels was daar nog nie ’n besluit nie, maar hulle bly hoopvol.',
  ],
  [
    'nl',
    'De gemeenteraad vergaderde gisteravond over de nieuwe fietsbrug. Na drie uur praten was er nog geen besluit, maar de wethouder bleef hoopvol.',
  ],
  [
    'en',
    'The council met last night about the new bicycle bridge. After three hours of talk there was still no decision, but the alderman kept up hope.',
  ],
  [
    'de',
    'Der Gemeinderat hat gestern Abend über die neue Fahrradbrücke beraten. Nach drei Stunden gab es noch keinen Beschluss, aber die Hoffnung blieb.',
  ],
  [
    'fr',
    'Le conseil municipal s’est réuni hier soir au sujet de la nouvelle passerelle. Après trois heures de débat, aucune décision n’avait été prise.',
  ],
  [
    'vi',
    'Hội đồng thành phố họp tối qua về cây cầu mới dành cho xe đạp. Sau ba giờ thảo luận vẫn chưa có quyết định nào được đưa ra.',
  ],
  ['zh', '市议会昨晚讨论了新的自行车桥。经过三个小时的讨论,仍然没有作出决定,但是这位官员还抱有希望。'],
  ['zh-Hant', '市議會昨晚討論了新的自行車橋。經過三個小時的討論,仍然沒有作出決定,但是這位官員還抱有希望。'],
  ['ja', '市議会は昨夜、新しい自転車橋について話し合った。三時間の議論の後もまだ決定はなかった。'],
  ['ko', '시의회는 어젯밤 새 자전거 다리에 대해 논의했다. 세 시간이 지나도 결정은 없었다.'],
  ['ru', 'Городской совет вчера вечером обсуждал новый велосипедный мост. После трёх часов решения всё ещё не было.'],
  ['el', 'Το δημοτικό συμβούλιο συζήτησε χθες το βράδυ για τη νέα γέφυρα.'],
]

describe('the language of a document', () => {
  test.each(samples)('%s', (tag, text) => {
    expect(detect(text).tag).toBe(tag)
  })

  test('is that of a language with a pack when a bare line could be either of two', () => {
    expect(detect('Op 3 mei 1950 tekende Japan akkoord nummer 5 in Hanoi.').tag).toBe('nl')
  })

  test('is not changed by a foreign name or a menu in another script', () => {
    const [, dutch] = samples[1] ?? ['', '']
    expect(detect(`新闻\n${dutch}\n${dutch}`).tag).toBe('nl')
    const chinese = samples[6]?.[1] ?? ''
    expect(detect(`News Video Sport Contact Subscribe\n${chinese}${chinese}${chinese}`).tag).toBe('zh')
  })

  test('is what the user says, without a look', () => {
    expect(detect('日本語', 'nl')).toEqual({ tag: 'nl', codes: [], runnerUp: undefined })
  })

  test('is und, with a word about it, when there are no letters', () => {
    expect(detect('12 345 --- !!')).toMatchObject({ tag: 'und', codes: ['DETECT_UNKNOWN'] })
  })

  test('is called close when there is little text', () => {
    expect(detect('Wat is dat?').codes).toContain('DETECT_CLOSE')
    expect(detect(samples[1]?.[1] ?? '').codes).toEqual([])
  })

  test('a mixed document is reported with the place of the first foreign line', () => {
    const reported: Diagnostic[] = []
    const text = `${samples[1]?.[1]}\n${samples[6]?.[1]}\n${samples[6]?.[1]}`
    detectLanguage(documentOf(text), undefined, { report: (diagnostic) => reported.push(diagnostic) })
    expect(reported.find((diagnostic) => diagnostic.code === 'DETECT_MIXED')?.place?.line).toBeGreaterThan(0)
  })
})

test('no character is listed both as simplified and as traditional', () => {
  const traditional = new Set(traditionalOnly)
  expect([...simplifiedOnly].filter((character) => traditional.has(character))).toEqual([])
  expect(new Set(simplifiedOnly).size).toBe([...simplifiedOnly].length)
})
