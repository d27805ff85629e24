import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baseSimilarity, tokenDistance } from '../../../src/memory/text/distance.ts'
import { tokensOf } from '../../../src/memory/text/tokens.ts'
import { build, documentsOf, listed, open } from './made-segments.ts'

/** Terms that count as the same are those with the same first letter. */
const fold = (token: string): string => token.charAt(0)

async function expectAll(texts: readonly string[], query: string, min: number): Promise<void> {
  const tokens = tokensOf(query).map(fold)
  const terms = [...new Set(texts.flatMap(tokensOf))]
  const field = (await open(build(documentsOf(texts)))).field('nl-Latn')
  const found = await field?.fuzzy(tokens, min, (token) => terms.filter((term) => fold(term) === token))
  const expected = documentsOf(texts).flatMap(({ owner, variant, text }) => {
    const own = tokensOf(text).map(fold)
    if (own.length === 0 || tokens.length === 0 || baseSimilarity(tokens, own) < min - 1e-9) return []
    return [{ owner, variant, distance: tokenDistance(tokens, own), length: own.length }]
  })
  expect(listed(found ?? [])).toEqual(listed(expected))
}

const word = fc.constantFrom('a1', 'a2', 'a3', 'b1', 'b2', 'c', 'd1', 'd2', 'e')
const text = fc.array(word, { minLength: 0, maxLength: 10 }).map((words) => words.join(' '))

test('terms that count as the same are found as if they were equal', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 40 }),
      text,
      fc.constantFrom(1, 0.7, 0.5, 2 / 3, 0.4),
      expectAll,
    ),
    { numRuns: 150 },
  )
})

test('rare ones among many others, too', async () => {
  const others = Array.from({ length: 300 }, (_, i) => `x${i} y${i} z${i % 7}`)
  const texts = ['a1 b1 c', 'a2 b2 c', 'a3 b2 x1', 'a2 y4 c', ...others]
  for (const min of [1, 2 / 3, 0.5, 0.3]) await expectAll(texts, 'a1 b2 c', min)
})

test('a document that holds several of them is not counted beyond what fits into a byte', async () => {
  const alike = Array.from({ length: 128 }, (_, i) => (i % 2 === 0 ? 'a1' : 'a2'))
  const texts = [alike.join(' '), alike.slice(0, 120).join(' '), alike.map(() => 'b').join(' ')]
  await expectAll(texts, alike.join(' '), 0.9)
})
