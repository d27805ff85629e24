import type { Context, Header, Units } from '../../core/contracts.ts'
import type { Run, TranslationUnit } from '../../core/types.ts'
import { type CharacterFilter, createCharacterFilter } from '../_text/characters.ts'
import { tidyContent } from '../_units/content.ts'
import { createIdAllocator, type IdAllocator } from '../_units/ids.ts'
import { pairOf } from '../_units/pair.ts'
import { type Property, provenanceOf, reviewNote } from '../_units/provenance.ts'
import { propertiesOf } from '../_units/record.ts'
import { createTally, type Tally } from '../_units/reports.ts'
import { kept, splitKept } from './properties.ts'
import { type LanguagePair, languagesOfPair } from './unit-languages.ts'

/** What one XLIFF file is written with. */
export interface Job {
  readonly header: Header
  readonly filter: CharacterFilter
  readonly allocate: IdAllocator
  readonly tally: Tally
}

/** A unit made ready for either version of XLIFF: tidy, cleaned, with an id of its own. */
export interface ReadyUnit {
  readonly unit: TranslationUnit
  readonly id: string
  readonly languages: LanguagePair
  readonly source: readonly Run[]
  readonly target: readonly Run[]
  readonly notes: readonly string[]
  /** Our own note, when the pair needs review. */
  readonly ownNotes: readonly string[]
  /** Properties of ours, then those of other tools. */
  readonly provenance: readonly Property[]
  readonly others: readonly Property[]
  /** Parts of a unit that another tool wrote, by the names in `kept`. */
  readonly attributes: ReadonlyMap<string, string>
}

/** A job for one output. */
export function createJob(header: Header): Job {
  return { header, filter: createCharacterFilter(), allocate: createIdAllocator(), tally: createTally() }
}

/** The units that the file can hold, ready to write. Those without text on both sides are left out and counted. */
export async function* readyUnits(
  units: Units,
  job: Job,
  isAllowedId: (id: string) => boolean,
): AsyncGenerator<ReadyUnit> {
  for await (const unit of units) {
    const ready = readyUnit(unit, job, isAllowedId)
    if (ready !== undefined) yield ready
  }
}

function readyUnit(unit: TranslationUnit, job: Job, isAllowedId: (id: string) => boolean): ReadyUnit | undefined {
  const { header, filter, allocate, tally } = job
  const clean = (text: string): string => filter.clean(text, unit.id)
  const pair = pairOf(unit, header)
  const source = pair === undefined ? [] : tidyContent(pair.source.content, filter, unit.id)
  const target = pair === undefined ? [] : tidyContent(pair.target.content, filter, unit.id)
  if (pair === undefined || source.length === 0 || target.length === 0) {
    tally.add('WRITE_UNITS_LEFT_OUT', 'a unit without text in both languages was left out', unit.id)
    return undefined
  }
  if (unit.variants.length > 2)
    tally.add('WRITE_VARIANTS_LEFT_OUT', 'a unit has more than two variants; only two fit into XLIFF', unit.id)
  const { attributes, metadata } = splitKept(propertiesOf(unit.props).map(([key, value]) => [clean(key), clean(value)]))
  const wanted = attributes.get(kept.id) ?? ''
  return {
    unit,
    id: allocate(isAllowedId(wanted) ? wanted : isAllowedId(unit.id) ? unit.id : 'u'),
    languages: languagesOfPair(pair, header),
    source,
    target,
    notes: unit.notes.map(clean),
    ownNotes: reviewNote(unit),
    provenance: provenanceOf(unit, header).map(([name, value]) => [name, clean(value)]),
    others: metadata,
    attributes,
  }
}

/** Reports of a finished file. */
export function reportJob(job: Job, document: string, context: Context): void {
  job.filter.report(document, context)
  job.tally.report(document, context)
}
