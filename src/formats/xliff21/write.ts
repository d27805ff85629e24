import type { Context, Header, Units } from '../../core/contracts.ts'
import { isNmtoken } from '../_units/ids.ts'
import type { Property } from '../_units/provenance.ts'
import { createJob, type Job, type ReadyUnit, readyUnits, reportJob } from '../_xliff/job.ts'
import { kept, signatureLabel } from '../_xliff/properties.ts'
import { stateToWrite } from '../_xliff/states.ts'
import { languageProperties } from '../_xliff/unit-languages.ts'
import { attributesText, escapeText } from '../_xml/escape.ts'
import { toFileTag } from '../_xml/tags.ts'
import { content2, createDataStore } from './content.ts'

/**
 * Pairs as XLIFF 2.1, one unit at a time; what we say about a pair stands in its metadata, not in matches. So do its languages
 * where they are not those of the header: XLIFF 2 has one pair of languages for all units.
 */
export async function* writeXliff21(units: Units, header: Header, context: Context): AsyncGenerator<string> {
  const job = createJob(header)
  yield headText(job)
  let count = 0
  for await (const ready of readyUnits(units, job, isNmtoken)) {
    yield unitText(ready, job)
    count++
  }
  // A file must hold something.
  if (count === 0) yield '    <group id="empty"/>\n'
  yield '  </file>\n</xliff>\n'
  reportJob(job, 'XLIFF', context)
}

function headText({ header, filter }: Job): string {
  const clean = (text: string): string => filter.clean(text, 'the header')
  const root = attributesText([
    ['xmlns', 'urn:oasis:names:tc:xliff:document:2.0'],
    ['xmlns:mda', 'urn:oasis:names:tc:xliff:metadata:2.0'],
    ['version', '2.1'],
    ['srcLang', toFileTag(header.sourceLanguage)],
    ['trgLang', toFileTag(header.targetLanguage)],
  ])
  const file = attributesText([
    ['id', 'f1'],
    ['original', clean(header.sourceFile)],
  ])
  const about: readonly Property[] = [
    [signatureLabel.replace(/: $/u, ''), clean(header.signature)],
    ['tool', `${clean(header.tool)} ${clean(header.version)}`],
    ...(header.date === undefined ? [] : [['date', header.date] as const]),
  ]
  const metadata = metadataText([['alignment', about]], '    ')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff${root}>\n  <file${file}>\n${metadata}`
}

function metadataText(
  groups: readonly (readonly [category: string, properties: readonly Property[]])[],
  indent: string,
): string {
  const filled = groups.filter(([, properties]) => properties.length > 0)
  if (filled.length === 0) return ''
  const lines = filled.flatMap(([category, properties]) => [
    `  <mda:metaGroup${attributesText([['category', category]])}>`,
    ...properties.map(
      ([type, value]) => `    <mda:meta${attributesText([['type', type]])}>${escapeText(value)}</mda:meta>`,
    ),
    '  </mda:metaGroup>',
  ])
  return ['<mda:metadata>', ...lines, '</mda:metadata>'].map((line) => `${indent}${line}\n`).join('')
}

function unitText(ready: ReadyUnit, { header }: Job): string {
  const { attributes } = ready
  const data = createDataStore()
  const source = content2(ready.source, data)
  const target = content2(ready.target, data)
  const translate = attributes.get(kept.translate)
  const head = attributesText([
    ['id', ready.id],
    ['name', attributes.get(kept.name)],
    ['translate', translate === 'yes' || translate === 'no' ? translate : undefined],
  ])
  const state = stateToWrite(ready.unit, attributes.get(kept.state), ready.provenance.length > 0, '2')
  const notes = [
    ...ready.notes.map((note) => `        <note>${escapeText(note)}</note>\n`),
    ...ready.ownNotes.map((note) => `        <note category="alignment">${escapeText(note)}</note>\n`),
  ].join('')
  const codes = data
    .entries()
    .map(([id, text]) => `        <data id="${id}">${escapeText(text)}</data>\n`)
    .join('')
  return [
    `    <unit${head}>\n`,
    metadataText(
      [
        ['alignment', [...ready.provenance, ...languageProperties(ready.languages, header, ready.others)]],
        ['properties', ready.others],
      ],
      '      ',
    ),
    notes === '' ? '' : `      <notes>\n${notes}      </notes>\n`,
    codes === '' ? '' : `      <originalData>\n${codes}      </originalData>\n`,
    `      <segment${attributesText([
      ['id', 's1'],
      ['state', state?.state],
      ['subState', state?.subState],
    ])}>\n`,
    `        <source${attributesText([['xml:lang', toFileTag(header.sourceLanguage)]])}>${source}</source>\n`,
    `        <target${attributesText([['xml:lang', toFileTag(header.targetLanguage)]])}>${target}</target>\n`,
    '      </segment>\n    </unit>\n',
  ].join('')
}
