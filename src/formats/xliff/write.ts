import type { Context, Header, Units } from '../../core/contracts.ts'
import { createJob, type Job, readyUnits, reportJob } from '../_xliff/job.ts'
import { signatureLabel } from '../_xliff/properties.ts'
import { transUnitText } from '../_xliff/write12.ts'
import { attributesText, escapeText } from '../_xml/escape.ts'
import { toFileTag } from '../_xml/tags.ts'

/** Pairs as XLIFF 1.2 that also passes the strict schema, one unit at a time. */
export async function* writeXliff12(units: Units, header: Header, context: Context): AsyncGenerator<string> {
  const job = createJob(header)
  yield headText(job)
  for await (const ready of readyUnits(units, job, (id) => id !== '')) yield transUnitText(ready, job, 'it')
  yield '    </body>\n  </file>\n</xliff>\n'
  reportJob(job, 'XLIFF', context)
}

function headText({ header, filter }: Job): string {
  const clean = (text: string): string => filter.clean(text, 'the header')
  const tool = clean(header.tool)
  const file = attributesText([
    ['original', clean(header.sourceFile)],
    ['source-language', toFileTag(header.sourceLanguage)],
    ['target-language', toFileTag(header.targetLanguage)],
    ['datatype', 'plaintext'],
    ['tool-id', tool],
    ['date', header.date],
  ])
  const about = attributesText([
    ['tool-id', tool],
    ['tool-name', tool],
    ['tool-version', clean(header.version)],
  ])
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">',
    `  <file${file}>`,
    '    <header>',
    `      <tool${about}/>`,
    `      <note from="aligner">${escapeText(signatureLabel + clean(header.signature))}</note>`,
    '    </header>',
    '    <body>\n',
  ].join('\n')
}
