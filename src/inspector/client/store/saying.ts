import type { Bead } from '../../../editing.ts'
import { placeOf } from '../commands/neighbours.ts'
import { matchesOf } from '../why/matches.ts'
import { placeOfId } from './places.ts'
import type { EditDraft, PageState } from './types.ts'

type Said = NonNullable<PageState['said']>

/** What is said of an edit: the pair is the one that it was made on, wherever the page stands. */
export function sayEdit(draft: EditDraft, before: PageState, after: PageState): Said {
  const count = 'beads' in draft ? draft.beads.length : 1
  const isMany = count > 1 && (draft.edit === 'accept' || draft.edit === 'reject' || draft.edit === 'reopen')
  const place = placeOfEdit(draft, before, after.editing.pair.beads)
  const pair = 1 + (place < 0 ? before.current : place)
  return { key: isMany ? `said.${draft.edit}.many` : `said.${draft.edit}`, values: { pair, count } }
}

function placeOfEdit(draft: EditDraft, { editing, current }: PageState, after: readonly Bead[]): number {
  const { beads } = editing.pair
  if ('beads' in draft) return placeOfId(beads, draft.beads[0] ?? '')
  if ('bead' in draft) return placeOfId(beads, draft.bead)
  switch (draft.edit) {
    case 'move':
      return placeOf(after, draft.side, draft.segment, Math.max(0, placeOfId(beads, draft.to)))
    case 'link':
      return placeOfId(after, `${draft.source.from}-${draft.source.to}:${draft.target.from}-${draft.target.to}`)
    case 'cut':
      return placeOf(beads, draft.side, draft.segment, Math.max(0, current))
    case 'realign':
      return -1
  }
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
