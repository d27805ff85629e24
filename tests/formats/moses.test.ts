import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Header, Units } from '../../src/core/contracts.ts'
import type { TranslationUnit } from '../../src/core/types.ts'
import { format } from '../../src/formats/moses/index.ts'
import { header, unitArbitrary } from './arbitrary-units.ts'
import { recorder } from './memory-input.ts'

async function write(
  units: Units,
  changes: Partial<Header> = {},
  context = recorder(),
): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {}
  for (const part of format.writeParts?.(units, { ...header, ...changes }, context) ?? []) {
    let text = ''
    for await (const chunk of part.text) text += chunk
    files[part.suffix] = text
  }
  return files
}

const linesOf = (text = ''): readonly string[] => text.split('\n').slice(0, -1)

test('line i of one file belongs to line i of the others, and none is empty', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(unitArbitrary, { maxLength: 5 }), async (units) => {
      const files = await write(units)
      expect(Object.keys(files)).toEqual(['.nl', '.zh', '.ids'])
      const [source, target, ids] = Object.values(files).map(linesOf)
      const kept = units.filter((unit) => ids?.some((line) => line.startsWith(`${unit.id}\t`)))
      expect(source?.length).toBe(kept.length)
      expect(target?.length).toBe(kept.length)
      kept.forEach((unit, i) => {
        const texts = unit.variants.map(({ content }) =>
          content.map((run) => (run.kind === 'text' ? run.text : '')).join(''),
        )
        expect([source?.[i], target?.[i]]).toEqual(texts.map((text) => text.replace(/\s+/gu, ' ').trim()))
        expect(ids?.[i]?.split('\t').length).toBe(7)
      })
    }),
    { numRuns: 50 },
  )
})

const plain = (source: string, target: string): TranslationUnit => ({
  id: source,
  sourceLanguage: 'nl',
  variants: [
    { language: 'nl', content: [{ kind: 'text', text: source }] },
    { language: 'zh', content: [{ kind: 'text', text: target }] },
  ],
  decision: { state: 'proposed' },
  notes: [],
  props: {},
})

test('line breaks become spaces, and units with an empty side are left out of all files and reported once', async () => {
  const context = recorder()
  const files = await write(
    [plain('De\r\nbrug', '桥\u2028梁'), plain('leeg', ' \n'), plain('kade', '码头')],
    {},
    context,
  )
  expect(files['.nl']).toBe('De brug\nkade\n')
  expect(files['.zh']).toBe('桥 梁\n码头\n')
  expect(context.codes()).toEqual(['WRITE_UNITS_LEFT_OUT'])
})

test('units that can be read only once fill all files too', async () => {
  const units = [plain('a', '一'), plain('b', '二')]
  const once = (function* () {
    yield* units
  })()
  const stream = (async function* () {
    yield* units
  })()
  const wanted = await write(units)
  expect(wanted['.zh']).toBe('一\n二\n')
  expect(await write(once)).toEqual(wanted)
  expect(await write(stream)).toEqual(wanted)
})

test('two sides in one language do not overwrite each other', async () => {
  expect(Object.keys(await write([], { targetLanguage: 'nl' }))).toEqual(['.source.nl', '.target.nl', '.ids'])
})
