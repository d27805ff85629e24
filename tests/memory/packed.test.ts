import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unitIdOf } from '../../src/core/content.ts'
import type { TranslationUnit } from '../../src/core/types.ts'
import { packDate, unpackDate } from '../../src/memory/dates.ts'
import { identityOf, packUnit, unpackUnit } from '../../src/memory/packed.ts'
import { unitArbitrary } from '../formats/arbitrary-units.ts'

const kept = (unit: TranslationUnit): TranslationUnit =>
  unpackUnit({ ...packUnit(unit), key: 1, memory: 'main', step: 1, uses: 0 }).unit

/** Variants have one order in a memory: the source first, the others by language. */
const ordered = (unit: TranslationUnit): TranslationUnit => {
  const first = unit.variants.filter((variant) => variant.language === unit.sourceLanguage)
  const rest = unit.variants.filter((variant) => variant.language !== unit.sourceLanguage)
  const variants = [...first, ...rest.sort((a, b) => (a.language < b.language ? -1 : 1))]
  return { ...unit, variants, id: unitIdOf(variants) }
}

const dates = fc.constantFrom('20240103T120000Z', '20241303T120000Z', '2024', '', '~x', '~', '19000101T000000Z')
const withProps = fc
  .tuple(
    unitArbitrary,
    fc.dictionary(
      fc.constantFrom(
        '@creationdate',
        '@zh@changedate',
        '@tuid',
        '@nl@usagecount',
        '=x',
        '@',
        'x-client',
        'c',
        'prev',
        '@nl@b',
      ),
      fc.oneof(dates, fc.string(), fc.string({ minLength: 60, maxLength: 80 })),
    ),
  )
  .map(
    ([unit, props]): TranslationUnit => ({
      ...unit,
      props: Object.fromEntries([...Object.entries(unit.props), ...Object.entries(props)]),
    }),
  )

describe('a packed unit', () => {
  test('comes back whole', () => {
    fc.assert(
      fc.property(withProps, (unit) => {
        const { confidence, ...rest } = ordered(unit)
        const { confidence: read, ...back } = kept(unit)
        expect(back).toEqual(rest)
        if (confidence === undefined) expect(read).toBeUndefined()
        else expect(read).toBeCloseTo(confidence, 4)
      }),
    )
  })
  test('is one unit whichever side is the source, and another one for other contents', () => {
    fc.assert(
      fc.property(unitArbitrary, (unit) => {
        const target = unit.variants.at(-1)?.language ?? ''
        const turned: TranslationUnit = { ...unit, sourceLanguage: target, variants: unit.variants.toReversed() }
        expect(packUnit(turned).identity).toBe(packUnit(unit).identity)
        const [first, ...others] = unit.variants
        if (first === undefined) return
        const longer = { ...first, content: [...first.content, { kind: 'text' as const, text: ' !' }] }
        expect(packUnit({ ...unit, variants: [longer, ...others] }).identity).not.toBe(packUnit(unit).identity)
      }),
    )
  })
  test('keeps contents in the first line, so that equal contents are equal there', () => {
    fc.assert(
      fc.property(withProps, (unit) => {
        const bare: TranslationUnit = { ...unit, props: {}, notes: [] }
        expect(packUnit(unit).body.split('\n')[0]).toBe(packUnit(bare).body.split('\n')[0])
      }),
    )
  })
})

test('identities are whole numbers below 2^48 and rarely meet', () => {
  const seen = new Set<number>()
  for (let i = 0; i < 50_000; i++) {
    const identity = identityOf(`unit ${i}`)
    expect(Number.isSafeInteger(identity) && identity >= 0 && identity < 2 ** 48).toBe(true)
    seen.add(identity)
  }
  expect(seen.size).toBe(50_000)
})

test('times are packed when they are whole, and everything comes back', () => {
  fc.assert(fc.property(fc.oneof(dates, fc.string()), (text) => unpackDate(packDate(text)) === text))
  expect(packDate('20240103T120000Z').length).toBeLessThan(9)
})
