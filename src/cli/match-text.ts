import { nativeText, plainText } from '../content-text.ts'
import type { Match } from '../index.ts'
import { pad, wrap } from './layout.ts'
import type { Paint } from './paint.ts'
import { screenText } from './screen-text.ts'

/** How a match is shown. */
export interface MatchTextOptions {
  readonly paint: Paint
  /** The text that was looked up. */
  readonly query: string
  /** Lines are broken at this many columns; absent: not at all. */
  readonly columns?: number
}

const indent = '   '
const labelWidth = 11

/** One match as a translator reads it: how alike, both texts, the translation with numbers put right, and what differs. */
export function matchText(match: Match, number: number, { paint, query, columns }: MatchTextOptions): string {
  const { kind, score, base, source, target, suggestion, unit } = match
  const origin = unit.unit.origin?.sourceFile ?? ''
  const facts = [
    `${paint.strong(`${score} %`)} ${kind}`,
    ...(kind === 'fuzzy' ? [`${percent(base)} % of it the same`] : []),
    ...(origin === '' ? [] : [`from ${screenText(origin)}`]),
    ...(unit.memory === 'main' ? [] : [`memory ${screenText(unit.memory)}`]),
  ]
  const room = columns === undefined ? undefined : columns - indent.length - labelWidth
  const row = (label: string, text: string, style = (line: string) => line): readonly string[] =>
    linesOf(screenText(text), room).map(
      (line, i) => `${indent}${paint.faint(pad(i === 0 ? label : '', labelWidth))}${style(line)}`,
    )
  const why = [...differenceTexts(match, query), ...match.penalties.map(({ note, points }) => `${note} (−${points})`)]
  return [
    `${paint.strong(`${number}.`)} ${facts.join(' · ')}`,
    ...row(source.language, nativeText(source.content)),
    ...row(target.language, nativeText(target.content)),
    ...(suggestion === undefined ? [] : row('put right', nativeText(suggestion), paint.good)),
    ...(why.length === 0 ? [] : row('but', why.join(' · '))),
    '',
  ].join('\n')
}

const linesOf = (text: string, room: number | undefined): readonly string[] =>
  room === undefined ? [text] : wrap(text, room)

const percent = (share: number): number => Math.floor(share * 100 + 1e-9)

/** What the note of the penalty says better than the places do. */
const saidByPenalty: ReadonlySet<string> = new Set(['tag', 'case', 'punctuation'])

/** `2021, there 1982`. */
function differenceTexts({ differences, source }: Match, query: string): readonly string[] {
  const there = plainText(source.content)
  const shown = differences.filter(({ kind }) => !saidByPenalty.has(kind))
  return shown.map((difference) => {
    const own = query.slice(difference.query.start, difference.query.end)
    const other = there.slice(difference.match.start, difference.match.end)
    if (own === '') return `only there: ${other}`
    if (other === '') return `not there: ${own}`
    return `${own}, there ${other}`
  })
}

/**
 * A match for another program: `score` and `base` in percent, `kind` context, exact or fuzzy; `source` and `target` without
 * inline codes, `sourceContent` and `targetContent` with them, and their languages; `suggestion`, the target with numbers put
 * right; `differences`, with UTF-16 offsets into the text looked up and into `source`; `penalties` with points and words;
 * `key` of the unit in its file, its `memory`, how often it was used, and what else is known of it.
 */
export function matchJson({ unit, source, target, kind, base, score, differences, penalties, suggestion }: Match) {
  const { relation, confidence, decision, origin, props, notes } = unit.unit
  return {
    score,
    base: Math.round(base * 10_000) / 100,
    kind,
    source: plainText(source.content),
    target: plainText(target.content),
    sourceLanguage: source.language,
    targetLanguage: target.language,
    ...(suggestion === undefined ? {} : { suggestion: nativeText(suggestion) }),
    differences,
    penalties,
    key: unit.key,
    memory: unit.memory,
    uses: unit.uses,
    ...(relation === undefined ? {} : { relation }),
    ...(confidence === undefined ? {} : { confidence }),
    state: decision.state,
    ...(origin === undefined ? {} : { origin }),
    notes,
    props,
    sourceContent: source.content,
    targetContent: target.content,
  }
}
