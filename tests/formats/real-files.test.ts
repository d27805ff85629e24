import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Input } from '../../src/core/contracts.ts'
import { AppError } from '../../src/core/errors.ts'
import type { TranslationUnit } from '../../src/core/types.ts'
import { parseXml } from '../../src/formats/_xml/parse.ts'
import { localName } from '../../src/formats/_xml/tree.ts'
import { formatByName, formatOfPath } from '../../src/formats/index.ts'
import { header } from './arbitrary-units.ts'
import { inputOf, readUnits, recorder, writeUnits } from './memory-input.ts'

const folder = join(process.env.ZINPAAR_SHARED ?? resolve('../shared'), 'real-files')
const isThere = existsSync(join(folder, 'index.json'))

interface Entry {
  readonly file: string
  readonly expected_tu?: number
  readonly expected_units?: number
  readonly segment?: number
  readonly expect?: string
}

const entries: readonly Entry[] = isThere ? JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) : []
const inputFor = (file: string): Input => ({
  name: file,
  bytes: async () => readFileSync(join(folder, file)),
  stream: () => createReadStream(join(folder, file)),
})

/** How many units were skipped, by the items of the import report, which the counts of the diagnostics have to equal. */
function skipped({ items, diagnostics }: ReturnType<typeof recorder>): number {
  const one = items.filter((item) => item.outcome === 'skipped')
  for (const { place, reason } of one)
    expect([reason, (place?.line ?? 0) >= 1 && (place?.column ?? 0) >= 1]).toEqual([reason, true])
  const counted = diagnostics
    .filter((diagnostic) => diagnostic.code === 'READ_UNITS_LEFT_OUT')
    .reduce((sum, diagnostic) => sum + Number(/\((\d+),/u.exec(diagnostic.message)?.[1]), 0)
  expect(one.length).toBe(counted)
  return one.length
}

const contentsOf = (file: string): string => readFileSync(join(folder, file), 'utf8')

describe.skipIf(!isThere)('files of other tools (../shared/real-files)', () => {
  const tmxFiles = entries.filter((entry) => entry.expected_tu !== undefined && !entry.file.endsWith('.zip'))
  const xliffFiles = entries.filter((entry) => entry.expected_units !== undefined)

  test('every unit of every TMX is read, or skipped with its place and a reason', async () => {
    expect(tmxFiles.length).toBeGreaterThan(50)
    for (const { file, expected_tu } of tmxFiles) {
      const context = recorder()
      const units = await readUnits(formatByName('tmx'), inputFor(file), context)
      expect([file, units.length + skipped(context)]).toEqual([file, expected_tu])
    }
  })

  test('every unit of every XLIFF is met, and each of its segments is read, or skipped with its place and a reason', async () => {
    expect(xliffFiles.length).toBeGreaterThan(200)
    for (const { file, expected_units = 0, segment = 0 } of xliffFiles) {
      let count = 0
      for await (const event of parseXml(inputFor(file), recorder(), (name) =>
        /^(?:trans-)?unit$/u.test(localName(name)),
      ))
        if (event.kind === 'whole') count++
      expect([file, count]).toEqual([file, expected_units])
      const context = recorder()
      const units = await readUnits(formatOfPath(file), inputFor(file), context)
      const met = units.length + skipped(context)
      const isOneEach = segment === 0 && !/mtype\s*=\s*["']seg/u.test(contentsOf(file))
      if (isOneEach) expect([file, met]).toEqual([file, expected_units])
      else expect([file, met >= Math.max(expected_units, segment)]).toEqual([file, true])
    }
  })

  test('what was read from TMX is written and read again without change', async () => {
    const format = formatByName('tmx')
    for (const { file } of tmxFiles) {
      const once = await readUnits(
        format,
        inputOf(await writeUnits(format, await readUnits(format, inputFor(file)), header)),
      )
      const twice = await readUnits(format, inputOf(await writeUnits(format, once, header)))
      expect([file, twice]).toEqual([file, once])
    }
  })

  test('nothing that TMX files say of units and variants is lost on the way through one of ours', async () => {
    const format = formatByName('tmx')
    for (const { file } of tmxFiles) {
      const read = await readUnits(format, inputFor(file))
      const back = await readUnits(format, inputOf(await writeUnits(format, read, header)))
      const said = (units: typeof read) =>
        units.map(({ props, notes, decision }) => [withoutId(props), notes.length, decision])
      expect([file, said(back)]).toEqual([file, said(read)])
    }
  })

  describe('malformed files', () => {
    const outcome = async ({ file }: Entry) => {
      const context = recorder()
      const start = performance.now()
      const units: TranslationUnit[] = []
      let error: unknown
      try {
        for await (const unit of formatOfPath(file).readUnits?.(inputFor(file), context) ?? []) units.push(unit)
      } catch (thrown) {
        error = thrown
      }
      if (error !== undefined) expect(error, file).toBeInstanceOf(AppError)
      expect(performance.now() - start, file).toBeLessThan(2000)
      return { units, error: error instanceof AppError ? error : undefined, context }
    }
    const malformed = entries.filter((entry) => entry.file.startsWith('malformed/'))

    test.each(malformed)('$file: $expect', async (entry) => {
      const { expect: wanted = '' } = entry
      const { units, error, context } = await outcome(entry)
      const isTold = error !== undefined || context.diagnostics.some(({ level }) => level !== 'info')
      if (/^refuse/u.test(wanted)) {
        expect(error?.code).toBe('READ_MALFORMED')
        expect(units).toEqual([])
      } else if (/^import both/u.test(wanted)) {
        expect(error).toBeUndefined()
        expect(context.codes()).toContain('READ_DUPLICATE_IDS')
      } else if (/skip TU/u.test(wanted)) {
        expect(error).toBeUndefined()
        expect(context.items.map((item) => item.outcome)).toContain('skipped')
      } else if (/recoverable/u.test(wanted)) expect(units.length).toBeGreaterThan(0)
      else if (/detected/u.test(wanted)) expect(isTold || units.length > 0).toBe(true)
      else if (/^(?:error|reject|warn)/u.test(wanted)) expect([wanted, isTold]).toEqual([wanted, true])
      expect(JSON.stringify(units)).not.toContain('\ufffd')
      expect(JSON.stringify(units)).not.toContain('root:')
      if (error?.code === 'READ_MALFORMED' && !/version/u.test(wanted)) expect(error.message).toMatch(/line \d+/u)
    })
  })
})

/** Ids that a file uses twice are written with a number after them. */
const withoutId = ({ '@tuid': _, ...props }: TranslationUnit['props']): TranslationUnit['props'] => props
