import { commands } from '../commands/table.ts'
import type { PartProps } from '../part.ts'
import { HelpFrame } from './help-frame.tsx'

const groups = ['move', 'decide', 'correct', 'find', 'file'] as const

/** All commands with their keys, by group. */
export function HelpDialog({ state, store, t }: PartProps) {
  const known = commands.filter((command) => state.sheet.isEditable || !command.isEdit)
  return (
    <HelpFrame
      words={{ title: t('command.help'), close: t('dialog.close'), intro: t('help.intro'), or: t('help.or') }}
      groups={groups.map((group) => ({
        title: t(`header.menu.${group}`),
        commands: known
          .filter((command) => command.group === group)
          .map(({ name, keys }) => ({ name, label: t(name), keys })),
      }))}
      onClose={() => store.open(undefined)}
    />
  )
}
