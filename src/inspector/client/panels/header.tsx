import type { PartProps } from '../part.ts'

/** Names, languages, progress, saving state and menus. */
export function Header({ state }: PartProps) {
  return (
    <header class="bar">
      <h1 class="bar__name">{state.sheet.name}</h1>
    </header>
  )
}
