/*
 * Class names (styles lie in styles/):
 *
 * page  page__body  page__side  page__main  page__why        whole page; `page--side-closed`, `page--why-closed`
 * skip                                                       link to the rows, seen when focused
 * said                                                       live region, one line
 * button  button--main  button--quiet  button--on            every button; key = <kbd class="key">
 * field  field__label  field__input                          label + input in forms
 * dialog  dialog__inside  dialog__head  dialog__title  dialog__close  dialog__body  dialog__actions
 *
 * tools  tools__group  tool  tool__name                       bar of commands over the rows: buttons with name and key
 * grid  grid__head  grid__scroll  grid__body                 the rows: heads, scroller (tabIndex), tall inside (position: relative)
 * row   (position: absolute; inset-inline: 0; top by transform)
 *   row--current  row--selected  row--accepted  row--rejected  row--edited  row--proposed
 *   row--insertion (target only)  row--deletion (source only)  row--crossing  row--failed  row--target (something is dragged over it)
 * row__number  row__side  row__side--source  row__side--target  row__link  row__decision  row__actions
 * segment  segment__number  segment__text                    one line a segment; segment--chosen (being linked)
 *   segment--drag (being dragged)
 * absent                                                     the empty side of a one-sided bead
 * glyph  glyph--translation  glyph--partial  glyph--related  glyph--unaligned
 * glyph__shape (svg)  glyph__shape-text ("2:1")  glyph__percent  glyph__bar
 * crossing                                                   "target 41–42" sign in the link cell of a crossing bead
 * note-sign  check-sign                                      signs for a comment, failed checks
 * state  state--accepted …                                   decision mark: a sign and a word
 * grip                                                       handle of a segment (touch-action: none, cursor: grab)
 * mark  mark--1 … mark--8  mark--name  mark--word  mark--lit evidence; data-mark holds its number
 * mark--check  mark--found                                   failed check; what was searched
 * wires  wire  wire--1 … wire--8  wire--lit                  svg lines in the current row
 * linking  linking__side  linking__actions                   bar over the rows while a link is made
 *
 * why  why__head  why__sentence  why__list  why__item  why__swatch (mark number)  why__what  why__note  why__weight (bar, data-sign)
 * why__checks  why__check  why__decision  why__comment  why__actions
 *
 * The only `input[type=search]` is that of the find panel: the key `/` puts the focus there.
 *
 * cutter  cutter__text  cutter__place  cutter__place--on     split dialog
 */
import { Tools } from './commands/tools.tsx'
import { BeadDialogs } from './dialogs/bead-dialogs.tsx'
import { FindPanel } from './find/find-panel.tsx'
import { Minimap } from './map/minimap.tsx'
import { Dialogs } from './panels/dialogs.tsx'
import { Header } from './panels/header.tsx'
import type { PartProps } from './part.ts'
import { Rows } from './rows/rows.tsx'
import { calmPace, soonPace, useCalm } from './text/calm.ts'
import { memo } from './text/memo.tsx'
import { WhyPanel } from './why/why-panel.tsx'

const CalmHeader = memo(Header)
const CalmFindPanel = memo(FindPanel)
const CalmMinimap = memo(Minimap)
const CalmTools = memo(Tools)
const CalmWhyPanel = memo(WhyPanel)

/** The page: header, what finds, the rows, why, and what is open over them. */
export function App(props: PartProps) {
  const { state, t } = props
  const calm: PartProps = { ...props, state: useCalm(state, calmPace) }
  const soon: PartProps = { ...props, state: useCalm(state, soonPace) }
  const closed = `${state.isSideOpen ? '' : ' page--side-closed'}${state.isWhyOpen ? '' : ' page--why-closed'}`
  return (
    <div class={`page${closed}`}>
      <a class="skip" href="#rows">
        {t('page.skip')}
      </a>
      <CalmHeader {...calm} />
      <div class="page__body">
        {state.isSideOpen ? (
          <aside class="page__side" aria-label={t('page.side')}>
            <CalmFindPanel {...calm} />
            <CalmMinimap {...calm} />
          </aside>
        ) : null}
        <main class="page__main" id="rows">
          <CalmTools {...soon} />
          <Rows {...props} />
        </main>
        <CalmWhyPanel {...soon} />
      </div>
      <BeadDialogs {...props} />
      <Dialogs {...props} />
      <div class="said" role="status" aria-live="polite">
        {state.said ? t(state.said.key, state.said.values) : null}
      </div>
    </div>
  )
}
