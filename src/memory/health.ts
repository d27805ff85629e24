import { checkSegment, indexVersion } from './index/check.ts'
import { ownersOf } from './index/merge.ts'
import type { Store, View } from './store.ts'

/** Whether a memory is sound. */
export interface Health {
  readonly isSound: boolean
  /** Units that are alive. */
  readonly units: number
  /** Things wrong with the file, in plain words: its data may be lost. */
  readonly damage: readonly string[]
  /** Things wrong with the index, which can be built anew. */
  readonly index: readonly string[]
}

/** Units of one page of the scan. */
const pageSize = 5000

/** Looks over file and index as they are at one moment. */
export function healthOf(store: Store, progress?: (done: number, total: number) => void): Promise<Health> {
  return store.read(async (view) => {
    const damage = await view.damage()
    const { units } = await view.counts()
    const index = damage.length > 0 ? [] : await indexFaults(view, units, progress)
    return { isSound: damage.length === 0 && index.length === 0, units, damage, index }
  })
}

async function indexFaults(
  view: View,
  units: number,
  progress: ((done: number, total: number) => void) | undefined,
): Promise<readonly string[]> {
  const faults: string[] = []
  /** How many documents of each unit some segment holds. */
  const held = new Map<number, number>()
  const segments = await view.segments()
  const other = segments.find(({ version }) => version !== indexVersion)?.version
  if (other !== undefined) return [`it was made by ${other < indexVersion ? 'an older' : 'a newer'} version of Zinpaar`]
  for (const { number } of segments) {
    const read = (blocks: readonly number[]): Promise<readonly Uint8Array[]> => view.blocks(number, blocks)
    try {
      faults.push(...(await checkSegment(read)).map((fault) => `segment ${number}: ${fault}`))
      for (const owner of await ownersOf(read)) if (owner !== 0) held.set(owner, (held.get(owner) ?? 0) + 1)
    } catch (error) {
      faults.push(`segment ${number} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const pending = new Set(await view.pending())
  faults.push(...(await strays(view, held, pending, units, progress)))
  return faults
}

/** Living units that the index does not hold as often as they have variants. */
async function strays(
  view: View,
  held: ReadonlyMap<number, number>,
  pending: ReadonlySet<number>,
  total: number,
  progress: ((done: number, total: number) => void) | undefined,
): Promise<readonly string[]> {
  let missing = 0
  let doubled = 0
  let done = 0
  for (let after = 0; ; ) {
    const rows = await view.scan({}, after, pageSize)
    for (const row of rows) {
      const documents = (held.get(row.key) ?? 0) + (pending.has(row.key) ? row.languages.split(' ').length : 0)
      const variants = row.languages.split(' ').length
      if (documents < variants) missing++
      if (documents > variants) doubled++
    }
    done += rows.length
    progress?.(done, total)
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) break
    after = last.key
  }
  return [
    ...(missing === 0 ? [] : [`${missing} units are not in the index`]),
    ...(doubled === 0 ? [] : [`${doubled} units are in the index more than once`]),
  ]
}
