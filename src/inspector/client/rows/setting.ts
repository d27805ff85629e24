import type { Setting } from './estimate.ts'

/** Before anything is drawn. */
export const usualSetting: Setting = { width: 420, lineHeight: 22, letterWidth: 7.6, padding: 13, gap: 4 }

const lettersPerSize = 0.5

/** How the text of the rows is set now, read from a row that is drawn. */
export function readSetting(scroller: HTMLElement): Setting {
  const text = scroller.querySelector<HTMLElement>('.segment__text')
  const side = text?.closest<HTMLElement>('.row__side')
  if (!text || !side) return usualSetting
  const style = getComputedStyle(text)
  const size = Number.parseFloat(style.fontSize) || 16
  const lineHeight = Number.parseFloat(style.lineHeight) || size * 1.5
  const indent = text.getBoundingClientRect().left - side.getBoundingClientRect().left
  const width = Math.max(80, side.clientWidth - Math.max(0, Math.min(indent, 60)))
  return { width, lineHeight, letterWidth: size * lettersPerSize, padding: usualSetting.padding, gap: usualSetting.gap }
}
