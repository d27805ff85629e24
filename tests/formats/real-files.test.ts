import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Input } from '../../src/core/contracts.ts'
import { AppError } from '../../src/core/errors.ts'
import { parseXml } from '../../src/formats/_xml/parse.ts'
import { localName } from '../../src/formats/_xml/tree.ts'
import { formatByName } from '../../src/formats/index.ts'
import { header } from './arbitrary-units.ts'
import { inputOf, readUnits, recorder, writeUnits } from './memory-input.ts'

const folder = join(process.env.ZINPAAR_SHARED ?? resolve('../shared'), 'real-files')
const isThere = existsSync(join(folder, 'index.json'))

interface Entry {
  readonly file: string
  readonly expected_tu?: number
  readonly expected_units?: number
  readonly segment?: number
}

const entries: readonly Entry[] = isThere ? JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) : []
const inputFor = (file: string): Input => ({
  name: file,
  bytes: async () => readFileSync(join(folder, file)),
  stream: () => createReadStream(join(folder, file)),
})

/** How many units a report says were left out. */
const leftOut = (context: ReturnType<typeof recorder>): number =>
  context.diagnostics
    .filter((one) => one.code === 'READ_UNITS_LEFT_OUT')
    .reduce((sum, one) => sum + Number(/\((\d+),/u.exec(one.message)?.[1]), 0)

describe.skipIf(!isThere)('files of other tools (../shared/real-files)', () => {
  test('every unit of every TMX is read or reported', async () => {
    const files = entries.filter((entry) => entry.expected_tu !== undefined)
    expect(files.length).toBeGreaterThan(50)
    for (const { file, expected_tu } of files) {
      const context = recorder()
      const units = await readUnits(formatByName('tmx'), inputFor(file), context)
      expect([file, units.length + leftOut(context)]).toEqual([file, expected_tu])
    }
  })

  test('every unit of every XLIFF is met, and every segment is read or reported', async () => {
    const files = entries.filter((entry) => entry.expected_units !== undefined)
    expect(files.length).toBeGreaterThan(200)
    for (const { file, expected_units = 0, segment = 0 } of files) {
      let count = 0
      for await (const event of parseXml(inputFor(file), recorder(), (name) =>
        /^(?:trans-)?unit$/u.test(localName(name)),
      ))
        if (event.kind === 'whole') count++
      expect([file, count]).toEqual([file, expected_units])
      const context = recorder()
      const units = await readUnits(formatByName('xliff'), inputFor(file), context)
      expect([file, units.length + leftOut(context) >= Math.max(expected_units, segment)]).toEqual([file, true])
    }
  })

  test('what was read from TMX is written and read again without change', async () => {
    const format = formatByName('tmx')
    for (const { file } of entries.filter((entry) => entry.expected_tu !== undefined)) {
      const once = await readUnits(
        format,
        inputOf(await writeUnits(format, await readUnits(format, inputFor(file)), header)),
      )
      const twice = await readUnits(format, inputOf(await writeUnits(format, once, header)))
      expect([file, twice]).toEqual([file, once])
    }
  })

  test('malformed files end with a result or an AppError', async () => {
    for (const { file } of entries.filter((entry) => entry.file.startsWith('malformed/'))) {
      const format = formatByName(file.endsWith('.tmx') ? 'tmx' : 'xliff')
      await readUnits(format, inputFor(file)).catch((error: unknown) => expect(error, file).toBeInstanceOf(AppError))
    }
  })
})
