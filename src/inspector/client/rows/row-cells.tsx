import type { Bead, EditedSide, SegmentRange } from '../../../editing.ts'
import type { BeadDetail, CheckKind } from '../../protocol.ts'
import { isPinned } from '../store/opened-pair.ts'
import type { Store } from '../store/types.ts'
import { memo } from '../text/memo.tsx'
import type { Translate } from '../text/translate.ts'
import { Crossing } from './crossing.tsx'
import { Glyph } from './glyph.tsx'
import type { MarkSpan } from './mark-tree.ts'
import { MarkedText } from './segment-text.tsx'
import { evidenceSpans, foundSpans, moveSpans, ownText } from './spans.ts'
import { Wire } from './wires.tsx'

export interface RowCellsProps {
  readonly bead: Bead
  readonly place: number
  readonly source: EditedSide
  readonly target: EditedSide
  readonly languages: SideLanguages
  readonly isCurrent: boolean
  readonly isCrossing: boolean
  readonly failed: readonly CheckKind[] | undefined
  /** Evidence, for the current bead only. */
  readonly detail: BeadDetail | undefined
  readonly lit: number
  /** Empty when nothing is searched. */
  readonly searched: string
  readonly chosenSource: SegmentRange | undefined
  readonly chosenTarget: SegmentRange | undefined
  readonly isEditable: boolean
  readonly store: Store
  readonly t: Translate
}

/** How the texts of both sides are set. */
export interface SideLanguages {
  readonly source: { readonly lang: string; readonly dir: 'ltr' | 'rtl' }
  readonly target: { readonly lang: string; readonly dir: 'ltr' | 'rtl' }
}

/** The cells of a row. They are drawn again only when something of their bead is another one. */
export const RowCells = memo(function RowCells(props: RowCellsProps) {
  const { bead, place, isCurrent, isCrossing, failed, detail, lit, t } = props
  return (
    <>
      <div class="row__number" role="gridcell">
        {place + 1}
      </div>
      <SideCell {...props} side="source" />
      <div class="row__link" role="gridcell">
        <Glyph bead={bead} t={t} />
        {isCrossing ? <Crossing bead={bead} t={t} /> : null}
        {isCurrent && detail ? <Wire detail={detail} lit={lit} /> : null}
      </div>
      <SideCell {...props} side="target" />
      <div class="row__decision" role="gridcell">
        <Decision bead={bead} failed={failed} t={t} />
        {isCurrent && props.isEditable ? <Actions bead={bead} store={props.store} t={t} /> : null}
      </div>
    </>
  )
})

function Decision({ bead, failed, t }: Pick<RowCellsProps, 'bead' | 'failed' | 't'>) {
  const { state } = bead.decision
  const checks = failed?.map((check) => t(`check.${check}`)).join(', ')
  return (
    <>
      <span class={state === 'proposed' ? 'unseen' : `state state--${state}`}>{t(`decision.${state}`)}</span>
      {isPinned(bead) ? <Sign name="pin-sign" label={t('row.pinned')} text="⚲" /> : null}
      {checks ? <Sign name="check-sign" label={t('row.failed', { checks })} text="!" /> : null}
      {bead.comment === undefined ? null : <Sign name="note-sign" label={bead.comment} text="✎" />}
    </>
  )
}

/** What is done most, on the row itself. */
function Actions({ bead, store, t }: Pick<RowCellsProps, 'bead' | 'store' | 't'>) {
  return (
    <span class="row__actions">
      {(['accept', 'reject'] as const).map((edit) => (
        <button
          key={edit}
          type="button"
          class={`button button--quiet row__action row__action--${edit}`}
          aria-label={t(`command.${edit}`)}
          title={t(`command.${edit}`)}
          aria-pressed={bead.decision.state === `${edit}ed`}
          onClick={(event) => {
            event.stopPropagation()
            store.edit({ edit, beads: [bead.id] })
          }}
        >
          {edit === 'accept' ? '✓' : '✕'}
        </button>
      ))}
    </span>
  )
}

function Sign({ name, label, text }: { readonly name: string; readonly label: string; readonly text: string }) {
  return (
    <span class={name} role="img" aria-label={label} title={label}>
      {text}
    </span>
  )
}

function SideCell(props: RowCellsProps & { readonly side: 'source' | 'target' }) {
  const { bead, side, t } = props
  const { lang, dir } = props.languages[side]
  const own = ownText(bead, side)
  const range = bead[side]
  return (
    <div class={`row__side row__side--${side}`} role="gridcell" lang={lang} dir={dir}>
      {range.from === range.to ? (
        <span class="absent">{t('row.absent')}</span>
      ) : own === undefined ? (
        Array.from({ length: range.to - range.from }, (_, at) => (
          <SegmentLine key={range.from + at} {...props} segment={range.from + at} />
        ))
      ) : (
        <OwnText {...props} own={own} />
      )}
    </div>
  )
}

function SegmentLine(props: RowCellsProps & { readonly side: 'source' | 'target'; readonly segment: number }) {
  const { side, segment, lit, searched } = props
  const { text, segments } = props[side]
  const chosen = side === 'source' ? props.chosenSource : props.chosenTarget
  const { start, end } = segments[segment]?.span ?? { start: 0, end: 0 }
  const isChosen = chosen !== undefined && chosen.from <= segment && segment < chosen.to
  const spans = [...evidenceSpans(props.detail, side), ...foundSpans(text, start, end, searched)]
  return (
    <p class={isChosen ? 'segment segment--chosen' : 'segment'} data-side={side} data-segment={segment}>
      <span class="segment__number grip" data-grip="" title={props.t('row.drag')}>
        {segment + 1}
      </span>
      <bdi class="segment__text" dir={directionOf(props, side)}>
        <MarkedText text={text} start={start} end={end} spans={spans} lit={lit} />
      </bdi>
    </p>
  )
}

/**
 * A sentence from right to left may begin with a name from left to right, so that its letters do not tell; that a language is
 * not known to run from right to left does not tell either.
 */
const directionOf = ({ languages }: RowCellsProps, side: 'source' | 'target'): 'rtl' | 'auto' =>
  languages[side].dir === 'rtl' ? 'rtl' : 'auto'

/** What a person wrote in place of a side: one line, with the marks that still fit. */
function OwnText(props: RowCellsProps & { readonly side: 'source' | 'target'; readonly own: string }) {
  const { bead, side, own, lit, searched, t } = props
  const evidence: readonly MarkSpan[] = moveSpans(evidenceSpans(props.detail, side), props[side].text, own)
  const spans = [...evidence, ...foundSpans(own, 0, own.length, searched)]
  return (
    <p class="segment segment--own" data-side={side} data-segment={bead[side].from}>
      <span class="segment__number" title={t('row.own')}>
        ✎
      </span>
      <bdi class="segment__text" dir={directionOf(props, side)}>
        <MarkedText text={own} start={0} end={own.length} spans={spans} lit={lit} />
      </bdi>
    </p>
  )
}
