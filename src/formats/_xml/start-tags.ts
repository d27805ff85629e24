import { copyOf, createNames, standsAt } from './names.ts'
import { createAttributes, type Wanted } from './tree.ts'

/** A start tag as it was read; the same one for all tags with the same characters, where these are few. */
export interface StartTag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly isEmpty: boolean
  /** Elements of this name are wanted whole. */
  readonly isWhole: boolean
  readonly isTextless: boolean
}

/** Reads start tags that are plain. */
export interface StartTags {
  /** The tag whose `<` stands here; undefined when it is not plain or does not end in the text. */
  read(text: string, start: number): StartTag | undefined
  /** Where the tag that was read last ends. */
  end(): number
}

const space = 0x20
const quote = 0x22
const ampersand = 0x26
const slash = 0x2f
const less = 0x3c
const equals = 0x3d
const greater = 0x3e

/** Longer tags are not looked up: they hardly ever come again. */
const longestKnown = 64
/** A power of two. */
const knownCount = 256

/**
 * A new reader of start tags. Plain are those with ASCII names, values in double quotes without references, and spaces alone
 * between them.
 */
export function createStartTags({ isWhole, isTextless }: Wanted): StartTags {
  const names = createNames((name) => ({ name, isWhole: isWhole(name), isTextless: isTextless?.(name) === true }))
  const known: ({ readonly text: string; readonly tag: StartTag } | undefined)[] = Array.from({ length: knownCount })
  /** Hashes of tags that were met once: only what comes again is kept. */
  const met = new Int32Array(knownCount)
  let end = 0

  const parse = (text: string, start: number): StartTag | undefined => {
    const named = names.read(text, start + 1)
    if (named === undefined) return undefined
    const attributes = createAttributes()
    for (let at = names.end(); ; ) {
      const before = at
      while (text.charCodeAt(at) === space) at++
      const code = text.charCodeAt(at)
      const isEmpty = code === slash
      if (code === greater || (isEmpty && text.charCodeAt(at + 1) === greater)) {
        end = at + (isEmpty ? 2 : 1)
        return { name: named.name, attributes, isEmpty, isWhole: named.isWhole, isTextless: named.isTextless }
      }
      const name = at === before ? undefined : names.read(text, at)?.name
      if (name === undefined || attributes[name] !== undefined) return undefined
      at = names.end()
      if (text.charCodeAt(at) !== equals || text.charCodeAt(at + 1) !== quote) return undefined
      const valueEnd = endOfValue(text, at + 2)
      if (valueEnd < 0) return undefined
      attributes[name] = text.slice(at + 2, valueEnd)
      at = valueEnd + 1
    }
  }

  return {
    read: (text, start) => {
      const limit = Math.min(text.length, start + longestKnown)
      let hash = 0
      let at = start + 1
      for (; at < limit; at++) {
        const code = text.charCodeAt(at)
        if (code === greater) break
        hash = (Math.imul(hash, 31) + code) | 0
      }
      if (at === limit) return parse(text, start)
      const slot = (hash ^ (hash >>> 8)) & (knownCount - 1)
      const found = known[slot]
      if (found !== undefined && found.text.length === at + 1 - start && standsAt(text, start, found.text)) {
        end = at + 1
        return found.tag
      }
      if (met[slot] !== hash) {
        met[slot] = hash
        return parse(text, start)
      }
      const copy = copyOf(text.slice(start, at + 1))
      const tag = parse(copy, 0)
      // A value may hold the character that ends tags, and the copy then ends too early.
      if (tag === undefined || end < copy.length) return parse(text, start)
      known[slot] = { text: copy, tag }
      end = at + 1
      return tag
    },
    end: () => end,
  }
}

/** Where the quote after a plain value stands; -1 for values with anything that is not taken as it stands. */
function endOfValue(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) return at
    if (code < space || code === ampersand || code === less) return -1
  }
  return -1
}
