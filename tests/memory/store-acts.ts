import fc from 'fast-check'
import type { CarriedUses, PackedUnit, Store, View, Writer } from '../../src/memory/store.ts'
import { somePacked } from './made-units.ts'

/** Something that changes a store. Numbers are taken modulo what is there. */
export type Act =
  | {
      readonly kind: 'add'
      readonly memory: string
      readonly units: readonly PackedUnit[]
      readonly isNewStep: boolean
    }
  | { readonly kind: 'remove'; readonly places: readonly number[]; readonly isNewStep: boolean }
  | { readonly kind: 'undo' | 'redo' | 'finish'; readonly step: number }
  | { readonly kind: 'use'; readonly places: readonly number[] }
  | { readonly kind: 'carry'; readonly uses: readonly CarriedUses[] }
  | { readonly kind: 'segment'; readonly share: number; readonly replaces: readonly number[] }
  | { readonly kind: 'drop' | 'purge' }
  | { readonly kind: 'fail' }

const places = fc.array(fc.nat(30), { maxLength: 4 })
const number = fc.nat(20)

/** What a memory sees in its life: units that come and come again, and steps back and forth. */
export const someAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      memory: fc.constantFrom('algemeen', '__proto__'),
      units: fc.array(somePacked, { maxLength: 5 }),
      isNewStep: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('remove' as const), places, isNewStep: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), step: number }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('finish' as const), step: number }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('use' as const), places }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('carry' as const),
      uses: fc.array(fc.record({ key: fc.nat(9), origin: fc.nat(2), uses: fc.nat(5) }), { maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('segment' as const),
      share: fc.constantFrom(1, 2, 3),
      replaces: fc.array(number, { maxLength: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('drop' as const, 'purge' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail' as const) }) },
)

/** Does it, in one transaction, and returns what the store answered. */
export async function doAct(store: Store, act: Act): Promise<unknown> {
  if (act.kind !== 'fail') return store.write((writer) => doIn(writer, act))
  const failure = new Error('on purpose')
  const failing = store.write(async (writer) => {
    await writer.memory('never there')
    await writer.setUndone(await newStep(writer), true)
    await writer.dropSegments()
    await writer.purge()
    throw failure
  })
  return failing.catch((error: unknown) => error === failure)
}

const newStep = (writer: Writer): Promise<number> =>
  writer.addStep({ kind: 'edit', label: 'begun', at: '2024-01-01T00:00:00Z', by: 'Bo' })

async function doIn(writer: Writer, act: Exclude<Act, { kind: 'fail' }>): Promise<unknown> {
  const steps = await writer.steps()
  const living = (await writer.scan({}, 0, 1000)).map(({ key }) => key)
  const chosen = (from: readonly number[]): number[] => from.map((place) => living[place % (living.length + 1)] ?? 999)
  const stepOf = async (isNew: boolean): Promise<number> =>
    isNew ? newStep(writer) : (steps.at(-1)?.number ?? newStep(writer))
  switch (act.kind) {
    case 'add':
      return writer.add(await writer.memory(act.memory), await stepOf(act.isNewStep), act.units)
    case 'remove':
      return writer.remove(await stepOf(act.isNewStep), chosen(act.places))
    case 'use':
      return writer.use(chosen(act.places))
    case 'carry':
      return writer.carry(await stepOf(true), act.uses)
    case 'segment':
      return addSegment(writer, act.share, act.replaces)
    case 'drop':
      return [await writer.unindexed(9), await writer.dropSegments(), await writer.unindexed(9)]
    case 'purge':
      return writer.purge()
    default: {
      const step = steps[act.step % Math.max(1, steps.length)]?.number
      if (step === undefined) return undefined
      if (act.kind === 'finish') return writer.finishStep(step, 'done')
      return writer.setUndone(step, act.kind === 'undo')
    }
  }
}

/** A segment of every so many pending units, in place of others. */
async function addSegment(writer: Writer, share: number, replaces: readonly number[]): Promise<number | undefined> {
  const segments = await writer.segments()
  const numbers = replaces.map((place) => segments[place % (segments.length + 1)]?.number ?? 999)
  const units = Uint32Array.from((await writer.pending()).filter((_, i) => i % share === 0).reverse())
  const blocks = [Uint8Array.of(units.length), new Uint8Array(0), Uint8Array.of(1, 2, 3)]
  return writer.addSegment({ documents: units.length, version: 7, blocks, units }, [...new Set(numbers)])
}

/** All that a store shows of itself. */
export async function showAll(view: View): Promise<unknown> {
  const keys = Array.from({ length: 60 }, (_, i) => i)
  const segments = await view.segments()
  return {
    memories: await view.memories(),
    steps: await view.steps(),
    units: await view.units(keys),
    uses: (await view.uses(keys)).map((parts) => parts.map(({ uses }) => uses).sort()),
    scanned: await view.scan({}, 3, 5),
    sightings: await Promise.all(keys.map((key) => view.sightings(key))),
    counts: { ...(await view.counts()), byMemory: Object.entries((await view.counts()).byMemory).sort() },
    segments,
    blocks: (await Promise.all(segments.map(({ number: one }) => view.blocks(one, [2, 0, 9])))).map((blocks) =>
      blocks.map((block) => [...block]),
    ),
    pending: await view.pending(),
    pendingFirst: await view.pending(3),
    damage: await view.damage(),
  }
}
