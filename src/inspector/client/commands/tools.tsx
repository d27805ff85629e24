import type { PartProps } from '../part.ts'
import { capsOf } from './keys.ts'
import { commandNamed, isOffered } from './table.ts'

type ToolName =
  | 'accept'
  | 'reject'
  | 'pin'
  | 'comment'
  | 'split'
  | 'unlink'
  | 'link'
  | 'retext'
  | 'doubtful'
  | BoundaryName
type BoundaryName = 'mergePrevious' | 'mergeNext' | 'pushSource' | 'pullSource' | 'pushTarget' | 'pullTarget'

const groups: readonly (readonly ToolName[])[] = [
  ['accept', 'reject', 'doubtful'],
  ['split', 'unlink', 'link'],
  ['retext', 'comment', 'pin'],
]

/** Commands with a direction: they share a name. */
const boundaries = [
  ['tool.merge', 'mergePrevious', 'mergeNext'],
  ['row.source', 'pushSource', 'pullSource'],
  ['row.target', 'pushTarget', 'pullTarget'],
] as const

/** The commands for the current bead as buttons, with their keys. */
export function Tools(props: PartProps) {
  const { state, t } = props
  if (!state.sheet.isEditable) return null
  return (
    <div class="tools" role="toolbar" aria-label={t('tools.title')}>
      {groups.map((names) => (
        <div key={names[0]} class="tools__group">
          {names.map((name) => (
            <Tool key={name} {...props} name={name} />
          ))}
        </div>
      ))}
      <div class="tools__group">
        {boundaries.map(([side, push, pull]) => (
          <span key={side} class="tools__boundary">
            <span class="tools__label" aria-hidden="true">
              {t(side)}
            </span>
            <Tool {...props} name={push} face="↑" />
            <Tool {...props} name={pull} face="↓" />
          </span>
        ))}
      </div>
    </div>
  )
}

function Tool({ state, store, t, name, face }: PartProps & { readonly name: ToolName; readonly face?: string }) {
  const command = commandNamed(`command.${name}`)
  if (!command) return null
  const caps = capsOf(command.keys[0] ?? '')
  const title = t(`command.${name}`)
  return (
    <button
      type="button"
      class={`tool tool--${name}`}
      title={`${title} (${caps.join(' ')})`}
      aria-label={face ? title : undefined}
      aria-disabled={!isOffered(command, state)}
      onClick={() => {
        if (isOffered(command, store.state())) command.run(store)
      }}
    >
      <span class="tool__name">{face ?? t(`tool.${name as Exclude<ToolName, BoundaryName>}`)}</span>
      <span aria-hidden="true">
        <kbd class="key">{caps.join('')}</kbd>
      </span>
    </button>
  )
}
