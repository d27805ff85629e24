import type { Context, Header, Units } from '../../core/contracts.ts'
import { createJob, readyUnits, reportJob } from '../_xliff/job.ts'
import { toFileTag } from '../_xml/tags.ts'
import { shapeOf } from './shape.ts'

/**
 * Pairs in the JSON shape of the npm package `xliff`, one unit a line. Its `jsToXliff12` gives them back; its
 * `js2xliff` takes the native code of a single code for text.
 */
export async function* writeXliffJson(units: Units, header: Header, context: Context): AsyncGenerator<string> {
  // The shape has no head for a file: without a common signature each unit carries its own.
  const job = createJob({ ...header, signature: '' })
  yield `{"resources":{${JSON.stringify(job.filter.clean(header.sourceFile, 'the header'))}:{`
  let separator = '\n'
  for await (const ready of readyUnits(units, job, (id) => id !== '' && id !== '__proto__')) {
    const { id, unit } = shapeOf(ready, job)
    yield `${separator}${JSON.stringify(id)}:${JSON.stringify(unit)}`
    separator = ',\n'
  }
  const languages = [header.sourceLanguage, header.targetLanguage].map((tag) => JSON.stringify(toFileTag(tag)))
  yield `\n}},\n"sourceLanguage":${languages[0]},"targetLanguage":${languages[1]}}\n`
  reportJob(job, 'XLIFF JSON', context)
}
