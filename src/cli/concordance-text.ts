import { plainText } from '../content-text.ts'
import type { ConcordanceQuery, FoundConcordance } from '../index.ts'
import type { Io } from './command.ts'
import { widthOf } from './layout.ts'
import { counted, number } from './numbers.ts'
import { createPaint } from './paint.ts'
import { screenText } from './screen-text.ts'

/** Forms that are listed at the end. */
const mostForms = 12

/** Keywords in a column with what stands around them, translations below, then how often each form was found. Marks are colours, else brackets. */
export function concordanceText({ lines, page }: FoundConcordance, io: Io, isQuiet: boolean): string {
  if (lines.length === 0) return 'Nothing was found.\n'
  const paint = createPaint(io.hasColour)
  const mark = (style: (text: string) => string) => (io.hasColour ? style : (text: string) => `[${text}]`)
  const left = Math.max(...lines.map((line) => widthOf(screenText(line.left))))
  const rows = lines.map((line, i) => {
    const { other } = line.hit
    // Places of one unit that follow each other have one translation.
    const isSaid = lines[i + 1]?.hit.unit.key === line.hit.unit.key
    const translation =
      other === undefined || isSaid
        ? []
        : [`${' '.repeat(left)}${paint.faint('→')} ${markedText(other, mark(paint.good))}`]
    const head = `${' '.repeat(left - widthOf(screenText(line.left)))}${screenText(line.left)}${mark(paint.strong)(screenText(line.keyword))}${screenText(line.right)}`
    return [head.trimEnd(), ...translation].join('\n')
  })
  if (isQuiet) return `${rows.join('\n')}\n`
  const forms = page.forms.slice(0, mostForms).map(({ form, count }) => `${form} ${number(count)}`)
  const units = `${page.isAll ? '' : 'the first '}${counted(page.hits.length, 'unit')}, ${counted(lines.length, 'place')}`
  const more = page.isAll ? '' : '; more with --limit or --skip'
  return `${rows.join('\n')}\n\n${units}${more}\n${forms.length < 2 ? '' : `${forms.join(' · ')}\n`}`
}

function markedText(
  { variant, spans }: NonNullable<FoundConcordance['lines'][number]['hit']['other']>,
  paint: (text: string) => string,
): string {
  const text = plainText(variant.content)
  let end = 0
  let marked = ''
  const clean = (part: string): string => screenText(part).replace(/\s+/gu, ' ')
  for (const span of spans) {
    marked += clean(text.slice(end, span.start)) + paint(clean(text.slice(span.start, span.end)))
    end = span.end
  }
  return marked + clean(text.slice(end))
}

/**
 * A concordance for another program: `isAll`, whether there are no more than these; `counted`, units looked at for `forms`,
 * the words that the text was found in with how often; `lines`, one a place: `left`, `keyword`, `right` as on the screen, the
 * whole `text` with the `span` of the keyword (UTF-16), the `other` text with `otherSpans` that render it, the `key` of the unit
 * in its file and its `memory`, the `document` it comes from and the `date` of its last change (empty when not known).
 */
export function concordanceJson(query: ConcordanceQuery, { lines, page }: FoundConcordance) {
  return {
    text: query.text,
    language: query.language,
    isAll: page.isAll,
    counted: page.counted,
    forms: page.forms,
    lines: lines.map(({ hit, span, left, keyword, right, form, document, date }) => ({
      left,
      keyword,
      right,
      form,
      span,
      text: plainText(hit.variant.content),
      language: hit.variant.language,
      ...(hit.other === undefined
        ? {}
        : {
            other: plainText(hit.other.variant.content),
            otherLanguage: hit.other.variant.language,
            otherSpans: hit.other.spans,
          }),
      key: hit.unit.key,
      memory: hit.unit.memory,
      document,
      date,
    })),
  }
}
