import type { LanguageTag, Variant } from '../../core/types.ts'
import { fieldOf } from '../text/fold.ts'
import type { MemoryUnit } from '../types.ts'

/** The two sides of a unit, as two texts of these fields see it. */
export interface UnitSides {
  readonly source: readonly Variant[]
  readonly target: readonly Variant[]
}

/** Makes a function that takes the variants in two languages, each in its own script, from a unit; undefined when one is missing. */
export function createSides(source: LanguageTag, target: LanguageTag): (unit: MemoryUnit) => UnitSides | undefined {
  const fields = new Map<LanguageTag, string>()
  const fieldFor = (tag: LanguageTag): string => {
    const field = fields.get(tag) ?? fieldOf(tag)
    fields.set(tag, field)
    return field
  }
  const [here, there] = [fieldFor(source), fieldFor(target)]
  return ({ unit: { variants } }) => {
    const sides = {
      source: variants.filter(({ language }) => fieldFor(language) === here),
      target: variants.filter(({ language }) => fieldFor(language) === there),
    }
    return here === there || sides.source.length === 0 || sides.target.length === 0 ? undefined : sides
  }
}

/** What nobody has looked at teaches from this confidence on. */
const leastToTeach = 0.5

/** Whether a unit may teach: no person has rejected it, and what a program proposed is a translation more likely than not. */
export function mayTeach({ unit, step }: MemoryUnit, lastStep = Number.POSITIVE_INFINITY): boolean {
  const { decision, relation, confidence } = unit
  if (decision.state === 'rejected' || step > lastStep) return false
  if (decision.state !== 'proposed') return true
  return isTranslation(relation) && (confidence ?? 1) >= leastToTeach
}

/** What nobody has looked at fixes a pair from this confidence on. */
const leastToFix = 0.9

/** Whether a unit is so well founded that its two texts belong together wherever they are met. */
export function mayFix({ unit }: MemoryUnit): boolean {
  const { decision, relation, confidence } = unit
  if (decision.state !== 'proposed') return decision.state !== 'rejected'
  return isTranslation(relation) && (confidence ?? 1) >= leastToFix
}

/** Memories of other programs do not say what kind of pair a unit is. */
const isTranslation = (relation: MemoryUnit['unit']['relation']): boolean =>
  relation === undefined || relation === 'translation' || relation === 'partial'
