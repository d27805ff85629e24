import type { Lookup, WholeNames } from '../../languages/_shared/name-data.ts'
import { groupWords, type LatinName, type NameWord } from './latin-name.ts'
import { createLattice, type Edge, type Lattice } from './lattice.ts'
import type { NameReader } from './syllables.ts'

/** By the readings of the characters, for a name that is not listed. */
const pieceQuality = 0.84
/** By a reading that changes inside a name. */
const changedQuality = 0.82
/** A list of the other kind of names has it. */
const otherListQuality = 0.96
const longestPiece = 7
/** A listed family name and a listed given name are two steps. */
const limits = { mostSteps: 6, isCertain: (steps: number): boolean => steps === 2 }

/** Reads names whose family and given name are each read as a whole, in either order. */
export function createWholeNameReader(data: WholeNames): NameReader {
  let given: ReadonlySet<string> | undefined
  const lattice = (family: string, given: string): Lattice | undefined => {
    const letters = family + given
    const edges: Edge[][] = Array.from({ length: letters.length + 1 }, () => [])
    const spans = new Map<number, number>()
    addWord(edges, spans, 0, family, [data.surnames, data.givenNames], data)
    addWord(edges, spans, family.length, given, [data.givenNames, data.surnames], data)
    return createLattice(
      letters,
      edges,
      spans,
      { penalty: 0, isLoose: false, familyEnd: given === '' ? 0 : family.length, nearness: undefined },
      limits,
    )
  }
  return {
    lattices(name) {
      return arrange(name, data).flatMap(([family, given]) => lattice(family, given) ?? [])
    },
    startsGivenName(text, at) {
      given ??= new Set(data.allGivenNames.split(/[ \t\n]/u))
      for (let length = 2; length < 4; length++) if (given.has(text.slice(at, at + length))) return true
      // 靖 alone is a given name, 等 mostly a word
      return given.has(text.charAt(at)) && !/\p{Script=Han}/u.test(text.charAt(at + 1))
    },
  }
}

/** Family and given name in both orders; a single word as either. */
function arrange(name: LatinName, data: WholeNames): readonly (readonly [string, string])[] {
  const groups = groupWords(name.words)
  if (groups.length === 0 || groups.length > 3) return []
  const lettersOf = (words: readonly NameWord[]): string | undefined =>
    data.normalise(words.map((word) => word.marked.replace(/[^\p{L}\p{M}]/gu, '')).join(''))
  const [first = [], ...rest] = groups
  const last = groups.at(-1) ?? []
  if (rest.length === 0) {
    const only = lettersOf(first)
    return only === undefined ? [] : [[only, '']]
  }
  const orders = [
    [lettersOf(first), lettersOf(rest.flat())],
    [lettersOf(last), lettersOf(groups.slice(0, -1).flat())],
  ] as const
  return orders.flatMap(([family, given]) =>
    family === undefined || given === undefined ? [] : [[family, given] as const],
  )
}

function addWord(
  edges: Edge[][],
  spans: Map<number, number>,
  start: number,
  word: string,
  [own, other]: readonly [Lookup, Lookup],
  data: WholeNames,
): void {
  if (word === '') return
  const end = start + word.length
  spans.set(start, end)
  const listed = [own(word)?.split(' ') ?? [], other(word)?.split(' ') ?? []] as const
  for (const [i, forms] of listed.entries()) {
    const quality = i === 0 ? 1 : otherListQuality
    if (forms.length > 0)
      edges[start]?.push({
        to: end,
        characters: forms.filter((form) => form.length === 1).join(''),
        forms: forms.filter((form) => form.length > 1),
        quality,
        weight: 1,
        isFamily: start === 0,
        hasNear: false,
      })
  }
  for (let from = 0; from < word.length; from++)
    for (let to = from + 1; to <= Math.min(word.length, from + longestPiece); to++)
      addPiece(edges[start + from] ?? [], { start, word, isFamily: start === 0 }, from, to, data)
}

function addPiece(
  edges: Edge[],
  { start, word, isFamily }: { readonly start: number; readonly word: string; readonly isFamily: boolean },
  from: number,
  to: number,
  data: WholeNames,
): void {
  const piece = word.slice(from, to)
  const add = (reading: string, end: number, quality: number): void => {
    const characters = data.characters.get(reading)
    if (characters !== undefined)
      edges.push({
        to: start + end,
        characters,
        forms: [],
        quality,
        weight: 1,
        isFamily: isFamily && from === 0,
        hasNear: false,
      })
  }
  add(piece, to, pieceQuality)
  if (word.charAt(to) !== '' && word.charAt(to) === word.charAt(to + 1)) add(`${piece}q`, to + 1, pieceQuality)
  if (from > 0) for (const origin of data.origins(piece, word.slice(0, from))) add(origin, to, changedQuality)
}
