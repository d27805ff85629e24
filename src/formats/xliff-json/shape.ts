import xliff12ToJs from 'xliff/xliff12ToJs'
import type { Run } from '../../core/types.ts'
import type { Job, ReadyUnit } from '../_xliff/job.ts'
import { languageProperties } from '../_xliff/unit-languages.ts'
import { transUnitText } from '../_xliff/write12.ts'
import { toFileTag } from '../_xml/tags.ts'

/** A member of `resources.<file>`: the id of the unit and what the package makes of it. */
export interface ShapeEntry {
  readonly id: string
  readonly unit: unknown
}

/**
 * The shape of a unit in the npm package `xliff`, made by the package itself out of our XLIFF 1.2, so that the two cannot drift
 * apart. Safe because each of our units is one segment: of several the package keeps only the last.
 */
export function shapeOf(ready: ReadyUnit, job: Job): ShapeEntry {
  // The package cuts what follows the last line break of a text, so that a code has none and a note does not end in one.
  const flat = {
    ...ready,
    source: ready.source.map(withoutBreaks),
    target: ready.target.map(withoutBreaks),
    notes: ready.notes.map((note) => note.trimEnd()),
    others: [...languageProperties(ready.languages, job.header, ready.others), ...ready.others],
    languages: job.header,
  }
  const unit = withoutIndents(transUnitText(flat, 'bpt'))
  const source = toFileTag(job.header.sourceLanguage)
  const file = `<file original="f" source-language="${source}" datatype="plaintext"><body>${unit}</body></file>`
  let shape: unknown
  xliff12ToJs(`<xliff version="1.2">${file}</xliff>`, { captureSpacesBetweenElements: true }, (error, result) => {
    if (error !== null) throw error
    shape = result?.resources.f?.[ready.id]
  })
  return { id: ready.id, unit: shape }
}

const withoutBreaks = (run: Run): Run => (run.kind === 'text' ? run : { ...run, data: run.data.replace(/\s+/gu, ' ') })

/** Our own line breaks between elements, which the package would keep as text. */
const withoutIndents = (xml: string): string => xml.replace(/>\n\s*</gu, '><')
