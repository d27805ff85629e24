import { expect, test } from 'vitest'
import type { Entity, Span } from '../../src/core/types.ts'

/** A finder as packs use it. */
export type QuantityFinder = (text: string, span: Span) => Entity[]

/** Keys of what a finder sees in a whole text. */
export function keysIn(find: QuantityFinder, text: string): string[] {
  return find(text, { start: 0, end: text.length }).map(({ key }) => String(key))
}

/** Runs a table of lines `text => key key …`; nothing after the arrow means that there is no quantity. */
export function testTable(find: QuantityFinder, table: string): void {
  const rows = table.split('\n').filter((line) => line.includes('=>'))
  test.each(rows)('%s', (row) => {
    const [text = '', keys = ''] = row.split('=>').map((part) => part.trim())
    expect(keysIn(find, text).join(' ')).toBe(keys)
  })
}

/** Every place that a finder sees, as `surface = key`. */
export function surfacesIn(find: QuantityFinder, text: string): string[] {
  const entities = find(text, { start: 0, end: text.length })
  return entities.map(({ span, key }) => `${text.slice(span.start, span.end)} = ${key}`)
}
