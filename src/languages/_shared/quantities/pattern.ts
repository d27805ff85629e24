import type { Surfaces } from './data.ts'
import { normsOf } from './surfaces.ts'

/**
 * The notation of patterns. Items are separated by spaces; between tokens of the text any white space may stand.
 *
 * - `jaren` a word; `van_de` several words; `年代` one token a character; `a|b` either; `@class` a word of a class
 * - `{n}` a slot (see `slots.ts`); `{n2}` the same slot for the second end of a range; `{n:big}` slot `big` under the name `n`
 * - `~` a connector of a range; `~and` this word as the connector: the entity is two, one each side of it
 * - `x?` may be missing; `+x` no white space before it; `!x` must not follow
 * - `^` only at the start of the text; `lead >` what stands before the entity; `<` what follows belongs to no entity
 */
export interface Pattern {
  readonly anchored: boolean
  /** Word sequences, one of which must stand before; empty when anything may. */
  readonly leads: readonly (readonly string[])[]
  readonly items: readonly Item[]
}

/** One step of a pattern; `id` is equal for equal steps. */
export interface Item {
  readonly id: string
  readonly kind: 'words' | 'slot' | 'range' | 'end' | 'not'
  readonly sequences: readonly (readonly string[])[]
  /** Name under which a slot's value is kept, and the slot itself. */
  readonly name: string
  readonly slot: string
  readonly optional: boolean
  readonly glued: boolean
}

/** Reads a pattern; undefined when it needs a class that the language has not. */
export function parsePattern(text: string, classes: Readonly<Record<string, Surfaces>>): Pattern | undefined {
  let leads: readonly (readonly string[])[] = []
  let items: Item[] = []
  let anchored = false
  for (const word of text.split(' ')) {
    if (word === '^') anchored = true
    else if (word === '>') {
      leads = items.flatMap((item) => item.sequences)
      items = []
    } else {
      const item = parseItem(word, classes)
      if (item) items.push(item)
      else if (!word.endsWith('?') && !word.startsWith('!')) return undefined
    }
  }
  return { anchored, leads, items }
}

function parseItem(word: string, classes: Readonly<Record<string, Surfaces>>): Item | undefined {
  const glued = word.startsWith('+')
  const negated = word.startsWith('!')
  const optional = word.length > 1 && word.endsWith('?')
  const body = word.slice(glued || negated ? 1 : 0, optional ? -1 : undefined)
  const base = { id: word, optional, glued, name: '', slot: '', sequences: [] }
  if (body === '<') return { ...base, kind: 'end' }
  const [, name, slot] = /^\{(\w+)(?::(\w+))?\}$/.exec(body) ?? []
  if (name !== undefined) return { ...base, kind: 'slot', name, slot: slot ?? name.replace(/2$/, '') }
  const range = body.startsWith('~')
  const sequences = sequencesOf(range ? body.slice(1) || '@range' : body, classes)
  if (sequences.length === 0) return undefined
  return { ...base, kind: range ? 'range' : negated ? 'not' : 'words', sequences }
}

function sequencesOf(body: string, classes: Readonly<Record<string, Surfaces>>): readonly (readonly string[])[] {
  const surfaces = body
    .split('|')
    .flatMap((part) => (part.startsWith('@') ? (classes[part.slice(1)] ?? []) : [part.replaceAll('_', ' ')]))
  return surfaces.map(normsOf).filter((sequence) => sequence.length > 0)
}
