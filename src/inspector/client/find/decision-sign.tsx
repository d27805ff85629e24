import type { Decision } from '../../../editing.ts'

const outlines: Readonly<Record<Decision['state'], string>> = {
  proposed: 'M8 3.2a4.8 4.8 0 1 0 .01 0Z',
  accepted: 'M3 8.5 6.5 12 13 4.5',
  rejected: 'M4 4l8 8M12 4l-8 8',
  edited: 'M3 13l.8-3L11 2.8 13.2 5 6 12.2Z',
}

/** A tick, a cross, a pencil, or an empty ring: what was decided, told by shape. */
export function DecisionSign({ state }: { readonly state: Decision['state'] }) {
  return (
    <svg class={`find__glyph find__glyph--${state}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={outlines[state]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
