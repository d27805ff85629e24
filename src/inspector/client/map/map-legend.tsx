import type { PartProps } from '../part.ts'
import { type MarkKind, markKinds } from './plot.ts'

/** What each shape and colour of the map means. */
export function MapLegend({ t }: PartProps) {
  return (
    <ul class="map__legend" aria-label={t('map.legend')}>
      {markKinds.map((kind) => (
        <li key={kind} class="map__kind">
          <svg class={`map__sample map__swatch--${kind}`} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            <Shape kind={kind} />
          </svg>
          <span class="map__name">
            {kind === 'reviewed' || kind === 'rejected' ? t(`map.${kind}`) : t(`relation.${kind}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Shape({ kind }: { readonly kind: MarkKind }) {
  if (kind === 'unaligned') return <path d="M6 0v7h6" fill="none" stroke="currentColor" stroke-width="2.5" />
  const isFilled = kind === 'translation' || kind === 'reviewed'
  return (
    <>
      <rect
        x="1"
        y="1"
        width="10"
        height="10"
        fill={isFilled ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.5"
      />
      {kind === 'partial' && <path d="M1 1h5v10H1z" fill="currentColor" />}
      {kind === 'rejected' && <path d="M1 1l10 10M11 1 1 11" stroke="currentColor" stroke-width="1.5" />}
    </>
  )
}
