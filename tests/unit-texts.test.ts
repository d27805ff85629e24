import { expect, test } from 'vitest'
import { plainText } from '../src/core/content.ts'
import { summarise } from '../src/summary.ts'
import { defaultSelection, toUnits, toUnitsInTurns } from '../src/units.ts'
import { madeAlignment, madeBead, madeDocument } from './made-alignment.ts'

const decided = { state: 'edited', by: 'ann', at: '2026-02-03T09:00:00Z', comment: 'so it reads' } as const
const alignment = madeAlignment(
  madeDocument('a.txt', 'und', ['One tree.', 'Two trees.']),
  madeDocument('b.txt', 'und', ['Een boom.', 'Twee bomen.']),
  [
    {
      ...madeBead([0, 1], [0, 1], 'translation'),
      text: { target: 'Een  dikke\nboom. ' },
      comment: 'thick',
      decision: decided,
    },
    { ...madeBead([1, 2], [1, 2], 'translation'), comment: 'two' },
  ],
)

test('what a person wrote leaves in the place of the text of its segments, and comments are notes', () => {
  const units = toUnits(alignment)
  expect(units.map(({ variants }) => variants.map(({ content }) => plainText(content)))).toEqual([
    ['One tree.', 'Een dikke boom.'],
    ['Two trees.', 'Twee bomen.'],
  ])
  expect(units.map(({ notes }) => notes)).toEqual([['so it reads', 'thick'], ['two']])
})

test('the best pairs are shown as they leave', () => {
  const [pair] = summarise(alignment, defaultSelection, 1).pairs
  expect(pair?.source.text).toBe('One tree.')
  expect(pair?.target).toEqual({ text: 'Een dikke boom. ', line: 1, marks: [] })
})

test('units that are made while others get their turn are the same', async () => {
  const lines = (word: string) => Array.from({ length: 1200 }, (_, k) => `${word} ${k % 700}`)
  const beads = lines('').map((_, k) => madeBead([k, k + 1], [k, k + 1], k % 3 === 0 ? 'related' : 'partial', k / 1200))
  const many = madeAlignment(
    madeDocument('a.txt', 'nl', lines('Regel')),
    madeDocument('b.txt', 'zh', lines('行')),
    beads,
  )
  let turns = 0
  const other = setInterval(() => turns++, 0)
  for (const allTargets of [false, true]) {
    const selection = { ...defaultSelection, minConfidence: 0.2, allTargets }
    expect(await toUnitsInTurns(many, selection)).toEqual(toUnits(many, selection))
  }
  clearInterval(other)
  expect(turns).toBeGreaterThan(0)
})
