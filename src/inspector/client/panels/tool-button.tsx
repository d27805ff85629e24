import { Sign, type SignName } from './signs.tsx'

interface ToolButtonProps {
  readonly label: string
  /** As commands have them; the first one is shown. */
  readonly keys: readonly string[]
  readonly isAble: boolean
  readonly sign?: SignName | undefined
  readonly face?: string | undefined
  run(): void
}

/** A command as a button; its name and key are told on hover and to screen readers. */
export function ToolButton({ label, keys, isAble, sign, face, run }: ToolButtonProps) {
  return (
    <button
      type="button"
      class="button button--quiet"
      aria-label={label}
      title={`${label} (${keys[0] ?? ''})`}
      aria-keyshortcuts={keys.map((key) => key.replaceAll('Ctrl', 'Control')).join(' ')}
      aria-disabled={!isAble}
      onClick={run}
    >
      {sign === undefined ? face : <Sign name={sign} />}
    </button>
  )
}
