import type { Run } from '../../core/types.ts'

/** A run of an inline code. */
export type CodeRun = Extract<Run, { readonly kind: 'code' }>

/** For each run the index of the other half of its pair, or -1: the nearest earlier opening code with the same id that is still open. */
export function matesOf(content: readonly Run[]): readonly number[] {
  const mates = content.map(() => -1)
  const open = new Map<string, number[]>()
  content.forEach((run, i) => {
    if (run.kind !== 'code') return
    const places = open.get(run.id)
    if (run.role === 'open') {
      if (places === undefined) open.set(run.id, [i])
      else places.push(i)
    }
    const mate = run.role === 'close' ? places?.pop() : undefined
    if (mate === undefined) return
    mates[i] = mate
    mates[mate] = i
  })
  return mates
}

/**
 * An id for each code run, unique among pairs and single codes of this content: its own where `isAllowed` and still free, else
 * the next free number. Both halves of a pair share one. Entries of text runs are empty.
 */
export function uniqueCodeIds(
  content: readonly Run[],
  mates: readonly number[],
  isAllowed: (id: string) => boolean,
): readonly string[] {
  const own = new Set(content.flatMap((run) => (run.kind === 'code' ? [run.id] : [])))
  const used = new Set<string>()
  const ids: string[] = []
  let next = 1
  content.forEach((run, i) => {
    const mate = mates[i] ?? -1
    if (run.kind === 'text') ids.push('')
    else if (mate >= 0 && mate < i) ids.push(ids[mate] ?? '')
    else {
      let id = run.id
      if (used.has(id) || !isAllowed(id)) {
        while (used.has(String(next)) || own.has(String(next))) next++
        id = String(next)
      }
      used.add(id)
      ids.push(id)
    }
  })
  return ids
}
