import type { MemoryUnit } from '../../../../memory-view.ts'
import { useEffect, useRef } from '../../preact.ts'
import { languageName } from '../../text/language-name.ts'
import type { MemoryPartProps } from '../part.ts'
import { unitAt } from '../store/reading.ts'
import { pairOf, RelationSign, StateSign, unitSides, VariantText } from './unit-cells.tsx'
import { useListWindow } from './use-list-window.ts'

/** All units that pass: a grid of which only what the window shows is in the document. */
export function UnitsList({ state, store, t }: MemoryPartProps) {
  const { list, current, revealed } = state
  const scroller = useRef<HTMLDivElement>(null)
  const version = JSON.stringify(state.query)
  const { rows, topOf, height } = useListWindow({ count: list.count, version, current, revealed }, scroller)
  const [from, to] = [rows[0] ?? 0, rows.at(-1) ?? 0]
  useEffect(() => store.need(Math.min(from, to), Math.max(from, to) + 1), [from, to, list.version])
  const pair = pairOf(state)
  const names = pair.map((tag) => languageName(tag, state.locale))
  return (
    <div class="grid" role="grid" aria-label={t('memory.units.grid')} aria-rowcount={list.count + 1}>
      <div class="grid__head" role="row" aria-rowindex={1}>
        <span role="columnheader">{t('memory.units.number')}</span>
        <span role="columnheader">{names[0] ?? t('memory.units.source')}</span>
        <span role="columnheader">{names[1] ?? t('memory.units.targets')}</span>
        <span role="columnheader">{t('memory.units.state')}</span>
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: every key of the page works here too. */}
      <div
        class="grid__scroll"
        ref={scroller}
        role="rowgroup"
        onClick={(event) => {
          const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
          if (row !== null) store.choose(Number(row.dataset.row))
        }}
        onDblClick={() => {
          const unit = unitAt(store.state().list, store.state().current)
          if (unit !== undefined && !state.sheet.isReadOnly) store.open({ kind: 'edit', unit })
        }}
      >
        {list.count === 0 && list.isWhole ? <p class="grid__empty">{t('memory.units.none')}</p> : null}
        <div class="grid__body" role="presentation" style={{ height: `${height}px` }}>
          {rows.map((row) => (
            <UnitRow key={row} {...{ state, t, row }} unit={unitAt(list, row)} pair={pair} top={topOf(row)} />
          ))}
        </div>
      </div>
    </div>
  )
}

interface UnitRowProps extends Pick<MemoryPartProps, 'state' | 't'> {
  readonly row: number
  readonly unit: MemoryUnit | undefined
  readonly pair: readonly string[]
  readonly top: number
}

function UnitRow({ state, t, row, unit, pair, top }: UnitRowProps) {
  const isCurrent = row === state.current
  const isSelected = unit !== undefined && state.selected.has(unit.key)
  const names = [
    'row',
    unit && `row--${unit.unit.decision.state}`,
    isCurrent && 'row--current',
    isSelected && 'row--selected',
  ]
  const [source, targets] = unit === undefined ? [[], []] : unitSides(unit, pair)
  return (
    <div
      class={names.filter(Boolean).join(' ')}
      role="row"
      aria-rowindex={row + 2}
      aria-selected={isCurrent || isSelected}
      tabIndex={isCurrent ? 0 : -1}
      data-row={row}
      data-absent={unit === undefined ? '' : undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span class="row__number" role="gridcell">
        {row + 1}
      </span>
      <div class="row__side row__side--source" role="gridcell">
        {unit === undefined ? <span class="waiting" /> : null}
        {source.map((variant, i) => (
          <VariantText key={i} {...{ variant, state }} isNamed={pair.length === 0} />
        ))}
      </div>
      <div class="row__side row__side--target" role="gridcell">
        {unit === undefined ? <span class="waiting" /> : null}
        {targets.map((variant, i) => (
          <VariantText key={i} {...{ variant, state }} isNamed={pair.length === 0 || targets.length > 1} />
        ))}
      </div>
      <div class="row__decision" role="gridcell">
        {unit === undefined ? null : (
          <>
            <StateSign {...{ unit, t }} />
            <RelationSign {...{ unit, t }} />
          </>
        )}
      </div>
    </div>
  )
}
