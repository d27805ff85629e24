import fc from 'fast-check'
import type { ConceptTable } from '../../src/lexicon/concepts.ts'
import type { VersionedWords } from '../../src/lexicon/source.ts'

/** A language with spaces whose stems lose `en` and `s`. */
export const spaced: VersionedWords = {
  tag: 'aa',
  version: 1,
  joiner: ' ',
  stem: (norm) => norm.replace(/(?:en|s)$/, ''),
  functionWords: new Set(['de', 'van']),
  compoundLinks: ['', 's'],
  words(text, span, visit) {
    for (const match of text.slice(span.start, span.end).matchAll(/[^\s]+/gu))
      visit(span.start + match.index, span.start + match.index + match[0].length, match[0].toLowerCase())
  },
}

/** A language without spaces. */
export const unspaced: VersionedWords = {
  tag: 'bb',
  version: 1,
  joiner: '',
  stem: (norm) => norm,
  functionWords: new Set(['的']),
  words(text, span, visit) {
    for (let at = span.start; at < span.end; at++) visit(at, at + 1, text.charAt(at))
  },
}

/** The rules of each language that tables here are made of. */
export const wordsOf = (language: string): VersionedWords =>
  language === 'bb' ? unspaced : { ...spaced, tag: language }

/** A table of the languages `aa` and `bb`, or those given. */
export function tableWith(
  rows: readonly (readonly (readonly string[])[])[],
  more: Partial<ConceptTable> = {},
): ConceptTable {
  return { name: 'made', version: 1, languages: ['aa', 'bb'], rows, kinds: rows.map(() => 'n'), ...more }
}

const letters = ['a', 'b', 'e', 'o', 'n', 's', 'ĳ', 'é', 'e\u0301', '港', '口', '𠮷', '👩‍🚀', '\ud800', ' ']
const form = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 8 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  )
  .filter((text) => text.trim() !== '')

/** Tables of any letters: combining marks, astral characters, lone surrogates; some rows lack a language, some have probabilities. */
export const anyTable: fc.Arbitrary<ConceptTable> = fc
  .array(
    fc.tuple(
      fc.array(form, { maxLength: 3 }),
      fc.array(form, { maxLength: 3 }),
      fc.constantFrom('n', 'v', 'p', ''),
      fc.nat(10_000),
    ),
    {
      maxLength: 12,
    },
  )
  .chain((rows) =>
    fc.boolean().map((hasTrusts) =>
      tableWith(
        rows.map(([left, right]) => [left, right]),
        {
          kinds: rows.map(([, , kind]) => kind),
          ...(hasTrusts ? { trusts: rows.map(([, , , trust]) => trust / 10_000) } : {}),
        },
      ),
    ),
  )
