import type { EntityKind } from '../../core/types.ts'

const kinds: ReadonlyMap<string, EntityKind> = new Map([
  ['place', 'place'],
  ['currency', 'currency'],
  ['language', 'language'],
  ['org', 'organisation'],
  ['treaty', 'treaty'],
  ['office', 'office'],
  ['event', 'event'],
])

/** Kind of a gazetteer key by its prefix; undefined when it has none of the known ones. */
export function kindOfKey(key: string): EntityKind | undefined {
  return kinds.get(key.slice(0, key.indexOf(':')))
}
