import fc from 'fast-check'
import { decisionStates, relations } from '../../src/core/relations.ts'
import type { TranslationUnit } from '../../src/core/types.ts'
import { packUnit } from '../../src/memory/packed.ts'
import type { PackedUnit } from '../../src/memory/store.ts'
import type { UnitContext } from '../../src/memory/types.ts'
import { madeUnit } from '../made-unit.ts'

/** The same, packed. */
export const madePacked = (
  source: string,
  target = source,
  more: Partial<TranslationUnit> = {},
  context: UnitContext = {},
): PackedUnit => packUnit(madeUnit(source, target, more), context)

/** Units of few contents and many traits, so that equal ones meet often. */
export const somePacked: fc.Arbitrary<PackedUnit> = fc
  .record({
    text: fc.constantFrom('een', 'twee', 'drie', 'vier'),
    other: fc.constantFrom('zh', 'zh-Hant', 'en'),
    isTurned: fc.boolean(),
    relation: fc.option(fc.constantFrom(...relations), { nil: undefined }),
    confidence: fc.option(fc.constantFrom(0, 0.5, 0.9), { nil: undefined }),
    state: fc.constantFrom(...decisionStates),
    client: fc.constantFrom('acme', 'Zéro', undefined),
    note: fc.constantFrom('kort', undefined),
    changed: fc.constantFrom('20200101T000000Z', '20240229T120000Z', undefined),
    before: fc.constantFrom(0, 1, 0x8000_0000, 0xffff_ffff),
  })
  .map((made) => {
    const { text, other, relation, confidence, state } = made
    const variants = [
      { language: 'nl', content: [{ kind: 'text', text }] as const },
      { language: other, content: [{ kind: 'text', text: `${text} ${other}` }] as const },
    ]
    const unit = madeUnit('', '', {
      variants,
      sourceLanguage: made.isTurned ? other : 'nl',
      decision: state === 'proposed' ? { state } : { state, by: 'An', at: '2024-05-01T00:00:00Z' },
      notes: made.note === undefined ? [] : [made.note],
      props: {
        ...(made.client === undefined ? {} : { 'x-client': made.client }),
        ...(made.changed === undefined ? {} : { '@changedate': made.changed }),
      },
      ...(relation === undefined ? {} : { relation }),
      ...(confidence === undefined ? {} : { confidence }),
    })
    return packUnit(unit, { before: made.before })
  })
