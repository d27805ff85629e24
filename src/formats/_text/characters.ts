import type { Context } from '../../core/contracts.ts'

/** Takes out of texts what no file may hold, and keeps count. One of them serves one output. */
export interface CharacterFilter {
  /** The text without those characters; `where` names the unit for the report. */
  clean(text: string, where: string): string
  /** Reports WRITE_CHARACTERS_DROPPED once, when anything was dropped. */
  report(document: string, context: Context): void
}

/**
 * What XML 1.0 forbids (production 2, Char) and halves of surrogate pairs, which no encoding can carry. One such character
 * makes OmegaT refuse a whole memory. With the `u` flag the surrogates of whole pairs do not match.
 */
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/gu

/** A new filter with its count at zero. */
export function createCharacterFilter(): CharacterFilter {
  let count = 0
  let first: string | undefined
  return {
    clean: (text, where) =>
      text.replace(forbidden, (character) => {
        count++
        first ??= `${codeName(character)} in ${where}`
        return ''
      }),
    report: (document, context) => {
      if (count === 0) return
      context.report({
        code: 'WRITE_CHARACTERS_DROPPED',
        level: 'warning',
        message: `${count} characters that no translation file may hold were left out of ${document}; the first is ${first}`,
        document,
      })
    },
  }
}

/** `U+000B`. */
export function codeName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
