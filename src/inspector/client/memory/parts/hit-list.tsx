import type { ComponentChildren } from '../../preact.ts'
import { useLayoutEffect, useRef } from '../../preact.ts'
import type { MemoryState, MemoryStore } from '../store/types.ts'

interface HitListProps<Hit> {
  readonly state: MemoryState
  readonly store: MemoryStore
  readonly label: string
  readonly hits: readonly Hit[]
  /** What is in a row, as grid cells. */
  readonly cells: (hit: Hit) => ComponentChildren
  readonly class: string
  /** What stands under the rows. */
  readonly children?: ComponentChildren
}

/** What a search found: few enough to be drawn at once. */
export function HitList<Hit>({ state, store, label, hits, cells, class: ownClass, children }: HitListProps<Hit>) {
  const scroller = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>('.row--current')
    if (!row) return
    row.scrollIntoView({ block: 'nearest' })
    const here = document.activeElement
    if (here === document.body || (here instanceof HTMLElement && here.matches('[role=row]'))) row.focus()
  }, [state.revealed])
  return (
    <div class="hits" ref={scroller}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: every key of the page works here too. */}
      <div
        class={`hits__rows ${ownClass}`}
        role="grid"
        aria-label={label}
        onClick={(event) => {
          const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
          if (row !== null) store.choose(Number(row.dataset.row))
        }}
      >
        {hits.map((hit, row) => (
          <div
            key={row}
            class={`hit${row === state.current ? ' row--current' : ''}`}
            role="row"
            aria-selected={row === state.current}
            tabIndex={row === state.current ? 0 : -1}
            data-row={row}
          >
            {cells(hit)}
          </div>
        ))}
      </div>
      {children}
    </div>
  )
}
