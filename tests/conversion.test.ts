import { describe, expect, test } from 'vitest'
import { type Conversion, type ConvertOptions, prepareConversion } from '../src/conversion.ts'
import type { Input } from '../src/core/contracts.ts'
import type { Diagnostic } from '../src/core/types.ts'
import { inputOf } from '../src/input.ts'
import { defaultOutputOptions } from '../src/outputs.ts'

const options: ConvertOptions = { ...defaultOutputOptions, salvage: false }
const head =
  '<?xml version="1.0"?>\n<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="nl" datatype="plaintext"/><body>\n'
const unit = (...sides: readonly (readonly [string, string])[]): string =>
  `<tu>${sides.map(([language, text]) => `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`).join('')}</tu>\n`
const tmx = (...units: readonly string[]): string => `${head}${units.join('')}</body></tmx>\n`

interface Converted {
  readonly conversion: Conversion
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}
async function convert(input: Input, output: string, more: Partial<ConvertOptions> = {}): Promise<Converted> {
  const diagnostics: Diagnostic[] = []
  const context = { report: (diagnostic: Diagnostic) => void diagnostics.push(diagnostic) }
  const conversion = await prepareConversion(input, output, { ...options, ...more }, context)
  let text = ''
  const { content } = conversion
  for (const chunks of 'parts' in content ? content.parts.map((part) => part.text) : [content.chunks])
    for await (const chunk of chunks) text += chunk
  return { conversion, text, diagnostics }
}

const three = tmx(
  unit(['nl', 'een'], ['zh', '一'], ['en', 'one']),
  unit(['nl', 'twee'], ['zh', '二']),
  unit(['nl', 'drie'], ['en', 'three']),
  unit(['nl', 'vier'], ['en', 'four']),
)

describe('converting units', () => {
  test('the languages are the commonest source and the commonest other', async () => {
    const { conversion } = await convert(inputOf('a.tmx', three), 'b.csv')
    expect([conversion.sourceLanguage, conversion.targetLanguage]).toEqual(['nl', 'en'])
  })
  test('a language that was asked for stands, and the other is found beside it', async () => {
    const { conversion, text } = await convert(inputOf('a.tmx', three), 'b.tsv', { targetLanguage: 'zh' })
    expect([conversion.sourceLanguage, conversion.targetLanguage]).toEqual(['nl', 'zh'])
    expect(text).toContain('twee\t二')
    expect((await convert(inputOf('a.tmx', three), 'b.tsv', { sourceLanguage: 'en' })).conversion.targetLanguage).toBe(
      'nl',
    )
  })
  test('what a format cannot keep is reported', async () => {
    const { diagnostics, text } = await convert(inputOf('a.tmx', three), 'b.tsv')
    expect(text.trimEnd().split('\n')).toHaveLength(4)
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['WRITE_UNITS_LEFT_OUT'])
  })
  test('a set of files reads the units for each, and counts and reports them once', async () => {
    const { conversion, diagnostics } = await convert(inputOf('a.tmx', three), 'b.moses')
    expect(conversion.unitCount()).toBe(4)
    expect(diagnostics).toHaveLength(1)
  })
  test('an empty memory gives an empty one', async () => {
    const { text } = await convert(inputOf('a.tmx', tmx()), 'b.tmx')
    expect(text).toContain('<body>')
  })
  test('units stream: output begins before the input has been read', async () => {
    const count = 20_000
    let given = 0
    const big: Input = {
      name: 'big.tmx',
      bytes: () => Promise.reject(new Error('the whole file was asked for')),
      async *stream() {
        given = 0
        yield Buffer.from(head)
        for (; given < count; given++) yield Buffer.from(unit(['nl', `zin ${given}`], ['zh', `句 ${given}`]))
        yield Buffer.from('</body></tmx>')
      },
    }
    const more = { ...options, sourceLanguage: 'nl', targetLanguage: 'zh' }
    const { content, unitCount } = await prepareConversion(big, 'b.tsv', more, { report: () => undefined })
    expect(given).toBe(0)
    if ('parts' in content) throw new Error('a table is one file')
    let chunks = 0
    for await (const _ of content.chunks) if (++chunks === 100) break
    expect(given).toBeLessThan(count / 2)
    expect(unitCount()).toBeLessThan(count / 2)
  })
})

describe('damaged and unknown inputs', () => {
  const damaged = `${head}${unit(['nl', 'een'], ['zh', '一'])}<tu><tuv`
  test('damage is an error that names the place and the way out', async () => {
    await expect(convert(inputOf('a.tmx', damaged), 'b.tsv')).rejects.toMatchObject({
      code: 'READ_MALFORMED',
      message: expect.stringContaining('line 4'),
      hint: expect.stringContaining('--salvage'),
    })
  })
  test('salvage keeps what stands before it, and says so', async () => {
    const { text, diagnostics } = await convert(inputOf('a.tmx', damaged), 'b.tsv', { salvage: true })
    expect(text).toContain('een\t一')
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'READ_MALFORMED', level: 'error' })])
  })
  test('an input that nobody knows asks for --from', async () => {
    await expect(convert(inputOf('stdin', 'abc'), 'b.tsv')).rejects.toMatchObject({
      code: 'FORMAT_CANNOT_READ',
      hint: expect.stringContaining('--from'),
    })
    expect((await convert(inputOf('stdin', three), 'b.tsv', { from: 'tmx' })).conversion.from.name).toBe('tmx')
  })
  test('a format that needs an alignment cannot be made from units', async () => {
    await expect(convert(inputOf('a.tmx', three), 'b.ladder')).rejects.toMatchObject({ code: 'FORMAT_CANNOT_WRITE' })
  })
})
