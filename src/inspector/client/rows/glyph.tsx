import type { Bead } from '../../../editing.ts'
import type { Translate } from '../text/translate.ts'

const width = 40
const step = 7
const edge = 4
const mostDots = 5

export interface GlyphProps {
  readonly bead: Bead
  readonly t: Translate
}

/** The shape of a bead: its segments as dots on both sides, what joins them as lines; relation by the kind of line. */
export function Glyph({ bead, t }: GlyphProps) {
  const here = bead.source.to - bead.source.from
  const there = bead.target.to - bead.target.from
  const percent = Math.round(bead.confidence * 100)
  const relation = t(`relation.${bead.relation}`)
  const shape = `${here}:${there}`
  const label =
    bead.relation === 'unaligned' ? `${relation}, ${shape}` : `${relation}, ${shape}, ${t('row.percent', { percent })}`
  return (
    <span class={`glyph glyph--${bead.relation}`} role="img" aria-label={label} title={label}>
      <Shape here={Math.min(here, mostDots)} there={Math.min(there, mostDots)} />
      <span class="glyph__words">
        {here === 1 && there === 1 ? null : <span class="glyph__shape-text">{shape}</span>}
        {bead.relation === 'unaligned' ? null : <span class="glyph__percent">{percent}%</span>}
      </span>
    </span>
  )
}

function Shape({ here, there }: { readonly here: number; readonly there: number }) {
  const height = Math.max(here, there, 1) * step + step
  const left = spread(here, height)
  const right = spread(there, height)
  const joins = left.flatMap((y) => right.map((z) => [y, z] as const))
  return (
    <svg class="glyph__shape" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {joins.map(([y, z]) => (
        <path
          key={`${y}-${z}`}
          class="glyph__line"
          d={`M${edge} ${y}C${width / 2} ${y} ${width / 2} ${z} ${width - edge} ${z}`}
          fill="none"
        />
      ))}
      {left.map((y) => (
        <circle key={y} class="glyph__dot" cx={edge} cy={y} r="3" />
      ))}
      {right.map((y) => (
        <circle key={y} class="glyph__dot" cx={width - edge} cy={y} r="3" />
      ))}
      {here === 0 ? <path class="glyph__gap" d={gapAt(edge, height)} /> : null}
      {there === 0 ? <path class="glyph__gap" d={gapAt(width - edge, height)} /> : null}
    </svg>
  )
}

function spread(dots: number, height: number): readonly number[] {
  return Array.from({ length: dots }, (_, at) => height / 2 + (at - (dots - 1) / 2) * step)
}

/** A small cross where a side is missing. */
function gapAt(x: number, height: number): string {
  const y = height / 2
  return `M${x - 3} ${y - 3}l6 6m0 -6l-6 6`
}
