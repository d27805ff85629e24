import type { LanguageTag } from './core/types.ts'
import { loadPack } from './languages/index.ts'

/** What the server of the inspector needs of the rooms. */
export { isFixedBead } from './core/pins.ts'
export { joinerOf } from './languages/index.ts'

/** In which direction a language is written. */
export async function directionOf(tag: LanguageTag): Promise<'ltr' | 'rtl'> {
  return (await loadPack(tag)).direction
}
