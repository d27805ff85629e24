import { matchesOf } from '../why/matches.ts'
import type { EditDraft, PageState } from './types.ts'

type Said = NonNullable<PageState['said']>

/** What is said of an edit on the bead at a place. */
export function sayEdit(draft: EditDraft, place: number): Said {
  const count = 'beads' in draft ? draft.beads.length : 1
  const isMany = count > 1 && (draft.edit === 'accept' || draft.edit === 'reject' || draft.edit === 'reopen')
  return { key: isMany ? `said.${draft.edit}.many` : `said.${draft.edit}`, values: { pair: place + 1, count } }
}

/** What is said of a match of the current bead: how both sides put it. */
export function sayMatch({ editing, details, current, said }: PageState, number: number): PageState['said'] {
  const detail = details.get(editing.pair.beads[current]?.id ?? '')
  const match = detail && matchesOf(detail).find((each) => each.number === number)
  const [here, there] = [match?.source[0], match?.target[0]]
  if (!here || !there) return said
  const { source, target } = editing.pair
  return {
    key: 'said.light',
    values: { what: `${source.text.slice(here.start, here.end)} = ${target.text.slice(there.start, there.end)}` },
  }
}
