import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createNameFinder, type NameHit, openNameKnowledge } from '../../src/lexicon/names/finder.ts'

const knowledge = openNameKnowledge()
const find = (name: string, text: string): readonly NameHit[] => {
  const finder = createNameFinder(knowledge)
  return finder.find(name, finder.index(text))
}
const accepted = (name: string, text: string): readonly string[] =>
  find(name, text)
    .filter((hit) => hit.accepted)
    .map((hit) => hit.text)

/** How a name is written in Han characters, and spellings of it; all are read, so that they count anywhere. */
const readNames: readonly (readonly [han: string, channel: string, ...spellings: readonly string[]])[] = [
  ['范明政', 'vietnamese', 'Phạm Minh Chính', 'Pham Minh Chinh', 'PHAM MINH CHINH', 'Minh Chinh Pham'],
  ['潘文江', 'vietnamese', 'Phan Văn Giang', 'Phan Van Giang', 'phan van giang'],
  ['阮春福', 'vietnamese', 'Nguyễn Xuân Phúc', 'Nguyen Xuan Phuc'],
  ['岸田文雄', 'japanese', 'Kishida Fumio', 'Fumio Kishida', 'KishidaFumio'],
  ['伊藤博文', 'japanese', 'Itō Hirobumi', 'Hirobumi Ito', 'Itoh Hirobumi', 'Itou Hirobumi'],
  ['山崎幸二', 'japanese', 'Koji Yamazaki', 'Kōji Yamazaki', 'KojiYamazaki', 'Yamasaki Kouji'],
  ['周恩来', 'pinyin list', 'Zhōu Ēnlái', 'Zhou Enlai', 'Enlai Zhou'],
  ['耿精忠', 'pinyin cantonese', 'Geng Jingzhong', 'Keng Ching-chung'],
  ['梁国雄', 'pinyin cantonese', 'Leung Kwok-hung', 'Leung Kwok Hung'],
  ['李洛渊', 'korean', 'Lee Nak-yon', 'Lee Nak-yeon', 'Yi Nagyŏn'],
]
const carrier = fc.constantFrom('昨天', '据悉，', '并且', '。', '会议结束后', '，', '认真', '了解到', '\n', '“', '我们')
const around = fc.array(carrier, { maxLength: 6 }).map((parts) => parts.join(''))

describe('a name that is read', () => {
  test('is found at its place, whatever its spelling and wherever it stands', () => {
    const cases = readNames.flatMap(([han, channel, ...spellings]) => spellings.map((name) => ({ han, channel, name })))
    for (const { han, channel, name } of cases)
      fc.assert(
        fc.property(around, around, (before, behind) => {
          const text = `${before}，${han}，${behind}`
          const [best] = find(name, text)
          expect(best?.text).toBe(han)
          expect(channel.split(' ')).toContain(best?.channel)
          expect(best?.span).toEqual({ start: before.length + 1, end: before.length + 1 + han.length })
          expect(best?.accepted).toBe(true)
        }),
        { numRuns: 4 },
      )
  })

  test('is found in traditional characters as in simplified ones', () => {
    expect(accepted('Fan Changlong', '會談中范長龍表示歡迎。')).toEqual(['范長龍'])
    expect(accepted('Trần Đại Quang', '主席陳大光出席。')).toEqual(['陳大光'])
    expect(accepted('Ryutaro Hashimoto', '橋本龍太郎當時訪華。')).toEqual(['橋本龍太郎'])
  })

  test('of two characters counts only where something supports it', () => {
    expect(accepted('Liu He', '今年刘鹤较多。')).toEqual([])
    expect(accepted('Liu He', '副总理刘鹤出席。')).toEqual(['刘鹤'])
  })

  test('is not taken from ordinary words of a long text that read so by chance', () => {
    const text = '会议要求各地用于以后的工作，同于此。又有一后，以及于是。'.repeat(40)
    expect(find('Yu Yihou', text).map((hit) => hit.text)).toContain('于以后')
    expect(accepted('Yu Yihou', text)).toEqual([])
  })

  test('stands for its bearer in the rest of the text by the family name alone', () => {
    expect(accepted('Fumio Kishida', '岸田文雄抵达河内。岸田随后会见了学生。')).toEqual(['岸田文雄', '岸田'])
    expect(accepted('Fumio Kishida', '岸田随后会见了学生。')).toEqual([])
  })

  test('with letters of one language is read in that language', () => {
    const [best] = find('Lê Văn Lộc', '黎文禄\n李万乐\n')
    expect(best?.text).toBe('黎文禄')
  })
})

describe('a name that sounds alike', () => {
  const plain = '会上德斯帕涅茨很高兴。'
  test('counts only with support: an office, a separator, brackets, repetition', () => {
    expect(find('Despanets', plain).map((hit) => hit.text)).toContain('德斯帕涅茨')
    expect(accepted('Despanets', plain)).toEqual([])
    expect(accepted('Despanets', '会上部长德斯帕涅茨很高兴。')).toEqual(['德斯帕涅茨'])
    expect(accepted('Ivo Despanets', '会上伊沃·德斯帕涅茨很高兴。')).toEqual(['伊沃·德斯帕涅茨'])
    expect(accepted('Despanets', plain.repeat(2))).toEqual(['德斯帕涅茨', '德斯帕涅茨'])
  })

  test('is recognised in Dutch, English and other spellings', () => {
    for (const name of ['Loekasjenko', 'Lukashenko', 'Lukašenko', 'Aljaksandr Loekasjenka'])
      expect(accepted(name, '白俄罗斯总统卢卡申科抵达。')).toEqual(['卢卡申科'])
    for (const name of ['Poetin', 'Putin', 'Vladimir Poetin'])
      expect(accepted(name, '总统普京抵达。')).toEqual(['普京'])
    expect(accepted('Khamphanh Pheuyavong', '老挝的坎潘·培亚翁说。')).toEqual(['坎潘·培亚翁'])
  })

  test('is no part of a longer name', () => {
    expect(accepted('Ronald Reagan', '外交部长罗纳尔多日前到访。')).toEqual([])
    expect(accepted('Hassan Rohani', '总统鲍里斯·约翰逊表示欢迎。')).toEqual([])
    expect(accepted('Mark Rutte', '出席会议的有马尔科·鲁比奥和其他领导人。')).toEqual([])
  })
})

describe('brackets', () => {
  test('teach a name for the rest of the text', () => {
    expect(accepted('Liu He', '今年刘鹤较多。')).toEqual([])
    expect(accepted('Liu He', '当年刘鹤(Liu He)较少，今年刘鹤较多。')).toEqual(['刘鹤', '刘鹤'])
    expect(accepted('KojiYamazaki', '山崎(KojiYamazaki)参加，山崎在。')).toEqual(['山崎', '山崎'])
  })
  test('teach from the Latin side, too', () => {
    const finder = createNameFinder(knowledge)
    expect(finder.learn('De minister sprak met Karel Zwanepoel (卡雷尔天鹅).')).toBe(0)
    expect(finder.learn('Nobuo Kishi (岸信夫) en Koji Yamazaki (山崎幸二) waren er.')).toBe(2)
  })
})

describe('a line that is one name', () => {
  const lines = ['阮富仲', '岸田文雄', '弗拉基米尔·泽连斯基', '金大中', '梁国雄', '王毅', '林郑月娥'].join('\n')
  test.each([
    ['Nguyen Phu Trong', '阮富仲'],
    ['Kishida', '岸田文雄'],
    ['Zelensky', '弗拉基米尔·泽连斯基'],
    ['Kim Dae-jung', '金大中'],
    ['Leung Kwok-hung', '梁国雄'],
    ['Yi Wang', '王毅'],
    ['Carrie Lam', '林郑月娥'],
  ])('is the best hit: %s', (name, han) => {
    expect(find(name, lines)[0]?.text).toBe(han)
  })
})

describe('any text', () => {
  const anyText = fc.array(
    fc.oneof(
      fc.constantFrom('普', '京', '岸', '田', '·', '(', 'Kishi', ')', '总统', '\n', ' ', '々', '𠮷', '-'),
      fc.string(),
    ),
    { maxLength: 40 },
  )
  const anyName = fc.oneof(fc.constantFrom('Poetin', 'Kishi Nobuo', 'Phạm', 'Kim Il-sung', "O'Neill"), fc.string())
  test('gives hits that slice the text, best first, without overlap and without an error', () => {
    fc.assert(
      fc.property(anyText, anyName, (parts, name) => {
        const text = parts.join('')
        const hits = find(name, text)
        for (const { text: found, span, score } of hits) {
          expect(text.slice(span.start, span.end)).toBe(found)
          expect(found).not.toBe('')
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
        }
        const scores = hits.map((hit) => hit.score)
        expect(scores).toEqual([...scores].sort((a, b) => b - a))
        const starts = [...hits].sort((a, b) => a.span.start - b.span.start)
        starts.forEach((hit, i) => {
          expect(hit.span.start).toBeGreaterThanOrEqual(starts[i - 1]?.span.end ?? 0)
        })
      }),
      { numRuns: 150 },
    )
  })
  test('gives the same hits whatever was looked up before', () => {
    const text = '总统普京会见岸田文雄(Kishida Fumio)。岸田说。'
    const finder = createNameFinder(knowledge)
    const index = finder.index(text)
    const once = finder.find('Kishida Fumio', index)
    finder.find('Poetin', index)
    finder.find('Kishida', index)
    expect(finder.find('Kishida Fumio', index)).toEqual(once)
    expect(find('Kishida Fumio', text)).toEqual(once)
  })
})
