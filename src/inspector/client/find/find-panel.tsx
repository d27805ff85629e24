import type { PartProps } from '../part.ts'

/** Search, filters and what they leave. */
export function FindPanel(_: PartProps) {
  return <div class="find" />
}
