import type { Header } from '../../core/contracts.ts'
import type { TranslationUnit } from '../../core/types.ts'
import type { Property } from '../_units/provenance.ts'
import { tmxDate } from './dates.ts'
import type { Placed, PlacedProperties } from './props.ts'

/**
 * The properties of a unit as the tool wants them for which the file is written: as they are, or by the habits of OmegaT or
 * Trados. `ours` are our own, which come first; `names` are those of the variants.
 */
export function profiled(
  placed: PlacedProperties,
  ours: readonly Property[],
  unit: TranslationUnit,
  names: readonly string[],
  header: Header,
): PlacedProperties {
  switch (header.profile) {
    case 'omegat':
      return forOmegaT(withProps(placed, ours, placed.unit.props), unit, names)
    case 'trados':
      return forTrados(placed, ours, unit)
    default:
      return withProps(placed, ours, placed.unit.props)
  }
}

const withProps = (placed: PlacedProperties, ours: readonly Property[], others: readonly Property[]) => ({
  ...placed,
  unit: { ...placed.unit, props: [...ours, ...others] },
})

/** Who made and changed a translation, and when: OmegaT keeps and shows it where it stands at the translation. */
const authorship = ['creationid', 'creationdate', 'changeid', 'changedate'] as const

/** What the `tu` says of its authors moves to the variants that are translations, unless they have their own. */
function forOmegaT(placed: PlacedProperties, unit: TranslationUnit, names: readonly string[]): PlacedProperties {
  const attributes = new Map(placed.unit.attributes)
  const common = new Map(decisionAttributes(unit))
  for (const name of authorship) {
    const value = attributes.get(name)
    if (value !== undefined) common.set(name, value)
    attributes.delete(name)
  }
  const variants = new Map(placed.variants)
  unit.variants.forEach(({ language }, i) => {
    const name = names[i] ?? ''
    const place = variants.get(name)
    if (language === unit.sourceLanguage || place === undefined) return
    variants.set(name, { ...place, attributes: new Map([...common, ...place.attributes]) })
  })
  return { unit: { ...placed.unit, attributes }, variants }
}

/** A decision as OmegaT and Trados tell of one: who changed the unit last, and when. */
function decisionAttributes({ decision }: TranslationUnit): readonly Property[] {
  if (decision.state === 'proposed') return []
  const date = tmxDate(decision.at)
  if (decision.by === '' || date === undefined) return []
  return [
    ['changeid', decision.by],
    ['changedate', date],
  ]
}

/**
 * Fields as Trados writes them into its own exports: the names of its alignment wizard with the suffix of their type, where
 * the pair comes from, and how far it is confirmed. Fields of a user (`x-client`) become text fields, which Trados imports.
 */
function forTrados(placed: PlacedProperties, ours: readonly Property[], unit: TranslationUnit): PlacedProperties {
  const own = tradosProps(unit, ours.length > 0)
  const names = new Set(own.map(([name]) => name))
  const others = placed.unit.props.filter(([name]) => !names.has(name)).map(typedField)
  const attributes = new Map([...decisionAttributes(unit), ...placed.unit.attributes])
  const place: Placed = { props: [...ours, ...own, ...others], attributes }
  return { ...placed, unit: place }
}

function tradosProps(unit: TranslationUnit, isOurs: boolean): readonly Property[] {
  if (!isOurs) return []
  const { confidence, decision, origin } = unit
  const isConfirmed = decision.state === 'accepted' || decision.state === 'edited'
  const quality = isConfirmed ? 100 : confidence === undefined ? undefined : Math.round(confidence * 100)
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['x-Quality:Integer', quality?.toString()],
    ['x-Source File:SingleString', origin?.sourceFile || undefined],
    ['x-Target File:SingleString', origin?.targetFile || undefined],
    ['x-Origin', 'Alignment'],
    ['x-ConfirmationLevel', confirmationLevels[decision.state]],
  ]
  return fields.filter((field): field is Property => field[1] !== undefined)
}

/** An accepted or edited pair was looked at by one person, as a translated one was in Trados; a review there is a second look. */
const confirmationLevels = {
  proposed: 'Draft',
  accepted: 'Translated',
  edited: 'Translated',
  rejected: 'RejectedTranslation',
} as const

/** Names that Trados itself gives a meaning without a type, and those of ours that are no fields of a user. */
const untyped =
  /^x-(?:Origin|ConfirmationLevel|Context|ContextContent|LastUsedBy|UsageCount|Format|StructureContext|IdContext|Recognizers|prop-.*|alignment-.*|source-(?:file|segments)|target-(?:file|segments))$/u
const hasType = /:(?:SingleString|MultipleString|SinglePicklist|MultiplePicklist|Integer|DateTime)$/u

function typedField([name, value]: Property): Property {
  const isField = /^x-./u.test(name) && !untyped.test(name) && !hasType.test(name)
  return isField ? [`${name}:SingleString`, value] : [name, value]
}
