import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { js2xliff, jsToXliff12, xliff2js, xliff12ToJs } from 'xliff'
import { AppError } from '../../src/core/errors.ts'
import type { Run, TranslationUnit } from '../../src/core/types.ts'
import { format as xliff } from '../../src/formats/xliff/index.ts'
import { format as xliffJson } from '../../src/formats/xliff-json/index.ts'
import { format as xliff21 } from '../../src/formats/xliff21/index.ts'
import { header, unitsArbitrary } from './arbitrary-units.ts'
import { inputOf, readUnits, recorder, writeUnits } from './memory-input.ts'

/** What the package makes of a file, as far as these tests look at it. */
interface PackageResult {
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly resources: Readonly<
    Record<string, Readonly<Record<string, { readonly source: unknown; readonly target: unknown }>>>
  >
}

/** Text of a value of the package without its codes: `Span` holds text in XLIFF 2 and a code in 1.2. */
function textOf(value: unknown, isCode: (type: string) => boolean): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((item) => textOf(item, isCode)).join('')
  const [type = '', element] = Object.entries(value ?? {})[0] ?? []
  return isCode(type) ? '' : textOf((element as { contents?: unknown }).contents ?? '', isCode)
}

const plain = (content: readonly Run[]): string => content.map((run) => (run.kind === 'text' ? run.text : '')).join('')
const wanted = (units: readonly TranslationUnit[]) =>
  Object.fromEntries(
    units.map((unit) => [
      unit.id,
      { source: plain(unit.variants[0]?.content ?? []), target: plain(unit.variants[1]?.content ?? []) },
    ]),
  )

function found(result: PackageResult, file: string, isCode: (type: string) => boolean): unknown {
  const units = result.resources[file] ?? {}
  return Object.fromEntries(
    Object.entries(units).map(([id, { source, target }]) => [
      id,
      { source: textOf(source, isCode), target: textOf(target, isCode) },
    ]),
  )
}

/** Halves of pairs are left out: the package has no idea of `it`. */
const hasNoHalves = (units: readonly TranslationUnit[]): boolean =>
  units.every((unit) =>
    unit.variants.every(({ content }) =>
      content.every(
        (run) =>
          run.kind === 'text' ||
          run.role === 'single' ||
          content.some((other) => other.kind === 'code' && other.id === run.id && other !== run),
      ),
    ),
  )

/** Names of other tools can be any; these become parts of XML names in the package. */
const units = unitsArbitrary.map((list) => list.map((unit) => ({ ...unit, props: {} })))

describe('the npm package agrees on every text', () => {
  test('of the XLIFF 1.2 that we write', async () => {
    await fc.assert(
      fc.asyncProperty(units.filter(hasNoHalves), async (list) => {
        const result = (await xliff12ToJs(await writeUnits(xliff, list, header))) as PackageResult
        expect([result.sourceLanguage, result.targetLanguage]).toEqual(['nl', 'zh-CN'])
        const isCode = (type: string): boolean => type.startsWith('Span')
        expect(found(result, header.sourceFile, isCode)).toEqual(wanted(list))
      }),
      { numRuns: 40 },
    )
  })

  test('of the XLIFF 2.1 that we write', async () => {
    await fc.assert(
      fc.asyncProperty(
        units.filter((list) => list.length > 0),
        async (list) => {
          const result = (await xliff2js(await writeUnits(xliff21, list, header))) as PackageResult
          expect([result.sourceLanguage, result.targetLanguage]).toEqual(['nl', 'zh-CN'])
          expect(found(result, 'f1', (type) => type === 'Standalone')).toEqual(wanted(list))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('of the JSON that we write, and writes XLIFF from it that we read', async () => {
    await fc.assert(
      fc.asyncProperty(
        units.filter((list) => list.length > 0),
        async (list) => {
          // Writing, the package turns “&amp;” into “&”, and for XLIFF 2 native codes into text: why we write our files ourselves.
          const safe = list.filter((unit) => !/&#?\w+;/u.test(JSON.stringify(unit.variants)))
          const bare = safe.filter((unit) => unit.variants.every(({ content }) => content.length === 1))
          const shapeOf = async (some: readonly TranslationUnit[]): Promise<unknown> =>
            JSON.parse(await writeUnits(xliffJson, some, header))
          expect(await textsIn(await jsToXliff12(await shapeOf(safe), { indent: '' }))).toEqual(wanted(safe))
          expect(await textsIn(await js2xliff(await shapeOf(bare), { indent: '' }))).toEqual(wanted(bare))
        },
      ),
      { numRuns: 30 },
    )
  })
})

async function textsIn(file: unknown): Promise<unknown> {
  return wanted(await readUnits(xliff, inputOf(String(file))))
}

describe('JSON of the package', () => {
  test('a space that stands alone between two codes is kept', async () => {
    const [unit] =
      fc.sample(
        unitsArbitrary.filter((list) => list.length > 0),
        1,
      )[0] ?? []
    const code = (id: string): Run => ({ kind: 'code', id, role: 'single', data: `{${id}}` })
    const content = [code('1'), { kind: 'text', text: ' ' }, code('2')] as const
    const spaced = unit && { ...unit, variants: unit.variants.map(({ language }) => ({ language, content })) }
    const [back] = await readUnits(xliffJson, inputOf(await writeUnits(xliffJson, spaced ? [spaced] : [], header)))
    expect(back?.variants.map((variant) => variant.content)).toEqual([content, content])
  })

  const read = (value: unknown): Promise<readonly TranslationUnit[]> =>
    readUnits(xliffJson, inputOf(JSON.stringify(value), 'x.xliff.json'), recorder())
  const file = (resources: unknown) => ({ resources, sourceLanguage: 'nl-BE', targetLanguage: 'zh-CN' })

  test('groups, notes, names and inline elements are read', async () => {
    const unit = {
      source: [
        'De ',
        { GenericSpan: { id: '1', ctype: 'bold', contents: ['grote ', { Standalone: { id: '2' } }] } },
        'brug',
      ],
      target: [{ Span: { id: '1', contents: '{code}' } }, '桥'],
      note: ['een', 'twee'],
      additionalAttributes: { resname: 'Brug', approved: 'yes' },
    }
    const [read1] = await read(file({ ns: { groep: { groupUnits: { 'menu.brug': unit } } } }))
    expect(read1?.variants).toEqual([
      {
        language: 'nl-BE',
        content: [
          { kind: 'text', text: 'De ' },
          { kind: 'code', id: '1', role: 'open', data: '<g id="1" ctype="bold">' },
          { kind: 'text', text: 'grote ' },
          { kind: 'code', id: '2', role: 'single', data: '<x id="2"/>' },
          { kind: 'code', id: '1', role: 'close', data: '</g>' },
          { kind: 'text', text: 'brug' },
        ],
      },
      {
        language: 'zh',
        content: [
          { kind: 'code', id: '1', role: 'single', data: '{code}' },
          { kind: 'text', text: '桥' },
        ],
      },
    ])
    expect(read1?.notes).toEqual(['een', 'twee'])
    expect(read1?.props).toEqual({ '@id': 'menu.brug', '@resname': 'Brug' })
    expect(read1?.decision.state).toBe('accepted')
  })

  test.each([
    ['a list', []],
    ['a unit that is none', file({ ns: { a: 'x' } })],
    ['a file that is none', file({ ns: 7 })],
  ])('%s is refused', async (_, value) => {
    await expect(read(value)).rejects.toThrow(AppError)
  })

  test('any JSON gives units or an AppError', async () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 6 }, fc.string(), fc.constant(null), fc.integer(), tie('list'), tie('object')),
      list: fc.array(tie('any'), { maxLength: 3 }),
      object: fc.dictionary(
        fc.constantFrom('source', 'target', 'note', 'groupUnits', 'Span', 'contents', 'id', 'additionalElements'),
        tie('any'),
        { maxKeys: 4 },
      ),
    })).any
    await fc.assert(
      fc.asyncProperty(value, async (resources) => {
        await read(file({ ns: { a: resources } })).catch((error: unknown) => expect(error).toBeInstanceOf(AppError))
      }),
      { numRuns: 200 },
    )
  })
})
