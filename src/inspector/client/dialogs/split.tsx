import type { Bead, EditedSide } from '../../../editing.ts'
import type { BeadDetail } from '../../protocol.ts'
import type { PartProps } from '../part.ts'
import { useEffect, useMemo, useRef, useState } from '../preact.ts'
import { matchesOf } from '../why/matches.ts'
import {
  type CutPlace,
  counterpartPlace,
  cutPlaces,
  draftSplit,
  naturalPlace,
  nextPlace,
  type Tie,
} from './cut-places.ts'
import { DialogFrame } from './frame.tsx'

/** Divides a bead: between segments or inside one, on both sides. */
export function SplitDialog({ state, store, t, bead }: PartProps & { readonly bead: Bead }) {
  const { source, target } = state.editing.pair
  const places = useMemo(
    () => ({
      source: cutPlaces(source, bead.source.from, bead.source.to, state.sheet.source.language),
      target: cutPlaces(target, bead.target.from, bead.target.to, state.sheet.target.language),
    }),
    [bead],
  )
  const ties = useMemo(() => tiesOf(state.details.get(bead.id)), [bead])
  const [sourceAt, setSource] = useState(() => naturalPlace(places.source, 0.5))
  /** Until it is moved itself, the place of the target follows that of the source. */
  const [targetAt, setTarget] = useState<number>()
  const offsets = {
    source: sourceAt,
    target: targetAt ?? counterpartPlace(places.source, places.target, sourceAt, ties),
  }
  const close = (): void => store.open(undefined)
  const split = (isSplit: boolean): void => {
    const drafts = draftSplit(bead, source, target, offsets, isSplit)
    close()
    for (const draft of drafts) store.edit(draft)
  }
  const isCut = draftSplit(bead, source, target, offsets, false).length > 0
  return (
    <DialogFrame title={t('split.title')} closeLabel={t('dialog.close')} onClose={close} class="dialog--wide">
      <form
        class="dialog__body"
        onSubmit={(event) => {
          event.preventDefault()
          split(true)
        }}
      >
        <p class="dialog__help">{t('split.help')}</p>
        <div class="cutter__sides">
          {(['source', 'target'] as const).map((side) => (
            <Cutter
              key={side}
              label={t(side === 'source' ? 'row.source' : 'row.target')}
              text={state.editing.pair[side]}
              places={places[side]}
              offset={offsets[side]}
              lang={state.sheet[side].language}
              dir={state.sheet[side].direction}
              none={t('row.absent')}
              onMove={side === 'source' ? setSource : setTarget}
              onDone={() => split(true)}
            />
          ))}
        </div>
        <div class="dialog__actions">
          <button type="button" class="button button--quiet" onClick={close}>
            {t('dialog.cancel')}
          </button>
          <button type="button" class="button" disabled={!isCut} onClick={() => split(false)}>
            {t('split.cutOnly')}
          </button>
          <button type="submit" class="button button--main">
            {t('split.make')} <kbd class="key">⏎</kbd>
          </button>
        </div>
      </form>
    </DialogFrame>
  )
}

/** Names and words of the bead, where they stand first. */
function tiesOf(detail: BeadDetail | undefined): readonly Tie[] {
  if (!detail) return []
  return matchesOf(detail).flatMap(({ source, target, evidence }) => {
    const [here, there] = [source[0], target[0]]
    return here && there ? { source: here.start, target: there.start, weight: Math.max(0, evidence.score) } : []
  })
}

interface CutterProps {
  readonly label: string
  readonly text: EditedSide
  readonly places: readonly CutPlace[]
  readonly offset: number
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly none: string
  onMove(offset: number): void
  onDone(): void
}

/** The text of a side with the place where it is cut; arrow keys and clicks move it. */
function Cutter({ label, text, places, offset, lang, dir, none, onMove, onDone }: CutterProps) {
  const first = places[0]?.offset ?? 0
  const last = places.at(-1)?.offset ?? first
  const before = text.text.slice(first, offset)
  const after = text.text.slice(offset, last)
  const forward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  const moves: Readonly<Record<string, () => number>> = {
    [forward]: () => nextPlace(places, offset, 1, 'word'),
    [back]: () => nextPlace(places, offset, -1, 'word'),
    ArrowDown: () => nextPlace(places, offset, 1, 'sign'),
    ArrowUp: () => nextPlace(places, offset, -1, 'sign'),
    Home: () => first,
    End: () => last,
  }
  const mark = useRef<HTMLSpanElement>(null)
  // A side may be longer than the window is high; the dialog is there to scroll when it has been drawn.
  useEffect(() => mark.current?.scrollIntoView({ block: 'nearest' }), [offset])
  if (places.length === 0) {
    return (
      <div class="cutter">
        <span class="cutter__label">{label}</span>
        <p class="absent">{none}</p>
      </div>
    )
  }
  return (
    <div class="cutter">
      <span class="cutter__label">{label}</span>
      <div
        class="cutter__text"
        role="slider"
        tabIndex={0}
        lang={lang}
        dir={dir}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={last - first}
        aria-valuenow={offset - first}
        aria-valuetext={`${before.slice(-40)} | ${after.slice(0, 40)}`}
        onKeyDown={(event) => {
          const move = moves[event.key]
          if (event.key === 'Enter') onDone()
          else if (move) onMove(move())
          else return
          event.preventDefault()
        }}
        onClick={(event) => {
          const at = clickedOffset(event, first, offset)
          if (at !== undefined) onMove(Math.max(first, Math.min(last, at)))
        }}
      >
        <span class="cutter__before">{before}</span>
        <span ref={mark} class="cutter__place" aria-hidden="true" />
        <span class="cutter__after">{after}</span>
      </div>
    </div>
  )
}

/** The offset of the letter that was clicked, as the browser finds it. */
function clickedOffset(event: MouseEvent, first: number, offset: number): number | undefined {
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY)
  const node = caret?.offsetNode
  if (!caret || !node) return undefined
  const isAfter = node.parentElement?.classList.contains('cutter__after') === true
  return (isAfter ? offset : first) + caret.offset
}
