import type { PartProps } from '../part.ts'
import { placeOfId } from '../store/places.ts'
import { CommentDialog } from './comment.tsx'
import { RetextDialog } from './retext.tsx'
import { SplitDialog } from './split.tsx'

/** The dialogs that are about one bead, when one of them is open and the bead is still there. */
export function BeadDialogs(props: PartProps) {
  const { dialog, editing } = props.state
  if (!dialog || !('bead' in dialog)) return null
  const bead = editing.pair.beads[placeOfId(editing.pair.beads, dialog.bead)]
  if (!bead) return null
  // No keys: the id of a bead may become another one while somebody writes.
  if (dialog.kind === 'split') return <SplitDialog {...props} bead={bead} />
  if (dialog.kind === 'retext') return <RetextDialog {...props} bead={bead} />
  return <CommentDialog {...props} bead={bead} />
}
