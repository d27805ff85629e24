import { userInfo } from 'node:os'
import type { Flag } from './command.ts'

/** Heading of what concerns the page in the help. */
export const pageGroup = 'The page'

/** Flags of every command that serves a page. */
export const pageFlags: readonly Flag[] = [
  {
    name: 'no-open',
    type: 'boolean',
    group: pageGroup,
    doc: 'Do not open a browser: print the address, for you to open.',
  },
  {
    name: 'port',
    type: 'number',
    value: 'N',
    range: [0, 65_535],
    group: pageGroup,
    doc: 'Port on which the page is served; otherwise a free one.',
  },
  {
    name: 'by',
    type: 'string',
    value: 'NAME',
    group: pageGroup,
    doc: 'Name under which your edits are kept; otherwise the one under which you are logged in.',
  },
]

/** Name under which a person is logged in; empty where the system has none. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

/** Resolves at the first Ctrl-C or request to end; a second one ends the program at once. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
