/** A text made ready for searching, and how its offsets run. */
export interface FoldedText {
  readonly text: string
  /** Offsets in the folded text before which a unit of the original was left out, ascending; as often as units were. */
  readonly dropped: Uint32Array
}

const dropUnit = 0
const spaceUnit = 0x20

/** A long text made ready for searching, in pieces. */
export interface FoldedPieces extends Pick<FoldedText, 'dropped'> {
  readonly pieces: readonly string[]
  /** Where each piece begins in the whole. */
  readonly starts: readonly number[]
}

/**
 * Folds a text for searching: letters without case, marks and width (`É`, `e` and `ｅ` are one), any white space as one space,
 * none after a Han character or kana, no invisible characters. What is searched has to be folded too.
 */
export function foldText(text: string): FoldedText {
  const folder = createFolder(text)
  return { text: folder.fold(text.length), dropped: folder.dropped() }
}

const unitsAtOnce = 50_000

/** As `foldText`, with a pause behind each piece. */
export function* foldInPieces(text: string): Generator<undefined, FoldedPieces> {
  const folder = createFolder(text)
  const pieces: string[] = []
  const starts: number[] = []
  let length = 0
  for (let from = 0; from < text.length; from += unitsAtOnce) {
    if (from > 0) yield undefined
    const piece = folder.fold(Math.min(text.length, from + unitsAtOnce))
    starts.push(length)
    pieces.push(piece)
    length += piece.length
  }
  return { pieces, starts, dropped: folder.dropped() }
}

/** The part of a folded text between two of its offsets, with some more around it, and where that begins. */
export function stretchOf(
  { pieces, starts }: FoldedPieces,
  from: number,
  to: number,
): { readonly text: string; readonly start: number } {
  let first = starts.length - 1
  while (first > 0 && (starts[first] ?? 0) > from) first--
  let end = first + 1
  while (end < starts.length && (starts[end] ?? 0) < to) end++
  return { text: pieces.slice(first, end).join(''), start: starts[first] ?? 0 }
}

/** Folds a text from its head on. */
interface Folder {
  /** Folds on up to an offset; half of a character is kept back for the next time. */
  fold(to: number): string
  dropped(): Uint32Array
}

function createFolder(text: string): Folder {
  const table = new Map<number, number>()
  const dropped: number[] = []
  let last = spaceUnit
  let at = 0
  let half: number | undefined
  return {
    fold: (to) => {
      const folded = new Uint16Array(to - at + 1)
      let length = 0
      if (half !== undefined) folded[length++] = half
      for (; at < to; at++) {
        const unit = text.charCodeAt(at)
        const into = unit < 0x80 ? foldAscii(unit) : foldedUnit(unit, table)
        if (into === dropUnit || (into === spaceUnit && (last === spaceUnit || isUnspaced(last))))
          dropped.push(at - dropped.length)
        else {
          folded[length++] = into
          last = into
        }
      }
      half = to < text.length && isHalf(last) ? last : undefined
      return stringOf(folded.subarray(0, half === undefined ? length : length - 1))
    },
    dropped: () => Uint32Array.from(dropped),
  }
}

/** What a person types, folded as texts are, without space around it. */
export function foldQuery(query: string): string {
  return foldText(query.trim()).text.trim()
}

/** Where an offset of the original text lies in the folded one; a unit that was left out lies where the next one does. */
export function createOffsetFold({ dropped }: Pick<FoldedText, 'dropped'>): (offset: number) => number {
  // Callers mostly walk onward, so the last answer is where the search starts.
  let count = 0
  return (offset) => {
    while (count > 0 && (dropped[count - 1] ?? 0) + count - 1 >= offset) count--
    while (count < dropped.length && (dropped[count] ?? 0) + count < offset) count++
    return offset - count
  }
}

function foldAscii(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit + 0x20
  if (unit > spaceUnit) return unit
  return unit === spaceUnit || (unit >= 9 && unit <= 13) ? spaceUnit : dropUnit
}

function foldedUnit(unit: number, table: Map<number, number>): number {
  // Han characters and halves of pairs stand for themselves, and are most of what there is.
  if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xd800 && unit <= 0xdfff)) return unit
  const known = table.get(unit)
  if (known !== undefined) return known
  const to = foldCharacter(String.fromCharCode(unit))
  table.set(unit, to)
  return to
}

/** Case first, since some capitals have no other tie to their letter; a syllable of Hangul stays whole. */
function foldCharacter(character: string): number {
  if (/\p{White_Space}/u.test(character)) return spaceUnit
  if (/[\p{Mn}\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(character)) return dropUnit
  const bare = character
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .normalize('NFKC')
  return bare.length === 1 ? bare.charCodeAt(0) : character.toLowerCase().charCodeAt(0)
}

/** The first half of a pair of units that are one character. */
const isHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/** Scripts that write no space between words: a line end there parts nothing. */
function isUnspaced(unit: number): boolean {
  return (unit >= 0x3001 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)
}

function stringOf(units: Uint16Array): string {
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units)
}
