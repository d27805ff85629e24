import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unitIdOf } from '../../src/core/content.ts'
import { AppError } from '../../src/core/errors.ts'
import type { TranslationUnit } from '../../src/core/types.ts'
import {
  type Ability,
  abilities,
  type FormatRow,
  formatByName,
  formatOfPath,
  formats,
} from '../../src/formats/index.ts'
import { alignmentArbitrary } from '../formats/arbitrary-alignment.ts'
import { header, unitArbitrary, unitsArbitrary } from '../formats/arbitrary-units.ts'
import { inputOf, readUnits, recorder, writeUnits } from '../formats/memory-input.ts'
import { madeUnit } from '../made-unit.ts'

/** What a format cannot hold of a unit, with the reason; everything else must come back as it was. */
interface Loss {
  readonly why: string
  readonly cut: (unit: TranslationUnit) => TranslationUnit
}

const plainTexts: Loss = {
  why: 'text is plain: codes stay in it as their native code',
  cut: (unit) => ({
    ...unit,
    variants: unit.variants.map(({ language, content }) => {
      const text = content.map((run) => (run.kind === 'text' ? run.text : run.data)).join('')
      return { language, content: [{ kind: 'text', text }] }
    }),
  }),
}

const losses: Readonly<Record<string, readonly Loss[]>> = {
  csv: tableLosses(),
  tsv: tableLosses(),
  po: entryLosses(),
}

function entryLosses(): readonly Loss[] {
  return [
    plainTexts,
    { why: 'an entry has no place for properties of other tools', cut: (unit) => ({ ...unit, props: {} }) },
    {
      why: 'comments of an entry are one note',
      cut: (unit) => ({ ...unit, notes: unit.notes.length === 0 ? [] : [unit.notes.join('\n')] }),
    },
    { why: 'an entry has no id but its texts', cut: (unit) => ({ ...unit, id: unitIdOf(unit.variants) }) },
  ]
}

function tableLosses(): readonly Loss[] {
  return [
    plainTexts,
    { why: 'a table has no column for properties of other tools', cut: (unit) => ({ ...unit, props: {} }) },
    {
      why: 'a table has no column for the signature',
      cut: ({ origin, ...unit }) => (origin === undefined ? unit : { ...unit, origin: { ...origin, signature: '' } }),
    },
    {
      why: 'notes share a cell, one a line',
      cut: (unit) => ({ ...unit, notes: unit.notes.map((note) => note.replaceAll('\n', ' ')) }),
    },
  ]
}

const withLosses = (format: FormatRow, unit: TranslationUnit): TranslationUnit =>
  (losses[format.name] ?? []).reduce((cut, loss) => loss.cut(cut), unit)

const canReadAndWrite = formats.filter(
  (format) => format.can.includes('readUnits') && format.can.includes('writeUnits'),
)
const readers = formats.filter((format) => format.can.some((ability) => ability.startsWith('read')))
const unitWriters = formats.filter((format) => format.can.includes('writeUnits'))

describe.each(formats)('$name', (format) => {
  test('says what it can do', () => {
    expect(format.can).toEqual(abilities.filter((ability: Ability) => format[ability] !== undefined))
    expect(format.can.length).toBeGreaterThan(0)
    expect(formatByName(format.name)).toBe(format)
  })

  test('owns its extensions', () => {
    expect(format.extensions.length).toBeGreaterThan(0)
    for (const extension of format.extensions) {
      expect(extension).toMatch(/^\.[a-z0-9.-]+$/u)
      expect(formatOfPath(`/a.b/Naam met punt.v2${extension.toUpperCase()}`)).toBe(format)
    }
  })
})

describe.each(canReadAndWrite)('$name', (format) => {
  test('reads back the units that it wrote, as far as it can hold them', async () => {
    await fc.assert(
      fc.asyncProperty(unitsArbitrary, fc.integer({ min: 1, max: 4000 }), async (units, chunkSize) => {
        const text = await writeUnits(format, units, header)
        const back = await readUnits(format, inputOf(text, 'x', chunkSize))
        expect(back).toEqual(units.map((unit) => withLosses(format, unit)))
      }),
      { numRuns: 60 },
    )
  })

  test('writes the same bytes for the same input, and again after reading', async () => {
    await fc.assert(
      fc.asyncProperty(unitsArbitrary, async (units) => {
        const text = await writeUnits(format, units, header)
        expect(await writeUnits(format, units, header)).toBe(text)
        const back = (await readUnits(format, inputOf(text))).map((unit) => withLosses(format, unit))
        if ((losses[format.name] ?? []).length === 0) expect(await writeUnits(format, back, header)).toBe(text)
      }),
      { numRuns: 20 },
    )
  })

  test('takes hostile texts, tidies them and counts what it drops', async () => {
    const hostile = fc.string({ unit: fc.constantFrom(...hostilePieces), minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (source, target) => {
        const unit = madeUnit(`b${source}`, `${target}e`)
        const context = recorder()
        const text = await writeUnits(format, [unit], header, context)
        const [back] = await readUnits(format, inputOf(text))
        expect(back?.variants.map(textOf)).toEqual([tidy(`b${source}`), tidy(`${target}e`)])
        const dropped = [...`${source} ${target}`].filter((character) => droppedCharacters.test(character)).length
        const report = context.diagnostics.find((one) => one.code === 'WRITE_CHARACTERS_DROPPED')
        expect(report === undefined ? 0 : Number.parseInt(report.message, 10)).toBe(dropped)
      }),
      { numRuns: 60 },
    )
  })

  test('leaves out units with an empty side and says so', async () => {
    const context = recorder()
    const units = [madeUnit('brug', ' \t\0 '), madeUnit('kade', '码头')]
    const text = await writeUnits(format, units, header, context)
    const back = await readUnits(format, inputOf(text))
    expect(back.map((unit) => unit.variants.map(textOf))).toEqual([['kade', '码头']])
    expect(context.codes()).toContain('WRITE_UNITS_LEFT_OUT')
  })
})

const hostilePieces = [
  'a',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\v',
  '\f',
  '\0',
  '\u001b',
  '\ud800',
  '\udc00',
  '\uffff',
  '\u00a0',
  '\u2028',
  ']]>',
  '<script>',
  '</seg>',
  '&',
  '&lt;',
  '"',
  "'",
  '=',
  '😀',
  'مر',
  '\u202e',
  '桥',
] as const

const droppedCharacters = /[\0\u001b\ud800-\udfff\uffff]/u

/** What exports make of a text, said in another way than the code does. */
function tidy(text: string): string {
  const kept = [...text].filter((character) => !droppedCharacters.test(character)).join('')
  return kept
    .split(/[ \t\n\r\v\f\x85\u2028\u2029]/u)
    .filter((word) => word !== '')
    .join(' ')
    .trim()
}

const textOf = (variant: TranslationUnit['variants'][number]): string =>
  variant.content.map((run) => (run.kind === 'text' ? run.text : '')).join('')

describe.each(unitWriters)('$name', (format) => {
  test('takes units one by one as its text is asked for', async () => {
    let taken = 0
    const endless = async function* (): AsyncGenerator<TranslationUnit> {
      for (;;) {
        taken++
        yield madeUnit(`brug ${taken}`, '桥')
      }
    }
    let chunks = 0
    for await (const chunk of format.writeUnits?.(endless(), header, recorder()) ?? []) {
      expect(chunk).not.toBe('')
      if (++chunks === 5) break
    }
    expect(chunks).toBe(5)
    expect(taken).toBeLessThanOrEqual(6)
  })

  test('writes a file that is whole when there is nothing to write', async () => {
    const text = await writeUnits(format, [], header)
    expect(await readUnits(format, inputOf(text))).toEqual([])
  })
})

describe.each(readers)('$name', (format) => {
  const read = async (bytes: Uint8Array): Promise<void> => {
    const input = inputOf(bytes, 'broken')
    try {
      await format.readDocument?.(input, { segmented: false }, recorder())
      await format.readAlignment?.(input, recorder())
      await readUnits(format, input)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }

  test('ends on random bytes with a result or an AppError', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), read), { numRuns: 60 })
  })

  test('ends on damaged files of its own with a result or an AppError', async () => {
    const damage = fc.record({
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.nat(255),
      flip: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fileOf(format), damage, async (file, { cut, at, byte, flip }) => {
        const bytes = new TextEncoder().encode(await file)
        if (flip) bytes[Math.floor(at * (bytes.length - 1))] = byte
        await read(flip ? bytes : bytes.subarray(0, Math.floor(cut * bytes.length)))
      }),
      { numRuns: 80 },
    )
  })
})

function fileOf(format: FormatRow): fc.Arbitrary<Promise<string>> {
  if (format.writeAlignment !== undefined)
    return alignmentArbitrary.map(async (alignment) =>
      [...(format.writeAlignment?.(alignment, new Set(), recorder()) ?? [])].join(''),
    )
  if (format.writeUnits !== undefined) return unitArbitrary.map((unit) => writeUnits(format, [unit], header))
  return fc.string().map(async (text) => text)
}
