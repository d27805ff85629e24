import type { Context } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { shorten } from './core/text.ts'
import type { Pin, SegmentRange } from './core/types.ts'
import { decodeText } from './formats/_text/decode.ts'
import { inputFrom } from './input.ts'

/** Reads the pins of a pair of texts from a file; see `parsePins`. */
export async function readPins(path: string, context: Context): Promise<readonly Pin[]> {
  const input = inputFrom(path)
  return parsePins(decodeText(await input.bytes(), input.name, context), path)
}

/**
 * Understands a list of pins, one a line: the numbers of segments of the source, a tab, those of the target. Segments are
 * counted from 1, as lines of a segmented text are: `3`, `3-5`, and `-` or nothing for a side without a counterpart. Blank
 * lines, lines that begin with `# ` and further cells are passed over. Anything else is an AppError PINS_BAD_LIST that names the
 * line; pins that contradict each other are found when the texts are aligned.
 */
export function parsePins(text: string, name: string): readonly Pin[] {
  return text
    .replace(/^\ufeff/u, '')
    .split(/\r\n|\n|\r/u)
    .flatMap((line, i) =>
      line.trim() === '' || line.startsWith('# ') ? [] : [parseLine(line, `${name}, line ${i + 1}`)],
    )
}

function parseLine(line: string, where: string): Pin {
  const cells = line.split('\t')
  const [left, right] = cells
  if (left === undefined || right === undefined)
    throw new AppError(
      'PINS_BAD_LIST',
      `${where}: there is no tab between source and target: ${shorten(line.trim(), 60)}`,
    )
  const pin = { source: rangeOf(left, where), target: rangeOf(right, where), where }
  if (isEmpty(pin.source) && isEmpty(pin.target))
    throw new AppError('PINS_BAD_LIST', `${where}: neither side has a segment`)
  return pin
}

const isEmpty = ({ from, to }: SegmentRange): boolean => from === to

function rangeOf(cell: string, where: string): SegmentRange {
  const text = cell.trim()
  if (text === '' || text === '-') return { from: 0, to: 0 }
  const [, first = '', last = first] = /^(\d{1,9})(?:\s*-\s*(\d{1,9}))?$/u.exec(text) ?? []
  const [from, to] = [Number(first) - 1, Number(last)]
  if (first === '' || from < 0 || to <= from)
    throw new AppError('PINS_BAD_LIST', `${where}: ${shorten(text, 40)} is no number of a segment and no range of them`)
  return { from, to }
}
