import { DialogFrame } from '../dialogs/frame.tsx'
import { Keys } from './keys.tsx'

interface HelpFrameProps {
  readonly words: { readonly title: string; readonly close: string; readonly intro: string; readonly or: string }
  readonly groups: readonly HelpGroup[]
  onClose(): void
}

interface HelpGroup {
  readonly title: string
  readonly commands: readonly { readonly name: string; readonly label: string; readonly keys: readonly string[] }[]
}

/** Commands with their keys, by group. */
export function HelpFrame({ words, groups, onClose }: HelpFrameProps) {
  return (
    <DialogFrame title={words.title} closeLabel={words.close} class="dialog--wide" onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <div class="dialog__body" tabIndex={0}>
        <p class="field__hint">{words.intro}</p>
        <div class="help">
          {groups.map(({ title, commands }) => (
            <section key={title} class="help__group">
              <h3 class="help__title">{title}</h3>
              <ul class="help__list">
                {commands.map(({ name, label, keys }) => (
                  <li key={name} class="help__line">
                    <span>{label}</span>
                    <span class="help__keys">
                      <Keys names={keys} or={words.or} />
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </DialogFrame>
  )
}
