import type { Run } from '../../core/types.ts'
import { firstUncomposed, foldText } from '../text/fold.ts'
import type { Difference } from '../types.ts'
import type { Step } from './alignment.ts'
import type { PiecedText } from './pieces.ts'

/** An inline code of a content. */
export interface Code {
  /** What it does, without the numbers that files give their codes: equal for equal codes of different files. */
  readonly key: string
  /** UTF-16 offset in the plain text where it stands. */
  readonly offset: number
  /** Folded characters before it that are no space: where it stands, whatever the width and the spaces. */
  readonly place: number
}

/** The codes of a content in their order. */
export function codesOf(content: readonly Run[]): readonly Code[] {
  if (content.length < 2 && content[0]?.kind !== 'code') return []
  const codes: Code[] = []
  let offset = 0
  // Folded characters before the part that may still be composed with what follows, and this part.
  let settled = 0
  let open = ''
  /** Where codes stand until the next text. */
  let place: number | undefined
  for (const run of content) {
    if (run.kind === 'code') {
      place ??= settled + placeOf(open)
      codes.push({ key: keyOf(run.role, run.data), offset, place })
      continue
    }
    place = undefined
    offset += run.text.length
    const cut = open.length > longestOpen ? 0 : firstUncomposed(run.text)
    if (cut < 0) open += run.text
    else {
      settled += placeOf(open + run.text.slice(0, cut))
      open = run.text.slice(cut)
    }
  }
  return codes
}

/** No honest text composes more; folding a part again for each code in it would take too long. */
const longestOpen = 50

const placeOf = (before: string): number => foldText(before).replaceAll(' ', '').length

/** Numbers of codes are given anew in each file; `<g id="1">` and `<g id="7">` do the same. */
function keyOf(role: string, data: string): string {
  const bare = data.replace(/\s(?:id|rid|i|x|xid)=(?:"[^"]*"|'[^']*')/gu, '')
  return `${role}:${bare}`
}

/** True for the same codes in the same places. */
export function sameCodes(a: readonly Code[], b: readonly Code[]): boolean {
  return a.length === b.length && a.every(({ key, place }, i) => key === b[i]?.key && place === b[i]?.place)
}

/** Above this many pairs codes are compared as lists, not one by one. */
const maxPairs = 250_000

/** A text with its codes. */
export interface CodedText {
  readonly own: PiecedText
  readonly codes: readonly Code[]
}

/**
 * Codes that only one text has, that do something else, or that stand elsewhere; each code counts once. `isSameText` says that
 * the folded texts are equal, so that places can be compared exactly.
 */
export function tagDifferences(
  query: CodedText,
  match: CodedText,
  steps: readonly Step[],
  isSameText: boolean,
): Difference[] {
  if (query.codes.length === 0 && match.codes.length === 0) return []
  const paired = steps.filter((step) => step.query >= 0 && step.match >= 0)
  const queryEnds = paired.map((step) => query.own.pieces[step.query]?.end ?? 0)
  const matchEnds = paired.map((step) => match.own.pieces[step.match]?.end ?? 0)
  const isEqual = (own: Code, other: Code): boolean => {
    if (own.key !== other.key) return false
    if (own.place === other.place) return true
    return !isSameText && countUntil(queryEnds, own.offset) === countUntil(matchEnds, other.offset)
  }
  return pairCodes(query.codes, match.codes).flatMap(([own, other]): Difference[] => {
    if (own !== undefined && other !== undefined && isEqual(own, other)) return []
    const inQuery = own?.offset ?? queryEnds[countUntil(matchEnds, other?.offset ?? 0) - 1] ?? 0
    const inMatch = other?.offset ?? matchEnds[countUntil(queryEnds, own?.offset ?? 0) - 1] ?? 0
    return [{ kind: 'tag', query: { start: inQuery, end: inQuery }, match: { start: inMatch, end: inMatch } }]
  })
}

/** How many pieces end at an offset or before it. */
function countUntil(ends: readonly number[], offset: number): number {
  const next = ends.findIndex((end) => end > offset)
  return next < 0 ? ends.length : next
}

type CodePair = readonly [query: Code | undefined, match: Code | undefined]

/** Pairs codes in order, equal ones first; what is left between them is paired as changed. */
function pairCodes(query: readonly Code[], match: readonly Code[]): CodePair[] {
  const table = query.length * match.length <= maxPairs ? longestCommon(query, match) : undefined
  const pairs: CodePair[] = []
  const [restQuery, restMatch]: [Code[], Code[]] = [[], []]
  const settle = (): void => {
    while (restQuery.length > 0 && restMatch.length > 0) pairs.push([restQuery.shift(), restMatch.shift()])
    for (const own of restQuery.splice(0)) pairs.push([own, undefined])
    for (const other of restMatch.splice(0)) pairs.push([undefined, other])
  }
  let [i, j] = [0, 0]
  while (i < query.length || j < match.length) {
    const [own, other] = [query[i], match[j]]
    if (own && other && own.key === other.key) {
      settle()
      pairs.push([own, other])
      i++
      j++
    } else if (other === undefined || (own && (table?.[i + 1]?.[j] ?? 0) >= (table?.[i]?.[j + 1] ?? 0))) {
      if (own) restQuery.push(own)
      i++
    } else {
      restMatch.push(other)
      j++
    }
  }
  settle()
  return pairs
}

/** `[i][j]`: length of the longest common subsequence of the codes from i and from j on. */
function longestCommon(query: readonly Code[], match: readonly Code[]): readonly Uint16Array[] {
  const table = Array.from({ length: query.length + 1 }, () => new Uint16Array(match.length + 1))
  for (let i = query.length - 1; i >= 0; i--)
    for (let j = match.length - 1; j >= 0; j--) {
      const [row, below] = [table[i], table[i + 1]]
      if (row === undefined || below === undefined) continue
      const isEqual = query[i]?.key === match[j]?.key
      row[j] = isEqual ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  return table
}
