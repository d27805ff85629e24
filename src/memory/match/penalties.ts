import { baseLanguage, interfaceLocale } from '../../core/tags.ts'
import type { LanguageTag, TranslationUnit } from '../../core/types.ts'
import { changedSeconds, secondsOf } from '../dates.ts'
import type { Difference, MemoryUnit, Penalty, SearchQuery } from '../types.ts'
import { points } from './points.ts'
import { kinshipOf } from './targets.ts'

type Counted = 'name' | 'tag' | 'case' | 'punctuation'

const countedKinds: readonly Counted[] = ['name', 'tag', 'case', 'punctuation']
const nounOf: Readonly<Record<Counted | 'number', readonly [one: string, more: string]>> = {
  number: ['number differs', 'numbers differ'],
  name: ['name differs', 'names differ'],
  tag: ['inline code differs', 'inline codes differ'],
  case: ['word differs in case', 'words differ in case'],
  punctuation: ['difference in punctuation or spaces', 'differences in punctuation or spaces'],
}

const counted = (count: number, kind: Counted | 'number'): string => `${count} ${nounOf[kind][count === 1 ? 0 : 1]}`

/** What the differences of the two source texts cost; `isRepaired` says that the suggestion has the right numbers. */
export function differencePenalties(differences: readonly Difference[], isRepaired: boolean): Penalty[] {
  const count = (kind: Difference['kind']): number =>
    differences.filter((difference) => difference.kind === kind).length
  const numbers = count('number')
  const penalties: Penalty[] = []
  if (numbers > 0) {
    const each = isRepaired ? points.repairedNumber : points.number.each
    const note = counted(numbers, 'number') + (isRepaired ? '; put right in the suggestion' : '')
    penalties.push({ kind: 'number', points: Math.min(points.number.most, each * numbers), note })
  }
  for (const kind of countedKinds) {
    const found = count(kind)
    if (found === 0) continue
    penalties.push({
      kind,
      points: Math.min(points[kind].most, points[kind].each * found),
      note: counted(found, kind),
    })
  }
  return penalties
}

/** What a language other than the one asked for costs. */
export function languagePenalties(asked: LanguageTag, found: LanguageTag, side: 'source' | 'target'): Penalty[] {
  const kinship = kinshipOf(asked, found)
  if (kinship === 'same' || kinship === 'other') return []
  const note = `its ${side} is in ${nameOf(found)}, not in ${nameOf(asked)}`
  return [{ kind: kinship === 'script' ? 'script' : 'variant', points: points[kinship], note }]
}

function nameOf(tag: LanguageTag): string {
  try {
    const name = new Intl.DisplayNames(interfaceLocale, { type: 'language', fallback: 'none' }).of(tag)
    return name === undefined || baseLanguage(name) === baseLanguage(tag) ? tag : `${name} (${tag})`
  } catch {
    return tag
  }
}

/** What the unit itself costs, whatever its text: its memory, relation, confidence, decision and, at `today` (seconds since 1970), its age. */
export function unitPenalties(
  { unit, memory }: MemoryUnit,
  { memoryPenalties }: SearchQuery,
  today?: number,
): Penalty[] {
  const ofMemory = memoryPenalties && Object.hasOwn(memoryPenalties, memory) ? (memoryPenalties[memory] ?? 0) : 0
  return [
    ...(ofMemory > 0 ? [{ kind: 'memory' as const, points: ofMemory, note: `it is in the memory ${memory}` }] : []),
    ...relationPenalties(unit),
    ...agePenalties(unit, today),
  ]
}

function relationPenalties({ relation, confidence, decision }: TranslationUnit): Penalty[] {
  const penalties: Penalty[] = []
  const take = (taken: number, note: string): number => penalties.push({ kind: 'relation', points: taken, note })
  if (relation === 'partial') take(points.partial, 'its target renders only part of its source, or more than it')
  if (relation === 'related') take(points.related, 'its two sides are about the same, but are no translation')
  if (relation === 'unaligned') take(points.unaligned, 'its two sides were not paired')
  if (decision.state === 'rejected') take(points.rejected, `it was rejected by ${decision.by}`)
  // A person who accepted or edited it knows better than the aligner.
  if (decision.state !== 'proposed' || confidence === undefined || !(confidence < points.sureConfidence))
    return penalties
  const tenths = Math.ceil((points.sureConfidence - confidence) * 10 - 1e-9)
  take(tenths * points.doubt, `the aligner was ${Math.round(confidence * 100)} % sure of it`)
  return penalties
}

const secondsPerYear = 365.2425 * 24 * 3600

/** Seconds since 1970 of the last change of a unit, else of its creation, else of the decision on it; 0 when unknown. */
export function lastChange({ props, decision }: TranslationUnit): number {
  return changedSeconds(props) || (decision.state === 'proposed' ? 0 : (secondsOf(decision.at) ?? 0))
}

function agePenalties(unit: TranslationUnit, today: number | undefined): Penalty[] {
  const changed = today === undefined ? 0 : lastChange(unit)
  if (today === undefined || changed === 0) return []
  const { newYears, each, most } = points.age
  const years = Math.floor((today - changed) / secondsPerYear)
  if (years <= newYears) return []
  return [{ kind: 'age', points: Math.min(most, each * (years - newYears)), note: `it is ${years} years old` }]
}
