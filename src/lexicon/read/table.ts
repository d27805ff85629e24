import { AppError } from '../../core/errors.ts'
import { glossaryConcepts, namesLanguages } from '../glossary.ts'
import { nameOfFile } from './forms.ts'
import type { LexiconReader } from './material.ts'

/** A glossary in tab-, comma- or semicolon-separated columns, whose first row names the languages unless the user does. */
export const reader: LexiconReader = {
  name: 'table',
  title: 'Glossary in columns (.tsv, .csv)',
  level: 'glossary',
  sniff: ({ name, text }) => {
    const line = text.split(/[\r\n]+/u).find((one) => !one.startsWith('#')) ?? ''
    if (/\p{Cc}/u.test(line.replaceAll('\t', '')) || !/[\t,;]/u.test(line)) return 0
    return /\.(?:tsv|csv|txt)$/u.test(name) ? 0.6 : 0.3
  },
  async read(material, tally) {
    const rows: (readonly string[])[] = []
    const lines: number[] = []
    try {
      for (const { cells, line } of await material.rows()) {
        if (cells[0]?.startsWith('#') === true) continue
        rows.push(cells)
        lines.push(line)
      }
    } catch (error) {
      if (!(error instanceof AppError) || rows.length === 0) throw error
      tally.breakOff(error.message)
    }
    const hasHead = namesLanguages(rows[0] ?? [])
    const head = hasHead ? (rows[0] ?? []) : material.languages
    const body = hasHead ? rows.slice(1) : rows
    const concepts = body.map((row) => glossaryConcepts(material.name, [head, row]).rows)
    concepts.forEach((found, i) => {
      if (found.length > 0) tally.keep()
      else tally.skip('a row with words in one language only', `line ${lines[i + (hasHead ? 1 : 0)]}`)
    })
    return { ...glossaryConcepts(material.name, [head, ...body]), name: nameOfFile(material.name) }
  },
}
