import type { IntakeOptions, StoredPairs } from '../memory-intake.ts'
import type { AlignOptions } from '../pipeline.ts'
import type { Args, Io } from './command.ts'
import { counted, number } from './numbers.ts'

/** The memories that take part in an alignment. */
export interface MemoryPlan {
  /** The one that helps. */
  readonly helping: Pick<AlignOptions, 'memory'>
  /** The one that keeps the pairs. */
  readonly into?: IntakeOptions
}

/** What --memory, --into and --as say. Fails before any work where a memory could not be read or written. */
export async function memoryPlanFrom(args: Args, io: Io): Promise<MemoryPlan> {
  const [memory, into] = [args.text('memory'), args.text('into')]
  if (memory === undefined && into === undefined) return { helping: {} }
  const { chooseMemory, checkIntake } = await import('../memory-intake.ts')
  const helping = memory === undefined ? {} : { memory: await chooseMemory(memory) }
  if (into === undefined) return { helping }
  await checkIntake(into)
  return { helping, into: { path: into, as: args.text('as') ?? 'main', by: '', at: io.now().toISOString() } }
}

/** `kept 9 pairs in work.zmem: 7 new, 2 there already (step 3)`, of one document or of several. */
export function storedText(all: readonly StoredPairs[], { path }: Pick<IntakeOptions, 'path'>): string {
  const { added, merged, steps } = sumStored(all)
  if (added + merged === 0) return `kept no pair in ${path}`
  const parts = [`${number(added)} new`, ...(merged === 0 ? [] : [`${number(merged)} there already`])]
  return `kept ${counted(added + merged, 'pair')} in ${path}: ${parts.join(', ')} (${stepsText(steps)})`
}

/** What a batch kept, all in all. */
export function sumStored(all: readonly StoredPairs[]) {
  const sum = (key: 'added' | 'merged'): number => all.reduce((total, stored) => total + stored[key], 0)
  const steps = all.flatMap(({ step }) => step ?? []).sort((a, b) => a - b)
  return { added: sum('added'), merged: sum('merged'), steps }
}

function stepsText(steps: readonly number[]): string {
  const [first = 0, last = first] = [steps[0], steps.at(-1)]
  if (first === last) return `step ${first}`
  return last - first + 1 === steps.length ? `steps ${first}–${last}` : `${steps.length} steps, the last is ${last}`
}
