import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatByName } from '../../src/formats/index.ts'
import { header, unitArbitrary } from './arbitrary-units.ts'
import { writeUnits } from './memory-input.ts'

const kit = join(process.env.ZINPAAR_SHARED ?? resolve('../shared'), 'kit')
const canRun = existsSync(kit) && spawnSync('xmllint', ['--version']).status === 0

/** A good spread of everything that units can hold, the same in every run. */
const units = fc
  .sample(unitArbitrary, { numRuns: 300, seed: 7 })
  .map((unit, i) => ({ ...unit, id: i.toString(16).padStart(16, '0') }))

describe.skipIf(!canRun)('the validators of ../shared/kit accept', () => {
  test.each([
    ['tmx', 'validate-tmx.sh', 'a.tmx', units],
    ['xliff', 'validate-xliff.sh', 'a.xlf', units],
    ['xliff21', 'validate-xliff.sh', 'a.21.xlf', units],
    ['tmx', 'validate-tmx.sh', 'empty.tmx', []],
    ['xliff', 'validate-xliff.sh', 'empty.xlf', []],
    ['xliff21', 'validate-xliff.sh', 'empty.21.xlf', []],
  ])('%s by %s: %s', async (name, script, file, list) => {
    const folder = mkdtempSync(join(tmpdir(), 'zinpaar-'))
    try {
      const path = join(folder, file)
      writeFileSync(path, await writeUnits(formatByName(name), list, header))
      const { status, stdout } = spawnSync(join(kit, script), [path], { encoding: 'utf8' })
      expect([status, stdout]).toEqual([0, stdout])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
