import type { Property } from './provenance.ts'

/** A record of properties in which repeated names get `#2`, `#3` … so that none is lost. */
export function recordOf(properties: readonly Property[]): Readonly<Record<string, string>> {
  const record: Record<string, string> = {}
  for (const [name, value] of properties) addTo(record, name, value)
  return record
}

/** Adds one property to a record that is still being made, as `recordOf` does. */
export function addTo(record: Record<string, string>, name: string, value: string): void {
  let key = name
  for (let n = 2; Object.hasOwn(record, key); n++) key = `${name}#${n}`
  if (key === '__proto__') Object.defineProperty(record, key, { value, ...ordinary })
  else record[key] = value
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
