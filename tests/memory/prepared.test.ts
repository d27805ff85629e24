import { expect, test } from 'vitest'
import { createBatch } from '../../src/memory/prepared.ts'
import { madeUnit } from '../made-unit.ts'

test('a batch of few but very long units is full', () => {
  const batch = createBatch(false)
  const unit = madeUnit('x'.repeat(1e6), 'y'.repeat(1e6))
  while (!batch.isFull && batch.count < 100) batch.add({ unit, context: {} })
  expect(batch.count).toBe(8)
})
