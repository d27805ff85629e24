import type { Property } from './provenance.ts'

/** A record of properties in which repeated names get `#2`, `#3` … so that none is lost. */
export function recordOf(properties: readonly Property[]): Readonly<Record<string, string>> {
  const record: Record<string, string> = {}
  for (const [name, value] of properties) addTo(record, name, value)
  return record
}

/** Adds one property to a record that is still being made, as `recordOf` does. */
export function addTo(record: Record<string, string>, name: string, value: string): void {
  const key = Object.hasOwn(record, name) ? `${name}#${freeNumber(record, name)}` : name
  if (key === '__proto__') Object.defineProperty(record, key, { value, ...ordinary })
  else record[key] = value
}

/** The number that comes next for a name that is taken; found by halving, since a file may repeat a name without end. */
function freeNumber(record: Readonly<Record<string, string>>, name: string): number {
  const isTaken = (number: number): boolean => Object.hasOwn(record, `${name}#${number}`)
  let taken = 1
  let free = 2
  while (isTaken(free)) [taken, free] = [free, free * 2]
  while (free - taken > 1) {
    const middle = (free + taken) >> 1
    if (isTaken(middle)) taken = middle
    else free = middle
  }
  return free
}

/** What assigning to a property gives it; assigning to this one name would do something else. */
const ordinary = { enumerable: true, configurable: true, writable: true } as const

/** The reverse of `recordOf`. */
export function propertiesOf(record: Readonly<Record<string, string>>): readonly Property[] {
  return Object.entries(record).map(([key, value]) => {
    const name = key.replace(/#\d+$/u, '')
    return [name !== key && Object.hasOwn(record, name) ? name : key, value]
  })
}
