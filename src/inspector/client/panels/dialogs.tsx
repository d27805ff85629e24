import type { PartProps } from '../part.ts'
import { AcceptAllDialog } from './accept-all-dialog.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { JumpDialog } from './jump-dialog.tsx'
import { RerunDialog } from './rerun-dialog.tsx'

/** Help, export, rerun, accept all and jump: whichever is open. */
export function Dialogs(props: PartProps) {
  switch (props.state.dialog?.kind) {
    case 'help':
      return <HelpDialog {...props} />
    case 'export':
      return <ExportDialog {...props} />
    case 'rerun':
      return <RerunDialog {...props} />
    case 'acceptAll':
      return <AcceptAllDialog {...props} />
    case 'jump':
      return <JumpDialog {...props} />
    default:
      return null
  }
}
