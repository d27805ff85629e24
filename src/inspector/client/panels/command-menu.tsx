import { commands, isOffered } from '../commands/table.ts'
import type { PartProps } from '../part.ts'
import type { Command } from '../store/types.ts'
import { Keys } from './keys.tsx'
import { closePopover, Popover } from './popover.tsx'
import { Sign } from './signs.tsx'

/** A menu of the commands of a group, with their keys; none when the page offers none of them. */
export function CommandMenu(props: PartProps & { readonly group: Command['group'] }) {
  const { state, store, t, group } = props
  const offered = commands.filter((command) => command.group === group && (state.sheet.isEditable || !command.isEdit))
  if (offered.length === 0) return null
  const name = t(`header.menu.${group}`)
  return (
    <Popover
      id={`menu-${group}`}
      class="button button--quiet"
      role="menu"
      insideClass="menu--commands"
      insideLabel={name}
      face={
        <>
          {name}
          <Sign name="down" />
        </>
      }
    >
      {offered.map((command) => (
        <button
          key={command.name}
          type="button"
          role="menuitem"
          class="menu__item"
          tabIndex={-1}
          aria-disabled={!isOffered(command, state)}
          onKeyDown={moveFocus}
          onClick={(event) => {
            if (!isOffered(command, store.state())) return
            closePopover(event.currentTarget)
            command.run(store)
          }}
        >
          <span class="menu__name">{t(command.name)}</span>
          <Keys names={command.keys.slice(0, 1)} class="menu__keys" or={t('help.or')} />
        </button>
      ))}
    </Popover>
  )
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Keys of a menu stay in it: those of the page would act behind it. */
function moveFocus(event: KeyboardEvent): void {
  event.stopPropagation()
  const here = event.currentTarget
  if (!(here instanceof HTMLElement)) return
  if (event.key === 'Tab') closePopover(here)
  const step = steps[event.key]
  const items = [...(here.parentElement?.querySelectorAll('[role=menuitem]') ?? [])]
  const next = step === undefined ? undefined : items[step(items.indexOf(here), items.length)]
  if (!(next instanceof HTMLElement)) return
  event.preventDefault()
  next.focus()
}
