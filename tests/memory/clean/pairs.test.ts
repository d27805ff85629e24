import { describe, expect, test } from 'vitest'
import { createCleanTools } from '../../../src/memory/clean/tools.ts'
import { badPairs, goodPairs, rowsOf } from './good-pairs.ts'
import { findAll, type Sides, unitOf } from './made-units.ts'

const tools = createCleanTools()
const sidesOf = (languages: string, source: string, target: string): Sides => {
  const [from = '', to = ''] = languages.split(' ')
  return [
    [from, source],
    [to, target],
  ]
}

describe('the checks', () => {
  test('find nothing in sound pairs, whichever side is the source', async () => {
    const rows = rowsOf(goodPairs)
    const alarms: string[] = []
    for (const [languages = '', source = '', target = ''] of rows)
      for (const sides of [sidesOf(languages, source, target), [...sidesOf(languages, source, target)].reverse()])
        for (const { check, message } of await findAll([unitOf(1, sides)], { tools }))
          alarms.push(`${source} | ${target}: ${check}, ${message}`)
    expect(rows.length).toBeGreaterThan(60)
    expect(alarms).toEqual([])
  })

  test.each(rowsOf(badPairs))('%s: %s | %s: %s', async (languages, source, target, check) => {
    const found = await findAll([unitOf(1, sidesOf(languages ?? '', source ?? '', target ?? ''))], { tools })
    expect(found.map((finding) => finding.check)).toEqual([check])
  })
})
