import type { Relation } from '../../../editing.ts'

/** Shapes that tell relations apart without colour, as in the map: filled, half filled, outlined, a dash. */
export function RelationSign({ relation }: { readonly relation: Relation }) {
  return (
    <svg class={`find__glyph find__glyph--${relation}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {relation === 'unaligned' ? (
        <path d="M3 8h10" stroke="currentColor" stroke-width="2.5" stroke-dasharray="2.5 1.5" />
      ) : (
        <rect x="3" y="3" width="10" height="10" rx="1.5" fill="none" stroke="currentColor" stroke-width="1.5" />
      )}
      {relation === 'translation' && <rect x="3" y="3" width="10" height="10" rx="1.5" fill="currentColor" />}
      {relation === 'partial' && <path d="M4 3h4v10H4z" fill="currentColor" />}
    </svg>
  )
}
