import { expect, test } from 'vitest'
import { matchText } from '../../src/cli/match-text.ts'
import { createPaint } from '../../src/cli/paint.ts'
import { screenText } from '../../src/cli/screen-text.ts'
import type { Match } from '../../src/memory/types.ts'
import { madeUnit } from '../made-unit.ts'

test('nothing that speaks to a terminal or turns the text round comes through', () => {
  expect(screenText('a\u001b[2Jb\u009bc\u202ed\u2066e')).toBe('a␛[2Jb\ufffdc\ufffdd\ufffde')
})

test('names of documents and memories are safe in a match', () => {
  const origin = { sourceFile: 'a\u001b[2J', targetFile: '', sourceSegments: '', targetSegments: '' }
  const unit = madeUnit('zee', '海', { origin: { ...origin, shape: '', evidence: [], signature: '' } })
  const [source, target] = unit.variants
  if (source === undefined || target === undefined) throw new Error('a made unit has two variants')
  const match: Match = {
    unit: { key: 1, memory: 'b\u001b[2J', unit, uses: 0, context: {}, step: 1 },
    source,
    target,
    kind: 'exact',
    base: 1,
    score: 100,
    differences: [],
    penalties: [],
  }
  expect(matchText(match, 1, { paint: createPaint(false), query: 'zee' })).not.toContain('\u001b')
})
