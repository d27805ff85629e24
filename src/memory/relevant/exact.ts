import type { IndexView } from '../open-index.ts'
import { unpackUnit } from '../packed.ts'
import type { View } from '../store.ts'
import { classOf, wideLetter } from '../text/characters.ts'
import { fieldOf, foldText, printOf } from '../text/fold.ts'
import { tokensOf } from '../text/tokens.ts'
import type { MemoryUnit } from '../types.ts'
import { plainTextOf } from '../variants.ts'
import type { AskingText, ExactPair, RelevanceQuery } from './types.ts'
import { createSides, mayFix } from './usable.ts'

/** Shorter texts mean one thing here and another there: so many words, of which a character of Han is half. */
const leastWords = 3

/**
 * Segments of both texts that are the two sides of a unit after folding. Both are long enough to mean one thing, stand once in
 * their text, and no other unit says otherwise: neither one that was rejected nor one with another of the segments.
 */
export async function exactPairs(query: RelevanceQuery, index: IndexView, view: View): Promise<readonly ExactPair[]> {
  const sources = loneTexts(query.source)
  const targets = loneTexts(query.target)
  const sidesOf = createSides(query.source.language, query.target.language)
  const found = new Map<string, { readonly source: number; readonly target: number; readonly units: MemoryUnit[] }>()
  for (const unit of await unitsWith([...sources.keys()], query, index, view)) {
    if (unit.step > (query.lastStep ?? Number.POSITIVE_INFINITY)) continue
    const sides = sidesOf(unit)
    if (sides === undefined) continue
    for (const here of sides.source)
      for (const there of sides.target) {
        const source = sources.get(foldText(plainTextOf(here)))
        const target = targets.get(foldText(plainTextOf(there)))
        if (source === undefined || target === undefined) continue
        const pair = found.get(`${source} ${target}`) ?? { source, target, units: [] }
        pair.units.push(unit)
        found.set(`${source} ${target}`, pair)
      }
  }
  return agreeing([...found.values()])
}

interface FoundPair {
  readonly source: number
  readonly target: number
  readonly units: readonly MemoryUnit[]
}

/** The pairs whose every unit may fix them, without those that share a segment; each with its best unit. */
function agreeing(found: readonly FoundPair[]): readonly ExactPair[] {
  const kept = found.filter(({ units }) => !units.some(isRejected) && units.some(mayFix))
  const sources = countsOf(kept.map(({ source }) => source))
  const targets = countsOf(kept.map(({ target }) => target))
  return kept
    .filter(({ source, target }) => sources.get(source) === 1 && targets.get(target) === 1)
    .flatMap(({ source, target, units }): readonly ExactPair[] => {
      const unit = units.filter(mayFix).sort((a, b) => rank(b) - rank(a) || a.key - b.key)[0]
      return unit === undefined ? [] : [{ source, target, unit }]
    })
    .sort((a, b) => a.source - b.source)
}

const isRejected = ({ unit }: MemoryUnit): boolean => unit.decision.state === 'rejected'
/** What a person has said counts more. */
const rank = ({ unit }: MemoryUnit): number => (unit.decision.state === 'proposed' ? 0 : 1)

function countsOf(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** Folded segments that stand once and are long enough, with their index. */
function loneTexts({ segments }: AskingText): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const twice = new Set<string>()
  segments.forEach((segment, i) => {
    const folded = foldText(segment)
    if (places.has(folded)) twice.add(folded)
    else places.set(folded, i)
  })
  return new Map([...places].filter(([folded]) => !twice.has(folded) && isLong(folded)))
}

function isLong(text: string): boolean {
  let words = 0
  for (const token of tokensOf(text)) words += classOf(token.codePointAt(0) ?? 0) === wideLetter ? 0.5 : 1
  return words >= leastWords
}

/** Living units with one of these folded texts in the language of the source. */
async function unitsWith(
  texts: readonly string[],
  { source }: RelevanceQuery,
  index: IndexView,
  view: View,
): Promise<readonly MemoryUnit[]> {
  const name = fieldOf(source.language)
  const keys = new Set<number>()
  for (const field of index.fields(name))
    for (const text of texts) for (const { owner } of await field.exact(printOf(text))) keys.add(owner)
  const wanted = new Set(texts)
  const pending = index.pending.filter(({ field, text }) => field === name && wanted.has(foldText(text)))
  for (const { unit } of pending) keys.add(unit.key)
  const rows = await view.units([...keys].sort((a, b) => a - b))
  return rows.flatMap((row) => (row === undefined ? [] : unpackUnit(row)))
}
