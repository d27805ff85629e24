import type { MemoryTextKey } from '../../locales/memory/en.ts'
import type { TextValues } from '../text/filled-text.ts'
import type { MemoryState, MemoryStore } from './store/types.ts'

/** A text of the page in its language. */
export type MemoryTranslate = (key: MemoryTextKey, values?: TextValues) => string

/** What each part of the page is given. */
export interface MemoryPartProps {
  readonly state: MemoryState
  readonly store: MemoryStore
  readonly t: MemoryTranslate
}
