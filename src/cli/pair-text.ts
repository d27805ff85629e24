import type { PairView, Reason, TextView } from '../summary.ts'
import { pad, wrap, wrapPieces } from './layout.ts'
import type { Paint } from './paint.ts'

/** How a pair is shown. */
export interface PairTextOptions {
  readonly paint: Paint
  /** Lines are broken at this many columns; absent: not at all, so that other programs find whole sentences. */
  readonly columns?: number
  /** Short names of the two languages, at the head of the texts. */
  readonly labels: readonly [source: string, target: string]
}

const indent = '   '

/** One pair as a translator reads it: both texts with what matches in matching colours, then the reasons in words. */
export function pairText(pair: PairView, number: number, options: PairTextOptions): string {
  const { paint, labels } = options
  const width = Math.max(...labels.map((label) => label.length), 'because'.length) + 2
  const head = `${paint.strong(`${number}.`)} ${relationText(pair, paint)}, ${percentText(pair.confidence)}`
  const row = (label: string, lines: readonly string[]): readonly string[] =>
    lines.map((line, i) => `${indent}${paint.faint(pad(i === 0 ? label : '', width))}${line}`)
  const room = options.columns === undefined ? undefined : options.columns - width - indent.length
  const reasons = reasonTexts(pair.reasons).join(' · ')
  return [
    head,
    ...row(labels[0], textLines(pair.source, pair.reasons, paint, room)),
    ...row(labels[1], textLines(pair.target, pair.reasons, paint, room)),
    ...(reasons === '' ? [] : row('because', broken(reasons, room))),
    ...(pair.doubts.length === 0 ? [] : row('but', broken(pair.doubts.join(' · '), room))),
    '',
  ].join('\n')
}

/** Whole per cents, never 100: a program does not know. */
const percentText = (probability: number): string => `${Math.min(99, Math.floor(probability * 100))} %`

function relationText(pair: PairView, paint: Paint): string {
  if (pair.relation === 'translation') return paint.good('translation')
  return pair.relation === 'partial' ? paint.doubtful('partial') : paint.faint(pair.relation)
}

const broken = (text: string, columns: number | undefined): readonly string[] =>
  columns === undefined ? [text] : wrap(text, columns)

/** The text in lines, every mark in the colour of its reason. */
function textLines(
  view: TextView,
  reasons: readonly Reason[],
  paint: Paint,
  columns: number | undefined,
): readonly string[] {
  const pieces = piecesOf(view)
  const lines = columns === undefined ? [pieces] : wrapPieces(pieces, columns)
  const colour = ({ text, reason }: ColouredPiece): string => {
    if (reason === undefined) return text
    return reasons[reason]?.kind === 'word' ? paint.faintMark(reason, text) : paint.mark(reason, text)
  }
  return lines.map((line) => joinSame(line).map(colour).join(''))
}

/** Neighbours of one colour as one piece, so that the terminal gets one change of colour and not one a word. */
function joinSame(pieces: readonly ColouredPiece[]): readonly ColouredPiece[] {
  const joined: ColouredPiece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last !== undefined && last.reason === piece.reason)
      joined[joined.length - 1] = { ...last, text: last.text + piece.text }
    else joined.push(piece)
  }
  return joined
}

interface ColouredPiece {
  readonly text: string
  readonly reason?: number
}

function piecesOf({ text, marks }: TextView): readonly ColouredPiece[] {
  const pieces: ColouredPiece[] = []
  let end = 0
  for (const mark of marks) {
    pieces.push({ text: text.slice(end, mark.start) }, { text: text.slice(mark.start, mark.end), reason: mark.reason })
    end = mark.end
  }
  return [...pieces, { text: text.slice(end) }].filter((piece) => piece.text !== '')
}

/** `date juli 2023 = 2023年7月`, and all words together. */
function reasonTexts(reasons: readonly Reason[]): readonly string[] {
  const same = (reason: Reason): string => `${reason.source} = ${reason.target}`
  const words = [...new Set(reasons.filter((reason) => reason.kind === 'word').map(same))]
  const things = reasons.filter((reason) => reason.kind !== 'word').map((reason) => `${reason.kind} ${same(reason)}`)
  return [...new Set(things), ...(words.length === 0 ? [] : [`words ${words.join(', ')}`])]
}
