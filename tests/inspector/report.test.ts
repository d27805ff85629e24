import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { htmlOf, jsonInHtml, scriptInHtml } from '../../src/inspector/report/markup.ts'
import { type PackedDetail, packDetail, unpackDetail } from '../../src/inspector/report-data.ts'

const hostile = fc.array(
  fc.oneof(
    fc.constantFrom('<', '>', '&', '"', "'", ']]>', '</script>', '<!--', '<script', '\u2028', '\u2029', '\ud800', '\0'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  ),
  { maxLength: 12 },
)
const text = hostile.map((parts) => parts.join(''))

describe('what a report holds', () => {
  test('data comes back whole, and no parser of HTML sees anything in it', () => {
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const json = jsonInHtml(texts)
        expect(json).not.toMatch(/[<>&\u2028\u2029\ud800-\udfff]/u)
        expect(JSON.parse(json)).toEqual(texts)
      }),
    )
  })

  test('text as HTML has no sign that HTML knows, and loses only control characters', () => {
    fc.assert(
      fc.property(text, (value) => {
        const html = htmlOf(value)
        expect(html.replace(/&(?:amp|lt|gt|quot|#39);/gu, '')).not.toMatch(/[&<>"']/u)
        const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
        const back = html.replace(/&(amp|lt|gt|quot|#39);/gu, (_, name: string) => signs[name] ?? '')
        expect(back).toBe(value.replace(/[\0-\x08\v-\x1f\x7f]/gu, '\ufffd'))
      }),
    )
  })

  test('a script does the same, names no address, and cannot be ended by what it holds', () => {
    const said = 'http://a/ </script> <!-- <script> ]]>'
    const code = `const httpIs = ${JSON.stringify(said)}; const found = /http/.test(httpIs); [httpIs, found, \`\${httpIs} http\`].join('|')`
    const safe = scriptInHtml(code)
    expect(safe).not.toMatch(/http|<\/?script|<!--|\]\]>/iu)
    expect(runInNewContext(safe)).toBe(runInNewContext(code))
  })

  test('reasons come back from their short lists', () => {
    const span = fc.record({ start: fc.nat(), end: fc.nat() })
    const evidence = fc.record(
      {
        scorer: fc.string(),
        score: fc.integer({ min: -900, max: 900 }).map((hundredths) => hundredths / 100),
        note: text,
        kind: fc.constantFrom('date' as const, 'word' as const),
        key: fc.string({ minLength: 1 }),
        links: fc.array(fc.record({ source: span, target: span }), { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ['scorer', 'score', 'note'] },
    )
    fc.assert(
      fc.property(fc.array(evidence), fc.nat(), fc.nat(), (items, known, all) => {
        const detail = { id: '0-1:0-1', evidence: items, checks: [], words: { known, all } }
        const packed = JSON.parse(JSON.stringify(packDetail(detail))) as PackedDetail
        expect(unpackDetail(detail.id, packed)).toEqual(JSON.parse(JSON.stringify(detail)))
      }),
    )
  })
})
