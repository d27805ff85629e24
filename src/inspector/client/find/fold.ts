/** A text made ready for searching, and how its offsets run. */
export interface FoldedText {
  readonly text: string
  /** Offsets in the folded text before which a unit of the original was left out, ascending; as often as units were. */
  readonly dropped: Uint32Array
}

const dropUnit = 0
const spaceUnit = 0x20

/**
 * Folds a text for searching: letters without case, marks and width (`É`, `e` and `ｅ` are one), any white space as one space,
 * none after a Han character or kana, no invisible characters. What is searched has to be folded too.
 */
export function foldText(text: string): FoldedText {
  const table = new Map<number, number>()
  const folded = new Uint16Array(text.length)
  const dropped: number[] = []
  let length = 0
  let last = spaceUnit
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const to = unit < 0x80 ? foldAscii(unit) : foldedUnit(unit, table)
    if (to === dropUnit || (to === spaceUnit && (last === spaceUnit || isUnspaced(last)))) dropped.push(length)
    else {
      folded[length++] = to
      last = to
    }
  }
  return { text: stringOf(folded.subarray(0, length)), dropped: Uint32Array.from(dropped) }
}

/** What a person types, folded as texts are, without space around it. */
export function foldQuery(query: string): string {
  return foldText(query.trim()).text.trim()
}

/** Where an offset of the original text lies in the folded one; a unit that was left out lies where the next one does. */
export function createOffsetFold(folded: FoldedText): (offset: number) => number {
  const { dropped } = folded
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

/** Scripts that write no space between words: a line end there parts nothing. */
function isUnspaced(unit: number): boolean {
  return (unit >= 0x3001 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)
}

function stringOf(units: Uint16Array): string {
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units)
}
