import type { SegmentRange } from '../../../editing.ts'
import type { PartProps } from '../part.ts'
import { useLayoutEffect, useMemo, useRef } from '../preact.ts'
import { countBeads, isWhole } from '../store/early.ts'
import type { PageState } from '../store/types.ts'
import { memo } from '../text/memo.tsx'
import { LinkBar } from './link-bar.tsx'
import { onRowClick, onRowOver } from './pointing.ts'
import { RowCells, type RowCellsProps, type SideLanguages } from './row-cells.tsx'
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
  const searched = state.shownFor.text.trim()
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
              if (!bead) return null
              const isCurrent = place === state.current
              return (
                <Row
                  key={bead.id}
                  {...{ bead, place, row, languages, searched, isCurrent, store, t }}
                  top={topOf(row)}
                  source={state.editing.pair.source}
                  target={state.editing.pair.target}
                  isSelected={state.selected.has(bead.id)}
                  isCrossing={state.crossing[place] === 1}
                  isTarget={dragged?.over === place}
                  isEditable={state.sheet.isEditable}
                  failed={state.failed.get(bead.id)}
                  detail={isCurrent ? state.details.get(bead.id) : undefined}
                  lit={isCurrent ? state.lit : 0}
                  chosenSource={chosenIn(bead.source, state.linking?.source)}
                  chosenTarget={chosenIn(bead.target, state.linking?.target)}
                />
              )
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

interface RowProps extends RowCellsProps {
  readonly row: number
  readonly top: number
  readonly isSelected: boolean
  /** Something is dragged over it. */
  readonly isTarget: boolean
}

/** Drawn again only when something of its own is another one. */
const Row = memo(function Row({ row, top, isSelected, isTarget, ...cells }: RowProps) {
  const { place, isCurrent } = cells
  return (
    <div
      class={classOf(cells, { isSelected, isTarget })}
      role="row"
      aria-rowindex={row + 2}
      aria-selected={isSelected || isCurrent}
      data-row={row}
      data-place={place}
      style={{ transform: `translateY(${top}px)` }}
    >
      <RowCells {...cells} />
    </div>
  )
})

/** What is chosen to be linked, for rows that hold some of it. */
function chosenIn(range: SegmentRange, chosen: SegmentRange | undefined): SegmentRange | undefined {
  return chosen && chosen.from < range.to && range.from < chosen.to ? chosen : undefined
}

function classOf(
  { bead, isCurrent, isCrossing, failed }: RowCellsProps,
  { isSelected, isTarget }: Pick<RowProps, 'isSelected' | 'isTarget'>,
): string {
  const names = [
    'row',
    `row--${bead.decision.state}`,
    isCurrent && 'row--current',
    isSelected && 'row--selected',
    isCrossing && 'row--crossing',
    isTarget && 'row--target',
    failed !== undefined && 'row--failed',
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
