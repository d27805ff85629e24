import type { Bead, SegmentRange } from '../../../editing.ts'
import type { PartProps } from '../part.ts'
import { useLayoutEffect, useMemo, useRef } from '../preact.ts'
import { countBeads, isWhole } from '../store/early.ts'
import type { PageState } from '../store/types.ts'
import { memo } from '../text/memo.tsx'
import { LinkBar } from './link-bar.tsx'
import { onRowClick, onRowOver } from './pointing.ts'
import { RowCells, type SideLanguages } from './row-cells.tsx'
import { useDrag } from './use-drag.ts'
import { useRowWindow } from './use-row-window.ts'

/** The rows: a grid of which only what the window shows, and the current row, is in the document. */
export function Rows(props: PartProps) {
  const { state, store, t } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, topOf, total } = useRowWindow(state, scroller)
  const dragged = useDrag(scroller, store)
  const { beads } = state.editing.pair
  const drawn = rows.map((row) => beads[state.shown[row] ?? -1]?.id ?? '').join()
  useLayoutEffect(() => {
    store.show(drawn.split(','))
  }, [drawn, state.details.size === 0])
  const languages = useMemo(() => languagesOf(state), [state.sheet])
  const searched = state.filter.text.trim()
  return (
    <>
      {state.linking ? <LinkBar {...props} linking={state.linking} /> : null}
      <div
        class="grid"
        role="grid"
        aria-label={t('row.grid')}
        aria-rowcount={(isWhole(state) ? state.shown.length : countBeads(state)) + 1}
        aria-multiselectable="true"
        data-whole={isWhole(state) ? '' : undefined}
      >
        <Head state={state} t={t} />
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: every key of the page works here too. */}
        <div
          class="grid__scroll"
          ref={scroller}
          role="rowgroup"
          onClick={(event) => onRowClick(event, store)}
          onPointerOver={(event) => onRowOver(event, store)}
          onPointerLeave={() => store.light(0)}
        >
          {state.shown.length === 0 ? <p class="grid__empty">{t('row.none')}</p> : null}
          <div class="grid__body" role="presentation" style={{ height: `${total * shareOf(state)}px` }}>
            {rows.map((row) => {
              const place = state.shown[row] ?? -1
              const bead = beads[place]
              return bead ? (
                <Row
                  key={bead.id}
                  {...{ state, store, t, languages, searched, row, place, bead, dragged }}
                  top={topOf(row)}
                />
              ) : null
            })}
          </div>
        </div>
      </div>
    </>
  )
}

/** How much more there is than what is there: so high will it be about. */
function shareOf(state: PageState): number {
  return isWhole(state) ? 1 : countBeads(state) / Math.max(1, state.shown.length)
}

const Head = memo(function Head({ state, t }: Pick<PartProps, 'state' | 't'>) {
  return (
    <div class="grid__head" role="row" aria-rowindex={1}>
      <span role="columnheader">{t('row.number')}</span>
      <span role="columnheader">{state.sheet.source.id}</span>
      <span role="columnheader">{t('row.link')}</span>
      <span role="columnheader">{state.sheet.target.id}</span>
      <span role="columnheader">{t('row.decision')}</span>
    </div>
  )
})

interface RowProps extends PartProps {
  readonly languages: SideLanguages
  readonly searched: string
  readonly row: number
  readonly place: number
  readonly bead: Bead
  readonly top: number
  /** Where something is dragged to: a place, or undefined. */
  readonly dragged: { readonly over: number } | undefined
}

function Row({ state, store, t, languages, searched, row, place, bead, top, dragged }: RowProps) {
  const isCurrent = place === state.current
  const isSelected = state.selected.has(bead.id)
  const isCrossing = state.crossing[place] === 1
  const failed = state.failed.get(bead.id)
  const flags = {
    isCurrent,
    isSelected,
    isCrossing,
    isTarget: dragged?.over === place,
    hasFailed: failed !== undefined,
  }
  return (
    <div
      class={classOf(bead, flags)}
      role="row"
      aria-rowindex={row + 2}
      aria-selected={isSelected || isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      data-row={row}
      data-place={place}
      style={{ transform: `translateY(${top}px)` }}
    >
      <RowCells
        {...{ bead, place, languages, searched, isCurrent, isCrossing, failed, t, store }}
        source={state.editing.pair.source}
        target={state.editing.pair.target}
        detail={isCurrent ? state.details.get(bead.id) : undefined}
        lit={isCurrent ? state.lit : 0}
        isEditable={state.sheet.isEditable}
        chosenSource={chosenIn(bead.source, state.linking?.source)}
        chosenTarget={chosenIn(bead.target, state.linking?.target)}
      />
    </div>
  )
}

/** What is chosen to be linked, for rows that hold some of it. */
function chosenIn(range: SegmentRange, chosen: SegmentRange | undefined): SegmentRange | undefined {
  return chosen && chosen.from < range.to && range.from < chosen.to ? chosen : undefined
}

interface RowFlags {
  readonly isCurrent: boolean
  readonly isSelected: boolean
  readonly isCrossing: boolean
  readonly isTarget: boolean
  readonly hasFailed: boolean
}

function classOf(bead: Bead, flags: RowFlags): string {
  const names = [
    'row',
    `row--${bead.decision.state}`,
    flags.isCurrent && 'row--current',
    flags.isSelected && 'row--selected',
    flags.isCrossing && 'row--crossing',
    flags.isTarget && 'row--target',
    flags.hasFailed && 'row--failed',
    bead.source.from === bead.source.to && 'row--insertion',
    bead.target.from === bead.target.to && 'row--deletion',
  ]
  return names.filter(Boolean).join(' ')
}

function languagesOf({ sheet }: PageState): SideLanguages {
  return {
    source: { lang: sheet.source.language, dir: sheet.source.direction },
    target: { lang: sheet.target.language, dir: sheet.target.direction },
  }
}
