import { languageName } from '../language-names.ts'
import type { SideSummary, Summary } from '../summary.ts'
import type { Io } from './command.ts'
import { pad, widthOf, wrap } from './layout.ts'
import { createPaint, type Paint } from './paint.ts'
import { pairText } from './pair-text.ts'

/** Texts are broken at no more than this many columns, however wide the terminal is. */
const widest = 100

/** An alignment in plain words: the two texts, how they were taken, what was found. */
export function summaryText(summary: Summary, io: Io): string {
  const paint = createPaint(io.hasColour)
  const { source, target } = summary
  const width = Math.max(widthOf(source.file), widthOf(target.file)) + 2
  return [
    ...[source, target].map((side) => `${paint.strong(pad(side.file, width))}${sideText(side)}`),
    '',
    ...wrap(modeText(summary), columnsOf(io) ?? widest),
    '',
    ...beadLines(summary, paint),
    '',
  ].join('\n')
}

function sideText(side: SideSummary): string {
  const furniture = side.furniture === 0 ? '' : `, ${side.furniture} of them menus and other page furniture, set aside`
  return `${languageText(side.language.tag)}, ${count(side.segments, 'segment')}${furniture}`
}

/** `Dutch (nl)`. */
export const languageText = (tag: string): string => `${languageName(tag)} (${tag})`

function modeText({ mode, modeReason }: Summary): string {
  const words =
    mode === 'parallel'
      ? 'Parallel: taken for a text and its translation'
      : 'Comparable: taken for two texts about the same things, not for translations of each other'
  return `${words} (${modeReason}).`
}

function beadLines({ beads, source, target }: Summary, paint: Paint): readonly string[] {
  const rows: readonly (readonly [string, number, string])[] = [
    [paint.good('translation'), beads.translation, 'say the same'],
    [paint.doubtful('partial'), beads.partial, 'share a statement, and one side says more'],
    [paint.faint('related'), beads.related, 'about the same thing, no translation; not exported unless asked for'],
  ]
  const names = ['translation', 'partial', 'related']
  const longest = Math.max(...names.map((name) => name.length)) + 2
  const left =
    source.unaligned + target.unaligned === 0
      ? '  every sentence has a counterpart'
      : `  without a counterpart: ${source.unaligned} in the first text, ${target.unaligned} in the second`
  return [
    ...rows.map(
      ([name, number, doc], i) =>
        `  ${name}${' '.repeat(longest - (names[i] ?? '').length)}${pad(String(number), 6)}${paint.faint(doc)}`,
    ),
    left,
  ]
}

/** The best pairs under a heading; empty when there are none to show. */
export function pairsText(summary: Summary, io: Io): string {
  const paint = createPaint(io.hasColour)
  const { pairs } = summary
  if (pairs.length === 0) return 'No two sentences belong together.\n'
  const heading =
    summary.exported.pairs > 0
      ? `${pairs.length === 1 ? 'The best' : `The ${pairs.length} best`} of ${count(summary.exported.pairs, 'pair')}`
      : `No pair is close enough for a translation memory. The ${pairs.length} closest`
  const columns = columnsOf(io)
  const options = {
    paint,
    labels: [summary.source.language.tag, summary.target.language.tag] as const,
    ...(columns === undefined ? {} : { columns }),
  }
  return `${paint.strong(heading)}\n${pairs.map((pair, i) => pairText(pair, i + 1, options)).join('\n')}`
}

/** Width for texts; absent when they are not to be broken. */
const columnsOf = (io: Io): number | undefined =>
  io.columns === undefined ? undefined : Math.max(40, Math.min(io.columns, widest))

/** `1 pair`, `2 pairs`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

/** `9 pairs (1 translation, 8 partial)`: what went into the outputs. */
export function exportedText({ exported }: Summary): string {
  const kinds = Object.entries(exported.beads).filter(([, number]) => number > 0)
  const parts = kinds.length < 2 ? '' : ` (${kinds.map(([relation, number]) => `${number} ${relation}`).join(', ')})`
  const units = exported.units < exported.pairs ? `, ${count(exported.units, 'unit')} without repetitions` : ''
  return `${count(exported.pairs, 'pair')}${parts}${units}`
}
