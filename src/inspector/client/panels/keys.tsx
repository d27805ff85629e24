import { capsOf } from '../commands/keys.ts'

interface KeysProps {
  /** Names of keys as commands have them. */
  readonly names: readonly string[]
  /** The word between two ways. */
  readonly or: string
  readonly class?: string
}

/** Keys as caps, with a word between those that do the same. */
export function Keys({ names, or, class: ownClass = 'keys' }: KeysProps) {
  return (
    <>
      {names.map((name, i) => (
        <span key={name} class={ownClass}>
          {i > 0 && <span class="keys__or">{or}</span>}
          {capsOf(name).map((cap) => (
            <kbd key={cap} class="key">
              {cap}
            </kbd>
          ))}
        </span>
      ))}
    </>
  )
}
