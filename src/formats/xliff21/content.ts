import type { Run } from '../../core/types.ts'
import { matesOf, uniqueCodeIds } from '../_units/codes.ts'
import { isNmtoken } from '../_units/ids.ts'
import { attributesText, escapeText } from '../_xml/escape.ts'

/** Native codes of one unit: each distinct one is written once and referred to by its id. */
export interface DataStore {
  /** Id of the `data` element for a native code; undefined for an empty one. */
  idOf(data: string): string | undefined
  /** All of them in the order of first use. */
  entries(): readonly (readonly [id: string, data: string])[]
}

/** A store with nothing in it. */
export function createDataStore(): DataStore {
  const ids = new Map<string, string>()
  return {
    idOf: (data) => {
      if (data === '') return undefined
      const found = ids.get(data) ?? `d${ids.size + 1}`
      ids.set(data, found)
      return found
    },
    entries: () => [...ids].map(([data, id]) => [id, data]),
  }
}

/**
 * Content of a `source` or `target` of XLIFF 2: `pc` for pairs that nest, `sc` and `ec` for pairs that overlap and for halves,
 * `ph` for single codes.
 */
export function content2(content: readonly Run[], data: DataStore): string {
  const mates = matesOf(content)
  const ids = uniqueCodeIds(content, mates, isNmtoken)
  const nested = nestedPairs(content, mates)
  return content
    .map((run, i) => {
      if (run.kind === 'text') return escapeText(run.text)
      const id = ids[i]
      const ref = data.idOf(run.data)
      const mate = mates[i] ?? -1
      if (run.role === 'single')
        return `<ph${attributesText([
          ['id', id],
          ['dataRef', ref],
        ])}/>`
      if (nested.has(i)) return run.role === 'close' ? '</pc>' : pcStart(id, ref, content[mate], data)
      const isolated = mate < 0 ? 'yes' : undefined
      if (run.role === 'open')
        return `<sc${attributesText([
          ['id', id],
          ['isolated', isolated],
          ['dataRef', ref],
        ])}/>`
      const place = mate < 0 ? (['id', id] as const) : (['startRef', id] as const)
      return `<ec${attributesText([place, ['isolated', isolated], ['dataRef', ref]])}/>`
    })
    .join('')
}

function pcStart(id: string | undefined, ref: string | undefined, end: Run | undefined, data: DataStore): string {
  const endRef = end?.kind === 'code' ? data.idOf(end.data) : undefined
  return `<pc${attributesText([
    ['id', id],
    ['dataRefStart', ref],
    ['dataRefEnd', endRef],
  ])}>`
}

/** Indexes of both halves of the pairs that can be one element each: a pair that another one cuts through cannot. */
function nestedPairs(content: readonly Run[], mates: readonly number[]): ReadonlySet<number> {
  const nested = new Set<number>()
  const open: number[] = []
  content.forEach((run, i) => {
    const mate = mates[i] ?? -1
    if (run.kind !== 'code' || mate < 0) return
    if (run.role === 'open') open.push(i)
    else if (open.at(-1) === mate) {
      open.pop()
      nested.add(mate).add(i)
    } else open.splice(open.indexOf(mate), 1)
  })
  return nested
}
