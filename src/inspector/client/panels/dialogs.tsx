import type { PartProps } from '../part.ts'

/** Help, export, rerun, accept all and jump: whichever is open. */
export function Dialogs(_: PartProps) {
  return null
}
