import { attachedUnits, isIdeograph } from './characters.ts'
import type { NumeralData, QuantityData } from './data.ts'
import type { Pattern } from './pattern.ts'
import { normsOf } from './surfaces.ts'
import type { Atom } from './tokens.ts'

/** All words that matter in one language, looked up by the lexer. */
export interface Vocabulary {
  /** Norms that patterns, lists or numerals know; the lexer keeps no other. */
  readonly known: ReadonlySet<string>
  /** Short forms that own the full stop after them: `mln.`, `p.m.`. */
  readonly dotted: ReadonlySet<string>
  readonly atoms: ReadonlyMap<string, Atom>
  /** Numerals of several ideographs by their first one, longest first: 다섯. */
  readonly longNumerals: ReadonlyMap<string, readonly string[]>
  /** First parts of number words with a hyphen of their own: `quatre` of `quatre-vingt`. */
  readonly hyphenStarts: ReadonlySet<string>
  /** Norms to which digits may be glued: `eur`, `q`. */
  readonly digitPrefixes: ReadonlySet<string>
  readonly hyphenPrefixes: ReadonlySet<string>
  readonly ordinalSuffixes: ReadonlySet<string>
  readonly clockLetters: ReadonlySet<string>
  /** Units that may be glued to digits, in their own letter case. */
  readonly attached: ReadonlySet<string>
  /** Single letters that may be: `m` for million, `s` of a decade. */
  readonly letters: ReadonlySet<string>
  /** Parts of numbers written as one word, by first letter, longest first; undefined where numbers are not. */
  readonly parts: ReadonlyMap<string, readonly string[]> | undefined
  readonly partEnds: ReadonlySet<string>
}

/** Collects the vocabulary of a data table and of the patterns that are used with it. */
export function buildVocabulary(data: QuantityData, patterns: readonly Pattern[]): Vocabulary {
  const items = patterns.flatMap(({ items }) => items)
  const patternNorms = [
    ...patterns.flatMap(({ leads }) => leads),
    ...items.flatMap(({ sequences }) => sequences),
  ].flat()
  const glued = items.flatMap((item) => (item.glued ? item.sequences.flat() : []))
  const atoms = buildAtoms(data.numerals)
  const known = new Set<string>(patternNorms)
  for (const norm of atoms.keys()) known.add(norm)
  for (const norm of normsOfContext(data)) known.add(norm)
  const currencies = [
    ...Object.values(data.words.currency ?? {}),
    ...Object.values(data.words.weakCurrency ?? {}),
  ].flat()
  return {
    known,
    dotted: new Set([...known].filter((norm) => norm.length > 1 && norm.includes('.'))),
    atoms,
    longNumerals: partsByLetter([...atoms.keys()].filter((word) => word.length > 1 && isIdeograph(word.charCodeAt(0)))),
    hyphenStarts: new Set([...atoms.keys()].flatMap((word) => /^(.+)-./u.exec(word)?.slice(1) ?? [])),
    digitPrefixes: new Set(
      [...currencies, ...data.prefixes].map(normsOf).flatMap((norms) => (norms.length === 1 ? norms : [])),
    ),
    hyphenPrefixes: new Set(data.hyphenPrefixes.flatMap(normsOf)),
    ordinalSuffixes: new Set(data.numerals.ordinalSuffixes),
    clockLetters: new Set(data.clockLetters),
    attached: new Set(attachedUnits),
    letters: new Set([
      ...glued,
      ...[data.words.unit, data.words.amountLetter].flatMap((rows) => Object.values(rows ?? {}).flat()),
      ...currencies.filter((surface) => surface.length === 1),
    ]),
    parts: data.numerals.compounds ? partsByLetter([...atoms.keys()]) : undefined,
    partEnds: new Set(data.numerals.compoundEnds),
  }
}

/** Norms of the word lists that code looks at outside patterns. */
function normsOfContext(data: QuantityData): readonly string[] {
  const { prefixedUnits, digitPrefixedUnits, compoundEnds, notAfterPoint } = data.numerals
  const surfaces = [
    ...Object.values(data.context).flatMap((surfaces) => (typeof surfaces === 'boolean' ? [] : surfaces)),
    ...Object.values(data.words).flatMap((rows) => Object.values(rows).flat()),
    ...[...Object.values(prefixedUnits), ...Object.values(digitPrefixedUnits)].flatMap((followers) => [...followers]),
    ...data.prefixes,
    ...data.hyphenPrefixes,
    ...(data.numerals.tailLeads ?? []),
    ...compoundEnds,
    ...notAfterPoint,
    ...(data.particles ?? []),
  ]
  return surfaces.flatMap(normsOf)
}

function buildAtoms(numerals: NumeralData): Map<string, Atom> {
  const atoms = new Map<string, Atom>()
  const alone = new Set(numerals.alone)
  const multiplier = (kind: 'unit' | 'scale', word: string, exponent: number) =>
    atoms.set(word, { kind, exponent, ordinal: false, alone: alone.has(word) })
  for (const [word, value] of Object.entries(numerals.values)) {
    atoms.set(word, value === 0 ? { kind: 'zero' } : { kind: 'value', value, ordinal: false })
  }
  const homonym = (words: Readonly<Record<string, number>> | undefined, kind: 'tail' | 'unit') => {
    for (const [word, value] of Object.entries(words ?? {}))
      atoms.set(word, { kind: 'value', value, ordinal: false, homonym: kind })
  }
  homonym(numerals.tails, 'tail')
  homonym(numerals.unitHomonyms, 'unit')
  for (const [word, exponent] of Object.entries(numerals.units)) multiplier('unit', word, exponent)
  for (const [word, exponent] of Object.entries(numerals.scales)) multiplier('scale', word, exponent)
  for (const [word, value] of Object.entries(numerals.ordinals)) atoms.set(word, ordinalAtom(value))
  const marks: readonly (readonly [MarkKind, readonly string[]])[] = [
    ['unitTen', numerals.unitTenJoiners],
    ['tenUnit', numerals.tenUnitJoiners],
    ['hundredJoin', numerals.hundredJoiners],
    ['half', numerals.halves],
    ['halfAfter', numerals.halvesAfter ?? []],
    ['article', numerals.articles],
    ['point', numerals.points],
    ['vague', numerals.vague],
    ['infix', numerals.infixes],
  ]
  for (const [kind, words] of marks) for (const word of words) if (!atoms.has(word)) atoms.set(word, { kind })
  return atoms
}

type MarkKind = 'unitTen' | 'tenUnit' | 'hundredJoin' | 'half' | 'halfAfter' | 'article' | 'point' | 'vague' | 'infix'

function ordinalAtom(value: number): Atom {
  const exponent = Math.log10(value)
  if (value >= 100 && Number.isInteger(exponent)) {
    return { kind: exponent === 2 ? 'unit' : 'scale', exponent, ordinal: true, alone: true }
  }
  return { kind: 'value', value, ordinal: true }
}

function partsByLetter(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byLetter = new Map<string, string[]>()
  for (const word of words) {
    const letter = word.charAt(0)
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), word])
  }
  for (const list of byLetter.values()) list.sort((a, b) => b.length - a.length)
  return byLetter
}
