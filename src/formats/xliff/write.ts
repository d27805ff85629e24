import type { Context, Header, Units } from '../../core/contracts.ts'
import { createJob, type Job, readyUnits, reportJob } from '../_xliff/job.ts'
import { signatureLabel } from '../_xliff/properties.ts'
import { type LanguagePair, languageProperties } from '../_xliff/unit-languages.ts'
import { transUnitText } from '../_xliff/write12.ts'
import { attributesText, escapeText } from '../_xml/escape.ts'
import { toFileTag } from '../_xml/tags.ts'

/**
 * Pairs as XLIFF 1.2 that also passes the strict schema, one unit at a time. Units in other languages than those of the first
 * one (`nl-BE` for `nl`) stand in files of their own behind it. At most `mostWaiting` UTF-16 units wait for that in memory; then
 * a file begins for them, and others in the same languages may come after it.
 */
export async function* writeXliff12(
  units: Units,
  header: Header,
  context: Context,
  mostWaiting = 1 << 24,
): AsyncGenerator<string> {
  const job = createJob(header)
  yield start
  let open: string | undefined
  let waiting = new Map<string, WaitingFile>()
  let waitingLength = 0
  for await (const ready of readyUnits(units, job, (id) => id !== '')) {
    const key = languagesText(ready.languages)
    // The file says its languages; a property of such a name alone would be taken for them.
    const said = languageProperties(ready.languages, ready.languages, ready.others)
    const text = transUnitText(said.length === 0 ? ready : { ...ready, others: [...said, ...ready.others] }, 'it')
    if (open === undefined) yield fileStart(job, ready.languages)
    open ??= key
    if (key === open) {
      yield text
      continue
    }
    const file = waiting.get(key) ?? { languages: ready.languages, texts: [] }
    file.texts.push(text)
    waiting.set(key, file)
    waitingLength += text.length
    if (waitingLength < mostWaiting) continue
    for (const { languages, texts } of waiting.values()) yield fileEnd + fileStart(job, languages) + texts.join('')
    open = [...waiting.keys()].at(-1)
    waiting = new Map()
    waitingLength = 0
  }
  if (open === undefined) yield fileStart(job, header)
  for (const { languages, texts } of waiting.values()) yield fileEnd + fileStart(job, languages) + texts.join('')
  yield `${fileEnd}</xliff>\n`
  reportJob(job, 'XLIFF', context)
}

/** Units whose file comes later. */
interface WaitingFile {
  readonly languages: LanguagePair
  readonly texts: string[]
}

const languagesText = ({ sourceLanguage, targetLanguage }: LanguagePair): string =>
  `${toFileTag(sourceLanguage)} ${toFileTag(targetLanguage)}`

const start = `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
`
const fileEnd = '    </body>\n  </file>\n'

function fileStart({ header, filter }: Job, { sourceLanguage, targetLanguage }: LanguagePair): string {
  const clean = (text: string): string => filter.clean(text, 'the header')
  const tool = clean(header.tool)
  const file = attributesText([
    ['original', clean(header.sourceFile)],
    ['source-language', toFileTag(sourceLanguage)],
    ['target-language', toFileTag(targetLanguage)],
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
    `  <file${file}>`,
    '    <header>',
    `      <tool${about}/>`,
    `      <note from="aligner">${escapeText(signatureLabel + clean(header.signature))}</note>`,
    '    </header>',
    '    <body>\n',
  ].join('\n')
}
