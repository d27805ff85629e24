import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Variant } from '../../src/core/types.ts'
import { formatByName } from '../../src/formats/index.ts'
import { header, unitArbitrary } from './arbitrary-units.ts'
import { writeUnits } from './memory-input.ts'

const kit = join(process.env.ZINPAAR_SHARED ?? resolve('../shared'), 'kit')
/** A real client takes seconds to start: only where the whole kit is asked for. */
const hasOmegaT = process.env.KIT === 'full' && spawnSync('which', ['omegat']).status === 0
/** Validators are programs of their own, which take half a second each: in `.ci/run`, and where they are asked for. */
const isAsked = process.env.CI !== undefined || process.env.KIT !== undefined
const canRun = isAsked && existsSync(kit) && spawnSync('xmllint', ['--version']).status === 0

/** A good spread of everything that units can hold, the same in every run. */
const units = fc
  .sample(unitArbitrary, { numRuns: 300, seed: 7 })
  .map((unit, i) => ({ ...unit, id: i.toString(16).padStart(16, '0') }))

/** Some in other regions of their languages than those before them. */
const regional = units.map((unit, i) => ({
  ...unit,
  variants: unit.variants.map((variant) => ({
    ...variant,
    language: i % 3 === 1 && variant.language === 'nl' ? 'nl-BE' : variant.language,
  })),
}))

/** With what other tools leave on units and variants: times and users, some malformed, fields, attributes that TMX has not. */
const foreign = units.map((unit, i) => ({
  ...unit,
  props: {
    '@creationdate': i % 3 === 0 ? 'yesterday' : '20310203T040506Z',
    '@creationid': 'noor',
    '@segtype': i % 5 === 0 ? 'verse' : 'paragraph',
    '@x:room': '7',
    '@zh@changeid': 'bram',
    '@zh:check': 'ok',
    'x-client': 'Acme & co',
    'x-domain:SingleString': 'water',
    ...unit.props,
  },
}))

describe.skipIf(!canRun)('the validators of ../shared/kit accept', () => {
  const judge = async (script: string, file: string, text: string, ...more: readonly string[]): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'zinpaar-'))
    try {
      const path = join(folder, file)
      writeFileSync(path, text)
      const { status, stdout } = spawnSync(join(kit, script), [path, ...more], { encoding: 'utf8' })
      expect([status, stdout]).toEqual([0, stdout])
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  test.each([
    ['tmx', 'validate-tmx.sh', 'a.tmx', units],
    ['xliff', 'validate-xliff.sh', 'a.xlf', units],
    ['xliff21', 'validate-xliff.sh', 'a.21.xlf', units],
    ['xliff', 'validate-xliff.sh', 'regions.xlf', regional],
    ['xliff21', 'validate-xliff.sh', 'regions.21.xlf', regional],
    ['tmx', 'validate-tmx.sh', 'empty.tmx', []],
    ['xliff', 'validate-xliff.sh', 'empty.xlf', []],
    ['xliff21', 'validate-xliff.sh', 'empty.21.xlf', []],
  ])('%s by %s: %s', async (name, script, file, list) => {
    await judge(script, file, await writeUnits(formatByName(name), list, header))
  })

  test.each(['plain', 'omegat', 'trados'] as const)('TMX of other tools with the profile %s', async (profile) => {
    const text = await writeUnits(formatByName('tmx'), foreign, { ...header, profile })
    await judge('validate-tmx.sh', 'a.tmx', text)
  })

  test.skipIf(!hasOmegaT).each(['plain', 'omegat', 'trados'] as const)('OmegaT takes %s', async (profile) => {
    const simple = foreign.slice(0, 20).map((unit, i) => ({ ...unit, variants: plainVariants(i) }))
    const text = await writeUnits(formatByName('tmx'), simple, { ...header, profile })
    await judge('omegat-imports.sh', 'a.tmx', text, 'nl', 'zh-CN')
  })
})

const plainVariants = (i: number): readonly Variant[] => [
  { language: 'nl', content: [{ kind: 'text', text: `Brug nummer ${i} is open.` }] },
  { language: 'zh', content: [{ kind: 'text', text: `${i}号桥已开通。` }] },
]
