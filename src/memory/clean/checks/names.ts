import { sameLanguage } from '../../../core/tags.ts'
import type { Entity } from '../../../core/types.ts'
import type { Report, UnitCheck } from '../finding.ts'
import type { Pair, Side } from '../subject.ts'
import type { CleanTools } from '../tools.ts'

/** Kinds of names whose renderings the language packs list. */
const kinds: ReadonlySet<string> = new Set(['place', 'organisation'])

/**
 * A name in place of another: each side has one of the same sort (country, place, organisation) that the other has not. A name
 * that is merely left out is normal (`the government` for `the Dutch government`), but for one of several countries in a row.
 */
export const namesCheck: UnitCheck = {
  id: 'names',
  kind: 'unit',
  title: 'places and organisations that do not match',
  fix: 'none',
  isSafe: false,
  needs: ['entities'],
  find: (subject, tools) => {
    for (const pair of subject.pairs) {
      const report = reportOn(pair, tools)
      if (report !== undefined) return report
    }
    return undefined
  },
}

/** A place in the text with all its readings. */
interface Name {
  readonly start: number
  readonly end: number
  readonly keys: readonly string[]
}

function reportOn({ source, target }: Pair, tools: CleanTools): Report | undefined {
  // Between varieties of one language names are the same, or meant to differ.
  if (sameLanguage(source.language, target.language)) return undefined
  if (!tools.knowsWords(source.language) || !tools.knowsWords(target.language)) return undefined
  const left = namesOf(source, tools)
  if (left.length === 0) return undefined
  const right = namesOf(target, tools)
  const [lost, added] = [unmet(left, right), unmet(right, left)]
  const [first, second] = [lost[0], added[0]]
  if (lost.length + added.length === 1) return missingReport(source, target, left, right, lost[0] ?? added[0])
  // More than one on a side are as often two names of one thing, or one that a list lacks.
  const isOneEach = new Set(lost.map(sortedKeys)).size === 1 && new Set(added.map(sortedKeys)).size === 1
  if (first === undefined || second === undefined || !isOneEach || sortOf(first) !== sortOf(second)) return undefined
  // Texts speak of their own language: `the Dutch translation` in Dutch.
  if (sortOf(first) === 'language') return undefined
  const text = (side: Side, name: Name): string => `${side.text.slice(name.start, name.end)} in ${side.label}`
  return {
    severity: 'warning',
    message: `${text(source, first)}, but ${text(target, second)}`,
    places: [
      ...lost.map(({ start, end }) => ({ variant: source.index, span: { start, end } })),
      ...added.map(({ start, end }) => ({ variant: target.index, span: { start, end } })),
    ],
  }
}

/** Where both sides list at least so many countries, one that stands on one side alone was forgotten. */
const enumerated = 2

function missingReport(
  source: Side,
  target: Side,
  left: readonly Name[],
  right: readonly Name[],
  name: Name | undefined,
): Report | undefined {
  if (name === undefined || sortOf(name) !== 'country') return undefined
  const isSource = left.includes(name)
  const [side, names, others] = isSource ? [source, left, right] : [target, right, left]
  const met = new Set(names.filter((each) => each !== name && sortOf(each) === 'country').map(sortedKeys))
  if (met.size < enumerated || !standsBetween(side.text, name)) return undefined
  return {
    severity: 'info',
    message: `${side.text.slice(name.start, name.end)} stands in ${side.label} alone, beside ${others.length} names that both have`,
    places: [{ variant: side.index, span: { start: name.start, end: name.end } }],
  }
}

/** True for a name right before or after a comma of an enumeration. */
const standsBetween = (text: string, { start, end }: Name): boolean =>
  /[,、，][\s]*$/u.test(text.slice(0, start)) || /^\s*[,、，]/u.test(text.slice(end))

const sortedKeys = ({ keys }: Name): string => [...keys].sort().join(' ')

function namesOf(side: Side, tools: CleanTools): readonly Name[] {
  const names: { start: number; end: number; keys: string[] }[] = []
  for (const { kind, key, span } of tools.entitiesOf(side.text, side.language)) {
    if (key === undefined || !isName(kind)) continue
    const same = names.find(({ start, end }) => start === span.start && end === span.end)
    if (same === undefined) names.push({ ...span, keys: [key] })
    else same.keys.push(key)
  }
  return names
}

const isName = (kind: Entity['kind']): boolean => kinds.has(kind) || kind === 'language'

function unmet(names: readonly Name[], others: readonly Name[]): readonly Name[] {
  const known = new Set(others.flatMap(({ keys }) => keys))
  return names.filter(({ keys }) => !keys.some((key) => known.has(key)))
}

function sortOf({ keys }: Name): string {
  const [key = ''] = keys
  return /^place:[A-Z]{2}$/u.test(key) ? 'country' : key.slice(0, key.indexOf(':'))
}
