import type { PageState, Store } from './store/types.ts'
import type { Translate } from './text/translate.ts'

/** What each part of the page is given. */
export interface PartProps {
  readonly state: PageState
  readonly store: Store
  readonly t: Translate
}
