/** Outlines of the signs on buttons, drawn on a field of 16 by 16 with lines of the colour of the text. */
const outlines = {
  undo: 'M6.5 3 3 6.5 6.5 10M3 6.5h6.2a3.3 3.3 0 0 1 0 6.6H7',
  redo: 'M9.5 3 13 6.5 9.5 10M13 6.5H6.8a3.3 3.3 0 0 0 0 6.6H9',
  saved: 'M3 8.5 6.5 12 13 4.5',
  saving: 'M8 2.5v2.2M8 11.3v2.2M2.5 8h2.2M11.3 8h2.2M4.1 4.1l1.6 1.6M10.3 10.3l1.6 1.6',
  failed: 'M8 2 14.5 13.5h-13ZM8 6.5v3.2M8 11.6v.4',
  settings: 'M2.5 5h6M12 5h1.5M2.5 11H4M7.5 11h6M8.5 3.2v3.6h3.5V3.2ZM4 9.2v3.6h3.5V9.2Z',
  down: 'M4.5 6.5 8 10l3.5-3.5',
  side: 'M2.5 3h11v10h-11ZM6.5 3v10',
} as const

export type SignName = keyof typeof outlines

/** A small picture that says nothing on its own: its button has a name. */
export function Sign({ name, class: ownClass = 'bar__sign' }: { readonly name: SignName; readonly class?: string }) {
  return (
    <svg class={ownClass} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={outlines[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
