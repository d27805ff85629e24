import fc from 'fast-check'
import type { Header } from '../../src/core/contracts.ts'
import type { Decision, Origin, Run, TranslationUnit } from '../../src/core/types.ts'

export const header: Header = {
  sourceLanguage: 'nl',
  targetLanguage: 'zh',
  sourceFile: 'brug & kade.txt',
  targetFile: '桥.txt',
  tool: 'zinpaar',
  version: '1.2.3',
  signature: 'zinpaar:1.2.3|mode:parallel|scorers:length.1',
  omitIds: false,
}

const pieces = [
  'brug',
  'één',
  '桥梁',
  '。',
  '😀',
  '𠀀',
  ']]>',
  '<script>alert(1)</script>',
  '&amp;',
  '&#0;',
  '&',
  '"',
  "'",
  'مرحبا',
  'a\u0301',
  'x\u00a0y',
  '=SUM(A1)',
  '-',
  '+31',
  '@naam',
  ',',
  ';',
  '{0}',
  '%20',
  '\u200f',
]

/** Text as exports hold it: one space between words, none at the edges, nothing that XML forbids. */
export const tidyText = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
  .map((list) => list.join(' '))

const textRun = (text: string): Run => ({ kind: 'text', text })
const code = (id: string, role: 'open' | 'close' | 'single', data: string): Run => ({ kind: 'code', id, role, data })

const dataText = fc.constantFrom('<b>', '</b>', '<br/>', '{name}', '&nbsp;', '<a href="x?a=1&b=2">', '', '%s')

/** Text with inline codes: nested and overlapping pairs, halves and single codes, whose ids are numbers and unique. */
export const codedContent: fc.Arbitrary<readonly Run[]> = fc
  .tuple(
    fc.array(tidyText, { minLength: 7, maxLength: 7 }),
    fc.array(dataText, { minLength: 7, maxLength: 7 }),
    fc.nat(4),
  )
  .map(([texts, data, kind]) => {
    const text = (i: number): Run => textRun(texts[i] ?? 'x')
    const spaced = (i: number): Run => textRun(` ${texts[i]} `)
    const [a = '', b = '', c = '', d = '', e = ''] = data
    if (kind === 0) return [text(0), code('1', 'single', a), text(1)]
    if (kind === 1)
      return [code('1', 'open', a), text(0), code('1', 'close', b), spaced(1), code('2', 'single', c || '<br/>')]
    if (kind === 2)
      return [
        text(0),
        code('3', 'open', a),
        spaced(1),
        code('5', 'open', b),
        text(2),
        code('5', 'close', c),
        text(3),
        code('3', 'close', d),
      ]
    if (kind === 3)
      return [
        code('1', 'open', a),
        text(0),
        code('2', 'open', b),
        text(1),
        code('1', 'close', c),
        spaced(2),
        code('2', 'close', d),
        text(3),
      ]
    return [text(0), code('1', 'close', a), text(1), code('2', 'open', b), spaced(2), code('4', 'single', e), text(3)]
  })

const plainContent: fc.Arbitrary<readonly Run[]> = tidyText.map((text) => [textRun(text)])

const moment = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString())

const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.constant<Decision>({ state: 'proposed' }),
  fc.record(
    { state: fc.constantFrom('accepted', 'edited', 'rejected'), by: tidyText, at: moment, comment: tidyText },
    { requiredKeys: ['state', 'by', 'at'] },
  ),
)

const range = fc.tuple(fc.nat(999), fc.nat(3))
const rangeText = ([from, more]: readonly [number, number]): string =>
  more === 0 ? `${from}` : `${from}-${from + more}`

const origin: fc.Arbitrary<Origin> = fc
  .tuple(
    range,
    range,
    tidyText,
    tidyText,
    fc.uniqueArray(fc.constantFrom('date:2021-09', 'place:VN', 'a b', '%', 'org:x'), { maxLength: 4 }),
    fc.boolean(),
  )
  .map(([source, target, sourceFile, targetFile, evidence, isSame]) => ({
    sourceFile,
    targetFile,
    sourceSegments: rangeText(source),
    targetSegments: rangeText(target),
    shape: `${source[1] + 1}:${target[1] + 1}`,
    evidence,
    signature: isSame ? header.signature : 'other|mode:comparable',
  }))

const propKey = fc.oneof(
  fc.constantFrom('file', 'id', 'client name', 'x-prop-file', '@odd', '__proto__', '1', 'a:b', 'twee\n\tregels'),
  tidyText,
)
/** Values keep their white space in every format that has properties. */
const propValue = fc.oneof(tidyText, fc.constantFrom('', ' a  b ', 'line\nbreak\r\n\ttab', '0'))
const props = fc
  .uniqueArray(fc.tuple(propKey, propValue), { maxLength: 3, selector: ([key]) => key })
  .map((pairs) => Object.fromEntries(pairs))

const id = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 16, maxLength: 16 })
  .map((digits) => digits.join(''))

/** A unit in Dutch and Chinese such as an alignment gives, with or without inline codes. */
export const unitArbitrary: fc.Arbitrary<TranslationUnit> = fc
  .record(
    {
      id,
      contents: fc.oneof(fc.tuple(plainContent, plainContent), fc.tuple(codedContent, codedContent)),
      relation: fc.constantFrom('translation', 'partial', 'related'),
      confidence: fc.nat(10_000).map((n) => n / 10_000),
      decision,
      origin,
      notes: fc.array(
        fc.oneof(
          tidyText,
          tidyText.map((text) => `${text}\n${text}`),
        ),
        { maxLength: 2 },
      ),
      props,
    },
    { requiredKeys: ['id', 'contents', 'decision', 'notes', 'props'] },
  )
  .map(({ contents: [source, target], ...rest }) => ({
    ...rest,
    sourceLanguage: 'nl',
    variants: [
      { language: 'nl', content: source },
      { language: 'zh', content: target },
    ],
  }))

/** Several units with ids of their own. */
export const unitsArbitrary = fc.uniqueArray(unitArbitrary, { maxLength: 4, selector: (unit) => unit.id })
