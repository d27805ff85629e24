import fc from 'fast-check'
import { madePacked } from '../made-units.ts'
import { type Act, someAct } from '../store-acts.ts'

/** A long life of a store, the same for each seed: imports of many units between all that else may happen. */
export const actsOf = (seed: number): readonly Act[] =>
  fc
    .sample(someAct, { seed, numRuns: 60 })
    .flatMap((act, i): readonly Act[] => (i % 4 === 0 ? [importOf(i), act] : [act]))

const importOf = (i: number): Act => ({
  kind: 'add',
  memory: 'algemeen',
  units: Array.from({ length: 40 }, (_, place) => madePacked(`zin ${i + (place % 30)} ${place}`, 'x'.repeat(400))),
  isNewStep: true,
})
