/** Strings that come again and again, found by where they stand in a text, so that none is cut out twice. */
export interface Names<T> {
  /** What was made for the name that starts here; undefined where none of plain letters does. */
  read(text: string, start: number): T | undefined
  /** Where the name that was read last ends. */
  end(): number
}

/** A table of names of ASCII letters, with what is made for each; new ones take the places of old ones. */
export function createNames<T extends { readonly name: string }>(make: (name: string) => T): Names<T> {
  const table = createTable(make)
  let end = 0
  return {
    read: (text, start) => {
      let hash = text.charCodeAt(start)
      if (kinds[hash] !== startsName) return undefined
      for (end = start + 1; ; end++) {
        const code = text.charCodeAt(end)
        if ((kinds[code] ?? 0) === 0) break
        hash = (Math.imul(hash, 31) + code) | 0
      }
      return table.get(text, start, end, hash)
    },
    end: () => end,
  }
}

const startsName = 2
/** What ASCII characters are in names of XML 1.0 (productions 4 and 4a): 2 for those that start one, 1 for those inside one. */
const kinds: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  return /[A-Za-z_:]/u.test(character) ? startsName : /[\d.-]/u.test(character) ? 1 : 0
})

/** A power of two: enough for any honest file, and no hole in memory for the others. */
const size = 256

function createTable<T extends { readonly name: string }>(make: (name: string) => T) {
  const slots: (T | undefined)[] = Array.from({ length: size }, () => undefined)
  return {
    get: (text: string, start: number, end: number, hash: number): T => {
      const slot = (hash ^ (hash >>> 8)) & (size - 1)
      const found = slots[slot]
      if (found !== undefined && found.name.length === end - start && standsAt(text, start, found.name)) return found
      const made = make(copyOf(text.slice(start, end)))
      slots[slot] = made
      return made
    },
  }
}

/** True when the text goes on with this name. For short ones this takes a fraction of the time that `startsWith` takes. */
export function standsAt(text: string, start: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) if (text.charCodeAt(start + i) !== name.charCodeAt(i)) return false
  return true
}

/** The same string in memory of its own: one that was cut out would hold all of the text. */
export const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')
