import type { Bead, EditedPair, EditedSide, SegmentRange } from '../../../editing.ts'

/** How the text is set, as far as heights depend on it: pixels of CSS. */
export interface Setting {
  /** Width of the text of one side. */
  readonly width: number
  readonly lineHeight: number
  /** Width of a usual letter; wide signs (CJK) take two. */
  readonly letterWidth: number
  /** What a row has above and below its lines. */
  readonly padding: number
  /** What stands between two segments. */
  readonly gap: number
}

/** About how high a row will be; it is measured when it is shown. */
export function estimateHeight(
  bead: Bead,
  pair: EditedPair,
  setting: Setting,
  isWide: readonly [boolean, boolean],
): number {
  const source = sideHeight(bead.source, pair.source, setting, isWide[0])
  const target = sideHeight(bead.target, pair.target, setting, isWide[1])
  return Math.max(source, target, setting.lineHeight) + setting.padding
}

function sideHeight(range: SegmentRange, side: EditedSide, setting: Setting, isWide: boolean): number {
  const perLine = Math.max(1, Math.floor(setting.width / (setting.letterWidth * (isWide ? 2 : 1))))
  let height = 0
  for (let index = range.from; index < range.to; index++) {
    const span = side.segments[index]?.span
    const letters = span ? span.end - span.start : 0
    height += Math.max(1, Math.ceil(letters / perLine)) * setting.lineHeight + (index > range.from ? setting.gap : 0)
  }
  return height
}

const sampled = 2000
const wide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/gu

/** True for a text that is mostly set in wide signs, judged by its head. */
export function isWideText(text: string): boolean {
  const sample = text.slice(0, sampled)
  return (sample.match(wide)?.length ?? 0) > sample.length / 3
}
