import type { Bead } from '../../../editing.ts'
import type { Translate } from '../text/translate.ts'

/** Says where in the target a crossing bead stands: between which segments. */
export function Crossing({ bead, t }: { readonly bead: Bead; readonly t: Translate }) {
  const { from, to } = bead.target
  const segments = to - from > 1 ? `${from + 1}–${to}` : `${from + 1}`
  const label = t('row.crossing', { segments })
  return (
    <span class="crossing" role="img" aria-label={label} title={label}>
      ⤭ {segments}
    </span>
  )
}
