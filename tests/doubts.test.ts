import { expect, test } from 'vitest'
import { align } from '../src/align-texts.ts'
import type { Alignment } from '../src/core/types.ts'
import { viewPair } from '../src/summary.ts'
import { sharedStock } from './shared-stock.ts'

const dutch = [
  'De minister kwam op 27 november aan in Hanoi.',
  'Hij sprak met zijn ambtgenoot over handel en defensie.',
  'De export groeide met 12 procent.',
]
const chinese = ['部长于11月27日抵达河内。', '他与同行讨论了贸易和国防。', '出口增长了12%。']
const otherDay = ['部长于11月23日抵达河内。', ...chinese.slice(1)]
const otherShare = [...chinese.slice(0, 2), '出口增长了31%。']

const aligned = (target: readonly string[], mode: 'parallel' | 'comparable'): Promise<Alignment> =>
  align(dutch.join('\n'), target.join('\n'), { mode, sourceLanguage: 'nl', targetLanguage: 'zh' }, undefined, {
    stock: sharedStock,
  })
const beadOf = ({ beads }: Alignment, segment: number) =>
  beads.find((bead) => bead.source.from === segment && bead.target.from === segment)

test.each([
  [otherDay, 0, '27 november against 11月23日'],
  [otherShare, 2, '12 procent against 31%'],
])('a date or share that differs is told as a doubt', async (target, segment, doubt) => {
  const alignment = await aligned(target, 'parallel')
  const bead = beadOf(alignment, segment)
  expect(bead === undefined ? [] : viewPair(alignment, bead).doubts).toEqual([doubt])
})

test('texts that agree give no doubt', async () => {
  const alignment = await aligned(chinese, 'parallel')
  expect(alignment.beads.flatMap((bead) => viewPair(alignment, bead).doubts)).toEqual([])
})

test.each([
  [otherDay, 0],
  [otherShare, 2],
])('in comparable texts it makes the pair much less certain', async (target, segment) => {
  const agreeing = beadOf(await aligned(chinese, 'comparable'), segment)
  const differing = beadOf(await aligned(target, 'comparable'), segment)
  expect(agreeing?.confidence ?? 0).toBeGreaterThan(0.5)
  expect(differing?.confidence ?? 0).toBeLessThan((agreeing?.confidence ?? 0) - 0.3)
  expect(differing?.relation ?? 'unaligned').not.toBe('translation')
})
