import type { Property } from './provenance.ts'

/** A record of properties in which repeated names get `#2`, `#3` … so that none is lost. */
export function recordOf(properties: readonly Property[]): Readonly<Record<string, string>> {
  const record = new Map<string, string>()
  for (const [name, value] of properties) {
    let key = name
    for (let n = 2; record.has(key); n++) key = `${name}#${n}`
    record.set(key, value)
  }
  return Object.fromEntries(record)
}

/** The reverse of `recordOf`. */
export function propertiesOf(record: Readonly<Record<string, string>>): readonly Property[] {
  return Object.entries(record).map(([key, value]) => {
    const name = key.replace(/#\d+$/u, '')
    return [name !== key && Object.hasOwn(record, name) ? name : key, value]
  })
}
