import { useSettled } from '../find/settled.ts'
import type { PartProps } from '../part.ts'
import { useEffect, useRef, useState } from '../preact.ts'
import { countBeads } from '../store/early.ts'
import { languageName } from '../text/language-name.ts'
import { MapLegend } from './map-legend.tsx'
import { paintMarks } from './paint.ts'
import { PartingsList } from './partings-list.tsx'
import { frameOf, type MarkKind, type Marks, markKinds, nearestBead, type PlotSize, plotBeads } from './plot.ts'
import { useSeenRows } from './seen-rows.ts'

/** The whole document as a plot of both texts against each other: the source runs down, the target across. */
export function Minimap(props: PartProps) {
  const { state, t } = props
  const { source, target } = state.sheet
  const { sourceSegments, targetSegments } = countSegments(state)
  const sourceName = t('map.source', {
    language: languageName(source.language, state.locale),
    count: sourceSegments,
  })
  const targetName = t('map.target', {
    language: languageName(target.language, state.locale),
    count: targetSegments,
  })
  return (
    <section class="map" aria-labelledby="map-title">
      <h2 id="map-title" class="map__title">
        {t('map.title')}
      </h2>
      <div class="map__frame">
        <p class="map__axis map__axis--target" title={targetName}>
          {targetName}
        </p>
        <p class="map__axis map__axis--source" title={sourceName}>
          {sourceName}
        </p>
        <Plot {...props} />
      </div>
      <MapLegend {...props} />
      <PartingsList {...props} />
    </section>
  )
}

function countSegments({ sheet, editing }: PartProps['state']): Pick<PlotSize, 'sourceSegments' | 'targetSegments'> {
  const { source, target } = editing.pair
  return sheet.whole ?? { sourceSegments: source.segments.length, targetSegments: target.segments.length }
}

/** Steps of the keys of a slider, in beads. */
const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  ArrowLeft: (at) => at - 1,
  PageDown: (at, count) => at + Math.ceil(count / 20),
  PageUp: (at, count) => at - Math.ceil(count / 20),
  Home: () => 0,
  End: (_, count) => count - 1,
}

function Plot({ state, store, t }: PartProps) {
  const plot = useRef<HTMLDivElement>(null)
  const { beads } = state.editing.pair
  const count = countBeads(state)
  const pixels = useSize(plot)
  const size: PlotSize = { ...countSegments(state), width: pixels, height: pixels }
  const go = (event: PointerEvent): void => {
    const box = plot.current?.getBoundingClientRect()
    if (box === undefined) return
    const place = nearestBead(beads, size, event.clientX - box.left, event.clientY - box.top)
    if (place >= 0 && place !== store.state().current) store.moveTo(place)
  }
  const bead = beads[state.current]
  const now =
    bead === undefined
      ? t('map.empty')
      : t('map.at', { number: state.current + 1, of: count, relation: t(`relation.${bead.relation}`) })
  return (
    <div
      ref={plot}
      class="map__plot"
      role="slider"
      tabIndex={0}
      aria-label={t('map.slider')}
      aria-orientation="vertical"
      aria-valuemin={count === 0 ? 0 : 1}
      aria-valuemax={count}
      aria-valuenow={state.current + 1}
      aria-valuetext={now}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) go(event)
      }}
      onKeyDown={(event) => {
        const step = steps[event.key]
        if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return
        event.preventDefault()
        event.stopPropagation()
        // What is drawn here comes a moment late; keys come one behind the other.
        const { current, editing } = store.state()
        const { length } = editing.pair.beads
        store.moveTo(Math.max(0, Math.min(length - 1, step(current, length))))
      }}
    >
      <Canvas state={state} size={size} />
      <Seen state={state} size={size} />
    </div>
  )
}

/** The side of the plot in pixels; it follows the width of its panel. */
function useSize(plot: { readonly current: HTMLElement | null }): number {
  const [pixels, setPixels] = useState(0)
  useEffect(() => {
    const element = plot.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setPixels(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return pixels
}

function Canvas({ state, size }: { readonly state: PartProps['state']; readonly size: PlotSize }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { beads } = state.editing.pair
  const marks = useSettled(() => plotBeads(beads, size), [beads, size.width])
  const [systemTheme, setSystemTheme] = useState(0)
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const changed = (): void => setSystemTheme((count) => count + 1)
    dark.addEventListener('change', changed)
    return () => dark.removeEventListener('change', changed)
  }, [])
  useEffect(() => {
    if (canvas.current !== null && marks !== undefined && size.width > 0) draw(canvas.current, marks, size)
  }, [marks, size.width, state.theme, systemTheme])
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus; the slider around it and the list below say what it shows.
  return <canvas ref={canvas} class="map__canvas" aria-hidden="true" />
}

function draw(canvas: HTMLCanvasElement, marks: Marks, size: PlotSize): void {
  const scale = devicePixelRatio
  canvas.width = Math.round(size.width * scale)
  canvas.height = Math.round(size.height * scale)
  const painter = canvas.getContext('2d')
  if (painter === null) return
  painter.scale(scale, scale)
  paintMarks(painter, marks, coloursOf(canvas))
}

/** Colours as the legend beside the plot has them, whatever theme or setting of the system made them so. */
function coloursOf(canvas: HTMLCanvasElement): Readonly<Record<MarkKind, string>> {
  const legend = canvas.closest('.map')
  const colours = markKinds.map((kind) => {
    const swatch = legend?.querySelector(`.map__swatch--${kind}`)
    return [kind, swatch === null || swatch === undefined ? 'gray' : getComputedStyle(swatch).color]
  })
  return Object.fromEntries(colours)
}

/** The rows that are seen, as a frame, and a line at their height. */
function Seen({ state, size }: { readonly state: PartProps['state']; readonly size: PlotSize }) {
  const { beads } = state.editing.pair
  const [first, last] = useSeenRows(state) ?? [state.current, state.current]
  const frame = frameOf(beads, size, first, last)
  const here = frameOf(beads, size, state.current, state.current)
  if (frame === undefined || here === undefined) return null
  const middle = here.y + here.height / 2
  return (
    <>
      <div class="map__line" style={{ transform: `translateY(${middle}px)` }} />
      <div
        class="map__seen"
        style={{
          transform: `translate(${frame.x}px, ${frame.y}px)`,
          width: `${frame.width}px`,
          height: `${frame.height}px`,
        }}
      />
    </>
  )
}
