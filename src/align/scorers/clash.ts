import type { Scorer } from '../../core/contracts.ts'
import { textOf } from '../../core/text.ts'
import type { AnalysedDocument, Evidence, Link, LinkedPair, SegmentRange } from '../../core/types.ts'

/** How often two sentences that belong together name countries, and none in common; how often any two do. */
const missedCountry = 0.05
const chanceCountry = 0.6
/** The same of people whom both texts name. */
const missedPerson = 0.05
const chancePerson = 0.6
/** Log-likelihood ratios of naming only others. */
const countryLoss = Math.log(missedCountry / chanceCountry)
const personLoss = Math.log(missedPerson / chancePerson)

/**
 * For comparable texts: counts against ranges that both name countries, or both name people whom the other text knows, when
 * none of them is the same. Articles about one kind of event name one country here and another there.
 */
export const clash: Scorer = {
  id: 'clash',
  version: 1,
  searches: ['glance', 'comparable'],
  prepare(pair) {
    const source = namesOf(pair.source, pair.links, 'source')
    const target = namesOf(pair.target, pair.links, 'target')
    const score = (sFrom: number, sTo: number, tFrom: number, tTo: number): number =>
      (clashes(source.countries, sFrom, sTo, target.countries, tFrom, tTo) ? countryLoss : 0) +
      (clashes(source.people, sFrom, sTo, target.people, tFrom, tTo) ? personLoss : 0)
    return {
      score,
      explain(s, t) {
        const cell = [s.from, s.to, t.from, t.to] as const
        const [a, b, c, d] = cell
        return [
          ...(clashes(source.countries, a, b, target.countries, c, d)
            ? [evidenceOf(pair, s, t, source.countries, target.countries, 'place', countryLoss)]
            : []),
          ...(clashes(source.people, a, b, target.people, c, d)
            ? [evidenceOf(pair, s, t, source.people, target.people, 'person', personLoss)]
            : []),
        ]
      },
    }
  },
}

/** One thing named in a segment: equal ids are the same thing on both sides. */
interface Named {
  readonly id: string
  readonly start: number
  readonly end: number
}
/** By segment; most have none. */
type Names = readonly (readonly Named[] | undefined)[]

/** Countries have two capital letters for a key, after ISO 3166. */
const countryKey = /^place:[A-Z]{2}$/u

function namesOf(
  { analyses }: AnalysedDocument,
  links: readonly Link[],
  side: 'source' | 'target',
): { readonly countries: Names; readonly people: Names } {
  const countries = analyses.map(({ entities }): readonly Named[] | undefined => {
    const found = entities.flatMap(({ key, span }) =>
      key !== undefined && countryKey.test(key) ? [{ id: key, start: span.start, end: span.end }] : [],
    )
    return found.length === 0 ? undefined : found
  })
  const people: (Named[] | undefined)[] = analyses.map(() => undefined)
  links.forEach((link, id) => {
    if (link.kind !== 'person') return
    for (const { segment, span } of link[side]) {
      const row = people[segment] ?? []
      people[segment] = row
      row.push({ id: String(id), start: span.start, end: span.end })
    }
  })
  return { countries, people }
}

/** Whether both ranges name something and nothing in common. */
function clashes(source: Names, sFrom: number, sTo: number, target: Names, tFrom: number, tTo: number): boolean {
  let isNamed = false
  for (let s = sFrom; s < sTo; s++) {
    const here = source[s]
    if (here === undefined) continue
    for (let t = tFrom; t < tTo; t++) {
      const there = target[t]
      if (there === undefined) continue
      isNamed = true
      for (const a of here) for (const b of there) if (a.id === b.id) return false
    }
  }
  return isNamed
}

/** At most this many names of a side are shown. */
const mostShown = 3

function evidenceOf(
  { source, target }: LinkedPair,
  s: SegmentRange,
  t: SegmentRange,
  here: Names,
  there: Names,
  kind: 'place' | 'person',
  score: number,
): Evidence {
  const words = (document: AnalysedDocument, names: Names, { from, to }: SegmentRange): string =>
    [...new Set(names.slice(from, to).flatMap((row) => (row ?? []).map((name) => textOf(document.text, name))))]
      .slice(0, mostShown)
      .join(', ')
  return { scorer: 'clash', score, kind, note: `${words(source, here, s)} against ${words(target, there, t)}` }
}
